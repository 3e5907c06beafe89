import Rules

/// Why a case has this amount and this limit: the conditions of the definition that hold in it.
extension CaseReading {
    /// Of the `if`s of a fee's amount (rows of a table are such) those that were asked and hold, before them the rule
    /// under which the fee belongs to the case.
    package func conditions(of fee: FeeRule) -> [String] {
        var compiler = DefinitionCompiler(service.definition)
        let scope = walk.scope
        let path = "fees.\(fee.key)"
        let held = (Premise(fee.amount)?.branches ?? []).filter { condition, around in
            (around + [condition]).allSatisfy { compiler.whole($0.text, at: path).isTrue(in: scope) }
        }
        return (fee.when.map { [$0] } ?? []) + held.map(\.condition.text)
    }

    /// The rule of the limit's case that counts; nil where the usual limit does.
    package var limitCondition: String? {
        var compiler = DefinitionCompiler(service.definition)
        let scope = walk.scope
        return service.definition.limit.cases.first { compiler.whole($0.when, at: "limit").isTrue(in: scope) }?.when
    }
}
