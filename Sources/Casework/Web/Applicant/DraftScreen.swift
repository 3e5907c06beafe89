import DesignSystem
import Kernel
import Markup
import Site

/// What the screens of a draft have in common: back, where one is, the problems, one column.
struct DraftScreen {
    let open: OpenDraft
    let part: DraftPart
    var problems: [FieldProblem] = []
    /// Where back leads, when not to the part before.
    var back: String?

    func page(title: Phrase, @MarkupBuilder main: () -> [Markup]) -> Page {
        let parts = open.parts
        let place = (parts.firstIndex(of: part) ?? 0) + 1
        return Page(title) {
            Narrow {
                backLink(back ?? open.before(part))
                ErrorSummary(problems)
                Whereabouts(place, of: parts.count, open.file.title(of: part))
                main()
            }
        }
    }
}
