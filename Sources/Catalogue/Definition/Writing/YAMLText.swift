/// How new pieces of a definition are written: small blocks in braces, others one key on a line.
package enum YAMLText {
    /// How wide a line may become before a block is written below each other.
    private static let width = 100

    /// One key with its value, as lines that begin at `indent` blanks (which are not part of the first line).
    package static func entry(_ key: String, _ value: YAMLValue, indent: Int, note: String = "") -> [String] {
        let head = scalar(key, inFlow: false) + ":"
        switch value {
        case .null: return [head + " ~" + note]
        case .text(let text): return single(head, text, indent, note)
        case .list(let items):
            if let flow = short(value, indent + head.count + 1) { return [head + " " + flow + note] }
            return [head + note] + items.flatMap { item($0, indent: indent + 2) }
        case .map(let entries):
            if let flow = short(value, indent + head.count + 1) { return [head + " " + flow + note] }
            let inner = String(repeating: " ", count: indent + 2)
            return [head + note]
                + entries.flatMap { one in
                    let lines = entry(one.key, one.value, indent: indent + 2)
                    return [inner + lines[0]] + lines.dropFirst()
                }
        }
    }

    /// A whole file.
    package static func file(_ value: YAMLValue) -> String {
        (value.entries ?? []).flatMap { entry($0.key, $0.value, indent: 0) }.joined(separator: "\n") + "\n"
    }

    /// In one line, as it stands in braces.
    package static func flow(_ value: YAMLValue) -> String {
        switch value {
        case .null: "~"
        case .text(let text): scalar(text, inFlow: true)
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { scalar($0.key, inFlow: true) + ": " + flow($0.value) }.joined(separator: ", ") + "}"
        }
    }

    /// A single value in one line.
    package static func scalar(_ text: String, inFlow: Bool) -> String { isPlain(text, inFlow) ? text : quoted(text) }

    private static func item(_ value: YAMLValue, indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        guard let entries = value.entries, !entries.isEmpty, short(value, indent + 2) == nil else {
            return [blanks + "- " + flow(value)]
        }
        return entries.enumerated().flatMap { index, one in
            let lines = entry(one.key, one.value, indent: indent + 2)
            return [blanks + (index == 0 ? "- " : "  ") + lines[0]] + lines.dropFirst()
        }
    }

    /// In braces, when it is flat and fits behind `column`; always when it is empty.
    private static func short(_ value: YAMLValue, _ column: Int) -> String? {
        let parts = value.entries?.map(\.value) ?? value.items ?? []
        let text = flow(value)
        if parts.isEmpty { return text }
        let isFlat = parts.allSatisfy { part in
            switch part {
            case .text(let text): !text.contains("\n")
            case .null: true
            case .list(let items): items.allSatisfy { $0.text != nil }
            case .map(let entries): entries.count <= 1 && entries.allSatisfy { $0.value.text != nil }
            }
        }
        return isFlat && column + text.count <= width ? text : nil
    }

    private static func single(_ head: String, _ text: String, _ indent: Int, _ note: String) -> [String] {
        let blanks = String(repeating: " ", count: indent + 2)
        if text.contains("\n"), isBlock(text) {
            return [head + " |-" + note]
                + text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        if text.count > 90, isBlock(text), !text.contains("\n"), words.allSatisfy({ !$0.isEmpty }) {
            var lines: [String] = []
            var line = ""
            for word in words {
                if !line.isEmpty, blanks.count + line.count + word.count >= width {
                    lines.append(blanks + line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            return [head + " >-" + note] + lines + [blanks + line]
        }
        return [head + " " + scalar(text, inFlow: false) + note]
    }

    /// Whether a text can stand in the lines below its key.
    private static func isBlock(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace else {
            return false
        }
        return text.unicodeScalars.allSatisfy { isPrinted($0) || $0 == "\n" }
            && !text.split(separator: "\n").contains { $0.first?.isWhitespace ?? false }
    }

    /// Whether YAML lets a sign stand as itself, and takes it for no other end of a line.
    static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && !(0x7F...0xA0).contains(scalar.value)
            && ![0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
    }

    /// Words that other programs take for something else than a text.
    private static let taken: Set<String> = ["null", "yes", "no", "on", "off", "y", "n"]

    private static func isPlain(_ text: String, _ inFlow: Bool) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber, text.last?.isWhitespace == false else {
            return false
        }
        if taken.contains(text.lowercased()) { return false }
        let looksLikeFraction = text.allSatisfy { $0.isNumber || $0 == "." } && text.contains(".")
        if looksLikeFraction || text.contains(": ") || text.contains(" #") || text.hasSuffix(":") { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            isPrinted(scalar) && !(inFlow && ",[]{}:?".unicodeScalars.contains(scalar))
        }
    }

    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default:
                if isPrinted(scalar) {
                    out.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16)
                    let pad = String(repeating: "0", count: max(0, 8 - digits.count))
                    out += "\\U" + pad + digits
                }
            }
        }
        return out + "\""
    }
}
