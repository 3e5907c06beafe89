import Accounts
import Directory
import Kernel
import Site
import Storage
import TestKit
import Testing

@Suite struct OfficialTests {
    @Test(arguments: Dialect.allCases)
    func `a dismissed official is out at once and cannot come back`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let session = try await town.officialSession("chuyen.vien.xa@mau.example")
            #expect(try await visitors.visitor(secret: session.secret) != nil)
            let account = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let ended = try await DismissOfficial(town.accounts)(
                account.id, from: town.clock.now.day, by: administrator
            ).get()
            #expect(ended.count == 1)
            #expect(try await visitors.visitor(secret: session.secret) == nil)
            #expect(
                refused(try await town.signIn("chuyen.vien.xa@mau.example", SampleProvince.password)) == .withoutPost)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an administrator of a commune cannot touch the officials of another agency`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let foreign = try #require(try await town.account("chuyen.vien.so@mau.example"))
            let dismissed = try await DismissOfficial(town.accounts)(foreign.id, from: town.clock.now.day, by: commune)
            #expect(refused(dismissed) == .outsideScope)
            let recover = RecoverOfficial(town.accounts)
            #expect(refused(try await recover.resetSecondFactor(foreign.id, by: commune)) == .outsideScope)
            #expect(refused(try await recover.newLink(foreign.id, by: commune)) == .outsideScope)
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.12"))
            let added = try await AddOfficial(town.accounts)(
                .init(
                    name: "Người Lạ", email: "la@example.vn", agency: agency.id,
                    post: .init(role: .leader, from: town.clock.now.day)), by: commune)
            #expect(refused(added) == .outsideScope)
            // Nothing stayed behind of the refused one.
            #expect(try await town.account("la@example.vn") == nil)
            let seen = try await OfficialList(town.accounts)(by: commune)
            #expect(seen.count == 6)
            #expect(!seen.contains { $0.account.id == foreign.id })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an administrator who appoints somebody from above does not get into their account`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let top = try #require(try await town.account("quan.tri@mau.example"))
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let added = try await AddOfficial(town.accounts)(
                .init(
                    name: "Tên Khác", email: "quan.tri@mau.example", agency: agency.id,
                    post: .init(role: .specialist, from: town.clock.now.day)), by: commune
            ).get()
            #expect(added.account == top.id)
            #expect(added.linkSecret == nil)
            let recover = RecoverOfficial(town.accounts)
            #expect(refused(try await recover.resetSecondFactor(top.id, by: commune)) == .outsideScope)
            #expect(refused(try await recover.newLink(top.id, by: commune)) == .outsideScope)
        }
    }

    @Test(arguments: Dialect.allCases) func `after a reset the second factor is set up anew`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let visitors = SignedInVisitors(town.accounts)
            let session = try await town.officialSession("chuyen.vien.xa@mau.example")
            let account = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            try await RecoverOfficial(town.accounts).resetSecondFactor(account.id, by: administrator).get()
            #expect(try await visitors.visitor(secret: session.secret) == nil)
            let outcome = try await town.signIn("chuyen.vien.xa@mau.example", SampleProvince.password).get()
            guard case .enrolmentWanted = outcome else { return unexpected() }
        }
    }

    @Test(arguments: Dialect.allCases) func `a table of officials is taken line by line, and twice is once`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let table = """
                Họ tên,Email,Mã cơ quan,Vai trò,Chức danh
                Nguyễn Văn Một,mot@xa.example,H99.41.02,chuyên viên thụ lý,Công chức tư pháp
                Trần Thị Hai,hai@xa.example,H99.41.02,giám đốc,
                Lê Văn Ba,ba@xa.example,H98.41,lãnh đạo cơ quan,
                Phạm Thị Bốn,không phải thư,H99.41,leader,
                Vũ Văn Năm,nam@so.example,H99.12,leader,
                Hoàng Thị Sáu,sau@xa.example,h99.41,Lãnh đạo cơ quan,Chủ tịch
                """
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let report = try await ImportOfficials(town.accounts)(table, by: administrator).report
            #expect(report.added == 2)
            #expect(report.problems.map(\.line) == [3, 4, 5, 6])
            #expect(try await town.mails(to: "mot@xa.example").count == 1)
            let again = try await ImportOfficials(town.accounts)(table, by: administrator).report
            #expect(again.added == 0)
            #expect(again.unchanged == 2)
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let leaders = try await town.accounts.officials(in: agency.id, role: .leader)
            #expect(leaders.map(\.name).contains("Hoàng Thị Sáu"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a unit without a code is named in the table, and the links that were made are told once`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let commune = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let create = CreateAgency(database: town.database, clock: town.clock)
            for _ in 1...2 {
                _ = try await create(
                    AgencyDraft(kind: .unit, name: "Tổ trùng tên", from: town.clock.now.day), below: commune.id,
                    by: .system("test")
                ).get()
            }
            _ = try await create(
                AgencyDraft(kind: .unit, name: "Phòng Văn hóa", from: town.clock.now.day), below: commune.id,
                by: .system("test")
            ).get()
            let table = """
                họ tên;email;cơ quan;vai trò
                Nguyễn Văn Một;mot@xa.example;phòng văn hoá;chuyên viên thụ lý
                Trần Thị Hai;hai@xa.example;Tổ trùng tên;chuyên viên thụ lý
                Lê Văn Ba;ba@xa.example;Phòng không có;chuyên viên thụ lý
                """
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let outcome = try await ImportOfficials(town.accounts)(table, by: administrator)
            #expect(outcome.report.problems.map(\.line) == [3, 4])
            #expect(outcome.invitations.map(\.email) == ["mot@xa.example"])
            let secret = try #require(outcome.invitations.first?.secret)
            let mail = try #require(try await town.mails(to: "mot@xa.example").first)
            #expect("\(mail)".contains(secret))
            let again = try await ImportOfficials(town.accounts)(table, by: administrator)
            #expect(again.invitations.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an administrator signs an official out everywhere, one of another agency does not`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let session = try await town.officialSession("chuyen.vien.xa@mau.example")
            let visitors = SignedInVisitors(town.accounts)
            let department = try await town.actor("chuyen.vien.so@mau.example")
            let recover = RecoverOfficial(town.accounts)
            await #expect(throws: RecoverOfficial.Refusal.outsideScope) {
                try await recover.endSessions(session.account, by: department).get()
            }
            #expect(try await visitors.visitor(secret: session.secret) != nil)
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            try await recover.endSessions(session.account, by: administrator).get()
            #expect(try await visitors.visitor(secret: session.secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `an empty site gets one first administrator`(dialect: Dialect) async throws
    {
        try await withTown(dialect, sample: false) { town in
            #expect(try await town.accounts.needsFirstAdministrator())
            let day = town.clock.now.day
            @Sendable func create(_ email: String) async throws -> Result<
                CreateFirstAdministrator.Created, CreateFirstAdministrator.Refusal
            > {
                try await CreateFirstAdministrator(town.accounts)(
                    name: "Người Đầu", email: email,
                    agency: AgencyDraft(kind: .commune, code: "H56.41.01", name: "UBND xã Thật", from: day))
            }
            let wrong = try await CreateFirstAdministrator(town.accounts)(
                name: "", email: "x", agency: AgencyDraft(kind: .commune, code: "H", name: "", from: day))
            guard case .invalid = refused(wrong) else { return unexpected() }
            async let one = create("dau@xa.example")
            async let two = create("hai@xa.example")
            let results = try await [one, two]
            #expect(results.compactMap { refused($0) } == [.alreadyThere])
            #expect(try await !town.accounts.needsFirstAdministrator())
            let created = try #require(results.compactMap { try? $0.get() }.first)
            let secret = String(created.link.dropFirst("https://motcua.example\(AccountLink.path)".count))
            #expect(try await ResetPassword(town.accounts)(secret, password: Town.password).get() == .official)
            #expect(refused(try await create("ba@xa.example")) == .alreadyThere)
            #expect(try await SampleProvince(town.accounts)().isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a person who lost everything gets a code at the counter, on record`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let person = try await town.person("thu@example.vn")
            let squatter = try await town.person("ke.gian@example.vn")
            try await ChangeProfile(town.accounts).details(
                name: squatter.name, phone: "0912345678", citizenNumber: "001090123456", of: squatter.id,
                seen: squatter.version, by: .person(account: squatter.id.description, name: "")
            ).get()
            let official = try await town.actor("mot.cua.xa@mau.example")
            let reset = ResetAtCounter(town.accounts)
            #expect(try await reset.find("thu@example", by: official, agencyName: "Xã Mẫu") == nil)
            let found = try #require(try await reset.find("thu@example.vn", by: official, agencyName: "Xã Mẫu"))
            #expect(found.id == person.id)
            guard
                case .invalid = refused(
                    try await reset(person.id, checks: [], citizenNumber: "001090123456", by: official))
            else { return unexpected() }
            let sheet = try await reset(
                person.id, checks: [.identityCard], citizenNumber: "001090123456", by: official
            ).get()
            // Typed in small letters and without dashes, as people do.
            let typed = sheet.code.lowercased().replacing("-", with: " ")
            #expect(try await ResetPassword(town.accounts)(typed, password: "sáu con mèo ngủ").get() == .person)
            _ = try await town.session("thu@example.vn", "sáu con mèo ngủ")
            let after = try #require(try await town.accounts.account(person.id))
            #expect(after.assurance == .counter)
            #expect(after.citizenNumber?.digits == "001090123456")
            // Whoever had only typed the number is as unknown as before.
            #expect(try #require(try await town.accounts.account(squatter.id)).seenNumber == nil)
            let again = try await reset(person.id, checks: [.identityCard], citizenNumber: "001090999999", by: official)
            guard case .invalid = refused(again) else { return unexpected() }
            let records = try await AccessRecords.about(person.id, in: town.database)
            #expect(records == ["account-recovery"])
        }
    }

    @Test(arguments: Dialect.allCases) func `one files for a firm and for a child`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let person = try await town.person("thu@example.vn")
            let actor = Actor.person(account: person.id.description, name: person.name)
            let add = AddMandate(town.accounts)
            let firm = try await add(
                .init(kind: .legalRepresentative, isOrganisation: true, name: "Công ty Thử", taxCode: "0100109106"),
                for: person.id, by: actor
            ).get()
            town.clock.move(minutes: 1)
            _ = try await add(
                .init(kind: .parent, isOrganisation: false, name: "Bé Thử", bornOn: "24/04/2020"), for: person.id,
                by: actor
            ).get()
            guard
                case .invalid(let problems) = refused(
                    try await add(
                        .init(kind: .parent, isOrganisation: true, name: "", taxCode: "0100109107"), for: person.id,
                        by: actor))
            else { return unexpected() }
            #expect(problems.map(\.field) == ["name", "kind", "tax_code"])
            #expect(try await town.accounts.mandates(of: person.id).map(\.name) == ["Công ty Thử", "Bé Thử"])
            try await add.end(firm.id, of: person.id, by: actor).get()
            #expect(try await town.accounts.mandates(of: person.id).map(\.name) == ["Bé Thử"])
            let stranger = try await town.person("khac@example.vn")
            #expect(refused(try await add.end(firm.id, of: stranger.id, by: actor)) == .unknown)
        }
    }
}
