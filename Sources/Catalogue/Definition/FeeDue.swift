import Foundation
package import Kernel

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
