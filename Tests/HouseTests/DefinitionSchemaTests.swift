import Catalogue
import Foundation
import TestKit
import Testing

/// The schema for editors and the document for writers know what the reader knows, no less and no more.
@Suite struct DefinitionSchemaTests {
    private static let path = "docs/service-definition.schema.json"

    @Test func `the published schema is what the reader's keys make`() throws {
        try Snapshot.matches(DefinitionSchema.text, Self.path)
    }

    @Test func `every key that the reader knows has a title in the schema`() throws {
        let data = Data(DefinitionSchema.text.utf8)
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        for block in DefinitionBlock.all {
            let shape = block.name == "service" ? schema : try #require(definitions[block.name] as? [String: Any])
            let properties = try #require(shape["properties"] as? [String: Any])
            #expect(properties.keys.sorted() == block.keys.sorted(), "\(block.name)")
            for (key, value) in properties {
                let title = (value as? [String: Any])?["title"] as? String
                #expect(title?.contains(" · ") ?? false, "\(block.name).\(key)")
            }
            for key in block.required { #expect(block.keys.contains(key), "\(block.name).\(key)") }
        }
    }

    @Test func `every key that the reader knows stands in the document`() throws {
        let page = try #require(SourceFile.one("docs/service-definitions.md")).text
        let named = Set(page.matches(of: /`([a-z_]+)(?:: [^`]*)?`/).map { String($0.1) })
        for block in DefinitionBlock.all {
            for key in block.keys { #expect(named.contains(key), "\(block.name).\(key)") }
        }
    }

    @Test func `every kind of finding stands in the document`() throws {
        let page = try #require(SourceFile.one("docs/service-definitions.md")).text
        for kind in FindingKind.allCases { #expect(page.contains("| `\(kind.rawValue)` |"), "\(kind.rawValue)") }
    }
}
