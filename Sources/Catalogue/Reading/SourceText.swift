import Foundation
import Kernel

/// The source's texts made fit for display: one Unicode form, no invisible signs, no leading dashes.
enum SourceText {
    /// One line: line breaks and runs of spaces become one space.
    static func line(_ text: String) -> String { cleaned(text, keepingLines: false) }

    /// Several lines, each without surrounding spaces, empty ones dropped.
    static func paragraphs(_ text: String) -> String { cleaned(text, keepingLines: true) }

    /// Precomposed (NFC), without control, format and private-use signs; runs of white space become one space, or one
    /// line break when they hold one and lines are kept.
    private static func cleaned(_ text: String, keepingLines: Bool) -> String {
        if !keepingLines, isCleanLine(text) { return text }
        var clean = String.UnicodeScalarView()
        var gap: Unicode.Scalar?
        var composed = true
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x2028, 0x2029: gap = keepingLines ? "\n" : (gap ?? " ")
            case 0x00...0x20, 0x7F...0xA0: gap = gap ?? " "
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0xE000...0xF8FF: continue
            default:
                if let space = gap, !clean.isEmpty { clean.append(space) }
                gap = nil
                if (0x0300...0x036F).contains(scalar.value) { composed = false }
                clean.append(scalar)
            }
        }
        return composed ? String(clean) : String(clean).precomposedStringWithCanonicalMapping
    }

    /// Whether nothing needs cleaning, told by the bytes: what was cleaned when it came into the catalogue is asked again
    /// whenever it is shown. Signs that only might need it count as if they did.
    private static func isCleanLine(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var before = UInt8(ascii: " ")
            for byte in bytes {
                switch byte {
                case UInt8(ascii: " "): if before == byte { return false }
                // Controls; the first bytes of C1 and the hard space, of combining marks, of general punctuation, of
                // private-use and compatibility signs.
                case 0x00..<0x20, 0x7F, 0xC2, 0xCC, 0xCD, 0xE2, 0xEE, 0xEF: return false
                default: break
                }
                before = byte
            }
            return before != UInt8(ascii: " ") || bytes.isEmpty
        }
    }

    /// "- Hộ chiếu;" → "Hộ chiếu".
    static func title(_ text: String) -> String { withoutTail(withoutBullet(line(text))) }

    /// Without the leading dashes, pluses, stars and stray closing signs; "(1)" and "a)" stay.
    static func withoutBullet(_ text: String) -> String {
        String(text.drop(while: { "-–—+*•.,;:) ".contains($0) }))
    }

    /// Without the colon, semicolon, comma or full stop it ends in; "v.v." and "…" stay.
    static func withoutTail(_ text: String) -> String {
        var text = Substring(text)
        while let last = text.last, ":;, ".contains(last) || (last == "." && !text.hasSuffix("v.v.")) {
            text = text.dropLast()
        }
        return String(text)
    }

    static func hasLetters(_ text: String) -> Bool { text.contains(where: \.isLetter) }

    /// Cut for an account.
    static func short(_ text: String) -> String { text.count <= 300 ? text : text.prefix(299) + "…" }
}
