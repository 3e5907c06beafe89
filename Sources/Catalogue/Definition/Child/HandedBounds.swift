import Kernel
import Rules

/// Whether what a case hands to its child lies within what the question there takes: its options, its bounds, how many
/// entries it may have. Decided as conditions are; of what is not decided nothing is said.
struct HandedBounds {
    /// An answer that the child does not take.
    struct Misfit {
        /// Whether none that may be given is taken; otherwise some are not.
        let isAlways: Bool
        /// What the question there takes.
        let bounds: Phrase
    }

    private let outlook: Outlook

    init(_ parent: ServiceDefinition) { outlook = Outlook(FormOutlook(parent).expected) }

    /// What is wrong with a rule of the parent as the answer to a question of the child; nil when nothing is known to be.
    func misfit(of rule: String, for field: FormField) -> Misfit? {
        guard let bounds = field.bounds(of: rule), let fits = Premise(bounds.test),
            let given = Premise("(\(rule)) != null")
        else { return nil }
        let view = outlook.view(of: fits, given: [given])
        guard !view.outcomes.isEmpty else { return nil }
        if !view.outcomes.contains(.holds) { return Misfit(isAlways: true, bounds: bounds.words) }
        return view.isExact && view.outcomes != .holds ? Misfit(isAlways: false, bounds: bounds.words) : nil
    }
}

extension FormField {
    /// The test in FEEL that a rule's value is taken here, and the same in words; nil when every value is.
    fileprivate func bounds(of rule: String) -> (test: String, words: Phrase)? {
        switch kind {
        case .choice:
            let codes = options.map { "\"\($0.value)\"" }.joined(separator: ", ")
            let names = options.map(\.value).joined(separator: ", ")
            return (
                "list contains([\(codes)], \(rule))",
                Phrase(vi: "một trong: \(names)", en: "one of: \(names)")
            )
        case .number: return within("(\(rule))", minimum)
        case .money: return within("(\(rule))", max(minimum ?? 0, 0))
        case .text, .longText: return within("string length(\(rule))", minimum)
        case .group, .table: return within("count(\(rule))", minimum)
        default: return nil
        }
    }

    private func within(_ value: String, _ minimum: Int?) -> (test: String, words: Phrase)? {
        let tests = [minimum.map { "\(value) >= \($0)" }, maximum.map { "\(value) <= \($0)" }].compactMap { $0 }
        guard !tests.isEmpty else { return nil }
        let words =
            switch (minimum, maximum) {
            case (let low?, let high?): Phrase(vi: "từ \(low) đến \(high)", en: "\(low) to \(high)")
            case (let low?, nil): Phrase(vi: "từ \(low) trở lên", en: "\(low) or more")
            case (nil, let high?): Phrase(vi: "đến \(high)", en: "up to \(high)")
            case (nil, nil): Phrase(same: "")
            }
        return (tests.joined(separator: " and "), words)
    }
}
