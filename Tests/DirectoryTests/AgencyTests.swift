import Directory
import Kernel
import Storage
import TestKit
import Testing

@Suite struct AgencyTests {
    @Test(arguments: ["H56", "H56.12", "H56.12.03", "G22.01.02.03", "h56.12"])
    func `an agency code of QĐ 20 per 2020 is read`(code: String) {
        #expect(AgencyCode(code)?.text == code.uppercased())
    }

    @Test(arguments: [
        "", "H5", "HH6", "56H", "H56.", "H56..12", "H56.1", "H56-12", "000.00.20.G08",
        String(repeating: "H56.", count: 9),
    ])
    func `what is no agency code is not read`(code: String) {
        #expect(AgencyCode(code) == nil)
    }

    @Test(arguments: Dialect.allCases) func `a code must stand below that of the agency above`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let result = try await realm.create(Realm.draft(.unit, "H98.41.02", "Phòng A"), below: realm.commune)
            guard case .failure(.invalid(let problems)) = result else { return unexpected() }
            #expect(problems.map(\.field) == ["code"])
        }
    }

    @Test(arguments: Dialect.allCases) func `a unit cannot hold a commune and a desk holds nothing`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let result = try await realm.create(Realm.draft(.unit, "", "Phòng B"), below: realm.desk)
            guard case .failure(.invalid(let problems)) = result else { return unexpected() }
            #expect(problems.map(\.field) == ["kind"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two who give the same code at once one is told that it is taken`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            // One below the commune, one below the province: different parents, so that no lock keeps them apart.
            async let first = realm.create(Realm.draft(.unit, "H99.41.05", "Phòng A"), below: realm.commune)
            async let second = realm.create(Realm.draft(.unit, "H99.41.05", "Phòng B"), below: realm.province)
            let refusals = try await [first, second].compactMap { refused($0) }
            #expect(refusals.count == 1)
            guard case .invalid(let problems)? = refusals.first else { return unexpected() }
            #expect(problems.map(\.field) == ["code"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an administrator of a commune touches neither another commune nor the province`(dialect: Dialect) async throws
    {
        try await withRealm(dialect) { realm in
            let own = try await realm.create(
                Realm.draft(.unit, "H99.41.02", "Phòng A"), below: realm.commune, by: realm.communeAdministrator)
            #expect(throws: Never.self) { try own.get() }
            for parent in [realm.other, realm.province] {
                let foreign = try await realm.create(
                    Realm.draft(.unit, "", "Phòng B"), below: parent, by: realm.communeAdministrator)
                #expect(foreign == .failure(.outsideScope))
            }
            let rename = try await RenameAgency(database: realm.database, clock: realm.clock)(
                realm.other.id, to: "UBND xã Khác", english: "", from: realm.clock.now.day, seen: 1,
                by: realm.communeAdministrator)
            #expect(refused(rename) == .outsideScope)
        }
    }

    @Test(arguments: Dialect.allCases) func `who is no administrator changes nothing`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let (_, leader) = try await realm.appoint(.leader, at: realm.commune)
            let result = try await realm.create(Realm.draft(.unit, "", "Phòng"), below: realm.commune, by: leader)
            #expect(result == .failure(.outsideScope))
        }
    }

    @Test(arguments: Dialect.allCases) func `a new name keeps the old one for its time`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let rename = RenameAgency(database: realm.database, clock: realm.clock)
            let day = try #require(Day("2026-01-01"))
            let done = try await rename(
                realm.commune.id, to: "UBND phường Một", english: "", from: day, seen: 1, by: realm.topAdministrator)
            #expect(throws: Never.self) { try done.get() }
            let again = try await rename(
                realm.commune.id, to: "UBND phường Ba", english: "", from: day, seen: 1, by: realm.topAdministrator)
            #expect(refused(again) == .changed)
            let now = try #require(try await realm.directory.agency(realm.commune.id))
            #expect(now.name == "UBND phường Một")
            #expect(now.version == 2)
            let names = try await realm.directory.names(of: realm.commune.id)
            #expect(names.map(\.name) == ["UBND phường Một", "UBND xã Một"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an agency with units or posts is not closed, an empty one is`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let close = CloseAgency(database: realm.database, clock: realm.clock) { _, _ in 0 }
            let day = realm.clock.now.day
            let withUnits = try await close(
                realm.commune.id, from: day, successor: nil, seen: 1, by: realm.topAdministrator)
            #expect(refused(withUnits) == .hasUnits(1))
            let (_, _) = try await realm.appoint(.oneStop, at: realm.desk)
            let withPosts = try await close(
                realm.desk.id, from: day, successor: nil, seen: 1, by: realm.topAdministrator)
            #expect(refused(withPosts) == .hasPosts(1))
            let withCases = try await CloseAgency(database: realm.database, clock: realm.clock) { _, _ in 3 }(
                realm.other.id, from: day, successor: realm.commune.id, seen: 1, by: realm.topAdministrator)
            #expect(refused(withCases) == .hasCases(3))
            let empty = try await close(
                realm.other.id, from: day, successor: realm.commune.id, seen: 1, by: realm.topAdministrator)
            #expect(throws: Never.self) { try empty.get() }
            let closed = try #require(try await realm.directory.agency(realm.other.id))
            #expect(!closed.validity.contains(day))
            #expect(closed.successor == realm.commune.id)
            let late = try await AppointOfficial(database: realm.database, clock: realm.clock)(
                AccountID(at: realm.clock.now), to: realm.other.id, .init(role: .leader, from: day), by: realm.machine)
            guard case .invalid = refused(late) else { return unexpected() }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a code is not changed over the codes below, and a child is changed whatever its code is`(dialect: Dialect)
        async throws
    {
        try await withRealm(dialect) { realm in
            let change = ChangeAgency(database: realm.database, clock: realm.clock)
            func changed(_ agency: Agency, code: String, phone: String = "") async throws -> ChangeAgency.Refusal? {
                refused(
                    try await change(
                        agency.id, code: code, territory: agency.territory ?? "", address: "", phone: phone,
                        calendar: "", seen: agency.version, by: realm.machine))
            }
            let top = try #require(realm.province.code).text
            guard case .invalid(let problems)? = try await changed(realm.commune, code: "\(top).77") else {
                return unexpected()
            }
            #expect(problems.map(\.field) == ["code"])
            // As an installation may have it from before.
            _ = try await realm.database.write { tx in
                try tx.run("UPDATE agency SET code = 'H01.99.01' WHERE id = \(realm.desk.id)")
            }
            #expect(try await changed(realm.desk, code: "H01.99.01", phone: "0912345678") == nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `the desk of a unit is that of its commune`(dialect: Dialect) async throws {
        try await withRealm(dialect) { realm in
            let unit = try await realm.create(Realm.draft(.unit, "H99.41.02", "Phòng A"), below: realm.commune).get()
            #expect(try await realm.directory.desk(for: unit.id)?.id == realm.desk.id)
            #expect(try await realm.directory.desk(forTerritory: "99001")?.id == realm.desk.id)
            // The other commune has no desk and nobody there to receive, nor has the province.
            #expect(try await realm.directory.desk(for: realm.other.id) == nil)
            _ = try await realm.appoint(.oneStop, at: realm.other)
            #expect(try await realm.directory.desk(for: realm.other.id)?.id == realm.other.id)
        }
    }

    @Test(arguments: Dialect.allCases) func `a table of agencies is taken line by line, and twice is once`(
        dialect: Dialect
    ) async throws {
        try await withRealm(dialect) { realm in
            let table = """
                mã;tên;loại;mã cấp trên;từ ngày
                H99.43.01;Phòng Kinh tế;phòng;H99.43;01/07/2025
                H99.43;UBND xã Ba;xã;H99;01/07/2025
                H99.44;UBND xã Bốn;làng;H99;01/07/2025
                X;UBND xã Năm;xã;H99;01/07/2025
                H99.45;UBND xã Sáu;xã;H97;01/07/2025
                H99.41;UBND xã Lạ;xã;H99;01/07/2025
                """
            let run = ImportAgencies(database: realm.database, clock: realm.clock)
            let report = try await run(table, by: realm.topAdministrator)
            #expect(report.added == 2)
            #expect(report.problems.map(\.line) == [4, 5, 6, 7])
            let again = try await run(table, by: realm.topAdministrator)
            #expect(again.added == 0)
            #expect(again.unchanged == 2)
            let below = try await run(
                "mã,tên,loại,mã cấp trên\nH99.46,UBND xã Bảy,xã,H99", by: realm.communeAdministrator)
            #expect(below.added == 0)
            #expect(below.problems.count == 1)
        }
    }
}
