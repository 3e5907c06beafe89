import Foundation
import TestKit
import Testing

/// The documents say what the program does.
@Suite struct DocumentTests {
    private func text(_ path: String) throws -> String { try #require(SourceFile.one(path), "\(path)").text }

    @Test func `every setting is described, and every setting described exists`() throws {
        let page = try text("docs/settings.md")
        let described = Set(page.matches(of: /^\| `(MOTCUA_[A-Z_]+)`/.anchorsMatchLineEndings()).map { String($0.1) })
        var read: Set<String> = []
        for file in SourceFile.sources where file.path == "Sources/Composition/Settings.swift" {
            read.formUnion(
                file.text.matches(of: /forKey: "([a-z.]+)"/).map {
                    "MOTCUA_" + $0.1.uppercased().replacing(".", with: "_")
                })
        }
        read.formUnion(SourceFile.sources.flatMap { named(in: $0.text) })
        #expect(!read.isEmpty && read.subtracting(described).sorted() == [])
        // What only scripts and tests read stands in a part of its own.
        let scripts =
            SourceFile.all(in: "bin", ending: "") + SourceFile.tests
            + SourceFile.all(in: "Tests/Browser", ending: "") + SourceFile.all(in: "Tests/Durability", ending: "")
        let elsewhere = Set(scripts.flatMap { named(in: $0.text) })
        #expect(described.subtracting(read).subtracting(elsewhere).sorted() == [])
        let helpers = scripts.filter { !$0.path.hasSuffix(".swift") || $0.path.hasPrefix("Tests/TestKit") }
        #expect(Set(helpers.flatMap { named(in: $0.text) }).subtracting(described).sorted() == [])
    }

    private func named(in text: String) -> [String] {
        text.components(separatedBy: "MOTCUA_").dropFirst().map { rest in
            "MOTCUA_" + rest.prefix { $0.isUppercase && $0.isASCII || $0 == "_" }
        }.filter { $0.count > 8 && !$0.hasSuffix("_") }
    }

    @Test func `every command is described, and every command described exists`() throws {
        let main = try text("Sources/motcua/Main.swift")
        let commands = Set(
            main.matches(of: /\b([A-Z][A-Za-z]+)\.self/).map { match in
                match.1.enumerated().map {
                    $0.offset > 0 && $0.element.isUppercase ? "-\($0.element)" : "\($0.element)"
                }
                .joined().lowercased()
            })
        let page = try text("docs/running.md")
        let table = page.components(separatedBy: "## Commands")[1].components(separatedBy: "\n## ")[0]
        let described = Set(table.matches(of: /`motcua ([a-z-]+)/).map { String($0.1) })
        #expect(commands == described)
        for document in SourceFile.documents {
            let named = Set(document.text.matches(of: /`motcua ([a-z][a-z-]+)/).map { String($0.1) })
            #expect(named.subtracting(commands).isEmpty, "\(document.path)")
        }
    }

    @Test func `every word of the glossary is in the sources, and every kind of record in the glossary`() throws {
        let glossary = try text("GLOSSARY.md")
        let rows = glossary.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let explained = Set(
            rows.compactMap { $0.split(separator: "|").first }.flatMap { cell in
                cell.matches(of: /`([A-Za-z.]+)`/).flatMap { $0.1.split(separator: ".").map(String.init) }
            })
        for word in explained { #expect(WordCount.ofCode[word] > 0, "\(word) is in the glossary only") }
        // What is a row of a table of its own is a word of the domain.
        for file in SourceFile.sources {
            for match in file.text.matches(of: /typealias ID = (?:Kernel\.)?ID<([A-Za-z]+)>/) {
                #expect(explained.contains(String(match.1)), "\(match.1) (\(file.path))")
            }
        }
    }

    @Test func `every link between the documents leads somewhere`() {
        for document in SourceFile.documents {
            let folder = ReferenceData.projectRoot.appendingPathComponent(document.path).deletingLastPathComponent()
            for match in document.text.matches(of: /\]\(([^)#\s]+)[^)]*\)/) {
                let target = String(match.1)
                guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
                let path = folder.appendingPathComponent(target).path
                #expect(FileManager.default.fileExists(atPath: path), "\(document.path) → \(target)")
            }
        }
    }

    @Test func `every room stands in the architecture, and every room there stands in the sources`() throws {
        let drawing = try text("ARCHITECTURE.md").components(separatedBy: "## How a request flows")[0]
        for room in Set(SourceFile.sources.map(\.room)) { #expect(drawing.contains(room), "\(room)") }
    }
}
