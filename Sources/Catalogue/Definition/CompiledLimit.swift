import Kernel
import Rules
import WorkingTime

/// A limit whose cases are compiled; the first that holds counts.
struct CompiledLimit: Sendable {
    private let usual: Limit
    private var cases: [(when: Formula, limit: Limit)] = []

    init(_ rule: LimitRule, at path: String, _ compiler: inout DefinitionCompiler) {
        usual = Self.limit(rule.value, rule.unit)
        for (index, one) in rule.cases.enumerated() {
            cases.append((compiler.whole(one.when, at: "\(path).cases.\(index)"), Self.limit(one.value, one.unit)))
        }
    }

    func limit(_ scope: () -> RuleScope) -> Limit {
        guard !cases.isEmpty else { return usual }
        let scope = scope()
        return cases.first { $0.when.isTrue(in: scope) }?.limit ?? usual
    }

    private static func limit(_ value: Int, _ unit: String) -> Limit {
        Limit(value, LimitUnit(rawValue: unit) ?? .workingDays)
    }
}
