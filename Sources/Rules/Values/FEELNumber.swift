/// A number of FEEL: a decimal with 34 significant digits, rounded half to even (DMN 1.5, 10.3.2.3.1, IEEE 754 decimal128).
///
/// Kept in 16 bytes as sign, exponent and coefficient. The form is canonical, so that equal numbers have equal bits: the
/// exponent is 0 for every whole number of up to 34 digits, below 0 without trailing zeros for fractions, and above 0
/// with exactly 34 digits for larger ones. There is neither infinity nor NaN: what leaves the range is absent (null).
package struct FEELNumber: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    static let precision = 34
    static let exponents = -6_176...6_111
    private static let bias = 6_176

    package static let zero = FEELNumber(0)
    package static let one = FEELNumber(1)

    package init(_ value: Int) {
        self.init(packing: value < 0, UInt128(value.magnitude), 0)
    }

    private init(packing negative: Bool, _ coefficient: UInt128, _ exponent: Int) {
        let sign: UInt64 = negative && coefficient != 0 ? 1 << 63 : 0
        high = sign | UInt64(exponent + Self.bias) << 49 | UInt64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
    }

    /// The number `± coefficient × 10^exponent`, rounded to 34 digits; `sticky` says that digits other than zero were
    /// already cut off behind the coefficient. Nil when it is too large; too small becomes zero.
    init?(negative: Bool, coefficient: UInt128, exponent: Int, sticky: Bool = false) {
        var (digits, power) = (coefficient, exponent)
        let surplus = max(
            PowersOfTen.digits(of: digits) - Self.precision, Self.exponents.lowerBound - power)
        if surplus > 0 {
            digits = PowersOfTen.shiftedRight(digits, by: surplus, sticky: sticky)
            power += surplus
            if digits == PowersOfTen[Self.precision] {
                digits = PowersOfTen[Self.precision - 1]
                power += 1
            }
        }
        if digits == 0 {
            self = .zero
            return
        }
        if power < 0 {
            PowersOfTen.stripZeros(&digits, &power)
        } else if power > 0 {
            let room = min(power, Self.precision - PowersOfTen.digits(of: digits))
            digits *= PowersOfTen[room]
            power -= room
        }
        guard power <= Self.exponents.upperBound else { return nil }
        self.init(packing: negative, digits, power)
    }

    var isNegative: Bool { high >> 63 == 1 }
    var exponent: Int { Int(high >> 49 & 0x3FFF) - Self.bias }
    var coefficient: UInt128 { UInt128(high & 0x1_FFFF_FFFF_FFFF) << 64 | UInt128(low) }
    package var isZero: Bool { low == 0 && high & 0x1_FFFF_FFFF_FFFF == 0 }
    package var isInteger: Bool { exponent >= 0 }

    package var negated: FEELNumber { FEELNumber(packing: !isNegative, coefficient, exponent) }
    package var magnitude: FEELNumber { isNegative ? negated : self }

    /// The number as a machine integer; nil when it has a fraction or is too large.
    package var integer: Int? {
        guard exponent == 0 else { return nil }
        let value = coefficient
        return isNegative ? Int(exactly: -Int128(value)) : Int(exactly: value)
    }

    /// The nearest binary fraction, for estimates only.
    var approximate: Double {
        let value = Double(coefficient)
        let scaled =
            exponent < -300
            ? value / PowersOfTen.double(300) / PowersOfTen.double(-exponent - 300)
            : exponent < 0 ? value / PowersOfTen.double(-exponent) : value * PowersOfTen.double(exponent)
        return isNegative ? -scaled : scaled
    }
}
