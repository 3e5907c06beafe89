package import Kernel
package import Markup

/// The official phases of a dossier from top to bottom, the present one open.
///
/// Accessibility: an ordered list; each phase says unseen whether it is done, present or ahead, and the present one is
/// `aria-current`.
package struct Timeline: Component {
    package struct Step: Sendable {
        package enum State: String, Sendable { case done, present, ahead }

        let state: State
        let title: Phrase
        let when: Phrase?
        let content: Markup?

        /// - Parameter content: who has it, since when, until when; open at the present phase, folded at others.
        package init(_ state: State, _ title: Phrase, when: Phrase? = nil) {
            self.state = state
            self.title = title
            self.when = when
            self.content = nil
        }

        package init(
            _ state: State, _ title: Phrase, when: Phrase? = nil, @MarkupBuilder content: () -> [Markup]
        ) {
            self.state = state
            self.title = title
            self.when = when
            let parts = content()
            self.content = parts.isEmpty ? nil : .many(parts)
        }

        var word: Phrase {
            switch state {
            case .done: .stepDone
            case .present: .stepPresent
            case .ahead: .stepAhead
            }
        }
    }

    let steps: [Step]

    package init(_ steps: [Step]) { self.steps = steps }

    package var markup: Markup {
        ol(.class("timeline")) {
            for step in steps {
                Markup.element(
                    "li",
                    [.class("step-" + step.state.rawValue)] + (step.state == .present ? [.aria("current", "step")] : [])
                ) { body(of: step) }
            }
        }
    }

    @MarkupBuilder private func body(of step: Step) -> [Markup] {
        if let content = step.content, step.state != .present {
            details {
                summary { head(of: step) }
                div(.class("step-body")) { content }
            }
        } else {
            div(.class("step-head")) { head(of: step) }
            if let content = step.content { div(.class("step-body")) { content } }
        }
    }

    @MarkupBuilder private func head(of step: Step) -> [Markup] {
        span(.class("step-title")) {
            step.title
            span(.class("unseen")) {
                " ("
                step.word
                ")"
            }
        }
        if let when = step.when { span(when, .class("step-when")) }
    }
}
