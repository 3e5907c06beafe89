package import Kernel
package import Markup

/// Whether the time of a dossier runs, since when and why, and until when.
package struct ClockBlock: Component {
    let isRunning: Bool
    let due: Phrase
    let standing: DeadlineTag?
    let reason: Phrase?
    let content: Markup

    /// - Parameters:
    ///   - due: the promised moment, "17 giờ 30 ngày 28/04/2026".
    ///   - reason: why it is stopped, and since when.
    ///   - content: the derivation, for instance in a `Disclosure`.
    package init(
        isRunning: Bool, due: Phrase, standing: DeadlineTag? = nil, reason: Phrase? = nil,
        @MarkupBuilder content: () -> [Markup] = { [] }
    ) {
        self.isRunning = isRunning
        self.due = due
        self.standing = standing
        self.reason = reason
        self.content = .many(content())
    }

    package var markup: Markup {
        div(.class(isRunning ? "clock" : "clock is-stopped")) {
            p(.class("clock-state")) {
                isRunning ? Icon.clock : Icon.pause
                isRunning ? Phrase.clockRunning : Phrase.clockStopped
            }
            p(due, .class("clock-due"))
            if let standing { p { standing } }
            if let reason { p(reason, .class("note")) }
            content
        }
    }
}

/// How a moment was counted, step by step: the day, and what happened to the count on it.
package struct Derivation: Component {
    let steps: [(when: Phrase, what: Phrase)]

    package init(_ steps: [(when: Phrase, what: Phrase)]) { self.steps = steps }

    package var markup: Markup {
        ol(.class("derivation")) {
            for step in steps {
                li {
                    span(step.when, .class("derivation-when"))
                    " "
                    span(step.what)
                }
            }
        }
    }
}
