package import Kernel
package import Markup
import Wording

/// One of the answers a person may choose.
package struct Choice: Sendable {
    package let value: String
    package let label: Phrase
    package let hint: Phrase?

    package init(_ value: String, _ label: Phrase, hint: Phrase? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

extension Choice {
    /// A name that is not translated, such as that of an official or of an agency without an English one, is read out
    /// as Vietnamese.
    fileprivate var language: [Attribute] {
        label.vi == label.en && label.vi.contains { $0.isLetter && !$0.isASCII } ? [.lang("vi")] : []
    }
}

extension Control {
    /// One of several: radios, or a list to open when there are more than seven.
    package static func choice(_ value: String?, _ choices: [Choice]) -> Control {
        choices.count > 7 ? select(value, choices) : radios(value, choices, classes: "choices")
    }

    /// Yes or no; sent as `yes` or `no`.
    package static func yesNo(_ value: Bool?) -> Control {
        radios(
            value.map { $0 ? "yes" : "no" }, [Choice("yes", .yes), Choice("no", .no)], classes: "choices choices-row")
    }

    /// Any of several; each is sent under the field's name.
    package static func checks(_ values: Set<String>, _ choices: [Choice]) -> Control {
        Control(isGroup: true) { wiring in
            div(.class("choices")) {
                for (index, choice) in choices.enumerated() {
                    option(choice, "checkbox", index, isOn: values.contains(choice.value), wiring)
                }
            }
        }
    }

    /// One of many in a list that opens; the first entry is empty.
    package static func select(_ value: String?, _ choices: [Choice], empty: Phrase? = nil) -> Control {
        Control { wiring in
            .element("select", wiring.attributes + [.class("input")]) {
                Markup.element("option", [.value("")], [.phrase(empty ?? .chooseOne)])
                for choice in choices {
                    let selected: [Attribute] = choice.value == value ? [.selected] : []
                    Markup.element(
                        "option", [.value(choice.value)] + selected + choice.language, [.phrase(choice.label)])
                }
            }
        }
    }

    private static func radios(_ value: String?, _ choices: [Choice], classes: String) -> Control {
        Control(isGroup: true) { wiring in
            div(.class(classes)) {
                for (index, choice) in choices.enumerated() {
                    option(choice, "radio", index, isOn: choice.value == value, wiring)
                }
            }
        }
    }

    private static func option(_ choice: Choice, _ type: String, _ index: Int, isOn: Bool, _ wiring: Wiring) -> Markup {
        let id = wiring.choiceID(index)
        var attributes = wiring.choice(index) + [.type(type), .value(choice.value)]
        if isOn { attributes.append(.checked) }
        if choice.hint != nil { attributes.append(.aria("describedby", id + "-hint")) }
        return div(.class("choice")) {
            Markup.void("input", attributes)
            Markup.element("label", [.for(id)] + choice.language, [.phrase(choice.label)])
            if let hint = choice.hint { p(hint, .class("help"), .id(id + "-hint")) }
        }
    }
}

/// One statement to agree to, such as a promise that the answers are true; sent as `yes`.
package struct CheckField: Component {
    let name: String
    let words: Phrase
    let isOn: Bool
    let problem: Phrase?

    package init(_ name: String, _ label: Phrase, isOn: Bool = false, problem: Phrase? = nil) {
        self.name = name
        self.words = label
        self.isOn = isOn
        self.problem = problem
    }

    package var markup: Markup {
        let id = Field.id(name)
        var attributes: [Attribute] = [.type("checkbox"), .name(name), .id(id), .value("yes")]
        if isOn { attributes.append(.checked) }
        if problem != nil { attributes += [.aria("invalid", "true"), .aria("describedby", id + "-problem")] }
        return div(.class(problem == nil ? "field" : "field has-problem")) {
            if let problem {
                p(.class("problem"), .id(id + "-problem")) {
                    Icon.alert
                    span(.problemPrefix, .class("unseen"))
                    " "
                    problem
                }
            }
            div(.class("choice")) {
                Markup.void("input", attributes)
                label(words, .for(id))
            }
        }
    }
}
