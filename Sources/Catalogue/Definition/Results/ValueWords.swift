import Foundation
package import Kernel
import Wording

/// How a value of a paper, a message or a register is written: numbers and amounts as Vietnamese people write them.
package enum ValueWords {
    package static func words(of value: JSON, _ kind: FieldKind, _ manner: TextVariable.Manner? = nil) -> Phrase? {
        switch (kind, value) {
        case (.date, .string(let text)): Day(text).map { manner == .long ? $0.longPhrase : $0.phrase }
        case (.yesNo, .bool(let value)): value ? .yes : .no
        case (.money, .number(let amount)):
            amount.wholeDong.map { dong in
                let money = Money(dong: dong)
                // Papers are in Vietnamese; whoever reads English reads figures.
                return manner == .words
                    ? Phrase(vi: AmountInWords(money).description, en: money.phrase.en) : money.phrase
            }
        case (.number, .number(let number)): Self.number(number, manner)
        case (_, .string(let text)): Phrase(same: text)
        default: nil
        }
    }

    /// Years and house numbers have four digits and no point.
    private static func number(_ value: Decimal, _ manner: TextVariable.Manner?) -> Phrase {
        let whole = value.wholeDong.flatMap { Decimal($0) == value ? $0 : nil }
        if manner == .words, let whole {
            return Phrase(vi: AmountInWords(Money(dong: whole)).number, en: String(whole))
        }
        guard let whole, whole.magnitude >= 10_000 else {
            return Phrase(same: value.description.replacing(".", with: ","))
        }
        return Phrase(same: whole.groupedByThousands)
    }
}

extension Day {
    /// `ngày 22 tháng 11 năm 2026`; days and the first two months have two digits (NĐ 30/2020/NĐ-CP, Phụ lục I).
    package var longPhrase: Phrase {
        let (year, month, day) = parts
        let (days, months) = (day < 10 ? "0\(day)" : "\(day)", month < 3 ? "0\(month)" : "\(month)")
        return Phrase(vi: "ngày \(days) tháng \(months) năm \(year)", en: phrase.en)
    }
}
