import Foundation
import Kernel
import Yams

/// A piece of a definition file that knows the line it stands on.
struct SourceNode: Sendable {
    enum Content: Sendable {
        case null
        case text(String)
        case list([SourceNode])
        case map([SourceEntry])
    }

    var content: Content
    let place: SourcePlace
    /// Written without quotation marks: other programs may read a number in it.
    var isPlain = false

    /// `a text`, `a list`, `a block of keys`, as problems name it.
    var kind: Phrase {
        switch content {
        case .null: Phrase(vi: "chỗ trống", en: "nothing")
        case .text: Phrase(vi: "một giá trị", en: "a single value")
        case .list: Phrase(vi: "một danh sách", en: "a list")
        case .map: Phrase(vi: "một khối khóa", en: "a block of keys")
        }
    }

    var entries: [SourceEntry]? { if case .map(let entries) = content { entries } else { nil } }
    var isNull: Bool { if case .null = content { true } else { false } }
    subscript(_ key: String) -> SourceNode? { entries?.first { $0.key == key }?.value }
}

/// One key of a block with what stands under it.
struct SourceEntry: Sendable {
    let key: String
    /// Where the key itself is written.
    let place: SourcePlace
    var value: SourceNode
}

extension SourceNode {
    /// Definitions are written by hand; what is larger than this is none.
    private static let longestText = 1 << 20
    private static let mostNodes = 100_000
    private static let deepest = 64

    /// Reads YAML 1.1 text; every piece keeps its line, also below anchors and merges of other tools.
    static func reading(_ text: String, file: String) -> Result<SourceNode, DefinitionProblems> {
        func refused(_ line: Int, _ message: Phrase) -> Result<SourceNode, DefinitionProblems> {
            .failure(DefinitionProblems([DefinitionProblem(SourcePlace(file: file, line: line), message)]))
        }
        guard text.utf8.count <= longestText else {
            return refused(1, Phrase(vi: "tệp dài quá 1 MB", en: "the file is longer than 1 MB"))
        }
        do {
            guard let root = try Yams.compose(yaml: text, .basic) else {
                return refused(1, Phrase(vi: "tệp trống", en: "the file is empty"))
            }
            var budget = mostNodes
            return .success(try SourceNode(root, file: file, depth: 0, budget: &budget))
        } catch let error as YamlError {
            let fault = YAMLFault(error, in: text)
            return .failure(
                DefinitionProblems([
                    DefinitionProblem(
                        SourcePlace(file: file, line: fault.line, column: fault.column), fault.message,
                        proposal: fault.proposal)
                ]))
        } catch let error as TooLarge {
            return refused(
                error.line,
                Phrase(
                    vi: "lồng nhau quá sâu hoặc lặp lại quá nhiều (neo, bí danh)",
                    en: "nested too deeply, or repeated too often by anchors"))
        } catch {
            return refused(1, Phrase(vi: "không đọc được YAML", en: "this is not readable YAML"))
        }
    }

    private struct TooLarge: Error { let line: Int }

    private init(_ node: Node, file: String, depth: Int, budget: inout Int) throws {
        let (line, column) = (node.mark?.line ?? 1, node.mark?.column ?? 1)
        budget -= 1
        guard budget > 0, depth < Self.deepest else { throw TooLarge(line: line) }
        place = SourcePlace(file: file, line: line, column: column + node.textOffset, isBlock: node.isBlock)
        switch node {
        case .scalar(let scalar):
            isPlain = scalar.style == .plain || scalar.style == .any
            content =
                isPlain && ["", "~", "null"].contains(scalar.string)
                ? .null : .text(scalar.string.precomposedStringWithCanonicalMapping)
        case .sequence(let items):
            var list: [SourceNode] = []
            for item in items { list.append(try SourceNode(item, file: file, depth: depth + 1, budget: &budget)) }
            content = .list(list)
        case .mapping(let pairs):
            var entries: [SourceEntry] = []
            for (key, value) in pairs {
                let place = SourcePlace(
                    file: file, line: key.mark?.line ?? line, column: key.mark?.column ?? column)
                entries.append(
                    SourceEntry(
                        key: key.scalar?.string ?? "?", place: place,
                        value: try SourceNode(value, file: file, depth: depth + 1, budget: &budget)))
            }
            content = .map(entries)
        case .alias:
            content = .null
        }
    }
}

extension Node {
    /// How far behind its mark the text of a scalar begins.
    fileprivate var textOffset: Int {
        switch scalar?.style {
        case .singleQuoted, .doubleQuoted: 1
        default: 0
        }
    }

    /// Whether the text stands in the lines below its mark.
    fileprivate var isBlock: Bool { scalar?.style == .literal || scalar?.style == .folded }
}
