import Foundation
import TestKit

/// A file of the project as the tests of the house read it.
struct SourceFile: Sendable {
    /// From the project's root: `Sources/Casework/Web/Desk/CasePage.swift`.
    let path: String
    let text: String
    let lines: [Substring]

    /// The folder below `Sources`.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isWeb: Bool { path.contains("/Web/") }

    /// The lines without comments and without what stands in quotation marks.
    var code: [String] { lines.map(Self.code) }

    /// The modules that the file names.
    var imports: [String] {
        lines.filter { $0.contains("import ") }.compactMap { line in
            let words = line.split(separator: " ").drop { ["@testable", "package"].contains($0) }
            return words.count == 2 && words.first == "import" ? words.last.map(String.init) : nil
        }
    }

    /// The literals behind `label:`, as they stand in quotation marks.
    func literals(_ label: String) -> [String] {
        text.components(separatedBy: "\(label): \"").dropFirst().map { rest in
            var text = ""
            var isEscaped = false
            for character in rest {
                if character == "\"", !isEscaped { break }
                isEscaped = character == "\\" && !isEscaped
                text.append(character)
            }
            return text
        }
    }

    private static func code(_ line: Substring) -> String {
        var bytes: [UInt8] = []
        var isQuoted = false
        var last: UInt8 = 0
        for byte in line.utf8 {
            if byte == UInt8(ascii: "\""), last != UInt8(ascii: "\\") { isQuoted.toggle() }
            if !isQuoted, byte == UInt8(ascii: "/"), last == byte {
                bytes.removeLast()
                break
            }
            if !isQuoted { bytes.append(byte) }
            last = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Every file below `folder` that ends so.
    static func all(in folder: String, ending: String) -> [SourceFile] {
        let root = ReferenceData.projectRoot
        let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)?.allObjects
        return (names as? [String] ?? []).filter { $0.hasSuffix(ending) }.sorted().compactMap {
            one("\(folder)/\($0)")
        }
    }

    static func one(_ path: String) -> SourceFile? {
        let url = ReferenceData.projectRoot.appendingPathComponent(path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return SourceFile(
            path: path, text: text, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }

    static let sources = all(in: "Sources", ending: ".swift")
    static let tests = all(in: "Tests", ending: ".swift")
    static let documents: [SourceFile] =
        ["ARCHITECTURE.md", "GLOSSARY.md", "README.md", "README.vi.md", "SECURITY.md"].compactMap { one($0) }
        + all(in: "docs", ending: ".md") + all(in: "Sources", ending: "README.md")
}

/// How often each word stands in texts.
struct WordCount {
    private(set) var counts: [String: Int] = [:]

    init(_ texts: [String]) { for text in texts { add(text) } }

    subscript(word: some StringProtocol) -> Int { counts[String(word), default: 0] }

    private mutating func add(_ text: String) {
        var word: [UInt8] = []
        func isPart(_ byte: UInt8) -> Bool {
            (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 95
        }
        for byte in text.utf8 {
            if isPart(byte) {
                word.append(byte)
            } else if !word.isEmpty {
                counts[String(decoding: word, as: UTF8.self), default: 0] += 1
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { counts[String(decoding: word, as: UTF8.self), default: 0] += 1 }
    }

    /// Of the sources' code, without comments and quotations.
    static let ofCode = WordCount(SourceFile.sources.map { $0.code.joined(separator: "\n") })
    /// Of the sources as they stand, with what is interpolated into quotations.
    static let ofSources = WordCount(SourceFile.sources.map(\.text))
    static let ofTests = WordCount(SourceFile.tests.map(\.text))
    /// Of the sources' quotations that are one word and nothing else.
    static let ofQuotedNames = WordCount(
        SourceFile.sources.map { file in
            file.text.matches(of: /"([A-Za-z0-9_]+)"/).map { String($0.1) }.joined(separator: " ")
        })
}
