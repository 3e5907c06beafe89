package import Kernel
package import Markup

/// What a field is answered with: an input, a list of choices, a file. Other rooms may make their own.
package struct Control: Sendable {
    /// A group has a legend (radios, checkboxes); a single control has a label.
    let isGroup: Bool
    /// How to write the answer, shown with the help.
    let hint: Phrase?
    let render: @Sendable (Wiring) -> Markup

    package init(isGroup: Bool = false, hint: Phrase? = nil, render: @escaping @Sendable (Wiring) -> Markup) {
        self.isGroup = isGroup
        self.hint = hint
        self.render = render
    }
}

/// How a control is joined to its label, help and problem.
package struct Wiring: Sendable {
    package let name: String
    package let id: String
    package let describedBy: [String]
    package let isInvalid: Bool

    /// For an input that stands alone: name, id and everything that joins it to help and problem.
    package var attributes: [Attribute] {
        [.name(name), .id(id)] + groupAttributes + (isInvalid ? [.aria("invalid", "true")] : [])
    }

    /// For the fieldset of a group, which ARIA 1.2 does not let be invalid: its problem describes it.
    package var groupAttributes: [Attribute] {
        describedBy.isEmpty ? [] : [.aria("describedby", describedBy.joined(separator: " "))]
    }

    /// The same, described by one more element.
    func described(by id: String) -> Wiring {
        Wiring(name: name, id: self.id, describedBy: describedBy + [id], isInvalid: isInvalid)
    }

    /// The attributes of the choice at this place: the first carries the field's id, so that a link finds it.
    func choice(_ index: Int) -> [Attribute] { [.name(name), .id(choiceID(index))] }
    func choiceID(_ index: Int) -> String { index == 0 ? id : "\(id)-\(index + 1)" }
}
