import Kernel

/// The lines of a draft's text in which one part is written.
struct DraftTextLines: Sendable {
    /// Counted from one.
    let lines: ClosedRange<Int>
    /// Where they begin in the text, counted as a browser counts its letters (UTF-16).
    let letter: Int
    let text: String

    /// Of a part; nil when there is none.
    init?(_ text: String, path: [String]) {
        guard let last = path.last, let tree = try? YAMLTree(text) else { return nil }
        var node: YAMLTree.Node? = tree.root
        for key in path.dropLast() { node = node?.entries?.first { $0.key == key }?.node }
        guard let entry = node?.entries?.first(where: { $0.key == last }) else { return nil }
        let first = tree.line(of: entry.start)
        let column = tree.column(of: entry.start)
        var end = first + 1
        // What stands further in belongs to it, with empty lines between.
        while end < tree.lines.count, tree.head(ofLine: end).map({ $0.column > column }) ?? true { end += 1 }
        while end > first + 1, tree.head(ofLine: end - 1) == nil { end -= 1 }
        self.init(text, lines: (first + 1)...end)
    }

    /// Of one line; nil when the text is shorter.
    init?(_ text: String, line: Int) {
        guard line > 0 else { return nil }
        self.init(text, lines: line...line)
    }

    private init?(_ text: String, lines: ClosedRange<Int>) {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.upperBound <= all.count else { return nil }
        let own = all[(lines.lowerBound - 1)..<lines.upperBound].joined(separator: "\n")
        self.lines = lines
        self.text = own
        letter = all[..<(lines.lowerBound - 1)].reduce(0) { $0 + $1.utf16.count + 1 }
    }
}
