/// Percent-encoding (RFC 3986, section 2.1) and the encoding of forms (application/x-www-form-urlencoded).
package enum URLText {
    package static func encode(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return out
    }

    /// Decodes `%XX`, and `+` as a space when `plusIsSpace`; what is no UTF-8 is repaired.
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.popFirst() {
            if byte == 0x25, source.count >= 2, let high = hex(source[source.startIndex]),
                let low = hex(source[source.startIndex + 1])
            {
                bytes.append(high << 4 | low)
                source = source.dropFirst(2)
            } else if byte == 0x2B, plusIsSpace {
                bytes.append(0x20)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `?a=1&b=2`; empty for no pairs.
    package static func query(_ pairs: [(String, String)]) -> String {
        pairs.isEmpty ? "" : "?" + pairs.map { encode($0.0) + "=" + encode($0.1) }.joined(separator: "&")
    }

    /// The pairs of a query or of a form body.
    package static func pairs(_ text: some StringProtocol) -> [(String, String)] {
        text.split(separator: "&").map { pair in
            guard let mark = pair.firstIndex(of: "=") else { return (decode(pair, plusIsSpace: true), "") }
            return (
                decode(pair[..<mark], plusIsSpace: true), decode(pair[pair.index(after: mark)...], plusIsSpace: true)
            )
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
