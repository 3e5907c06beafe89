import Foundation
package import Kernel

/// A row of a fee table: what is due where its rule holds.
package struct FeeRow: Codable, Sendable, Equatable {
    package var title: Phrase?
    /// FEEL; absent in the last row: otherwise.
    package var when: String?
    /// FEEL giving an amount in đồng.
    package var amount: String
}

/// An exemption from a fee or a reduction of it (miễn, giảm phí, lệ phí; Luật Phí và lệ phí 97/2015/QH13, Đ.10).
package struct FeeReduction: Codable, Sendable, Equatable {
    package var key: String
    /// Who has it: `Trẻ em`, `Hộ nghèo`.
    package var title: Phrase
    /// FEEL that must hold.
    package var when: String
    /// How much is taken off, of a hundred; 100 is an exemption.
    package var percent: Int?
    /// Or FEEL giving what is due instead.
    package var amount: String?
    /// The paper of the dossier that proves it; it belongs to the cases in which the reduction holds and is required there.
    package var proof: String?
    /// The text that sets it.
    package var basis: String?
}

extension FeeReduction {
    /// What is due of an amount, never more than that; `instead` is what `amount` gives.
    func reduced(_ dong: Int64, instead: Int64?) -> Int64 {
        if let instead { return min(dong, max(0, instead)) }
        return (Decimal(dong) * Decimal(100 - (percent ?? 100)) / 100).wholeDong ?? dong
    }

    /// Who need not pay all, for whoever reads what a service costs: `Miễn: Trẻ em (NQ 12/2025)`.
    package var notice: Phrase {
        let words = words(isExempt: percent == 100)
        let basis = basis.map { " (\($0))" } ?? ""
        return Phrase(
            vi: words.vi.prefix(1).uppercased() + words.vi.dropFirst() + basis,
            en: words.en.prefix(1).uppercased() + words.en.dropFirst() + basis)
    }

    /// `miễn: Trẻ em`, `giảm 50%: Hộ nghèo`.
    func words(isExempt: Bool) -> Phrase {
        if isExempt { return Phrase(vi: "miễn: \(title.vi)", en: "exempt: \(title.en)") }
        guard let percent else { return Phrase(vi: "giảm: \(title.vi)", en: "reduced: \(title.en)") }
        return Phrase(vi: "giảm \(percent)%: \(title.vi)", en: "\(percent)% off: \(title.en)")
    }
}
