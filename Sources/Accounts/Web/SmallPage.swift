import DesignSystem
import Kernel
import Markup
import Site

/// A page for one small task, in a narrow column: sign in, confirm, done.
struct SmallPage {
    let title: Phrase
    var lead: Phrase?
    var side: Page.Side = .plain

    init(_ title: Phrase, lead: Phrase? = nil, side: Page.Side = .plain) {
        self.title = title
        self.lead = lead
        self.side = side
    }

    func page(problems: [FieldProblem] = [], @MarkupBuilder content: () -> [Markup]) -> Page {
        let content = content()
        return Page(title, side: side) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(title, lead: lead)
                content
            }
        }
    }
}
