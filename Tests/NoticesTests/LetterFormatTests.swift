import Foundation
import Kernel
import TestKit
import Testing

@testable import Notices

@Suite struct LetterFormatTests {
    private func letter(_ subject: String, _ text: String) throws -> Letter {
        Letter(
            id: "0190a0b0-0000-7000-8000-000000000001", to: try #require(EmailAddress("an@mau.example")),
            subject: Phrase(same: subject), text: Phrase(same: text),
            date: try #require(Instant("2026-04-22T09:00:07+07:00")))
    }

    private func lines(_ letter: Letter, from: String = "Một cửa xã Mẫu <mot-cua@xa.example>") throws -> [String] {
        let bytes = LetterFormat(from: try #require(MailAddress(from))).bytes(letter)
        #expect(bytes.allSatisfy { $0 < 128 })
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    }

    /// What a mail program shows for an unfolded header.
    private func decoded(_ header: String) -> String {
        let words = header.split(separator: " ").map { word -> String in
            guard word.hasPrefix("=?UTF-8?B?"), word.hasSuffix("?="),
                let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2)))
            else { return String(word) }
            return String(decoding: data, as: UTF8.self)
        }
        return words.joined()
    }

    private func plain(_ quoted: [UInt8]) -> String {
        let text = String(decoding: quoted, as: UTF8.self).replacingOccurrences(of: "=\r\n", with: "")
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x3D, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    @Test func `the headers are those of the message, in lines that every server takes`() throws {
        let subject = "Hồ sơ H99.41-260422-0001 đã được tiếp nhận / Dossier H99.41-260422-0001 has been received"
        let lines = try lines(letter(subject, "Kính gửi"))
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(lines.contains("Date: Wed, 22 Apr 2026 09:00:07 +0700"))
        #expect(lines.contains("Message-ID: <0190a0b0-0000-7000-8000-000000000001@xa.example>"))
        #expect(lines.contains("To: an@mau.example"))
        #expect(lines.contains(" <mot-cua@xa.example>"))
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let folded = [String(lines[start].dropFirst(9))] + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(decoded(folded.joined()) == subject)
    }

    @Test func `a subject cannot begin another header`() throws {
        let lines = try lines(letter("Xin chào\r\nBcc: ai@khac.example", "…"))
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
        let plain = try self.lines(letter("Hello\r\nBcc: x@other.example", "…"))
        #expect(plain.contains("Subject: Hello Bcc: x@other.example"))
    }

    @Test func `the text comes out as it went in`() throws {
        var random = SystemRandomNumberGenerator()
        let pieces = ["ế", "Ữ", "a", "=", ".", " ", "\t", "\n", "From ", "nghìn ", "🧧", "-", "=3D"]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...160, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let quoted = LetterFormat.quotedPrintable(text)
            #expect(plain(quoted) == text + "\n")
            let lines = String(decoding: quoted, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
        }
    }

    @Test func `both languages stand in one letter, one when they are the same`() throws {
        let two = Letter(
            id: "1", to: try #require(EmailAddress("an@mau.example")), subject: Phrase(vi: "Một", en: "One"),
            text: Phrase(vi: "Chào", en: "Hello"), date: Instant(seconds: 0))
        let text = plain(LetterFormat(from: try #require(MailAddress("a@b.example"))).bytes(two))
        #expect(text.contains("Chào\n\n--- English ---\n\nHello"))
    }

    @Test func `addresses of senders are read with and without a name`() throws {
        #expect(MailAddress("a@b.example")?.name == "")
        let named = try #require(MailAddress("\"Sở Tư pháp\" <so@tinh.example>"))
        #expect(named.name == "Sở Tư pháp" && named.domain == "tinh.example")
        #expect(MailAddress("khong-tra-loi@localhost") != nil)
        #expect(MailAddress("Sở Tư pháp") == nil && MailAddress("a@b.example\r\nBcc: c@d.example") == nil)
    }

    @Test func `the same letter is the same message, byte by byte`() throws {
        let format = LetterFormat(from: try #require(MailAddress("a@b.example")))
        let one = try letter("Một", "Hai")
        #expect(format.bytes(one) == format.bytes(one))
    }
}
