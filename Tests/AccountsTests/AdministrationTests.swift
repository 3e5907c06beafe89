import Accounts
import Directory
import Kernel
import Site
import Storage
import TestKit
import Testing
import WorkingTime

@Suite struct AdministrationTests {
    @Test(arguments: Dialect.allCases)
    func `to an administrator of a commune another's agencies and officials are not there, whatever id is sent`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let screens = Screens(town)
            let commune = try await screens.visitor("quan.tri.xa@mau.example")
            let foreign = try #require(try await town.account("chuyen.vien.so@mau.example"))
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.12"))
            let province = try #require(try await town.accounts.directory.agency(code: "H99"))
            let held = try #require(try await town.accounts.directory.posts(of: foreign.id, at: town.clock.now).first)
            let official = OfficialPaths.official(foreign.id)
            let post = "\(official)/vi-tri/\(held.post.id)"
            for path in [
                official, official + "/vi-tri", official + "/thoi-viec", post + "/ket-thuc", post + "/uy-quyen",
                official + "/lien-ket", official + "/ma-xac-thuc",
            ] {
                #expect(try await screens.sees(path, as: commune).status == 404, "\(path)")
            }
            let form = [
                "until": "22/04/2026", "from": "22/04/2026", "agency": agency.id.description, "role": "leader",
                "name": "Tên khác", "version": "1", "code": "H99.12", "reason": "nghỉ phép",
                "account": foreign.id.description,
            ]
            for path in [
                official + "/vi-tri", official + "/thoi-viec", official + "/lien-ket", official + "/ma-xac-thuc",
                official + "/dang-xuat", post + "/ket-thuc", post + "/uy-quyen",
            ] {
                #expect(try await screens.sends(path, form, as: commune).status == 404, "\(path)")
            }
            for id in [agency.id, province.id] {
                let path = AdministrationPaths.agency(id)
                for part in ["", "/ten", "/thong-tin", "/cham-dut"] {
                    #expect(try await screens.sees(path + part, as: commune).status == 404, "\(part)")
                    guard !part.isEmpty else { continue }
                    #expect(try await screens.sends(path + part, form, as: commune).status == 404, "\(part)")
                }
            }
            #expect(try await town.accounts.directory.agency(agency.id) == agency)
            #expect(try await town.accounts.directory.posts(of: foreign.id, at: town.clock.now).first == held)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a foreign agency in a form of one's own is a problem beside the field`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let screens = Screens(town)
            let commune = try await screens.visitor("quan.tri.xa@mau.example")
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.12"))
            let own = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let form = [
                "name": "Người Lạ", "email": "la@example.vn", "agency": agency.id.description, "role": "leader",
                "from": "22/04/2026",
            ]
            #expect(try await screens.sends(OfficialPaths.new(), form, as: commune).status == 422)
            #expect(try await town.account("la@example.vn") == nil)
            #expect(
                try await screens.sends(OfficialPaths.official(own.id) + "/vi-tri", form, as: commune).status == 422)
            let below = [
                "parent": agency.id.description, "kind": "unit", "name": "Phòng lạ", "from": "22/04/2026",
            ]
            #expect(try await screens.sends(AdministrationPaths.newAgency(), below, as: commune).status == 422)
            #expect(try await town.accounts.directory.subtree(of: agency.id).count == 3)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what belongs to an official is not reached through the page of another`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let screens = Screens(town)
            let commune = try await screens.visitor("quan.tri.xa@mau.example")
            let mine = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let foreign = try #require(try await town.account("chuyen.vien.so@mau.example"))
            let held = try #require(try await town.accounts.directory.posts(of: foreign.id, at: town.clock.now).first)
            let path = OfficialPaths.official(mine.id) + "/vi-tri/\(held.post.id)/ket-thuc"
            #expect(try await screens.sends(path, ["until": "22/04/2026"], as: commune).status == 404)
            #expect(try await town.accounts.directory.posts(of: foreign.id, at: town.clock.now).first == held)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official is added, acts for another, and leaves, on screens`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let screens = Screens(town)
            let commune = try await screens.visitor("quan.tri.xa@mau.example")
            let unit = try #require(try await town.accounts.directory.agency(code: "H99.41.02"))
            let added = try await screens.sends(
                OfficialPaths.new(),
                [
                    "name": "Người Mới", "email": "moi@example.vn", "agency": unit.id.description,
                    "role": "specialist", "from": "22/04/2026",
                ], as: commune)
            // The link for the password is shown on the answer, once.
            #expect(added.status == 200)
            let account = try #require(try await town.account("moi@example.vn"))
            let page = OfficialPaths.official(account.id)
            #expect(try await screens.sees(page, as: commune).status == 200)
            let head = try #require(try await town.account("truong.phong.xa@mau.example"))
            let post = try #require(try await town.accounts.directory.posts(of: head.id, at: town.clock.now).first).post
            let delegation = OfficialPaths.official(head.id) + "/vi-tri/\(post.id)/uy-quyen"
            #expect(try await screens.sends(delegation, ["from": "22/04/2026"], as: commune).status == 422)
            let given = try await screens.sends(
                delegation,
                [
                    "account": account.id.description, "from": "22/04/2026", "until": "24/04/2026",
                    "reason": "nghỉ phép",
                ], as: commune)
            #expect(given.status == 303)
            #expect(try await town.accounts.directory.posts(of: account.id, at: town.clock.now).count == 2)
            let left = try await screens.sends(page + "/thoi-viec", ["until": "22/04/2026"], as: commune)
            #expect(left.status == 303)
            // Not even for the one who delegated to them.
            #expect(try await town.accounts.directory.posts(of: account.id, at: town.clock.now).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `calendars belong to administrators of the whole site`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let screens = Screens(town)
            let commune = try await screens.visitor("quan.tri.xa@mau.example")
            let top = try await screens.visitor("quan.tri@mau.example")
            let clerk = try await screens.visitor("mot.cua.xa@mau.example")
            let calendar = AdministrationPaths.calendars() + "/national"
            #expect(try await screens.sees(calendar, as: commune).status == 403)
            #expect(try await screens.sees(calendar, as: top).status == 200)
            #expect(try await screens.sees(OfficialPaths.list(), as: clerk).status == 403)
            // A year is not there before somebody looked at it and saved it.
            let year = calendar + "/nam/2031"
            #expect(try await screens.sees(year, as: top).status == 200)
            #expect(try await stored(town).calendar.years[2_031] == nil)
            let version = String(try await stored(town).version)
            func typed(_ last: String) -> [String: String] {
                [
                    "act": "save", "version": version, "holidays[0].from": "01/01/2031", "holidays[0].to": last,
                    "holidays[0].name.vi": "Tết Dương lịch", "holidays[0].name.en": "New Year",
                    "holidays[0].applies": "yes",
                ]
            }
            #expect(try await screens.sends(year, typed("31/12/2030"), as: top).status == 422)
            let saved = try await screens.sends(year, typed(""), as: top)
            #expect(saved.status == 303)
            #expect(try await stored(town).calendar.years[2_031]?.holidays.count == 1)
            // Sent again from the old page: somebody has changed it meanwhile.
            #expect(try await screens.sends(year, typed(""), as: top).status == 409)
        }
    }

    private func stored(_ town: Town) async throws -> StoredCalendar {
        try #require(
            try await town.database.read { tx in try CalendarStore.find(CalendarStore.national, in: tx) })
    }
}
