/// One reply of a mail server: a code of three digits and its lines (RFC 5321, section 4.2).
struct SMTPReply: Equatable {
    let code: Int
    let lines: [String]

    var isPositive: Bool { (200..<300).contains(code) }

    /// The enhanced status code, `5.1.1` (RFC 3463); nil when the server sends none.
    var status: String? {
        guard let word = lines.first?.split(separator: " ").first else { return nil }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        let isStatus =
            parts.count == 3 && ["2", "4", "5"].contains(parts[0])
            && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return isStatus ? String(word) : nil
    }
}

/// Puts the bytes of a server together to replies.
struct SMTPReplyReader {
    struct Malformed: Error {}

    private static let longestLine = 4_096
    private static let mostLines = 256

    private var line: [UInt8] = []
    private var code: Int?
    private var lines: [String] = []

    /// Whether nothing has come that belongs to a later reply.
    var isEmpty: Bool { line.isEmpty && lines.isEmpty }

    mutating func feed(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [SMTPReply] {
        var replies: [SMTPReply] = []
        for byte in bytes {
            guard byte == 0x0A else {
                guard line.count < Self.longestLine else { throw Malformed() }
                line.append(byte)
                continue
            }
            if let reply = try endLine() { replies.append(reply) }
        }
        return replies
    }

    private mutating func endLine() throws(Malformed) -> SMTPReply? {
        if line.last == 0x0D { line.removeLast() }
        let text = String(decoding: line, as: UTF8.self)
        line = []
        guard let number = Int(text.prefix(3)), (200..<600).contains(number), code ?? number == number,
            lines.count < Self.mostLines
        else { throw Malformed() }
        let rest = text.dropFirst(3)
        guard rest.isEmpty || rest.first == " " || rest.first == "-" else { throw Malformed() }
        code = number
        lines.append(String(rest.dropFirst()))
        guard rest.first != "-" else { return nil }
        defer {
            code = nil
            lines = []
        }
        return SMTPReply(code: number, lines: lines)
    }
}
