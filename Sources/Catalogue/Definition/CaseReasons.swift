import Rules

/// Why a case has this amount and this limit: the conditions of the definition that hold in it.
extension CaseReading {
    /// Of the `if`s of a fee's amount (rows of a table are such) those that were asked and hold; where none does, that
    /// none does. Before them the rule under which the fee belongs to the case.
    package func conditions(of fee: FeeRule) -> [String] {
        var compiler = DefinitionCompiler(service.definition)
        let scope = walk.scope
        let path = "fees.\(fee.key)"
        func holds(_ premises: [Premise]) -> Bool {
            premises.allSatisfy { compiler.whole($0.text, at: path).isTrue(in: scope) }
        }
        let asked = (Premise(fee.amount)?.branches ?? []).filter { holds($0.around) }
        let held = asked.filter { holds([$0.condition]) }.map(\.condition.text)
        let reasons = held.isEmpty ? asked.map { "not(\($0.condition.text))" } : held
        return (fee.when.map { [$0] } ?? []) + reasons
    }

    /// The rule of the limit's case that counts; nil where the usual limit does.
    package var limitCondition: String? {
        var compiler = DefinitionCompiler(service.definition)
        let scope = walk.scope
        return service.definition.limit.cases.first { compiler.whole($0.when, at: "limit").isTrue(in: scope) }?.when
    }
}
