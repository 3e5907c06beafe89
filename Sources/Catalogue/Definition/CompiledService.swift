import Foundation
package import Kernel
package import WorkingTime

/// A published definition whose rules are compiled; what filing and the desk work with.
package struct CompiledService: Sendable {
    package let published: PublishedDefinition
    let pages: [CompiledPage]
    private let paperRules: [(rule: PaperRule, when: Formula?, required: Formula)]
    private let feeRules: [(rule: FeeRule, when: Formula?, amount: Formula)]
    private let limitCases: [(when: Formula, limit: Limit)]
    private let usualLimit: Limit
    private let steps: [String: Step]
    private let guards: [String: Formula]

    package var definition: ServiceDefinition { published.definition }
    package var hash: String { published.hash }

    package init(_ published: PublishedDefinition) {
        let definition = published.definition
        self.published = published
        pages = definition.form.map { page in
            CompiledPage(page: page, when: page.when.map { Formula($0) }, fields: page.fields.map(Self.compiled))
        }
        paperRules = definition.papers.map { ($0, $0.when.map { Formula($0) }, Formula($0.required)) }
        feeRules = definition.fees.map { ($0, $0.when.map { Formula($0) }, Formula($0.amount)) }
        usualLimit = Self.limit(definition.limit.value, definition.limit.unit)
        limitCases = definition.limit.cases.map { (Formula($0.when), Self.limit($0.value, $0.unit)) }
        steps = Dictionary(definition.steps.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var guards: [String: Formula] = [:]
        for step in definition.steps {
            for act in step.acts { if let when = act.when { guards["\(step.key).\(act.key)"] = Formula(when) } }
        }
        self.guards = guards
    }

    private static func compiled(_ field: FormField) -> CompiledField {
        CompiledField(
            field: field, when: field.when.map { Formula($0) }, required: Formula(field.required),
            checks: field.checks.map { (Formula($0.rule), $0.message) }, fields: field.fields.map(compiled))
    }

    private static func limit(_ value: Int, _ unit: String) -> Limit {
        Limit(value, LimitUnit(rawValue: unit) ?? .workingDays)
    }

    // MARK: steps

    /// The step in which a filed dossier begins.
    package var firstStep: Step? { definition.steps.first }

    package func step(_ key: String) -> Step? { steps[key] }

    /// The acts that may be done in a step, by their guards.
    package func acts(in step: String, for facts: CaseFacts) -> [Act] {
        guard let step = steps[step] else { return [] }
        let sight = Sight(facts: pruned(facts))
        return step.acts.filter { guards["\(step.key).\($0.key)"]?.isTrue(in: sight) ?? true }
    }

    // MARK: what the answers decide

    /// The legal limit of the whole case.
    package func limit(for facts: CaseFacts) -> Limit {
        guard !limitCases.isEmpty else { return usualLimit }
        let sight = Sight(facts: pruned(facts))
        return limitCases.first { $0.when.isTrue(in: sight) }?.limit ?? usualLimit
    }

    /// The papers of this case, in the definition's order; those of other cases are left out.
    package func papers(for facts: CaseFacts) -> [PaperDue] {
        let sight = Sight(facts: pruned(facts))
        return paperRules.compactMap { rule, when, required in
            guard when?.isTrue(in: sight) ?? true else { return nil }
            return PaperDue(rule: rule, required: required.isTrue(in: sight))
        }
    }

    /// What is due in this case; amounts of nothing are left out.
    package func fees(for facts: CaseFacts) -> [FeeDue] {
        let sight = Sight(facts: pruned(facts))
        return feeRules.compactMap { rule, when, amount in
            guard when?.isTrue(in: sight) ?? true, let number = amount.value(in: sight).number,
                let dong = number.wholeDong, dong > 0
            else { return nil }
            return FeeDue(key: rule.key, title: rule.title, amount: Money(dong: dong), basis: rule.basis)
        }
    }
}

/// A paper that belongs to a case.
package struct PaperDue: Sendable, Equatable {
    package let rule: PaperRule
    package let required: Bool
}

/// An amount due in a case.
package struct FeeDue: Sendable, Equatable {
    package let key: String
    package let title: Phrase
    package let amount: Money
    /// The text that sets it.
    package let basis: String?
}

extension Decimal {
    /// Whole đồng, halves away from zero; nil when no such amount fits.
    var wholeDong: Int64? {
        guard isFinite, magnitude < 1_000_000_000_000_000 else { return nil }
        var (value, rounded) = (self, Decimal())
        NSDecimalRound(&rounded, &value, 0, .plain)
        return NSDecimalNumber(decimal: rounded).int64Value
    }
}
