package import Kernel
import WorkingTime

extension LimitRule {
    /// The usual limit first, then those of its cases.
    package var words: Phrase {
        let all = [(value, unit)] + cases.map { ($0.value, $0.unit) }
        let phrases = all.map { value, unit in
            LimitUnit(rawValue: unit).map { Limit(value, $0).words } ?? Phrase(same: "\(value)")
        }
        return Self.joined(phrases)
    }

    /// What several services of one procedure say together; nil when there is none.
    static func words(of rules: [LimitRule]) -> Phrase? { rules.isEmpty ? nil : joined(rules.map(\.words)) }

    private static func joined(_ phrases: [Phrase]) -> Phrase {
        var different: [Phrase] = []
        for phrase in phrases where !different.contains(phrase) { different.append(phrase) }
        return Phrase(
            vi: different.map(\.vi).joined(separator: " hoặc "), en: different.map(\.en).joined(separator: " or "))
    }
}
