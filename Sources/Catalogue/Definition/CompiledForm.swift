import Kernel

/// A page with its rules compiled.
struct CompiledPage: Sendable {
    let page: FormPage
    let when: Formula?
    let fields: [CompiledField]
}

/// A question with its rules compiled.
struct CompiledField: Sendable {
    let field: FormField
    let when: Formula?
    let required: Formula
    let checks: [(rule: Formula, message: Phrase)]
    let fields: [CompiledField]

    var key: String { field.key }
}
