package import Kernel
package import Markup
import Wording

/// What a button looks like: one `primary` on a page; `danger` for what cannot be taken back; `plain` like a link.
package enum ButtonKind: String, Sendable {
    case primary = "button primary"
    case secondary = "button"
    case danger = "button danger"
    case plain = "as-link"
}

/// A button that submits its form. Its label is a verb.
///
/// Accessibility: the effect, when it is said, describes the button.
package struct Button: Component {
    let words: Phrase
    let kind: ButtonKind
    let sent: (name: String, value: String)?
    let effect: Phrase?
    let action: String?
    let icon: Icon?

    /// - Parameters:
    ///   - name: sent with `value` when this is the button pressed.
    ///   - effect: what pressing does, said before it is pressed ("Đồng hồ dừng, người nộp nhận thư").
    ///   - action: where this button posts to instead of its form's address.
    package init(
        _ label: Phrase, _ kind: ButtonKind = .primary, name: String? = nil, value: String = "",
        effect: Phrase? = nil, action: String? = nil, icon: Icon? = nil
    ) {
        self.words = label
        self.kind = kind
        self.sent = name.map { ($0, value) }
        self.effect = effect
        self.action = action
        self.icon = icon
    }

    package var markup: Markup {
        var attributes: [Attribute] = [.class(kind.rawValue), .type("submit")]
        if let sent { attributes += [.name(sent.name), .value(sent.value)] }
        if let action { attributes.append(.named("formaction", action)) }
        guard let effect else { return .element("button", attributes) { face } }
        let id = "effect-\(sent.map { Field.id($0.name + "-" + $0.value) } ?? Field.id(words.en))"
        attributes.append(.aria("describedby", id))
        return div(.class("act")) {
            Markup.element("button", attributes) { face }
            p(effect, .class("effect"), .id(id))
        }
    }

    @MarkupBuilder private var face: [Markup] {
        if let icon { icon }
        words
    }
}

/// A link that looks like a button, for going on without sending anything.
package struct ButtonLink: Component {
    let words: Phrase
    let href: String
    let kind: ButtonKind
    let icon: Icon?

    package init(_ label: Phrase, _ href: String, _ kind: ButtonKind = .primary, icon: Icon? = nil) {
        self.words = label
        self.href = href
        self.kind = kind
        self.icon = icon
    }

    package var markup: Markup {
        a(.class(kind.rawValue), .href(href)) {
            if let icon { icon }
            words
        }
    }
}

/// A button that prints the page; the script shows it, since without scripts it could do nothing.
package struct PrintButton: Component {
    package init() {}

    package var markup: Markup {
        button(.class("button"), .type("button"), .data("print", ""), .hidden) {
            Icon.printer
            Phrase.print
        }
    }
}

/// Buttons beside each other, the primary one first; below each other on a phone.
package struct ButtonRow: Component {
    package let markup: Markup
    package init(@MarkupBuilder content: () -> [Markup]) { markup = div(.class("buttons"), content: content) }
}
