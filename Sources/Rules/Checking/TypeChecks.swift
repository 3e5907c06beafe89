import Kernel

// What can be told of types beforehand.
extension Compiler {
    /// Notes it when the expression cannot be of the wanted type.
    mutating func expect(_ compiled: Compiled, _ wanted: FEELType, at syntax: Syntax) {
        if !compiled.type.fits(wanted) { findings.append(wrongType(compiled.type, wanted: wanted, at: syntax)) }
    }

    /// Notes it when the two can never be compared, or a choice is compared with a code that it does not have.
    mutating func checkComparable(
        _ sign: Syntax.Operator, _ a: Compiled, _ left: Syntax, _ b: Compiled, _ right: Syntax, at syntax: Syntax
    ) {
        let isOrder = sign != .equal && sign != .unequal
        guard a.type.isComparable(with: b.type), !isOrder || a.type.hasOrder && b.type.hasOrder else {
            findings.append(incomparable(sign, a, left, b, right, at: syntax))
            return
        }
        if !isOrder {
            checkCode(a.type, b.constant, at: right)
            checkCode(b.type, a.constant, at: left)
        }
    }

    mutating func checkCode(_ type: FEELType, _ constant: FEELValue?, at syntax: Syntax) {
        guard case .choice(let codes) = type, case .string(let code)? = constant, !codes.contains(code) else { return }
        let nearest = Spelling.nearest(to: code, among: codes)
        let shown = codes.prefix(8).map { "“\($0)”" }.joined(separator: ", ") + (codes.count > 8 ? ", …" : "")
        findings.append(
            Finding(
                at: syntax,
                Phrase(
                    vi: "Không có lựa chọn “\(code)”; các lựa chọn là: \(shown).",
                    en: "There is no choice “\(code)”; the choices are: \(shown)."),
                proposal: nearest.map { SyntaxPrinter.text(.string($0)) }))
    }

    private func incomparable(
        _ sign: Syntax.Operator, _ a: Compiled, _ left: Syntax, _ b: Compiled, _ right: Syntax, at syntax: Syntax
    ) -> Finding {
        let message = Phrase(
            vi: "Không thể so sánh \(a.type.phrase.vi) với \(b.type.phrase.vi) bằng “\(sign.rawValue)”.",
            en:
                "\(a.type.phrase.en.capitalizedFirst) cannot be compared with \(b.type.phrase.en) by “\(sign.rawValue)”."
        )
        for (text, place, other) in [(b, right, a), (a, left, b)] {
            guard case .string(let written)? = text.constant, let literal = Self.literal(written, as: other.type) else {
                continue
            }
            return Finding(at: place, message, proposal: literal)
        }
        return Finding(at: syntax, message)
    }

    /// How a text in quotes would be written as a value of another type: `"18"` as `18`, `"2026-01-01"` as a date.
    private static func literal(_ text: String, as type: FEELType) -> String? {
        switch type {
        case .number: FEELNumber(text)?.description
        case .date: FEELDate(text).map { "date(\"\($0)\")" } ?? dayFirst(text)
        case .dateTime: FEELDateTime(text) == nil ? nil : "date and time(\"\(text)\")"
        case .time: FEELTime(text) == nil ? nil : "time(\"\(text)\")"
        case .duration: FEELDuration(text) == nil ? nil : "duration(\"\(text)\")"
        case .months: FEELMonths(text) == nil ? nil : "duration(\"\(text)\")"
        case .boolean: text == "true" || text == "false" ? text : nil
        default: nil
        }
    }

    /// A constructor whose text cannot be read.
    func badLiteral(_ text: String, _ name: String, at syntax: Syntax) -> Finding {
        let message = SyntaxFault.Reason.badDate(text).phrase
        return Finding(at: syntax, message, proposal: name == "date" ? Self.dayFirst(text) : nil)
    }

    /// `22/04/2026`, as dates are written in Vietnam.
    private static func dayFirst(_ text: String) -> String? {
        let parts = text.split(separator: "/").map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1_000 else {
            return nil
        }
        return FEELDate(year: year, month: month, day: day).map { "date(\"\($0)\")" }
    }

    /// The type of a calculation; `any` when it is not known, nil when there is none.
    func arithmeticType(_ sign: Syntax.Operator, _ a: FEELType, _ b: FEELType) -> FEELType? {
        if a == .null || b == .null { return .null }
        let (first, second) = (a.plain, b.plain)
        if first == .any || second == .any { return .any }
        let isLength = { (type: FEELType) in type == .duration || type == .months }
        switch (sign, first, second) {
        case (.power, .number, .number): return .number
        case (.power, _, _): return nil
        case (_, .number, .number): return .number
        case (.add, .string, .string): return .string
        case (.add, .duration, .duration), (.subtract, .duration, .duration): return .duration
        case (.add, .months, .months), (.subtract, .months, .months): return .months
        case (.subtract, .date, .date), (.subtract, .dateTime, .dateTime), (.subtract, .date, .dateTime),
            (.subtract, .dateTime, .date), (.subtract, .time, .time):
            return .duration
        case (.add, .date, let length) where isLength(length), (.subtract, .date, let length) where isLength(length),
            (.add, .dateTime, let length) where isLength(length),
            (.subtract, .dateTime, let length) where isLength(length):
            return first
        case (.add, let length, .date) where isLength(length), (.add, let length, .dateTime) where isLength(length):
            return second
        case (.add, .time, .duration), (.subtract, .time, .duration), (.add, .duration, .time): return .time
        case (.multiply, let length, .number) where isLength(length),
            (.divide, let length, .number) where isLength(length):
            return length
        case (.multiply, .number, let length) where isLength(length): return length
        case (.divide, .duration, .duration), (.divide, .months, .months): return .number
        default: return nil
        }
    }
}

extension FEELType {
    /// Without what a calculation does not look at.
    fileprivate var plain: FEELType {
        if case .choice = self { .string } else { self }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
