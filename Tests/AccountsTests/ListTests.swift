import Directory
import Kernel
import Storage
import TestKit
import Testing

@testable import Accounts

@Suite struct ListTests {
    @Test(arguments: Dialect.allCases) func `officials are listed by name, page by page`(dialect: Dialect) async throws
    {
        try await withTown(dialect) { town in
            let list = OfficialList(town.accounts)
            let top = try await town.actor("quan.tri@mau.example")
            let all = try await list(by: top)
            #expect(all.count == 12)
            #expect(all.map { Folding.fold($0.account.name) } == all.map { Folding.fold($0.account.name) }.sorted())
            #expect(all.allSatisfy { $0.posts.count == 1 })
            var paged: [Account.ID] = []
            while true {
                let page = try await list(by: top, after: paged.last, limit: 4)
                if page.isEmpty { break }
                paged += page.map(\.account.id)
            }
            #expect(paged == all.map(\.account.id))
        }
    }

    @Test(arguments: Dialect.allCases) func `an official is found by words of the name or by the address`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let list = OfficialList(town.accounts)
            let top = try await town.actor("quan.tri@mau.example")
            #expect(try await list(by: top, search: "pham vien").map(\.account.email) == ["chuyen.vien.xa@mau.example"])
            #expect(
                try await list(by: top, search: "Mot.Cua.So@mau.example").map(\.account.name) == ["Bùi Văn Cửa (mẫu)"])
            #expect(try await list(by: top, search: "%").count == 12)
            #expect(try await list(by: top, search: "khongai").isEmpty)
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.41.02"))
            #expect(try await list(by: top, agency: agency.id).count == 2)
            let commune = try await town.actor("quan.tri.xa@mau.example")
            #expect(try await list(by: commune, search: "so mau").isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases) func `the list of officials walks its index`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let id = Agency.ID(at: town.clock.now)
            let query = OfficialList.query(
                Directory.subtreeIDs(of: id), search: "", after: ("a", Account.ID(at: town.clock.now)),
                on: town.clock.now.day, limit: 50)
            let plan = try await town.database.plan(of: "SELECT account.id FROM account \(query)")
            #expect(plan.contains("account_by_name"))
            #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE FOR ORDER BY"))
        }
    }

    @Test(arguments: Dialect.allCases) func `a new address is used after its link, and the old one is told`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let person = try await town.person("cu@example.vn")
            let taken = try await town.person("khac@example.vn")
            town.clock.move(minutes: 1)
            let actor = Actor.person(account: person.id.description, name: person.name)
            let change = ChangeProfile(town.accounts)
            guard
                case .invalid = refused(
                    try await change.email("moi@example.vn", password: "sai", of: person.id, by: actor))
            else { return unexpected() }
            // An address that somebody has answers alike; its owner is told.
            try await change.email("khac@example.vn", password: Town.password, of: person.id, by: actor).get()
            #expect(try await town.mails(to: taken.email).last?.subject.vi == "Bạn đã có tài khoản")
            try await change.email("moi@example.vn", password: Town.password, of: person.id, by: actor).get()
            #expect(try await town.account("moi@example.vn") == nil)
            town.clock.move(minutes: 1)
            try await ConfirmEmail(town.accounts)(town.secret(mailedTo: "moi@example.vn")).get()
            #expect(try await town.account("moi@example.vn")?.id == person.id)
            #expect(try await town.account("cu@example.vn") == nil)
            #expect(
                try await town.mails(to: "cu@example.vn").last?.subject.vi == "Địa chỉ thư của tài khoản đã thay đổi")
        }
    }

    @Test(arguments: [
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) AppleWebKit/605 Version/17.5 Safari/604", "Safari, iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Linux"), ("", ""),
    ])
    func `a browser is named as people know it`(header: String, name: String) {
        #expect(BrowserName.short(header) == name)
    }
}
