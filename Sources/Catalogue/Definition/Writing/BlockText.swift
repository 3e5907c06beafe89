import Kernel

/// A text within a YAML file, written so that it is read again byte for byte: as lines where it can be, quoted where not.
enum BlockText {
    /// What stands behind the key, with the end of the line.
    static func written(_ text: String, indent: Int) -> String {
        guard isPlain(text) else { return YAMLText.quoted(text) + "\n" }
        let ending = text.hasSuffix("\n\n") ? "+" : text.hasSuffix("\n") ? "" : "-"
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let margin = String(repeating: " ", count: indent)
        return "|2\(ending)\n" + lines.map { $0.isEmpty ? "\n" : "\(margin)\($0)\n" }.joined()
    }

    /// Whether the text has a line to begin with, and nothing that YAML takes for another end of a line.
    private static func isPlain(_ text: String) -> Bool {
        guard text.contains(where: { !$0.isWhitespace }) else { return false }
        return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || YAMLText.isPrinted($0) }
    }
}
