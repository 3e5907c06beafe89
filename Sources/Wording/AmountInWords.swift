package import Kernel

/// An amount as Vietnamese papers write it out: `một trăm năm mươi nghìn đồng`.
///
/// Three figures are read together; a group of noughts is passed over, and after the first group the hundreds are always
/// said ("không trăm linh năm"). A one after two tens and more is "mốt", a five after any ten "lăm", a nought before
/// units "linh". Above "tỷ" (10⁹) the reading begins anew: "một nghìn tỷ".
package struct AmountInWords: CustomStringConvertible {
    let amount: Money

    package init(_ amount: Money) { self.amount = amount }

    package var description: String { number + " đồng" }

    /// The number alone: `một trăm năm mươi nghìn`.
    package var number: String {
        let words = Self.words(amount.dong.magnitude, isFirst: true)
        let read = words.isEmpty ? "không" : words.joined(separator: " ")
        return (amount.dong < 0 ? "âm " : "") + read
    }

    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

    private static func words(_ value: UInt64, isFirst: Bool) -> [String] {
        let billions = value / 1_000_000_000
        if billions > 0 {
            return words(billions, isFirst: isFirst) + ["tỷ"] + words(value % 1_000_000_000, isFirst: false)
        }
        var out: [String] = []
        for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] as [(UInt64, String)] {
            let group = Int(value / size % 1_000)
            guard group > 0 else { continue }
            out += read(group, whole: !(isFirst && out.isEmpty))
            if !name.isEmpty { out.append(name) }
        }
        return out
    }

    /// - Parameter whole: with its hundreds, even when they are none.
    private static func read(_ group: Int, whole: Bool) -> [String] {
        let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10)
        var out: [String] = []
        let saysHundreds = whole || hundreds > 0
        if saysHundreds { out += [digits[hundreds], "trăm"] }
        switch tens {
        case 0:
            if saysHundreds, units > 0 { out.append("linh") }
        case 1: out.append("mười")
        default: out += [digits[tens], "mươi"]
        }
        switch units {
        case 0: break
        case 1: out.append(tens > 1 ? "mốt" : "một")
        case 5: out.append(tens > 0 ? "lăm" : "năm")
        default: out.append(digits[units])
        }
        return out
    }
}
