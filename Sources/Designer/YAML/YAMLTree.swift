import Catalogue
import Yams

/// A YAML text with what it says and where each piece is written.
struct YAMLTree {
    /// A piece with the place where it begins, counted in Unicode scalars from the beginning of the text.
    struct Node {
        enum Content {
            case null
            case text(String)
            case list([Node])
            case map([Entry])
        }
        let content: Content
        let start: Int
        /// In braces or brackets.
        let isFlow: Bool

        var entries: [Entry]? { if case .map(let entries) = content { entries } else { nil } }

        var value: YAMLValue {
            switch content {
            case .null: .null
            case .text(let text): .text(text)
            case .list(let items): .list(items.map(\.value))
            case .map(let entries): .map(entries.map { YAMLValue.Entry($0.key, $0.node.value) })
            }
        }
    }

    /// One key of a block.
    struct Entry {
        let key: String
        let start: Int
        let node: Node
    }

    let scalars: [Unicode.Scalar]
    /// Where each line begins.
    let lines: [Int]
    let root: Node

    /// - Throws: `YAMLPatch.Refusal.unreadable` when it is no YAML.
    init(_ text: String) throws(YAMLPatch.Refusal) {
        scalars = Array(text.unicodeScalars)
        var lines = [0]
        for (index, scalar) in scalars.enumerated() where scalar == "\n" { lines.append(index + 1) }
        self.lines = lines
        guard let node = try? Yams.compose(yaml: text, .basic) else { throw .unreadable }
        root = Self.node(node, scalars, lines, depth: 0)
    }

    private static func node(_ node: Yams.Node, _ scalars: [Unicode.Scalar], _ lines: [Int], depth: Int) -> Node {
        let start = offset(node.mark, lines)
        let isFlow = scalars.indices.contains(start) && (scalars[start] == "{" || scalars[start] == "[")
        guard depth < 64 else { return Node(content: .null, start: start, isFlow: false) }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let isNull = isPlain && ["", "~", "null"].contains(scalar.string)
            return Node(content: isNull ? .null : .text(scalar.string), start: start, isFlow: false)
        case .sequence(let items):
            return Node(
                content: .list(items.map { Self.node($0, scalars, lines, depth: depth + 1) }), start: start,
                isFlow: isFlow)
        case .mapping(let pairs):
            let entries = pairs.map { key, value in
                Entry(
                    key: key.scalar?.string ?? "", start: offset(key.mark, lines),
                    node: Self.node(value, scalars, lines, depth: depth + 1))
            }
            return Node(content: .map(entries), start: start, isFlow: isFlow)
        case .alias: return Node(content: .null, start: start, isFlow: false)
        }
    }

    private static func offset(_ mark: Mark?, _ lines: [Int]) -> Int {
        guard let mark, lines.indices.contains(mark.line - 1) else { return 0 }
        return lines[mark.line - 1] + mark.column - 1
    }

    // MARK: places

    func line(of offset: Int) -> Int {
        var (low, high) = (0, lines.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }

    func column(of offset: Int) -> Int { offset - lines[line(of: offset)] }

    /// Where a line ends, before its line end.
    func end(ofLine line: Int) -> Int { line + 1 < lines.count ? lines[line + 1] - 1 : scalars.count }

    func text(_ range: Range<Int>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[range])
        return text
    }

    /// The first sign of a line that is no blank; nil when there is none.
    func head(ofLine line: Int) -> (sign: Unicode.Scalar, column: Int)? {
        let range = lines[line]..<max(lines[line], end(ofLine: line))
        guard let first = scalars[range].firstIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else {
            return nil
        }
        return (scalars[first], first - lines[line])
    }
}
