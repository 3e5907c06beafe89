import Kernel
import Rules

/// A fee with its rules compiled.
struct CompiledFee: Sendable {
    let rule: FeeRule
    let when: Formula
    private let amount: Formula
    private let reductions: [(rule: FeeReduction, when: Formula, amount: Formula?)]

    init(_ fee: FeeRule, _ compiler: inout DefinitionCompiler) {
        let path = "fees.\(fee.key)"
        rule = fee
        when = fee.when.map { compiler.whole($0, at: "\(path).when") } ?? .always
        amount = compiler.whole(fee.amount, at: "\(path).amount", .number)
        reductions = (fee.reductions ?? []).map { reduction in
            let path = "\(path).reductions.\(reduction.key)"
            return (
                rule: reduction, when: compiler.whole(reduction.when, at: "\(path).when"),
                amount: reduction.amount.map { compiler.whole($0, at: "\(path).amount", .number) }
            )
        }
    }

    /// What is due in a case, nothing where it is exempt; nil where the fee does not belong to the case, comes to nothing
    /// by itself, or depends on answers still missing.
    func due(in scope: RuleScope) -> FeeDue? {
        guard when.isTrue(in: scope), let dong = amount.value(in: scope).json.number?.wholeDong, dong > 0 else {
            return nil
        }
        var (rest, title) = (dong, rule.title)
        if let reduction = reductions.first(where: { $0.when.isTrue(in: scope) }) {
            let instead = reduction.amount.map { $0.value(in: scope).json.number?.wholeDong ?? dong }
            rest = reduction.rule.reduced(dong, instead: instead)
            let words = reduction.rule.words(isExempt: rest == 0)
            title = Phrase(vi: "\(title.vi) (\(words.vi))", en: "\(title.en) (\(words.en))")
        }
        return FeeDue(
            key: rule.key, title: title, amount: Money(dong: rest), basis: rule.basis, terms: rule.terms)
    }

    /// Whether the fee belongs to the case, which is not exempt, and no amount can be worked out: an answer that it reads is
    /// left blank, or its rule divides by nothing.
    func isUncounted(in scope: RuleScope) -> Bool {
        guard when.isTrue(in: scope), amount.value(in: scope).json.number?.wholeDong == nil else { return false }
        return reductions.first { $0.when.isTrue(in: scope) }?.rule.percent != 100
    }

    /// Whether a paper is the proof of a reduction of this fee; nil when it is not, else whether a case has that reduction.
    func asks(forProof paper: String, in scope: RuleScope) -> Bool? {
        let proved = reductions.filter { $0.rule.proof == paper }
        guard !proved.isEmpty else { return nil }
        return when.isTrue(in: scope) && reductions.first { $0.when.isTrue(in: scope) }?.rule.proof == paper
    }
}
