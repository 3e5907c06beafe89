import Kernel

/// The words of a channel's cell taken apart. The source runs three texts into one: the limit's words (when there is no
/// limit), the fee ("Miễn phí", "20,000 VNĐ(…)", "Không có thông tin") and the remark.
struct ChannelNote {
    /// Words in the limit's place other than "Không có thông tin".
    var limitWords: String?
    /// Half a day more: the cell's number is 1 and the words begin ".5 Ngày làm việc".
    var half: Procedure.TimeLimit.Unit?
    var fee: FeeWords
    /// The words in brackets after the fee.
    var feeNote: String?
    var bracketIsOpen = false
    var remark: String?

    enum FeeWords: Equatable {
        case none, free, notStated
        case amount(Int64, Procedure.Fee.Currency)
        /// The amount is in the limit's cell: only its end (",000 VNĐ") or only the currency stands here.
        case tail(thousands: Bool)
    }

    private static let nothing = "Không có thông tin"
    private static let free = "Miễn phí"
    private static let currencies: [(String, Procedure.Fee.Currency)] = [
        ("Việt Nam Đồng", .dong), ("VNĐ", .dong), ("USD", .dollar),
    ]

    init(_ text: String, limitIsMissing: Bool) {
        var rest = Substring(text)
        if limitIsMissing {
            if rest.hasPrefix(Self.nothing) {
                rest = rest.dropFirst(Self.nothing.count)
            } else if let start = Self.feeStart(in: rest) {
                limitWords = String(rest[..<start])
                rest = rest[start...]
            }
        }
        if rest.hasPrefix(".5 Ngày làm việc") {
            half = .workingDays
            rest = rest.dropFirst(".5 Ngày làm việc".count)
        }
        fee = Self.takeFee(&rest)
        if fee != .none, fee != .notStated, rest.first == "(" {
            let (note, closed) = Self.takeBracket(&rest)
            feeNote = SourceText.line(note)
            bracketIsOpen = !closed
        }
        let words = SourceText.paragraphs(String(rest))
        remark = SourceText.hasLetters(words) ? words : nil
    }

    private static func feeStart(in text: Substring) -> Substring.Index? {
        [free, nothing].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    }

    private static func takeFee(_ rest: inout Substring) -> FeeWords {
        if rest.hasPrefix(free) {
            rest = rest.dropFirst(free.count)
            return .free
        }
        if rest.hasPrefix(nothing) {
            rest = rest.dropFirst(nothing.count)
            return .notStated
        }
        let digits = rest.prefix(while: { $0.isASCII && ($0.isNumber || $0 == ",") })
        let after = rest.dropFirst(digits.count).drop(while: { $0 == " " })
        guard let (words, currency) = currencies.first(where: { after.hasPrefix($0.0) }) else { return .none }
        rest = after.dropFirst(words.count)
        if digits.isEmpty { return .tail(thousands: false) }
        if digits.hasPrefix(",") { return .tail(thousands: true) }
        guard let amount = Int64(digits.filter { $0 != "," }) else { return .none }
        return .amount(amount, currency)
    }

    /// The text between the bracket that opens here and the one that closes it; when none does, up to the last one of
    /// the line, and the line's end when there is none at all.
    private static func takeBracket(_ rest: inout Substring) -> (String, closed: Bool) {
        var depth = 0
        for index in rest.indices {
            if rest[index] == "(" { depth += 1 }
            if rest[index] == ")" {
                depth -= 1
                if depth == 0 {
                    let inside = rest[rest.index(after: rest.startIndex)..<index]
                    rest = rest[rest.index(after: index)...]
                    return (String(inside), true)
                }
            }
        }
        let line = rest.prefix(while: { !$0.isNewline })
        let end = line.lastIndex(of: ")").map { line.index(after: $0) } ?? line.endIndex
        let inside = rest[..<end].dropFirst()
        rest = rest[end...]
        return (String(inside), false)
    }
}
