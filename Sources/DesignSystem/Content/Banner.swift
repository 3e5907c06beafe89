package import Kernel
package import Markup

/// A notice above or within a page: what happened, what was kept, what to do next.
///
/// Accessibility: a sign and an unseen word say the kind; success is a status, danger an alert.
package struct Banner: Component {
    package enum Kind: String, Sendable, CaseIterable { case info, success, warning, danger }

    let kind: Kind
    let title: Phrase
    let content: Markup

    package init(_ kind: Kind, _ title: Phrase, @MarkupBuilder content: () -> [Markup] = { [] }) {
        self.kind = kind
        self.title = title
        self.content = .many(content())
    }

    package var markup: Markup {
        let role: [Attribute] =
            switch kind {
            case .success: [.role("status")]
            case .danger: [.role("alert")]
            case .info, .warning: []
            }
        return .element("div", [.class("banner banner-" + kind.rawValue)] + role) {
            icon
            div(.class("banner-words")) {
                p(.class("banner-title")) {
                    span(word, .class("unseen"))
                    span(": ", .class("unseen"))
                    title
                }
                content
            }
        }
    }

    private var icon: Icon {
        switch kind {
        case .info: .info
        case .success: .check
        case .warning, .danger: .alert
        }
    }

    private var word: Phrase {
        switch kind {
        case .info: .info
        case .success: .success
        case .warning: .warning
        case .danger: .danger
        }
    }
}
