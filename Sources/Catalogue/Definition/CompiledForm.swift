import Kernel
import Rules

/// A page with its rules compiled.
struct CompiledPage: Sendable {
    let page: FormPage
    let when: Formula?
    let fields: [CompiledField]
}

/// A question with its rules compiled.
struct CompiledField: Sendable {
    let field: FormField
    /// What rules take its answer for.
    let type: FEELType
    let when: Formula?
    let required: Formula
    let checks: [(rule: Formula, message: Phrase)]
    let options: [(option: FieldOption, when: Formula?)]
    /// What stands in the field before anybody answers.
    let initial: Formula?
    /// The rule of a computed value.
    let value: Formula?
    /// Whether what came from the account or a register stays as it is.
    let locked: Formula?
    let fields: [CompiledField]

    var key: String { field.key }
}
