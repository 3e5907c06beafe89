import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Catalogue

/// Definitions with one mistake each; their first lines say what is to be found: `# 14: error never-holds`.
@Suite struct BrokenDefinitionTests {
    static let folder = ServiceFolder(
        ReferenceData.projectRoot.appendingPathComponent("Tests/CatalogueTests/Broken", isDirectory: true))

    static func check(_ text: String, _ file: String) throws -> DefinitionCheck {
        DefinitionReader(library: try Samples.library()).check(text, file: file)
    }

    /// What a file says of itself, as `line: weight kind`.
    static func wanted(_ text: String) -> [String] {
        text.split(separator: "\n").prefix { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
            .filter { $0.first?.isNumber ?? false }
    }

    static func found(_ check: DefinitionCheck) -> [String] {
        check.findings.map { "\($0.line): \($0.weight.rawValue) \($0.kind.rawValue)" }
    }

    @Test func `each mistake is found on its line, and nothing else`() throws {
        let definitions = try Self.folder.definitions()
        #expect(definitions.count > 30)
        for (file, text) in definitions {
            let check = try Self.check(text, file)
            #expect(!Self.wanted(text).isEmpty && Self.found(check) == Self.wanted(text), "\(file)")
            #expect(check.findings.allSatisfy { $0.file == file })
            #expect(check.definition == nil || check.errors.isEmpty)
        }
    }

    @Test func `every kind of mistake has a definition that makes it`() throws {
        let wanted = try Self.folder.definitions().flatMap { Self.wanted($0.text) }
        let kinds = wanted.map { $0.split(separator: " ").last.map(String.init) }
        // What services do not agree on is found in a folder of several: `RegisterAgreementTests`.
        for kind in FindingKind.allCases where kind != .register {
            #expect(kinds.contains(kind.rawValue), "\(kind.rawValue)")
        }
    }

    @Test func `a shared part that nobody uses is told of its folder`() throws {
        let parts = ServiceFolder(Self.folder.url.appendingPathComponent("parts", isDirectory: true))
        let findings = try parts.check().flatMap(\.findings)
        #expect(findings.map(\.place.description) == ["components/lonely.yaml:1:1"])
        #expect(findings.first?.kind == .unused && findings.first?.weight == .warning)
    }

    @Test(arguments: [
        ("maximum: 5", "maximum: 5, when: this.knd = 1", "this.knd"),
        ("title: Giấy chứng minh", "title: Giấy chứng minh, when: \"matter.copyes > 1\"", "matter.copyes"),
        ("title: Giấy chứng minh", "title: Giấy chứng minh, when: matter.copies > 9", "matter.copies"),
        ("maximum: 5", "maxmum: 5", "maxmum"),
    ])
    func `the column is that of the word`(old: String, new: String, word: String) throws {
        let good = try #require(
            try Self.folder.definitions().first { $0.file == "unknown-name.yaml" }?.text
                .replacing(", when: matter.copyes > 1", with: ""))
        let text = good.replacing(old, with: new)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let row = try #require(lines.firstIndex { $0.contains(word) })
        let column = try #require(lines[row].firstRange(of: word)).lowerBound
        let finding = try #require(try Self.check(text, "unknown-name.yaml").findings.first)
        #expect(finding.line == row + 1)
        #expect(finding.place.column == lines[row].distance(from: lines[row].startIndex, to: column) + 1)
    }

    @Test(arguments: Dialect.allCases)
    func `what the check refuses is not published, by whatever way it comes`(dialect: Dialect) async throws {
        try await withDatabase(dialect, DefinitionStore.migrations) { database in
            let library = ServiceLibrary(database: database, clock: TestClock())
            var definition = try Samples.service("chung-thuc-ban-sao").definition
            definition.papers[0].when = "owner = \"self\" and owner = \"other\""
            await #expect(throws: DefinitionProblems.self) {
                try await library.publish(PublishedDefinition(definition), by: .system("test"))
            }
        }
    }
}
