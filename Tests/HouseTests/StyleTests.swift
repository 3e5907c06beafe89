import Foundation
import Testing

/// How the house is written, as far as a machine can see it.
@Suite struct StyleTests {
    @Test func `nothing in the sources ends the program by force`() {
        let forced = /[A-Za-z0-9_)\]?]!(?=[.\[( ,)\]:]|$)/
        for file in SourceFile.sources {
            for (number, line) in file.code.enumerated() where line.contains("!") || line.contains("fatalError") {
                let isForced = line.contains(forced) || line.contains("fatalError")
                #expect(!isForced, "\(file.path):\(number + 1)")
            }
        }
        for word in ["fatalError", "preconditionFailure"] { #expect(WordCount.ofCode[word] == 0) }
    }

    @Test func `nothing is public and nothing is left to do`() {
        #expect(WordCount.ofCode["public"] == 0 && WordCount.ofCode["open"] == 0 || !declaresPublic)
        for word in ["TODO", "FIXME", "XXX", "HACK"] {
            #expect(WordCount.ofSources[word] == 0, "\(word) in Sources")
        }
    }

    private var declaresPublic: Bool {
        SourceFile.sources.contains { file in
            file.lines.contains { line in
                let words = line.split(separator: " ").prefix(2)
                return words.first == "public" || words.first == "open" && words.last == "class"
            }
        }
    }

    @Test func `no code is commented out`() {
        let code = /^\/\/ ?(let|var|func|guard|return|if|for|try|import|package|private) .*[{}()=]\s*$/
        for file in SourceFile.sources + SourceFile.tests {
            for (number, line) in file.lines.enumerated() where line.contains("//") {
                let comment = line.drop(while: \.isWhitespace)
                guard comment.hasPrefix("//"), !comment.hasPrefix("///") else { continue }
                #expect(!comment.contains(code), "\(file.path):\(number + 1): \(line)")
            }
        }
    }

    @Test func `every file is short enough to be read`() {
        for file in SourceFile.sources { #expect(file.lines.count <= 400, "\(file.path)") }
        for file in SourceFile.tests { #expect(file.lines.count <= 600, "\(file.path)") }
    }

    @Test func `every room says what it is`() {
        for room in Set(SourceFile.sources.map(\.room)).union(["CPostgreSQL", "CQREncode", "CXML2", "CZlib"]) {
            let readme = SourceFile.one("Sources/\(room)/README.md")
            #expect(readme?.text.hasPrefix("# \(room)\n") ?? false, "Sources/\(room)/README.md")
        }
    }

    @Test func `every type says what it is`() {
        for (file, number, line) in types {
            let above = file.lines[..<number].last { !$0.hasPrefix("@") }
            #expect(above?.hasPrefix("///") ?? false, "\(file.path):\(number + 1): \(line)")
        }
    }

    @Test func `no type has a name that says nothing`() {
        let nothing = ["Manager", "Helper", "Util", "Utils", "Base", "Impl", "V2", "New", "Old"]
        for (file, number, line) in types {
            let name = line.split { !$0.isLetter && !$0.isNumber }.first { $0.first?.isUppercase ?? false } ?? ""
            for end in nothing { #expect(!name.hasSuffix(end), "\(file.path):\(number + 1): \(name)") }
        }
    }

    /// The types that are declared at the left margin.
    private var types: [(file: SourceFile, number: Int, line: Substring)] {
        let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol"]
        let before: Set<Substring> = ["package", "private", "fileprivate", "final", "indirect"]
        return SourceFile.sources.flatMap { file in
            file.lines.enumerated().compactMap { number, line in
                guard line.first?.isLetter ?? false else { return nil }
                let words = line.split(separator: " ").drop { before.contains($0) }
                return words.first.map { kinds.contains($0) } ?? false ? (file, number, line) : nil
            }
        }
    }

    @Test func `no place of one machine and no host of a registry stands in the project`() {
        // Put together here, so that this file may be looked through like any other.
        let folders = ["root", "work", "Users", "home"].map { "/\($0)/" }
        let hosts = [("pypi", "org"), ("registry.npmjs", "org"), ("docker", "io"), ("deb.debian", "org")]
        let places = folders + hosts.map { "\($0).\($1)" }
        let files =
            SourceFile.sources + SourceFile.tests + SourceFile.documents
            + SourceFile.all(in: "services", ending: ".yaml") + SourceFile.all(in: "packaging", ending: "")
            + SourceFile.all(in: "bin", ending: "")
        for file in files {
            for place in places { #expect(!file.text.contains(place), "\(file.path): \(place)") }
        }
    }

    /// What nobody names is dead: a declaration whose name stands nowhere else.
    @Test func `nothing is declared that nobody uses`() {
        let kinds: Set<Substring> = ["func", "var", "let", "struct", "enum", "class", "actor", "protocol", "typealias"]
        var declared: [Substring: [String]] = [:]
        for file in SourceFile.sources {
            for line in file.code {
                let words = line.split(separator: " ")
                guard let kind = words.firstIndex(where: { kinds.contains($0) }), kind + 1 < words.count,
                    words[..<kind].allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "@" } })
                else { continue }
                let name = words[kind + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if !name.isEmpty { declared[name, default: []].append(file.path) }
            }
        }
        #expect(declared.count > 1_000)
        for (name, places) in declared where !Self.calledFromOutside.contains(name) {
            // A quotation that is only the name, as each element of HTML has it, is no use of it.
            let uses = WordCount.ofSources[name] + WordCount.ofTests[name] - WordCount.ofQuotedNames[name]
            #expect(uses > places.count, "\(name): \(places)")
        }
    }

    /// What libraries and the language call, and the door for OpenID Connect.
    private static let calledFromOutside: Set<Substring> = [
        "buildBlock", "buildOptional", "buildArray", "buildEither", "buildExpression", "callAsFunction",
        "channelInactive", "errorCaught", "makeAsyncIterator", "Context",
        "respond", "appendLiteral", "signInMethods", "validate",
        "nestedContainer", "nestedUnkeyedContainer", "superEncoder", "superDecoder", "userInfo",
    ]
}
