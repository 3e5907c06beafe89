import Kernel

/// A text within a YAML file, written so that it is read again byte for byte: as lines where it can be, quoted where not.
enum BlockText {
    /// What stands behind the key, with the end of the line.
    static func written(_ text: String, indent: Int) -> String {
        guard isPlain(text) else { return quoted(text) + "\n" }
        let ending = text.hasSuffix("\n\n") ? "+" : text.hasSuffix("\n") ? "" : "-"
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let margin = String(repeating: " ", count: indent)
        return "|2\(ending)\n" + lines.map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined()
    }

    /// Whether the text has a line to begin with, and nothing that YAML takes for another end of a line.
    private static func isPlain(_ text: String) -> Bool {
        guard text.contains(where: { !$0.isWhitespace }) else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !isSpecial($0) }
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value)
            || scalar.value >= 0xFFFE && scalar.value <= 0xFFFF
    }

    private static func quoted(_ text: String) -> String {
        var body = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": body += "\\\""
            case "\\": body += "\\\\"
            case "\n": body += "\\n"
            case "\t": body += "\\t"
            case _ where isSpecial(scalar):
                let digits = String(scalar.value, radix: 16, uppercase: true)
                body += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: body.unicodeScalars.append(scalar)
            }
        }
        return "\"\(body)\""
    }
}
