import Accounts
import Directory
import Kernel
import Storage
import TestKit
import Testing

/// Giving access again, by administrators and at the counter: to the owner alone, and with the owner's knowledge.
@Suite struct RecoveryTests {
    private func enrolment(_ town: Town, _ email: String, _ password: String) async throws -> CompleteSignIn.Enrolment {
        guard case .enrolmentWanted(let step) = try await town.signIn(email, password).get() else {
            throw Town.Unexpected()
        }
        return try await CompleteSignIn(town.accounts).enrolment(step).get()
    }

    @Test(arguments: Dialect.allCases)
    func `a key for codes that an administrator saw is not the one the official sets up`(dialect: Dialect) async throws
    {
        try await withTown(dialect) { town in
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let agency = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let added = try await AddOfficial(town.accounts)(
                .init(
                    name: "Người Mới", email: "moi@xa.example", agency: agency.id,
                    post: .init(role: .leader, from: town.clock.now.day)), by: administrator
            ).get()
            let reset = ResetPassword(town.accounts)
            #expect(try await reset(try #require(added.linkSecret), password: "quản trị đã xem").get() == .official)
            let seen = try await enrolment(town, "moi@xa.example", "quản trị đã xem")
            let link = try await RecoverOfficial(town.accounts).newLink(added.account, by: administrator).get()
            #expect(try await reset(link, password: Town.password).get() == .official)
            let own = try await enrolment(town, "moi@xa.example", Town.password)
            #expect(own.key != seen.key)
            // Looked at twice it is the same: only who has this password has seen it.
            #expect(try await enrolment(town, "moi@xa.example", Town.password) == own)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official is told of every recovery, and by whom`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let email = "chuyen.vien.xa@mau.example"
            let account = try #require(try await town.account(email))
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            let recover = RecoverOfficial(town.accounts)
            try await recover.resetSecondFactor(account.id, by: administrator).get()
            town.clock.move(minutes: 1)
            try await recover.endSessions(account.id, by: administrator).get()
            town.clock.move(minutes: 1)
            let link = try await recover.newLink(account.id, by: administrator).get()
            let mails = try await town.mails(to: email)
            #expect(
                mails.map(\.subject.vi) == [
                    "Mã xác thực đã được đặt lại", "Mọi thiết bị đã được đăng xuất", "Liên kết đặt mật khẩu mới",
                ])
            for mail in mails {
                #expect(mail.text.vi.contains(administrator.name) && mail.text.en.contains(administrator.name))
                #expect(!mail.text.vi.contains("tạo tài khoản"))
            }
            #expect(mails.last?.text.vi.contains(link) ?? false)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `somebody whose mail never worked signs in after the counter, with the address they say there`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            _ = try await RegisterPerson(town.accounts)(
                .init(name: "Nguyễn Văn Thữ", email: "thu@exmaple.vn", phone: "0912345678", password: Town.password))
            let account = try #require(try await town.account("thu@exmaple.vn"))
            // A mistyped number says nothing about who somebody is.
            try await ChangeProfile(town.accounts).details(
                name: account.name, phone: "0912345678", citizenNumber: "001090123457", of: account.id,
                seen: account.version, by: .person(account: account.id.description, name: account.name)
            ).get()
            let official = try await town.actor("mot.cua.xa@mau.example")
            let reset = ResetAtCounter(town.accounts)
            var seen = ResetAtCounter.Seen(
                checks: [.identityCard], citizenNumber: "001090123456", name: "Nguyễn Văn Thử")
            guard case .invalid(let problems) = refused(try await reset(account.id, seen, by: official)) else {
                return unexpected()
            }
            #expect(problems.map(\.field) == ["email"])
            seen.email = "quan.tri@mau.example"
            guard case .invalid(let taken) = refused(try await reset(account.id, seen, by: official)) else {
                return unexpected()
            }
            #expect(taken.map(\.field) == ["email"])
            seen.email = "thu@example.vn"
            let sheet = try await reset(account.id, seen, by: official).get()
            #expect(sheet.name == "Nguyễn Văn Thử")
            #expect(sheet.maskedEmail == "th…@example.vn")
            #expect(try await ResetPassword(town.accounts)(sheet.code, password: "sáu con mèo ngủ").get() == .person)
            _ = try await town.session("thu@example.vn", "sáu con mèo ngủ")
            let after = try #require(try await town.accounts.account(account.id))
            #expect(after.name == "Nguyễn Văn Thử")
            #expect(after.seenNumber?.digits == "001090123456")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a code printed at the counter is told to the address that was confirmed`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let person = try await town.person("thu@example.vn")
            let official = try await town.actor("mot.cua.xa@mau.example")
            town.clock.move(minutes: 1)
            let sheet = try await ResetAtCounter(town.accounts)(
                person.id,
                .init(checks: [.identityCard], citizenNumber: "001090123456", email: "moi@example.vn"), by: official
            ).get()
            let mail = try #require(try await town.mails(to: "thu@example.vn").last)
            #expect(mail.subject.vi == "Đã in mã đặt lại mật khẩu tại quầy")
            #expect(mail.text.vi.contains(official.name) && !mail.text.vi.contains(sheet.code))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an account seen at the counter is a person's, and the look is on record once an hour`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let person = try await town.person("thu@example.vn")
            let official = try await town.actor("mot.cua.xa@mau.example")
            let reset = ResetAtCounter(town.accounts)
            let colleague = try #require(try await town.account("lanh.dao.xa@mau.example"))
            #expect(try await reset.account(colleague.id, by: official, agencyName: "Xã Mẫu") == nil)
            for _ in 1...2 {
                #expect(try await reset.account(person.id, by: official, agencyName: "Xã Mẫu")?.id == person.id)
            }
            #expect(try await AccessRecords.about(person.id, in: town.database) == ["account-recovery"])
            town.clock.move(minutes: 61)
            _ = try await reset.account(person.id, by: official, agencyName: "Xã Mẫu")
            #expect(try await AccessRecords.about(person.id, in: town.database).count == 2)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `asking for a new password does the same at once for every address`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let person = try await town.person("thu@example.vn")
            func written(by ask: () async throws -> Void) async throws -> [String] {
                func rows() async throws -> [String] {
                    try await town.database.read { tx in
                        var rows: [String] = []
                        for table in ["job", "account_link", "journal_entry"] {
                            let count =
                                try tx.value(
                                    SQL(composed: "SELECT count(*) FROM \(table)"), as: Int.self) ?? 0
                            rows.append("\(table) \(count)")
                        }
                        return rows
                    }
                }
                let before = try await rows()
                try await ask()
                return Set(try await rows()).subtracting(before).map { String($0.split(separator: " ")[0]) }.sorted()
            }
            _ = try await town.mails(to: "")
            let reset = ResetPassword(town.accounts)
            let known = try await written { try await reset.request(email: "thu@example.vn") }
            let unknown = try await written { try await reset.request(email: "khong.ai@example.vn") }
            #expect(known == ["job"] && unknown == known)
            let change = ChangeProfile(town.accounts)
            let actor = Actor.person(account: person.id.description, name: person.name)
            _ = try await town.person("khac@example.vn")
            _ = try await town.mails(to: "")
            var changes: [[String]] = []
            for email in ["khac@example.vn", "moi@example.vn"] {
                changes.append(
                    try await written {
                        try await change.email(email, password: Town.password, of: person.id, by: actor).get()
                    })
            }
            #expect(changes[0] == changes[1] && changes[0].contains("job") && !changes[0].contains("account_link"))
        }
    }
}
