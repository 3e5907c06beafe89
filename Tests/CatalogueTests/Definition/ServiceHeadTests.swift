import Kernel
import Storage
import TestKit
import Testing

@testable import Catalogue

@Suite struct ServiceHeadTests {
    @Test func `the head of a published service says what its definition says`() throws {
        var (count, origins) = (0, 0)
        for (file, _) in try Samples.folder.definitions() {
            let service = try Samples.service(String(file.dropLast(5)))
            let definition = service.definition
            let head = try #require(ServiceHead(hash: service.hash, document: service.published.document))
            #expect(head.service == definition.service && head.procedure == definition.procedure)
            #expect(head.title == definition.title && head.effectiveFrom == definition.effectiveFrom)
            #expect(head.hash == service.hash)
            for channel in FilingChannel.allCases { #expect(head.takes(channel) == definition.takes(channel)) }
            for kind in ServiceDefinition.agencyKinds {
                #expect(head.isOffered(by: kind) == definition.isOffered(by: kind))
            }
            #expect(head.cases == Set(definition.cases).sorted())
            origins += head.cases.isEmpty ? 0 : 1
            count += 1
        }
        #expect(count >= 8 && origins > 0)
    }

    @Test(arguments: Dialect.allCases)
    func `who takes a service is found along an index`(dialect: Dialect) async throws {
        try await withDatabase(dialect, DefinitionStore.migrations) { database in
            let plan = try await database.plan(of: DefinitionStore.offeringQuery("x"))
            #expect(plan.contains("service_offer_by_service"), "\(plan)")
        }
    }

    @Test func `what stands in texts neither opens nor closes a part that is passed over`() throws {
        let text = #"{"a":["]}\"",{"b":"{["}],"c":{"d":1},"e":-5,"f":"\\","title":"x"}"#
        #expect(try JSON.members(["title", "e"], ofCanonical: text) == ["title": "x", "e": -5])
        for count in 1..<text.count {
            #expect(throws: (any Error).self) { try JSON.members(["title"], ofCanonical: String(text.prefix(count))) }
        }
        #expect(ServiceHead(hash: "x", document: "[]") == nil)
    }
}
