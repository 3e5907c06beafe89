import Casework
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One page of the draft's form, to be answered as applicants answer it.
struct PreviewFormPage {
    let preview: DraftPreview
    let state: PreviewState
    let shown: ShownPage
    var problems: [FieldProblem] = []

    var page: Page {
        let facts = preview.facts(state)
        let pages = preview.service.visiblePages(facts)
        let place = (pages.firstIndex { $0.key == shown.key } ?? 0) + 1
        return preview.page(shown.page.title, problems: problems) {
            Narrow {
                if let before = preview.service.page(before: shown.key, facts) {
                    preview.going(
                        state, "show", page: before.key,
                        Button(
                            Phrase(vi: "Về trang “\(before.title.vi)”", en: "Back to “\(before.title.en)”"), .plain))
                }
                Whereabouts(place, of: pages.count, shown.page.title)
                Card {
                    if let help = shown.page.help { p(help, .class("help")) }
                    PlayedForm(
                        shown, to: preview.address, carrying: state.carried + [("page", shown.key)],
                        problems: problems, table: preview.table)
                }
                preview.going(state, "sample", Button(.fillSample, .plain))
            }
        }
    }
}
