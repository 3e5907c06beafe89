/// The number of a receipt (số biên lai): running within a year at one agency, without gaps, at most eight digits
/// (NĐ 254/2026/NĐ-CP, Đ.23).
package struct ReceiptNumber: Sendable, Hashable, CustomStringConvertible {
    package let year: Int
    package let number: Int

    package init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    /// `0000012/2026`.
    package var description: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 7 - digits.count)) + digits + "/\(year)"
    }
}
