// Functions on numbers, and `not` and `is` (DMN 1.5, tables 57, 60 and 61).
extension Builtin {
    static let numbers: [Builtin] =
        [
            Builtin("decimal(n: number, scale: number) -> number") { a, _ in rounded(a, .halfEven) },
            Builtin("floor(n: number, scale?: number) -> number") { a, _ in rounded(a, .floor) },
            Builtin("ceiling(n: number, scale?: number) -> number") { a, _ in rounded(a, .ceiling) },
            Builtin("round up(n: number, scale: number) -> number") { a, _ in rounded(a, .up) },
            Builtin("round down(n: number, scale: number) -> number") { a, _ in rounded(a, .down) },
            Builtin("round half up(n: number, scale: number) -> number") { a, _ in rounded(a, .halfUp) },
            Builtin("round half down(n: number, scale: number) -> number") { a, _ in rounded(a, .halfDown) },
            Builtin("abs(n: number) -> number") { a, _ in FEELValue(a[0].number?.magnitude) },
            Builtin("abs(n: days and time duration) -> days and time duration") { a, _ in
                if case .duration(let duration) = a[0] { .duration(duration.magnitude) } else { .null }
            },
            Builtin("abs(n: years and months duration) -> years and months duration") { a, _ in
                if case .months(let length) = a[0] { .months(FEELMonths(abs(length.months))) } else { .null }
            },
            Builtin("modulo(dividend: number, divisor: number) -> number") { a, _ in
                guard let dividend = a[0].number, let divisor = a[1].number else { return .null }
                return FEELValue(dividend.modulo(divisor))
            },
            Builtin("sqrt(number: number) -> number") { a, _ in FEELValue(a[0].number?.squareRoot) },
            Builtin("log(number: number) -> number") { a, _ in FEELValue(a[0].number?.naturalLogarithm) },
            Builtin("exp(number: number) -> number") { a, _ in FEELValue(a[0].number?.exponential) },
            Builtin("odd(number: number) -> boolean") { a, _ in FEELValue(isEven(a[0]).map { !$0 }) },
            Builtin("even(number: number) -> boolean") { a, _ in FEELValue(isEven(a[0])) },
            Builtin("not(negand: boolean) -> boolean") { a, _ in FEELValue(a[0].boolean.map { !$0 }) },
            Builtin("is(value1?: Any, value2?: Any) -> boolean") { a, _ in
                .boolean((a.first ?? .null).isIdentical(to: a.count > 1 ? a[1] : .null))
            },
        ]

    private static func rounded(_ arguments: [FEELValue], _ rounding: FEELNumber.Rounding) -> FEELValue {
        var scale = 0
        if arguments.count > 1 {
            guard let number = arguments[1].number?.rounded(.down, scale: 0)?.integer, (-6_111...6_176).contains(number)
            else { return .null }
            scale = number
        }
        return FEELValue(arguments[0].number?.rounded(rounding, scale: scale))
    }

    private static func isEven(_ value: FEELValue) -> Bool? {
        guard let number = value.number, number.isInteger else { return nil }
        return number.modulo(FEELNumber(2))?.isZero
    }
}

extension FEELValue {
    /// The same kind and the same value, of times also the same zone as written (10.3.4.1).
    fileprivate func isIdentical(to other: FEELValue) -> Bool {
        switch (self, other) {
        case (.time(let a), .time(let b)):
            a.nanoseconds == b.nanoseconds && a.zone?.isSame(as: b.zone) ?? (b.zone == nil)
        case (.dateTime(let a), .dateTime(let b)):
            a.date == b.date && a.time.nanoseconds == b.time.nanoseconds
                && a.zone?.isSame(as: b.zone) ?? (b.zone == nil)
        default: equals(other) == true
        }
    }
}

extension FEELZone {
    fileprivate func isSame(as other: FEELZone?) -> Bool { self == other }
}
