// The four operations and order of numbers (DMN 1.5, 10.3.2.3.1 and table 50). A result outside the range is nil.
extension FEELNumber: Comparable {
    package static func < (a: Self, b: Self) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.isNegative ? b.magnitudePrecedes(a) : a.magnitudePrecedes(b)
    }

    private func magnitudePrecedes(_ other: Self) -> Bool {
        let (mine, its) = (coefficient, other.coefficient)
        if exponent == other.exponent { return mine < its }
        if mine == 0 || its == 0 { return mine == 0 && its != 0 }
        let (size, otherSize) = (PowersOfTen.digits(of: mine) + exponent, PowersOfTen.digits(of: its) + other.exponent)
        if size != otherSize { return size < otherSize }
        let shift = exponent - other.exponent
        return shift > 0 ? mine * PowersOfTen[shift] < its : mine < its * PowersOfTen[-shift]
    }

    package func adding(_ other: Self) -> Self? {
        let (mine, its) = (coefficient, other.coefficient)
        if exponent == other.exponent {
            return Self.sum(isNegative, mine, other.isNegative, its, exponent, sticky: false)
        }
        if mine == 0 { return other }
        if its == 0 { return self }
        if exponent < other.exponent { return other.adding(self) }
        let distance = exponent - other.exponent
        let room = 38 - PowersOfTen.digits(of: mine)
        if distance <= room {
            return Self.sum(
                isNegative, mine * PowersOfTen[distance], other.isNegative, its, other.exponent, sticky: false)
        }
        let cut = distance - room
        let (kept, rest) = cut > 38 ? (0, its) : its.quotientAndRemainder(dividingBy: PowersOfTen[cut])
        return Self.sum(
            isNegative, mine * PowersOfTen[room], other.isNegative, kept, exponent - room, sticky: rest != 0)
    }

    /// The sum of two coefficients of one exponent; `sticky` says that the smaller was cut off.
    private static func sum(
        _ aNegative: Bool, _ a: UInt128, _ bNegative: Bool, _ b: UInt128, _ exponent: Int, sticky: Bool
    ) -> Self? {
        if aNegative == bNegative {
            return Self(negative: aNegative, coefficient: a + b, exponent: exponent, sticky: sticky)
        }
        if a >= b {
            return Self(
                negative: aNegative, coefficient: a - b - (sticky ? 1 : 0), exponent: exponent, sticky: sticky)
        }
        return Self(negative: bNegative, coefficient: b - a, exponent: exponent)
    }

    package func subtracting(_ other: Self) -> Self? { adding(other.negated) }

    package func multiplied(by other: Self) -> Self? {
        let negative = isNegative != other.isNegative
        let (mine, its) = (coefficient, other.coefficient)
        let power = exponent + other.exponent
        let (product, overflow) = mine.multipliedReportingOverflow(by: its)
        if !overflow { return Self(negative: negative, coefficient: product, exponent: power) }
        let wide = mine.multipliedFullWidth(by: its)
        let cut = PowersOfTen.digits(of: mine) + PowersOfTen.digits(of: its) - 36
        let (quotient, rest) = PowersOfTen[cut].dividingFullWidth(wide)
        return Self(negative: negative, coefficient: quotient, exponent: power + cut, sticky: rest != 0)
    }

    /// Nil also when dividing by zero.
    package func divided(by other: Self) -> Self? {
        let (mine, its) = (coefficient, other.coefficient)
        guard its != 0 else { return nil }
        let negative = isNegative != other.isNegative
        if mine % its == 0 {
            return Self(negative: negative, coefficient: mine / its, exponent: exponent - other.exponent)
        }
        let lift = Self.precision - PowersOfTen.digits(of: mine)
        let widening = PowersOfTen.digits(of: its) + 1
        let wide = (mine * PowersOfTen[lift]).multipliedFullWidth(by: PowersOfTen[widening])
        let (quotient, rest) = its.dividingFullWidth(wide)
        return Self(
            negative: negative, coefficient: quotient, exponent: exponent - other.exponent - lift - widening,
            sticky: rest != 0)
    }
}
