/// A decision table ready to run.
struct TableRun: Sendable {
    struct Input: Sendable {
        let label: String
        let value: Code
        /// Tests that the value must fulfil; they read it as the innermost local value.
        let allowed: Code?
    }

    struct Output: Sendable {
        let name: String?
        /// Tests by priority; they read the output as the innermost local value.
        let ranks: [Code]
        let preset: Code?
    }

    struct Test: Sendable {
        let input: Int
        let code: Code
    }

    struct Rule: Sendable {
        /// Those that do not hold for every value anyway.
        let tests: [Test]
        let results: [Code]
    }

    let name: String
    let policy: HitPolicy
    let aggregation: Aggregation?
    let inputs: [Input]
    let outputs: [Output]
    let rules: [Rule]

    func value(in frame: Frame) -> FEELValue {
        var values: [FEELValue] = []
        for input in inputs {
            let value = input.value(frame)
            if let allowed = input.allowed, !value.isNull, frame.with([value], { allowed(frame) }) != .boolean(true) {
                frame.note(.unexpectedInput(name, input.label, value))
                return .null
            }
            values.append(value)
        }
        var hits: [Int] = []
        for index in rules.indices {
            guard frame.charge(1 + rules[index].tests.count) else { return .null }
            guard holds(rules[index], values, frame) else { continue }
            hits.append(index)
            if policy == .first { break }
        }
        return hits.isEmpty ? preset(frame) : result(hits, frame)
    }

    private func holds(_ rule: Rule, _ values: [FEELValue], _ frame: Frame) -> Bool {
        rule.tests.allSatisfy { test in
            frame.locals.append(values[test.input])
            defer { frame.locals.removeLast() }
            if case .boolean(true) = test.code(frame) { return true }
            return false
        }
    }

    /// What is given when no rule holds.
    private func preset(_ frame: Frame) -> FEELValue {
        if outputs.contains(where: { $0.preset != nil }) {
            return single(outputs.map { $0.preset?(frame) ?? .null }, frame)
        }
        if policy == .collect, aggregation == .count { return 0 }
        if [.unique, .any, .priority, .first].contains(policy) || aggregation != nil { frame.note(.noRule(name)) }
        return policy == .collect && aggregation == nil || policy == .ruleOrder || policy == .outputOrder
            ? FEELValue([]) : .null
    }

    private func result(_ hits: [Int], _ frame: Frame) -> FEELValue {
        if policy == .unique, hits.count > 1 {
            frame.note(.severalRules(name, hits))
            return .null
        }
        let results = hits.map { rule in rules[rule].results.map { $0(frame) } }
        switch policy {
        case .unique, .first: return single(results[0], frame)
        case .any:
            let values = results.map { single($0, frame) }
            if values.dropFirst().allSatisfy({ $0.equals(values[0]) == true }) { return values[0] }
            frame.note(.severalRules(name, hits))
            return .null
        case .priority: return single(ranked(results, frame)[0], frame)
        case .outputOrder: return frame.list(ranked(results, frame).map { single($0, frame) })
        case .ruleOrder: return frame.list(results.map { single($0, frame) })
        case .collect: return collected(results.map { single($0, frame) }, frame)
        }
    }

    /// The outputs of one rule: the value of the only column, or a context of all.
    private func single(_ values: [FEELValue], _ frame: Frame) -> FEELValue {
        if outputs.count == 1 { return values.first ?? .null }
        return frame.context(
            FEELContext(zip(outputs, values).map { (key: $0.name ?? "", value: $1) }))
    }

    private func collected(_ values: [FEELValue], _ frame: Frame) -> FEELValue {
        let list = frame.list(values)
        guard let aggregation else { return list }
        let function =
            switch aggregation {
            case .sum: "sum"
            case .count: "count"
            case .least: "min"
            case .greatest: "max"
            }
        return Builtin.call(Builtin.table[function] ?? [], [list], frame)
    }

    /// The hits by the priority of their outputs, the first column first; what has none stands last, in rule order.
    private func ranked(_ results: [[FEELValue]], _ frame: Frame) -> [[FEELValue]] {
        let keys = results.map { values in zip(outputs, values).map { rank($1, $0, frame) } }
        let order = results.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
        }
        return order.map { results[$0] }
    }

    private func rank(_ value: FEELValue, _ output: Output, _ frame: Frame) -> Int {
        for (index, test) in output.ranks.enumerated() where frame.charge(1) {
            if frame.with([value], { test(frame) }) == .boolean(true) { return index }
        }
        return output.ranks.count
    }
}
