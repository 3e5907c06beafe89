package import Kernel

/// A page of a form as one case shows it: only the questions that its answers call for.
package struct ShownPage: Sendable {
    package let page: FormPage
    package let fields: [ShownField]

    package var key: String { page.key }

    /// The names of all its questions, those inside others too.
    var names: [String] { fields.flatMap(\.names) }

    /// The page with some of its questions only.
    package func keeping(_ isKept: (ShownField) -> Bool) -> ShownPage {
        ShownPage(page: page, fields: fields.filter(isKept))
    }
}

/// A question as one case shows it, with the answer so far.
package struct ShownField: Sendable {
    package let field: FormField
    /// Its name in the form: `child.birth_day`, `household.members[0].full_name`.
    package let name: String
    package let isRequired: Bool
    /// Nil when nothing was answered; a text where another kind is asked is what somebody typed wrongly.
    package let answer: JSON?
    /// The questions of a composite.
    package let parts: [ShownField]
    /// The questions of each entry of a group.
    package let entries: [[ShownField]]
    /// The code of the place chosen beside it that it lies in: a commune's province.
    package let around: String?
    /// Those of its options that are offered in this case.
    package let options: [FieldOption]
    /// What its default gives while it has no answer.
    package let suggestion: JSON?
    /// Whether what came from the account or a register is not the applicant's to change.
    package let isLockable: Bool
    /// The messages of its checks that do not hold.
    let failedChecks: [Phrase]

    package var key: String { field.key }
    package var kind: FieldKind { field.kind }
    /// What stands in its input: dates as 24/04/2026, numbers as people write them, codes for choices and places.
    package var typed: String { filled.map { AnswerText.typed($0, as: field.answerKind) } ?? "" }
    /// The answer, or what is proposed for it.
    package var filled: JSON? { answer ?? suggestion }
    /// Whether nothing was answered; what a rule gives inside is no answer.
    package var isBlank: Bool {
        guard kind.isComposite else { return AnswerText.isBlank(answer) }
        return parts.allSatisfy { $0.kind == .computed || $0.isBlank }
    }

    var names: [String] { [name] + parts.flatMap(\.names) + entries.flatMap { $0.flatMap(\.names) } }
}
