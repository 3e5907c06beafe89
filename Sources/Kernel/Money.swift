/// An amount in Vietnamese đồng, which has no smaller unit in use.
package struct Money: Hashable, Sendable, Comparable, Codable {
    package let dong: Int64

    package init(dong: Int64) { self.dong = dong }

    package static let zero = Money(dong: 0)
    package static func < (a: Self, b: Self) -> Bool { a.dong < b.dong }
    package static func + (a: Self, b: Self) -> Money { Money(dong: a.dong + b.dong) }

    package init(from decoder: any Decoder) throws { dong = try decoder.singleValueContainer().decode(Int64.self) }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(dong)
    }
}

extension Money: CustomStringConvertible {
    /// Digits in groups of three with dots, as Vietnamese papers write them: `150.000`.
    package var description: String { Int64(dong).groupedByThousands }
}

extension Int64 {
    package var groupedByThousands: String {
        let digits = String(magnitude)
        var out = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out.append(".") }
            out.append(digit)
        }
        return out
    }
}
