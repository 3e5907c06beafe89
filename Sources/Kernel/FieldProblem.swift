/// What is wrong with one field of a form. All problems of a form are collected and shown at once.
package struct FieldProblem: Hashable, Sendable {
    /// The field's name in the form, `child.birth_day` or `witnesses[1].name`; empty for the form as a whole.
    package let field: String
    package let message: Phrase

    package init(_ field: String, _ message: Phrase) {
        self.field = field
        self.message = message
    }
}
