package import Catalogue
package import Kernel
import Storage

extension FilingChannel: SQLBindable, SQLReadable {
    /// The words of form 01 and of the national portal's list of channels.
    package var name: Phrase {
        switch self {
        case .counter: Phrase(vi: "Trực tiếp", en: "At the counter")
        case .online: Phrase(vi: "Trực tuyến", en: "Online")
        case .post: Phrase(vi: "Bưu chính công ích", en: "By post")
        }
    }
}
