import Directory
import Kernel
import Storage
import TestKit
import Testing

/// The units of before 1 July 2025 beside those of today.
@Suite struct EarlierTerritoryTests {
    private static let file = """
        {"code": "01", "name": "Thành phố Hà Nội", "name_en": "Ha Noi City", "level": "province", "parent": null}
        {"code": "00004", "name": "Phường Ba Đình", "name_en": "Ba Dinh Ward", "level": "commune", "parent": "01"}
        {"code": "00097", "name": "Phường Hồng Hà", "name_en": "Hong Ha Ward", "level": "commune", "parent": "01"}
        {"code": "01", "name": "Thành phố Hà Nội cũ", "name_en": "Ha Noi", "level": "province", "parent": null, "until": "2025-07-01", "successors": ["01"]}
        {"code": "001", "name": "Quận Ba Đình", "name_en": "Ba Dinh", "level": "district", "parent": "01", "until": "2025-07-01", "successors": []}
        {"code": "002", "name": "Huyện Đảo", "name_en": "Dao", "level": "district", "parent": "01", "until": "2025-07-01", "successors": ["00097"]}
        {"code": "00004", "name": "Phường Trúc Bạch", "name_en": "Truc Bach", "level": "commune", "parent": "001", "until": "2025-07-01", "successors": ["00097", "00004"]}
        """

    @Test(arguments: Dialect.allCases) func `old units and those of today with the same code are kept apart`(
        dialect: Dialect
    ) async throws {
        try await withRealm(dialect) { realm in
            let run = ImportTerritories(database: realm.database, clock: realm.clock)
            let first = try await run(Self.file, by: realm.machine)
            #expect(first.added == 7)
            #expect(first.problems.isEmpty)
            realm.directory.forgetTerritories()
            let table = try await realm.directory.territories()
            #expect(table.fullName("00004") == "Phường Ba Đình, Thành phố Hà Nội")
            #expect(table.communes(of: "01").map(\.code) == ["00004", "00097"])
            #expect(table.search("truc bach").isEmpty)
            #expect(table["001"] == nil)
            let earlier = table.earlier
            #expect(earlier.provinces.map(\.name) == ["Thành phố Hà Nội cũ"])
            #expect(earlier.districts(of: "01").map(\.code) == ["002", "001"])
            #expect(earlier.communes(of: "001").map(\.name) == ["Phường Trúc Bạch"])
            #expect(earlier["00004"]?.successors == ["00004", "00097"])
            #expect(earlier["00004"]?.until == ImportTerritories.since)
            // An island district had no communes: it stands in its own list.
            #expect(earlier.communes(of: "002").map(\.code) == ["002"])
            #expect(earlier.district(ofCommune: "002") == "002")
            #expect(earlier.district(ofCommune: "001") == nil)
            #expect(earlier.district(ofCommune: "00004") == "001")
        }
    }

    @Test(arguments: Dialect.allCases) func `twice is once, and what a unit became may be put right`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let run = ImportTerritories(database: realm.database, clock: realm.clock)
            _ = try await run(Self.file, by: realm.machine)
            let table = try await realm.directory.territories()
            let second = try await run(Self.file, by: realm.machine)
            #expect(second.unchanged == 7)
            #expect(second.added == 0 && second.changed == 0)
            realm.clock.move(minutes: 5)
            let mended = try await run(
                Self.file.replacing(#"["00097", "00004"]"#, with: #"["00097"]"#), by: realm.machine)
            #expect(mended.changed == 1)
            #expect(table.earlier["00004"]?.successors == ["00004", "00097"])
            // The kept table is older than a minute, and the list has changed since.
            #expect(try await realm.directory.territories().earlier["00004"]?.successors == ["00097"])
        }
    }

    @Test(arguments: Dialect.allCases) func `an old unit whose district or successor nobody knows is reported`(
        dialect: Dialect
    ) async throws {
        try await withRealm(dialect) { realm in
            let report = try await ImportTerritories(database: realm.database, clock: realm.clock)(
                Self.file + "\n" + """
                    {"code": "00007", "name": "Phường Bảy", "level": "commune", "parent": "009", "until": "2025-07-01", "successors": ["00097"]}
                    {"code": "00008", "name": "Phường Tám", "level": "commune", "parent": "001", "until": "2025-07-01", "successors": ["12345"]}
                    {"code": "00009", "name": "Phường Chín", "level": "commune", "parent": "001", "until": "July"}
                    {"code": "003", "name": "Quận Ba", "level": "district", "parent": "01"}
                    {"code": "00010", "name": "Phường Mười", "level": "commune", "parent": "01", "until": "2025-07-01", "successors": ["00097"]}
                    """, by: realm.machine)
            #expect(report.problems.map(\.line) == [8, 9, 10, 11, 12])
            #expect(report.added == 7)
        }
    }
}
