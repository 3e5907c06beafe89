import DesignSystem
import Kernel
package import Markup

/// The name of an agency on a page: in the reader's language where there is an English one, else the Vietnamese, said
/// to be Vietnamese so that it is read out so.
package struct AgencyName: Component {
    package let markup: Markup

    package init(_ agency: Agency) {
        markup = agency.englishName == nil ? vietnamese(agency.name) : .phrase(agency.phrase)
    }
}
