/// What is wrong with one field of a form. All problems of a form are collected and shown at once.
package struct FieldProblem: Hashable, Sendable {
    /// The field's name in the form, `child.birth_day` or `witnesses[1].name`; empty for the form as a whole.
    package let field: String
    package let message: Phrase
    /// What the question is part of, with its own words last: tells it from others with the same message. Two problems
    /// are the same whatever it says.
    package let place: Phrase?

    package init(_ field: String, _ message: Phrase, at place: Phrase? = nil) {
        self.field = field
        self.message = message
        self.place = place
    }

    package static func == (one: Self, other: Self) -> Bool {
        one.field == other.field && one.message == other.message
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(message)
    }
}
