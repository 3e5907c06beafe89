import Catalogue
import Foundation
import Kernel
import Testing

/// A query as somebody types it, with the procedures that answer it.
private struct TypedQuery: Decodable {
    var query: String
    var codes: Set<String>
    /// `tuning`: looked at while the search was made; `held-out`: not.
    var set: String
}

@Suite(.enabled(if: NationalCatalogue.lines != nil)) struct NationalSearchTests {
    private static let queries = read("queries.jsonl")

    private static func read(_ name: String) -> [TypedQuery] {
        let file = CatalogueSamples.folder.appendingPathComponent("Queries/\(name)")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(TypedQuery.self, from: Data($0.utf8))
        }
    }

    /// The queries for which no right procedure is among the first three.
    private func missed(_ queries: [TypedQuery]) throws -> [TypedQuery] {
        let index = try #require(NationalCatalogue.index)
        return queries.filter { query in
            let hits = index(ProcedureSearch(query.query, limit: 3)).hits
            return !hits.contains { query.codes.contains($0.entry.code.description) }
        }
    }

    @Test func `nine of ten queries as people type them find a right procedure among the first three`() throws {
        let queries = Self.queries
        let heldOut = queries.filter { $0.set == "held-out" }
        #expect(queries.count >= 150)
        #expect(heldOut.count * 2 >= queries.count)
        #expect(Set(queries.map(\.query)).count == queries.count)
        let missed = try missed(queries)
        let missedHeldOut = missed.count { $0.set == "held-out" }
        print(
            "queries found among the first three: \(queries.count - missed.count) of \(queries.count); of those never "
                + "used while tuning \(heldOut.count - missedHeldOut) of \(heldOut.count)")
        #expect(missed.count * 10 <= queries.count)
        // By themselves they do not reach nine of ten yet (docs/conformance.md); they must not fall behind.
        #expect(missedHeldOut * 100 <= heldOut.count * 16)
    }

    @Test(arguments: ["ông nội mất", "ong noi mat", "bà ngoại mất", "ông nội qua đời", "qua đời", "mẹ vừa mất", "mất"])
    func `whoever lost somebody finds the registration of a death`(text: String) throws {
        let index = try #require(NationalCatalogue.index)
        let hits = index(ProcedureSearch(text, limit: 3)).hits
        #expect(hits.contains { $0.entry.name.lowercased().contains("đăng ký khai tử") }, "\(hits.map(\.entry.name))")
    }

    @Test func `queries that were held out once are still found`() throws {
        let queries = Self.read("used.jsonl")
        let missed = try missed(queries)
        #expect(queries.count >= 200)
        #expect(missed.count * 100 <= queries.count * 5, "\(missed.map(\.query))")
    }

    @Test func `every expected code is in the catalogue`() throws {
        let index = try #require(NationalCatalogue.index)
        for query in Self.queries + Self.read("used.jsonl") {
            for code in query.codes {
                #expect(try index.entry(#require(Procedure.Code(code))) != nil, "\(query.query): \(code)")
            }
        }
    }

    @Test func `filters count exactly over the whole catalogue`() throws {
        let index = try #require(NationalCatalogue.index)
        for text in ["", "giấy phép", "khai sinh", "dat dai"] {
            let answer = index(ProcedureSearch(text, limit: 3_000))
            #expect(answer.hits.count == answer.total)
            for field in answer.facets.fields {
                #expect(answer.hits.count { $0.entry.field == field.value } == field.count)
            }
            for level in answer.facets.levels {
                #expect(answer.hits.count { $0.entry.levels.contains(level.value) } == level.count)
            }
            for applicant in answer.facets.applicants {
                #expect(answer.hits.count { $0.entry.applicants.contains(applicant.value) } == applicant.count)
            }
            for event in answer.facets.lifeEvents {
                #expect(answer.hits.count { $0.entry.lifeEvents.contains(event.value) } == event.count)
            }
        }
    }

    @Test func `every life event has procedures`() throws {
        let index = try #require(NationalCatalogue.index)
        for event in LifeEvent.all {
            #expect(index(ProcedureSearch("", filter: .init(lifeEvent: event.id))).total > 0, "\(event.id)")
        }
        #expect(Set(LifeEvent.all.map(\.id)).count == LifeEvent.all.count)
    }
}
