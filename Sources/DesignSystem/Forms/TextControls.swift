package import Kernel
import Markup

/// How wide an answer is expected to be: the field shows it before anything is typed.
package enum FieldWidth: String, Sendable {
    case few = "w1"
    case short = "w2"
    case medium = "w3"
    case full = "w4"
}

extension Control {
    /// One line of text. `autocomplete` is a word of the HTML standard (`name`, `street-address` …).
    package static func text(
        _ value: String = "", width: FieldWidth = .full, autocomplete: String? = nil, suggest: String? = nil
    ) -> Control {
        let extra = suggest.map { [Attribute.data("suggest", $0)] } ?? []
        return line(value, type: "text", width: width, autocomplete: autocomplete, extra: extra)
    }

    /// Several lines of text.
    package static func longText(_ value: String = "", rows: Int = 5) -> Control {
        Control { wiring in
            .element("textarea", wiring.attributes + [.class("input"), .named("rows", String(rows))], [.text(value)])
        }
    }

    /// A long text whose lines count, in letters of one width and unbroken.
    ///
    /// - Parameter at: where scripts run, the line that is shown first and the letter at which the cursor stands, counted
    ///   as UTF-16. Nothing is marked: a key pressed then would take it out.
    package static func code(
        _ value: String, rows: Int = 30, isOpen: Bool = true, at place: (line: Int, letter: Int)? = nil
    ) -> Control {
        var given: [Attribute] = [.class("input code"), .named("rows", String(rows)), .named("spellcheck", "false")]
        if !isOpen { given.append(.readonly) }
        if let place { given += [.data("line", String(place.line)), .data("from", String(place.letter))] }
        let attributes = given
        return Control { wiring in .element("textarea", wiring.attributes + attributes, [.text(value)]) }
    }

    /// A number as it is typed, with its unit after it (`m²`, `bản`).
    package static func number(_ value: String = "", unit: Phrase? = nil, width: FieldWidth = .short) -> Control {
        withUnit(unit, line(value, type: "text", width: width, mode: "decimal"))
    }

    /// An amount in đồng.
    package static func money(_ value: String = "") -> Control {
        withUnit(.dong, line(value, type: "text", width: .short, mode: "numeric"))
    }

    /// A date as one text, `24/04/1990`; `Day(typed:)` reads it.
    package static func date(_ value: String = "", autocomplete: String? = nil) -> Control {
        line(value, type: "text", width: .short, mode: "numeric", autocomplete: autocomplete, hint: .dateHint)
    }

    /// Digits that are no number: citizen number, tax code, dossier code.
    package static func digits(_ value: String = "", width: FieldWidth = .medium, autocomplete: String? = nil)
        -> Control
    { line(value, type: "text", width: width, mode: "numeric", autocomplete: autocomplete) }

    package static func phone(_ value: String = "") -> Control {
        line(value, type: "tel", width: .medium, autocomplete: "tel")
    }

    package static func email(_ value: String = "") -> Control {
        line(value, type: "email", width: .full, autocomplete: "email", extra: [.named("spellcheck", "false")])
    }

    /// A password; it is never written back. The script adds a button that shows it.
    package static func password(isNew: Bool = false) -> Control {
        line(
            "", type: "password", width: .full, autocomplete: isNew ? "new-password" : "current-password",
            extra: [
                .named("data-show", Phrase.showPassword), .named("data-hide", Phrase.hidePassword),
                .named("spellcheck", "false"), .named("autocapitalize", "none"),
            ])
    }

    /// A code that is used once, from an authenticator or a letter.
    package static func oneTimeCode(_ value: String = "") -> Control {
        line(value, type: "text", width: .few, mode: "numeric", autocomplete: "one-time-code", classes: "input code-in")
    }

    /// A value that is worked out, not typed; nil while something that it needs is missing.
    package static func computed(_ value: Phrase?) -> Control {
        output(value, hint: .computedHint)
    }

    /// A value that is read here and not typed.
    package static func read(_ value: Phrase?) -> Control { output(value, hint: nil) }

    private static func output(_ value: Phrase?, hint: Phrase?) -> Control {
        Control(hint: hint) { wiring in
            .element("output", [.id(wiring.id), .class("computed")] + wiring.groupAttributes) {
                value ?? Phrase(same: "–")
            }
        }
    }

    private static func line(
        _ value: String, type: String, width: FieldWidth, mode: String? = nil, autocomplete: String? = nil,
        hint: Phrase? = nil, classes: String = "input", extra: [Attribute] = []
    ) -> Control {
        Control(hint: hint) { wiring in
            var attributes = wiring.attributes
            attributes += [.type(type), .class(classes + " " + width.rawValue)]
            if !value.isEmpty { attributes.append(.value(value)) }
            if let mode { attributes.append(.inputmode(mode)) }
            if let autocomplete { attributes.append(.autocomplete(autocomplete)) }
            return .void("input", attributes + extra)
        }
    }

    private static func withUnit(_ unit: Phrase?, _ control: Control) -> Control {
        guard let unit else { return control }
        return Control(hint: control.hint) { wiring in
            div(.class("with-unit")) {
                control.render(wiring.described(by: wiring.id + "-unit"))
                span(unit, .class("unit"), .id(wiring.id + "-unit"))
            }
        }
    }
}
