package import Catalogue
import DesignSystem
package import Markup

/// The text of a result's draft as its lines stand on the sheet; what is not known yet is left blank on dotted lines.
package struct ResultDraftLines: Component {
    package static let blank = "………………"

    let text: WrittenText

    package init(_ text: WrittenText) { self.text = text }

    package var markup: Markup { .many(text.lines.map(written)) }

    private func written(_ line: WrittenText.Line) -> Markup {
        let names: [WrittenText.Line.Kind: String] = [.heading: "sheet-heading", .centred: "sheet-centred"]
        return p(.class(names[line.kind] ?? "sheet-paragraph")) {
            for run in line.runs {
                if let words = run.text {
                    words
                } else {
                    span(.class("sheet-blank")) {
                        span(Self.blank, .aria("hidden", "true"))
                        span("(để trống)", .class("unseen"))
                    }
                }
            }
        }
    }
}
