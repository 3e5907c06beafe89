/// The tax code of an enterprise or organisation (mã số thuế), which is also its enterprise number.
///
/// Ten digits, of which the last is the check digit 10 − (Σ Nᵢ·wᵢ mod 11) with the weights 31, 29, 23, 19, 17, 13, 7,
/// 5, 3; a branch adds a dash and three digits. People and household businesses use the personal number instead.
package struct TaxCode: Hashable, Sendable {
    /// `0100109106` or `0100109106-001`.
    package let text: String

    private static let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

    package init?(_ typed: String) {
        let bare = typed.filter { !$0.isWhitespace && $0 != "." }
        let parts = bare.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let isDigits = parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
        guard isDigits, let head = parts.first else { return nil }
        var digits = head
        var branch: [UInt8] = []
        switch (parts.count, head.count) {
        case (1, 10): break
        case (1, 13): (digits, branch) = (Array(head.prefix(10)), Array(head.suffix(3)))
        case (2, 10) where parts[1].count == 3: branch = parts[1]
        default: return nil
        }
        let values = digits.map { Int($0) - 0x30 }
        let sum = zip(values, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard 10 - sum % 11 == values[9] else { return nil }
        text =
            String(decoding: digits, as: UTF8.self)
            + (branch.isEmpty ? "" : "-" + String(decoding: branch, as: UTF8.self))
    }
}
