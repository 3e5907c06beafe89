package import Kernel
package import Markup

/// A tick with a field that comes up when it is set: what is asked for, and why. A browser that does not know `:has`
/// shows the field always; what stands in it is kept either way.
package struct TickedField: Component {
    let name: String
    let value: String
    let words: Phrase
    let isOn: Bool
    let field: Field

    package init(_ name: String, _ value: String, _ label: Phrase, isOn: Bool, _ field: Field) {
        self.name = name
        self.value = value
        self.words = label
        self.isOn = isOn
        self.field = field
    }

    package var markup: Markup {
        let id = Field.id("\(name).\(value)")
        return div(.class("ticked")) {
            div(.class("choice")) {
                Markup.void(
                    "input",
                    [.type("checkbox"), .name(name), .value(value), .id(id)] + (isOn ? [.checked] : []))
                label(words, .for(id))
            }
            field
        }
    }
}
