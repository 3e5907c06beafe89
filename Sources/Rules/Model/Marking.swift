/// What every part of a decision model may carry beside its meaning (DMN 1.5, 6.3.2): an id, a label, a description.
package struct Marking: Hashable, Sendable {
    package var id: String?
    package var label: String?
    package var description: String?
    /// The line of the file where the part begins, 0 when it came from no file. It is no part of what the model says and
    /// is not compared.
    package var line: Int

    package init(id: String? = nil, label: String? = nil, description: String? = nil, line: Int = 0) {
        self.id = id
        self.label = label
        self.description = description
        self.line = line
    }

    package static func == (a: Marking, b: Marking) -> Bool {
        a.id == b.id && a.label == b.label && a.description == b.description
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(label)
        hasher.combine(description)
    }
}
