package import Kernel
package import Markup
import Wording

/// A question of a form with its label, help, answer and what is wrong with it.
///
/// The control inside is one of `Control`'s makers (`.text`, `.date`, `.choice` …). Names are those of the form data,
/// `child.birth_day` or `witnesses[1].name`; the element's id is `Field.id(name)`, to which error summaries link.
///
/// Accessibility: the label names the control, or the legend the group; help and problem are joined to it by
/// `aria-describedby`, a problem also by `aria-invalid`. What is not marked as optional is required.
package struct Field: Component {
    /// How large the label is: `title` makes it the page's `h1`, for one question per page.
    package enum LabelSize: Sendable { case normal, large, title }

    let name: String
    let text: Phrase
    let control: Control
    let help: Phrase?
    let isOptional: Bool
    let problem: Phrase?
    let size: LabelSize

    package init(
        _ name: String, _ label: Phrase, _ control: Control, help: Phrase? = nil, optional: Bool = false,
        problem: Phrase? = nil, size: LabelSize = .normal
    ) {
        self.name = name
        self.text = label
        self.control = control
        self.help = help
        self.isOptional = optional
        self.problem = problem
        self.size = size
    }

    /// The id of the field's control: letters, digits and `_` stay, everything else becomes a hyphen.
    package static func id(_ name: String) -> String {
        var out = "f-"
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: out.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x5D: continue
            default: out.append("-")
            }
        }
        return out
    }

    package var markup: Markup {
        let id = Self.id(name)
        var described: [String] = []
        if help != nil || control.hint != nil { described.append(id + "-help") }
        if problem != nil { described.append(id + "-problem") }
        let wiring = Wiring(name: name, id: id, describedBy: described, isInvalid: problem != nil)
        let classes = problem == nil ? "field" : "field has-problem"
        if control.isGroup {
            return fieldset(.class(classes + " group"), attributes: wiring.groupAttributes) {
                legend(.class(labelClass)) { heading }
                notes(id)
                control.render(wiring)
            }
        }
        return div(.class(classes)) {
            if size == .title {
                h1(.class(labelClass)) { label(.for(id)) { words } }
            } else {
                label(.for(id), .class(labelClass)) { words }
            }
            notes(id)
            control.render(wiring)
        }
    }

    private var labelClass: String {
        switch size {
        case .normal: "label"
        case .large: "label label-large"
        case .title: "label label-title"
        }
    }

    @MarkupBuilder private var heading: [Markup] {
        if size == .title { h1 { words } } else { words }
    }

    @MarkupBuilder private var words: [Markup] {
        text
        if isOptional {
            " "
            span(.class("optional")) {
                "("
                Phrase.optional
                ")"
            }
        }
    }

    @MarkupBuilder private func notes(_ id: String) -> [Markup] {
        if help != nil || control.hint != nil {
            div(.class("help"), .id(id + "-help")) {
                if let help { p(help) }
                if let hint = control.hint { p(hint) }
            }
        }
        if let problem {
            p(.class("problem"), .id(id + "-problem")) {
                Icon.alert
                span(.problemPrefix, .class("unseen"))
                " "
                problem
            }
        }
    }
}

extension Array where Element == FieldProblem {
    /// What is wrong with the field of this name, if anything.
    package subscript(field: String) -> Phrase? { first { $0.field == field }?.message }
}

func fieldset(
    _ first: Attribute, attributes: [Attribute], @MarkupBuilder content: () -> [Markup]
) -> Markup { .element("fieldset", [first] + attributes, content()) }
