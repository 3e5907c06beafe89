/// One thing that happens in a played case, as forms carry it: `act:receive`.
package enum PlayedMove: Hashable, Sendable, LosslessStringConvertible {
    /// An act of the present step.
    case act(String)
    /// A branch answers, after it was asked.
    case answered(String)
    /// The applicant sends what was asked for.
    case supplemented
    /// A timer of the present step runs out.
    case timer(String)

    package init?(_ description: String) {
        let parts = description.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("act", 2): self = .act(parts[1])
        case ("answered", 2): self = .answered(parts[1])
        case ("supplemented", 1): self = .supplemented
        case ("timer", 2): self = .timer(parts[1])
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .act(let key): "act:\(key)"
        case .answered(let key): "answered:\(key)"
        case .supplemented: "supplemented"
        case .timer(let key): "timer:\(key)"
        }
    }
}
