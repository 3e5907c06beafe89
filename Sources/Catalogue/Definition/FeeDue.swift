import Foundation
package import Kernel

/// An amount due in a case.
package struct FeeDue: Sendable, Equatable {
    package let key: String
    package let title: Phrase
    package let amount: Money
    /// The text that sets it.
    package let basis: String?
    /// When it is to be paid and whether it is given back, where the definition says so.
    package let terms: Phrase?
}

extension FeeRule {
    /// When it is to be paid and whether it is given back, in words.
    package var terms: Phrase? {
        let parts = [
            due == .reception
                ? Phrase(vi: "nộp trước khi hồ sơ được tiếp nhận", en: "due before the dossier is received") : nil,
            refund == .returned
                ? Phrase(
                    vi: "hoàn trả khi hồ sơ bị từ chối hoặc được rút",
                    en: "given back when the case is refused or withdrawn") : nil,
            refund == .kept
                ? Phrase(
                    vi: "không hoàn trả khi hồ sơ bị từ chối hoặc được rút",
                    en: "not given back when the case is refused or withdrawn") : nil,
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return Phrase(
            vi: parts.map(\.vi).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    }
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
