import Kernel

/// The values that a type allows, written as unary tests on `?` (DMN 1.5, 7.3.3): `"low", "high"` or `[0..100]`.
package final class AllowedValues: Hashable, Sendable {
    package let source: String
    private let rule: Rule

    /// Nil when the tests cannot be read.
    init?(_ source: String, of type: FEELType, types: [String: FEELType] = [:]) {
        var limits = RuleLimits.standard
        limits.steps = 10_000
        let names = RuleNames([:], typeNames: types)
        guard
            case .success(let rule) = Rule.compile(
                tests: source, of: type, names: names, limits: limits, isChecked: false)
        else { return nil }
        self.source = source
        self.rule = rule
    }

    /// Whether the tests hold for the value. They know no names and so no moment.
    func admits(_ value: FEELValue) -> Bool {
        rule.isTrue(in: RuleScope(["?": value], now: Instant(seconds: 0)))
    }

    package static func == (a: AllowedValues, b: AllowedValues) -> Bool { a.source == b.source }
    package func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
