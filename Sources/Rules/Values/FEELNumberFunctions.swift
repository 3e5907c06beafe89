#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Rounding, powers, roots, exponential and logarithm of numbers.
extension FEELNumber {
    /// The ways to round to a number of decimals (DMN 1.5, 10.3.4.5).
    enum Rounding { case up, down, halfUp, halfDown, halfEven, floor, ceiling }

    /// The number with `scale` decimals; `scale` may be below zero (-6111 to 6176).
    func rounded(_ rounding: Rounding, scale: Int) -> FEELNumber? {
        let surplus = -exponent - scale
        if surplus <= 0 { return self }
        let value = coefficient
        let power: UInt128? = surplus <= 38 ? PowersOfTen[surplus] : nil
        let (quotient, rest) = power.map { value.quotientAndRemainder(dividingBy: $0) } ?? (0, value)
        let half = power.map { $0 / 2 } ?? UInt128.max
        let up =
            switch rounding {
            case .up: rest > 0
            case .down: false
            case .halfUp: rest >= half
            case .halfDown: rest > half
            case .halfEven: rest > half || rest == half && quotient & 1 == 1
            case .floor: rest > 0 && isNegative
            case .ceiling: rest > 0 && !isNegative
            }
        return FEELNumber(negative: isNegative, coefficient: quotient + (up ? 1 : 0), exponent: -scale)
    }

    var floor: FEELNumber { rounded(.floor, scale: 0) ?? self }

    /// The rest with the sign of the divisor: a - b × floor(a / b).
    func modulo(_ other: FEELNumber) -> FEELNumber? {
        guard !other.isZero else { return nil }
        if exponent == 0, other.exponent == 0 {
            let rest = coefficient % other.coefficient
            guard rest != 0 else { return .zero }
            let value = isNegative == other.isNegative ? rest : other.coefficient - rest
            return FEELNumber(negative: other.isNegative, coefficient: value, exponent: 0)
        }
        guard let quotient = divided(by: other)?.floor, let product = quotient.multiplied(by: other) else { return nil }
        return subtracting(product)
    }

    /// Whole exponents by repeated squaring, others through the logarithm.
    func raised(to power: FEELNumber) -> FEELNumber? {
        if power.isZero { return .one }
        if isZero { return power.isNegative ? nil : .zero }
        if let whole = power.integer {
            guard self != .one else { return .one }
            var (result, base, rest): (FEELNumber, FEELNumber, UInt) = (.one, self, whole.magnitude)
            while rest > 0 {
                if rest & 1 == 1 {
                    guard let next = result.multiplied(by: base) else { return whole < 0 ? .zero : nil }
                    result = next
                }
                rest >>= 1
                if rest > 0 {
                    guard let square = base.multiplied(by: base) else { return whole < 0 ? .zero : nil }
                    if square.isZero { return whole < 0 ? nil : .zero }
                    base = square
                }
            }
            return whole < 0 ? FEELNumber.one.divided(by: result) : result
        }
        guard !isNegative, let logarithm = naturalLogarithm, let product = logarithm.multiplied(by: power) else {
            return nil
        }
        return product.exponential
    }

    var squareRoot: FEELNumber? {
        if isZero { return .zero }
        guard !isNegative else { return nil }
        let half = FEELNumber(negative: false, coefficient: 5, exponent: -1) ?? .one
        let shift = (PowersOfTen.digits(of: coefficient) + exponent) / 2
        guard let scaled = FEELNumber(negative: false, coefficient: coefficient, exponent: exponent - 2 * shift),
            var root = FEELNumber("\(scaled.approximate.squareRoot())")
        else { return nil }
        for _ in 0..<3 {
            guard let next = scaled.divided(by: root)?.adding(root)?.multiplied(by: half) else { return nil }
            root = next
        }
        return FEELNumber(negative: false, coefficient: root.coefficient, exponent: root.exponent + shift)
    }

    private static let naturalLogarithmOfTen = FEELNumber("2.302585092994045684017991454684364") ?? .one

    /// e to the power of this number: the argument is reduced by whole powers of ten and by 2^8, then a Taylor series.
    var exponential: FEELNumber? {
        let ten = FEELNumber.naturalLogarithmOfTen
        guard let shift = divided(by: ten)?.rounded(.halfEven, scale: 0)?.integer, abs(shift) < 13_000,
            let offset = FEELNumber(shift).multiplied(by: ten),
            let reduced = subtracting(offset)?.divided(by: FEELNumber(256))
        else { return isNegative ? .zero : nil }
        var (sum, term): (FEELNumber, FEELNumber) = (.one, .one)
        for index in 1...20 {
            guard let next = term.multiplied(by: reduced)?.divided(by: FEELNumber(index)), let total = sum.adding(next)
            else { return nil }
            (sum, term) = (total, next)
        }
        for _ in 0..<8 {
            guard let square = sum.multiplied(by: sum) else { return nil }
            sum = square
        }
        return FEELNumber(negative: false, coefficient: sum.coefficient, exponent: sum.exponent + shift)?
            .rounded(toDigits: 32)
    }

    /// The natural logarithm, by Newton's iteration on the exponential; nil for zero and below.
    var naturalLogarithm: FEELNumber? {
        guard !isNegative, !isZero else { return nil }
        if self == .one { return .zero }
        let size = PowersOfTen.digits(of: coefficient) + exponent - 1
        guard let scaled = FEELNumber(negative: false, coefficient: coefficient, exponent: exponent - size),
            var guess = FEELNumber("\(log(scaled.approximate))")
        else { return nil }
        for _ in 0..<2 {
            guard let power = guess.exponential, let numerator = scaled.subtracting(power),
                let denominator = scaled.adding(power), let quotient = numerator.divided(by: denominator),
                let step = quotient.adding(quotient), let next = guess.adding(step)
            else { return nil }
            guess = next
        }
        return FEELNumber(size).multiplied(by: FEELNumber.naturalLogarithmOfTen)?.adding(guess)?.rounded(toDigits: 31)
    }

    /// The number with at most that many significant digits, for results whose last digits are uncertain.
    private func rounded(toDigits count: Int) -> FEELNumber? {
        rounded(.halfEven, scale: count - PowersOfTen.digits(of: coefficient) - exponent)
    }
}
