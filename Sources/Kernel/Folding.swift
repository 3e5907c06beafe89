/// Vietnamese text without case, tone and vowel marks, for comparing what people type with what is written.
///
/// `Đăng ký khai sinh` and `dang ky khai sinh` fold to the same; so do the two places where a tone mark may stand
/// (Hòa, Hoà) and the two Unicode forms (precomposed and combining).
package enum Folding {
    /// Lower-case ASCII letters and digits, everything else a single space between words.
    package static func words(_ text: String) -> [Substring] {
        fold(text).split(separator: " ")
    }

    package static func fold(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        func append(_ byte: UInt8) {
            if pendingSpace, !out.isEmpty { out.append(0x20) }
            pendingSpace = false
            out.append(byte)
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: append(UInt8(scalar.value))
            case 0x41...0x5A: append(UInt8(scalar.value) + 0x20)
            case 0x00...0x7F: pendingSpace = true
            case 0x0300...0x036F: continue
            default:
                if let base = base(of: scalar) { append(base) } else { pendingSpace = true }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The plain letter below the marks of a Vietnamese letter; nil when the scalar is none.
    private static func base(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x0111, 0x0110, 0x00D0, 0x00F0: return UInt8(ascii: "d")
        case 0x00C0...0x00C5, 0x00E0...0x00E5, 0x0102, 0x0103, 0x1EA0...0x1EB7: return UInt8(ascii: "a")
        case 0x00C8...0x00CB, 0x00E8...0x00EB, 0x1EB8...0x1EC7: return UInt8(ascii: "e")
        case 0x00CC...0x00CF, 0x00EC...0x00EF, 0x0128, 0x0129, 0x1EC8...0x1ECB: return UInt8(ascii: "i")
        case 0x00D2...0x00D6, 0x00F2...0x00F6, 0x01A0, 0x01A1, 0x1ECC...0x1EE3: return UInt8(ascii: "o")
        case 0x00D9...0x00DC, 0x00F9...0x00FC, 0x0168, 0x0169, 0x01AF, 0x01B0, 0x1EE4...0x1EF1:
            return UInt8(ascii: "u")
        case 0x00DD, 0x00FD, 0x00FF, 0x1EF2...0x1EF9: return UInt8(ascii: "y")
        default: return nil
        }
    }
}
