import Catalogue
import DesignSystem
import Kernel
import Markup
import Wording

/// Rules as officials read them: a condition that could be chosen is said in words, any other rule stays as it is written.
struct RuleWords: Sendable {
    private let answers: [KnownAnswer]

    init(_ answers: [KnownAnswer]) { self.answers = answers }

    /// Nil when the rule is no condition that could be chosen, or reads what is not asked.
    func phrase(_ rule: String) -> Phrase? {
        if Condition(rule) == nil, rule.hasPrefix("not("), rule.hasSuffix(")"),
            let inner = phrase(String(rule.dropFirst(4).dropLast()))
        {
            return Phrase(vi: "không phải: \(inner.vi)", en: "not: \(inner.en)")
        }
        guard let condition = Condition(rule) else { return nil }
        let parts = condition.comparisons.compactMap(phrase)
        guard parts.count == condition.comparisons.count else { return nil }
        let isAnd = condition.joint == .and
        return Phrase(
            vi: parts.map(\.vi).joined(separator: isAnd ? " và " : " hoặc "),
            en: parts.map(\.en).joined(separator: isAnd ? " and " : " or "))
    }

    /// In words, or as the formula; nothing where there is none.
    func markup(_ rule: String?) -> Markup {
        guard let rule, !rule.isEmpty else { return .empty }
        return phrase(rule).map(Markup.phrase) ?? code(rule)
    }

    private func phrase(_ one: Condition.Comparison) -> Phrase? {
        guard let answer = answers.first(where: { $0.name == one.field }) else { return nil }
        let name = answer.label
        if one.value == ValueWords.empty.value {
            return one.sign == .equal
                ? Phrase(vi: "“\(name.vi)” để trống", en: "“\(name.en)” is empty")
                : one.sign == .unequal
                    ? Phrase(vi: "“\(name.vi)” có trả lời", en: "“\(name.en)” is answered") : nil
        }
        let option = answer.options.first { $0.value == one.value }?.label
        // A value that is none of the options is the check's matter; words would hide it.
        guard option != nil || answer.options.isEmpty else { return nil }
        let value =
            option.map { Phrase(vi: "“\($0.vi)”", en: "“\($0.en)”") } ?? Phrase(same: ValueWords.shown(one.value))
        let sign = ConditionPage.signs.first { $0.value == one.sign.rawValue }?.label ?? Phrase(same: one.sign.rawValue)
        return Phrase(vi: "“\(name.vi)” \(sign.vi) \(value.vi)", en: "“\(name.en)” \(sign.en) \(value.en)")
    }
}
