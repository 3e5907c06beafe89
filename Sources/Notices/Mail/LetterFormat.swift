import Foundation
import Kernel

/// Writes letters as messages (RFC 5322, MIME RFC 2045): ASCII throughout, so that every server passes them on as they
/// are; names and subjects as encoded words (RFC 2047), the text quoted-printable.
struct LetterFormat {
    let from: MailAddress

    func bytes(_ letter: Letter) -> [UInt8] {
        let sender = from.name.isEmpty ? from.address.text : "\(Self.words(from.name))\r\n <\(from.address.text)>"
        let headers = [
            "From: \(sender)",
            "To: \(letter.to.text)",
            "Subject: \(Self.words(Self.both(letter.subject, " / ")))",
            "Date: \(Self.date(letter.date))",
            "Message-ID: <\(letter.id)@\(from.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: vi, en",
            // No machine shall answer this machine (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
        let text = Self.both(letter.text, "\n\n--- English ---\n\n")
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8) + Self.quotedPrintable(text)
    }

    private static func both(_ phrase: Phrase, _ between: String) -> String {
        phrase.vi == phrase.en ? phrase.vi : phrase.vi + between + phrase.en
    }

    /// Text of a header. White space of every kind becomes one blank, so that nothing can begin another header. An
    /// encoded word is at most 75 characters and its line at most 76 (RFC 2047, section 2); none splits a character.
    static func words(_ text: String) -> String {
        let line = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
        let isPlain =
            line.utf8.count <= 60 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
        guard !isPlain else { return line }
        var chunks: [[UInt8]] = [[]]
        for character in line {
            let bytes = Array(String(character).utf8)
            if (chunks.last?.count ?? 0) + bytes.count > 39 { chunks.append([]) }
            chunks[chunks.count - 1] += bytes
        }
        return chunks.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// RFC 2045, section 6.7: lines of at most 76 characters, blanks at their ends written out.
    static func quotedPrintable(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        let unified = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        for line in unified.split(separator: "\n", omittingEmptySubsequences: false) {
            var column = 0
            let bytes = Array(line.utf8)
            for (index, byte) in bytes.enumerated() {
                let isBlank = byte == 0x20 || byte == 0x09
                let isPlain = isBlank ? index + 1 < bytes.count : (0x21...0x7E).contains(byte) && byte != 0x3D
                let width = isPlain ? 1 : 3
                if column + width > 75 {
                    out += [0x3D, 0x0D, 0x0A]
                    column = 0
                }
                out += isPlain ? [byte] : [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                column += width
            }
            out += [0x0D, 0x0A]
        }
        return out
    }

    /// RFC 5322, section 3.3, in Vietnam's time.
    static func date(_ instant: Instant) -> String {
        let (year, month, day) = instant.day.parts
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let second = instant.secondOfDay
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(names[instant.day.weekday.rawValue - 1]), \(day) \(months[month - 1]) \(year) "
            + clock.joined(separator: ":") + " +0700"
    }
}
