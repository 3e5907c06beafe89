package import Kernel
package import Markup

/// The few answers that a page is about, large: who, what you need, how long, how much.
package struct KeyFacts: Component {
    package struct Fact: Sendable {
        let question: Phrase
        let answer: Markup

        package init(_ question: Phrase, @MarkupBuilder answer: () -> [Markup]) {
            self.question = question
            self.answer = .many(answer())
        }

        package init(_ question: Phrase, _ answer: Phrase) {
            self.question = question
            self.answer = .phrase(answer)
        }
    }

    let facts: [Fact]

    package init(_ facts: [Fact]) { self.facts = facts }

    package var markup: Markup {
        dl(.class("facts")) {
            for fact in facts {
                div {
                    dt(fact.question)
                    dd { fact.answer }
                }
            }
        }
    }
}
