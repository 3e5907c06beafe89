package import Catalogue
import DesignSystem
package import Directory
package import Markup

/// A page of a form as applicants see it, to be looked at only: nothing in it can be changed or sent.
package struct FormPreview: Component {
    let shown: ShownPage
    let table: TerritoryTable

    package init(_ shown: ShownPage, table: TerritoryTable) {
        self.shown = shown
        self.table = table
    }

    package var markup: Markup {
        let fields = FormFields(table: table, problems: [], present: shown.presentPlaces) { _ in "" }
        return fieldset(.disabled, .class("fields")) {
            legend(shown.page.title, .class("unseen"))
            if let help = shown.page.help { p(help, .class("help")) }
            for field in shown.fields { fields.markup(field) }
        }
    }
}
