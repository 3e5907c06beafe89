import Accounts
import Kernel
import Storage
import Synchronization
import TestKit
import Testing

@Suite struct RegistrationTests {
    @Test(arguments: Dialect.allCases) func `a person registers, confirms the address and signs in`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let problems = try await RegisterPerson(town.accounts)(
                .init(name: "Nguyễn Thị Thử", email: "Thu@Example.vn", phone: "0912 345 678", password: Town.password))
            #expect(problems.isEmpty)
            town.clock.move(minutes: 1)
            #expect(refused(try await town.signIn("thu@example.vn")) == .unconfirmed)
            let secret = try await town.secret(mailedTo: "Thu@Example.vn")
            try await ConfirmEmail(town.accounts)(secret).get()
            let session = try await town.session("thu@example.vn")
            #expect(session.kind == .person)
            #expect(refused(try await ConfirmEmail(town.accounts)(secret)) == .linkNotValid)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two who register one address at once there is one account, and both got a message`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            @Sendable func register(_ name: String) async throws -> [FieldProblem] {
                try await RegisterPerson(town.accounts)(
                    .init(name: name, email: "thu@example.vn", phone: "0912345678", password: Town.password))
            }
            async let first = register("Người Một")
            async let second = register("Người Hai")
            async let third = register("Người Ba")
            let problems = try await [first, second, third]
            #expect(problems == [[], [], []])
            let mails = try await town.mails(to: "thu@example.vn")
            #expect(mails.count == 3)
            let account = try await town.account("thu@example.vn")
            #expect(account != nil)
        }
    }

    @Test(arguments: Dialect.allCases) func `a known address answers alike and its owner is told`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let owner = try await town.person("thu@example.vn", name: "Chủ Thật")
            town.clock.move(minutes: 1)
            let problems = try await RegisterPerson(town.accounts)(
                .init(name: "Kẻ Khác", email: "THU@example.vn", phone: "0912345678", password: "mật khẩu kẻ khác"))
            #expect(problems.isEmpty)
            let after = try #require(try await town.accounts.account(owner.id))
            #expect(after.name == "Chủ Thật")
            let mail = try #require(try await town.mails(to: "thu@example.vn").last)
            #expect(mail.subject.vi == "Bạn đã có tài khoản")
            #expect(!mail.text.vi.contains(AccountLink.path))
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ khác")) == .wrong)
        }
    }

    @Test(arguments: Dialect.allCases) func `only the newest link confirms an address that was registered twice`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let register = RegisterPerson(town.accounts)
            _ = try await register(
                .init(name: "Kẻ Lạ", email: "thu@example.vn", phone: "0912345678", password: "mật khẩu kẻ lạ"))
            let old = try await town.secret(mailedTo: "thu@example.vn")
            town.clock.move(minutes: 1)
            _ = try await register(
                .init(name: "Chủ Thật", email: "thu@example.vn", phone: "0912345678", password: Town.password))
            #expect(refused(try await ConfirmEmail(town.accounts)(old)) == .linkNotValid)
            try await ConfirmEmail(town.accounts)(
                town.secret(mailedTo: "thu@example.vn"), password: Town.password
            ).get()
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ lạ")) == .wrong)
            _ = try await town.session("thu@example.vn")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever registers while the owner confirms does not get the owner's account`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            _ = try await RegisterPerson(town.accounts)(
                .init(name: "Chủ Thật", email: "thu@example.vn", phone: "0912345678", password: Town.password))
            let owner = try #require(try await town.account("thu@example.vn"))
            let isHeld = Signal()
            // The owner's confirmation holds the row until the other registration waits for it, having read it before.
            async let confirmation: Void = town.database.write { tx in
                try tx.run("UPDATE account SET email_confirmed_at = \(town.clock.now) WHERE id = \(owner.id)")
                isHeld.give()
                guard tx.dialect == .postgresql else { return }
                for _ in 1...1_000 {
                    let waiting = try tx.value(
                        """
                        SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted
                            AND transactionid = CAST(pg_current_xact_id() AS xid)
                        """, as: Int.self)
                    if waiting ?? 0 > 0 { return }
                    _ = try tx.rows("SELECT CAST(pg_sleep(0.02) AS TEXT) AS slept")
                }
                throw Town.Unexpected()
            }
            while !isHeld.isGiven { await Task.yield() }
            let problems = try await RegisterPerson(town.accounts)(
                .init(name: "Kẻ Khác", email: "thu@example.vn", phone: "0912345678", password: "mật khẩu kẻ khác"))
            try await confirmation
            #expect(problems.isEmpty)
            #expect(try await town.accounts.account(owner.id)?.name == "Chủ Thật")
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ khác")) == .wrong)
            _ = try await town.session("thu@example.vn")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the link keeps where somebody wanted to go when they registered`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let register = RegisterPerson(town.accounts)
            for (number, next) in ["/dich-vu/mot", "/dich-vu/hai", nil].enumerated() {
                let email = "thu\(number % 2)@example.vn"
                _ = try await register(
                    .init(name: "Người Thử", email: email, phone: "0912345678", password: Town.password), next: next)
                let secret = try await town.secret(mailedTo: email)
                #expect(try await ConfirmEmail(town.accounts).next(secret) == next)
                town.clock.move(minutes: 1)
            }
            let secret = try await town.secret(mailedTo: "thu1@example.vn")
            try await ConfirmEmail(town.accounts)(secret).get()
            #expect(
                try await town.accounts.account(town.account("thu1@example.vn")?.id ?? .init(at: town.clock.now))?.email
                    == "thu1@example.vn")
        }
    }

    @Test(arguments: Dialect.allCases) func `a link is worth nothing after its time`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            _ = try await RegisterPerson(town.accounts)(
                .init(name: "Người Thử", email: "thu@example.vn", phone: "0912345678", password: Town.password))
            let secret = try await town.secret(mailedTo: "thu@example.vn")
            town.clock.move(hours: 48)
            #expect(refused(try await ConfirmEmail(town.accounts)(secret)) == .linkNotValid)
        }
    }

    @Test(arguments: [
        ("ngắn", "password"), ("1234567890", "password"), ("aaaaaaaaaaaa", "password"), ("matkhau123", "password"),
        ("nguoithu12", "password"),
    ])
    func `a password that is short or common is refused`(password: String, field: String) {
        let draft = RegisterPerson.Draft(
            name: "Người Thử", email: "nguoithu@example.vn", phone: "0912345678", password: password)
        #expect(draft.problems.map(\.field) == [field])
    }

    @Test func `all problems of a registration are told at once`() {
        let draft = RegisterPerson.Draft(name: "", email: "x", phone: "", password: "")
        #expect(draft.problems.map(\.field) == ["name", "email", "phone", "password"])
    }

    @Test(arguments: Dialect.allCases)
    func `anybody may declare a number and learns nothing by it; once it was seen it belongs to one account`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let first = try await town.person("a@example.vn")
            let second = try await town.person("b@example.vn")
            let number = "001090123456"
            for account in [first, second] {
                try await ChangeProfile(town.accounts).details(
                    name: account.name, phone: "0912345678", citizenNumber: number, of: account.id,
                    seen: account.version, by: .person(account: account.id.description, name: account.name)
                ).get()
                let after = try #require(try await town.accounts.account(account.id))
                #expect(after.citizenNumber?.digits == number)
                #expect(after.seenNumber == nil)
            }
            let official = try await town.actor("mot.cua.xa@mau.example")
            let reset = ResetAtCounter(town.accounts)
            // What was only typed leads an official to nobody's account.
            #expect(try await reset.find(number, by: official, agencyName: "Xã Mẫu") == nil)
            @Sendable func show(_ account: Account) async throws -> ResetAtCounter.Refusal? {
                refused(try await reset(account.id, checks: [.identityCard], citizenNumber: number, by: official))
            }
            async let one = show(first)
            async let two = show(second)
            let refusals = try await [one, two].compactMap { $0 }
            #expect(refusals.count == 1)
            guard case .invalid(let problems)? = refusals.first else { return unexpected() }
            #expect(problems.map(\.field) == ["citizen_number"])
            let found = try #require(try await reset.find(number, by: official, agencyName: "Xã Mẫu"))
            #expect(found.seenNumber?.digits == number)
            // Who has the number now is not told to the one who typed it either.
            let other = found.id == first.id ? second : first
            let left = try #require(try await town.accounts.account(other.id))
            #expect(left.citizenNumber?.digits == number)
            try await ChangeProfile(town.accounts).details(
                name: left.name, phone: "0912345679", citizenNumber: number, of: left.id, seen: left.version,
                by: official
            ).get()
        }
    }
}

/// Something that has happened, told from one task to another.
private final class Signal: Sendable {
    private let state = Mutex(false)
    var isGiven: Bool { state.withLock { $0 } }
    func give() { state.withLock { $0 = true } }
}
