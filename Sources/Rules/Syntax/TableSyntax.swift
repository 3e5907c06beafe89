/// A decision table whose texts are parsed (DMN 1.5, 8.2).
struct TableSyntax: Sendable {
    struct Input: Sendable {
        let expression: Syntax
        let type: FEELType
        /// Unary tests, when only some values are expected.
        let allowed: Syntax?
        /// What people call the column.
        let label: String
    }

    struct Output: Sendable {
        let name: String?
        let type: FEELType
        /// Unary tests in the order of priority.
        let allowed: Syntax?
        let preset: Syntax?
    }

    struct Rule: Sendable {
        let inputs: [Syntax]
        let outputs: [Syntax]
    }

    /// Of what the table is the logic, for messages.
    let name: String
    let policy: HitPolicy
    let aggregation: Aggregation?
    let inputs: [Input]
    let outputs: [Output]
    let rules: [Rule]

    /// All texts, the inputs first.
    var parts: [Syntax] {
        var parts: [Syntax] = []
        for input in inputs {
            parts.append(input.expression)
            if let allowed = input.allowed { parts.append(allowed) }
        }
        for output in outputs { parts.append(contentsOf: [output.allowed, output.preset].compactMap { $0 }) }
        for rule in rules { parts.append(contentsOf: rule.inputs + rule.outputs) }
        return parts
    }
}
