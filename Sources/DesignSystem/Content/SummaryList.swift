package import Kernel
package import Markup
import Wording

/// Questions with their answers, as the check page and the case page show them; each may be changed.
///
/// Accessibility: every "change" link says what it changes.
package struct SummaryList: Component {
    package struct Row: Sendable {
        let question: Phrase
        let answer: Markup
        let note: Phrase?
        let change: String?

        /// - Parameters:
        ///   - note: where the answer comes from, "từ cơ sở dữ liệu dân cư".
        ///   - change: the page on which it is changed.
        package init(_ question: Phrase, _ answer: String, note: Phrase? = nil, change: String? = nil) {
            self.init(question, note: note, change: change) { answer }
        }

        package init(_ question: Phrase, _ answer: Phrase, note: Phrase? = nil, change: String? = nil) {
            self.init(question, note: note, change: change) { answer }
        }

        package init(
            _ question: Phrase, note: Phrase? = nil, change: String? = nil, @MarkupBuilder answer: () -> [Markup]
        ) {
            self.question = question
            self.answer = .many(answer())
            self.note = note
            self.change = change
        }
    }

    let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    package var markup: Markup {
        dl(.class("summary")) {
            for row in rows {
                div {
                    dt(row.question)
                    dd(.class("answer")) {
                        row.answer
                        if let note = row.note { span(note, .class("note")) }
                    }
                    if let change = row.change {
                        dd(.class("change")) {
                            a(.href(change)) {
                                Phrase.change
                                span(.class("unseen")) {
                                    ": "
                                    row.question
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
