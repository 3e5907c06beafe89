import DesignSystem
import Directory
import Kernel
import Markup
import Site

extension AdminFrame {
    /// A page for one act about an official: in a narrow column, below the page of the official.
    func task(
        _ title: Phrase, about file: OfficialFile, for visitor: Visitor, problems: [FieldProblem] = [],
        caption: Phrase? = nil, lead: Phrase? = nil, @MarkupBuilder content: () -> [Markup]
    ) -> Page {
        let name = Phrase(same: file.account.name)
        let content = content()
        return page(
            title, in: .officials, for: visitor, above: [(name, ""), (name, OfficialPaths.official(file.account.id))],
            hasTitle: false
        ) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(title, caption: caption ?? name, lead: lead)
                content
            }
        }
    }
}
