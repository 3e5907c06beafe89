// Numbers as text and as Foundation's decimals.
package import Foundation

extension FEELNumber: LosslessStringConvertible {
    /// Plain digits, never an exponent: `-12.5`, `100000`.
    package var description: String {
        var digits = String(coefficient)
        if exponent > 0 {
            digits += String(repeating: "0", count: exponent)
        } else if exponent < 0 {
            let whole = digits.utf8.count + exponent
            if whole <= 0 {
                digits = "0." + String(repeating: "0", count: -whole) + digits
            } else {
                digits.insert(".", at: digits.utf8.index(digits.startIndex, offsetBy: whole))
            }
        }
        return isNegative ? "-" + digits : digits
    }

    /// Reads `12`, `-12.5`, `.5`, `1.5e-3`; nil when it is no number or out of range.
    package init?(_ text: String) {
        var text = text
        let read: FEELNumber?? = text.withUTF8 { bytes in FEELNumber.read(bytes) }
        guard case .some(.some(let value)) = read else { return nil }
        self = value
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> FEELNumber? {
        var at = 0
        var negative = false
        if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2B {
            negative = bytes[at] == 0x2D
            at += 1
        }
        var coefficient: UInt128 = 0
        var (exponent, digits, kept) = (0, 0, 0)
        var (sticky, fraction) = (false, false)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x2E, !fraction {
                fraction = true
            } else if byte >= 0x30, byte <= 0x39 {
                digits += 1
                if kept < 37 {
                    coefficient = coefficient * 10 + UInt128(byte - 0x30)
                    if coefficient != 0 { kept += 1 }
                    if fraction { exponent -= 1 }
                } else {
                    sticky = sticky || byte != 0x30
                    if !fraction { exponent += 1 }
                }
            } else {
                break
            }
            at += 1
        }
        guard digits > 0, bytes[at - 1] != 0x2E else { return nil }
        if at < bytes.count {
            guard bytes[at] == 0x65 || bytes[at] == 0x45, let power = Self.power(bytes, at + 1) else { return nil }
            exponent += power
        }
        return FEELNumber(negative: negative, coefficient: coefficient, exponent: exponent, sticky: sticky)
    }

    private static func power(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var at = start
        var negative = false
        if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2B {
            negative = bytes[at] == 0x2D
            at += 1
        }
        guard at < bytes.count else { return nil }
        var value = 0
        while at < bytes.count {
            guard bytes[at] >= 0x30, bytes[at] <= 0x39 else { return nil }
            value = min(value * 10 + Int(bytes[at] - 0x30), 100_000)
            at += 1
        }
        return negative ? -value : value
    }

    /// The same number; nil for Foundation's NaN. Its digits beyond the 34th are rounded.
    package init?(_ decimal: Decimal) {
        guard !decimal.isNaN else { return nil }
        self.init(decimal.description)
    }

    /// As Foundation's decimal; nil when it exceeds that type's range.
    package var decimal: Decimal? {
        guard exponent >= -127, exponent <= 90 else { return nil }
        guard let small = UInt64(exactly: coefficient) else { return Decimal(string: description) }
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: Decimal(small))
    }
}
