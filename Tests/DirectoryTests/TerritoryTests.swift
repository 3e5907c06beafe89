import Directory
import Foundation
import Kernel
import Storage
import TestKit
import Testing

@Suite struct TerritoryTests {
    @Test(arguments: Dialect.allCases) func `all units of the country are imported, and twice is once`(dialect: Dialect)
        async throws
    {
        guard let file = ReferenceData.file("administrative-units.jsonl") else { return }
        let text = try String(contentsOf: file, encoding: .utf8)
        try await withRealm(dialect) { realm in
            let run = ImportTerritories(database: realm.database, clock: realm.clock)
            let first = try await run(text, by: realm.machine)
            #expect(first.added == 3_355)
            #expect(first.problems.isEmpty)
            let second = try await run(text, by: realm.machine)
            #expect(second.unchanged == 3_355)
            #expect(second.added == 0 && second.changed == 0)
            let table = try await realm.directory.territories()
            // 34 provinces and the one of the test.
            #expect(table.provinces.count == 35)
            #expect(table.communes(of: "01").count == 126)
            #expect(table.fullName("00004") == "Phường Ba Đình, Thành phố Hà Nội")
            #expect(table.search("ba dinh").first?.code == "00004")
            #expect(table.isCommune("00004", of: "01"))
        }
    }

    @Test(arguments: Dialect.allCases) func `a line that cannot be used is reported and the others are taken`(
        dialect: Dialect
    ) async throws {
        try await withRealm(dialect) { realm in
            let report = try await ImportTerritories(database: realm.database, clock: realm.clock)(
                """
                {"code": "99003", "name": "Xã Ba", "name_en": "Ba Commune", "level": "commune", "parent": "99"}
                {"code": "99001", "name": "Phường Một", "name_en": "Mot Ward", "level": "commune", "parent": "99"}
                nonsense

                {"code": "990", "name": "Xã Bốn", "level": "commune", "parent": "99"}
                {"code": "97001", "name": "Xã Năm", "level": "commune", "parent": "97"}
                {"code": "99003", "name": "Xã Ba nữa", "level": "commune", "parent": "99"}
                """, by: realm.machine)
            #expect(report.added == 1)
            #expect(report.changed == 1)
            #expect(report.problems.map(\.line) == [3, 5, 6, 7])
        }
    }

    @Test func `a name is found by its words, accents or not, the last one half typed`() throws {
        let since = Validity(from: ImportTerritories.since)
        let table = TerritoryTable(
            [
                Territory(
                    code: "01", level: .province, name: "Thành phố Hà Nội", englishName: "Hanoi", parent: nil,
                    validity: since),
                Territory(
                    code: "00004", level: .commune, name: "Phường Ba Đình", englishName: "Ba Dinh", parent: "01",
                    validity: since),
                Territory(
                    code: "00005", level: .commune, name: "Xã Ba Vì", englishName: "Ba Vi", parent: "01",
                    validity: since),
            ], on: try #require(Day("2026-01-01")))
        #expect(table.search("ba đì").map(\.code) == ["00004"])
        #expect(table.search("ba").map(\.code) == ["00004", "00005"])
        #expect(table.search("").isEmpty)
        #expect(table.search("đình ba").map(\.code).first == "00004")
    }
}
