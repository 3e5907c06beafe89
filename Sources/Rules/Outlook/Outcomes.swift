/// What a condition may give for the answers that are possible: some of true, false and null.
package struct Outcomes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It gives true.
    package static let holds = Outcomes(rawValue: 1)
    /// It gives false.
    package static let fails = Outcomes(rawValue: 2)
    /// It gives null, because an answer is missing or has no meaning there.
    package static let unknown = Outcomes(rawValue: 4)
    package static let all: Outcomes = [.holds, .fails, .unknown]

    init(of value: FEELValue) {
        switch value {
        case .boolean(let value): self = value ? .holds : .fails
        default: self = .unknown
        }
    }

    /// What `not` makes of them (table 48).
    var negated: Outcomes {
        var result: Outcomes = contains(.unknown) ? .unknown : []
        if contains(.holds) { result.insert(.fails) }
        if contains(.fails) { result.insert(.holds) }
        return result
    }

    /// What `and` may give of one of these and one of those.
    func and(_ other: Outcomes) -> Outcomes {
        guard !isEmpty, !other.isEmpty else { return [] }
        var result: Outcomes = []
        if contains(.fails) || other.contains(.fails) { result.insert(.fails) }
        if contains(.holds), other.contains(.holds) { result.insert(.holds) }
        if contains(.unknown), !other.isDisjoint(with: [.holds, .unknown]) { result.insert(.unknown) }
        if other.contains(.unknown), !isDisjoint(with: [.holds, .unknown]) { result.insert(.unknown) }
        return result
    }

    func or(_ other: Outcomes) -> Outcomes { negated.and(other.negated).negated }
}
