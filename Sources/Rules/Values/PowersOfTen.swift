/// The powers of ten that a coefficient is scaled with, and the counting and cutting of decimal digits.
enum PowersOfTen {
    private static let table: [UInt128] = {
        var powers: [UInt128] = [1]
        for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()

    /// Ten to the power of `index`, 0 to 38.
    static subscript(_ index: Int) -> UInt128 { table[index] }

    static func double(_ power: Int) -> Double {
        var (result, base, rest) = (1.0, 10.0, power)
        while rest > 0 {
            if rest & 1 == 1 { result *= base }
            base *= base
            rest >>= 1
        }
        return result
    }

    /// How many decimal digits the value has; none for zero.
    static func digits(of value: UInt128) -> Int {
        if value == 0 { return 0 }
        let bits = 128 - value.leadingZeroBitCount
        let estimate = (bits * 1_233) >> 12
        return estimate < table.count && value >= table[estimate] ? estimate + 1 : estimate
    }

    /// The value without its last `count` digits, rounded half to even.
    static func shiftedRight(_ value: UInt128, by count: Int, sticky: Bool) -> UInt128 {
        if count > 38 { return 0 }
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: table[count])
        let half = table[count] / 2
        if rest > half || rest == half && (sticky || quotient & 1 == 1) { return quotient + 1 }
        return quotient
    }

    /// Cuts trailing zeros off while the exponent is below zero.
    static func stripZeros(_ digits: inout UInt128, _ exponent: inout Int) {
        for step in [16, 8, 4, 2, 1] {
            while exponent <= -step {
                if let small = UInt64(exactly: digits), step <= 16 {
                    let power = UInt64(truncatingIfNeeded: table[step])
                    guard small % power == 0 else { break }
                    digits = UInt128(small / power)
                } else {
                    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: table[step])
                    guard rest == 0 else { break }
                    digits = quotient
                }
                exponent += step
            }
        }
    }
}
