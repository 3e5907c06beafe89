import Accounts
import Directory
import Journal
import Kernel
import Site
import Storage
import TestKit
import Testing

/// What somebody tries who wants into an account that is not theirs.
@Suite struct TakeoverTests {
    @Test(arguments: Dialect.allCases)
    func `whoever appoints an official of another agency gets no link into an account without a password`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let top = try await town.actor("quan.tri@mau.example")
            let commune = try await town.actor("quan.tri.xa@mau.example")
            func add(_ code: String, _ role: Role, by actor: Actor) async throws -> AddOfficial.Added {
                let agency = try #require(try await town.accounts.directory.agency(code: code))
                return try await AddOfficial(town.accounts)(
                    .init(
                        name: "Người Mới", email: "moi@tinh.example", agency: agency.id,
                        post: .init(role: role, from: town.clock.now.day)), by: actor
                ).get()
            }
            let first = try await add("H99", .administrator, by: top)
            let link = try #require(first.linkSecret)
            let second = try await add("H99.41", .specialist, by: commune)
            #expect(second.account == first.account)
            #expect(second.linkSecret == nil && second.post == nil)
            let mails = try await town.mails(to: "moi@tinh.example")
            #expect(mails.filter { $0.text.vi.contains(AccountLink.path) }.count == 1)
            // On the screen too: it says that the post is offered and shows no link.
            let screens = Screens(town)
            let desk = try #require(try await town.accounts.directory.agency(code: "H99.41.01"))
            let answer = try await screens.sends(
                OfficialPaths.new(),
                [
                    "name": "Người Mới", "email": "moi@tinh.example", "agency": desk.id.description,
                    "role": "one_stop", "from": "22/04/2026",
                ], as: try await screens.visitor("quan.tri.xa@mau.example"))
            #expect(answer.status == 303)
            #expect(answer.location.contains("da-moi"))
            // What the one responsible handed out works on.
            #expect(try await ResetPassword(town.accounts)(link, password: Town.password).get() == .official)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an administrator who is responsible for every post gets a new link for an account without a password`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            var links: [String?] = []
            for code in ["H99.41.01", "H99.41.02"] {
                let agency = try #require(try await town.accounts.directory.agency(code: code))
                links.append(
                    try await AddOfficial(town.accounts)(
                        .init(
                            name: "Người Mới", email: "moi@xa.example", agency: agency.id,
                            post: .init(role: .specialist, from: town.clock.now.day)), by: commune
                    ).get().linkSecret)
            }
            #expect(links.allSatisfy { $0 != nil })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two who add the same new official at once both succeed, and there is one account`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            async let one = add(to: "H99.41.01", town, by: commune)
            async let two = add(to: "H99.41.02", town, by: commune)
            let accounts = try await [one, two]
            #expect(Set(accounts).count == 1)
        }
    }

    private func add(to code: String, _ town: Town, by actor: Actor) async throws -> Account.ID {
        let agency = try #require(try await town.accounts.directory.agency(code: code))
        return try await AddOfficial(town.accounts)(
            .init(
                name: "Người Mới", email: "moi@xa.example", agency: agency.id,
                post: .init(role: .specialist, from: town.clock.now.day)), by: actor
        ).get().account
    }

    /// Ways in which the owner of an account takes it back.
    enum Recovery: String, CaseIterable, Sendable { case link, counter, ownPassword, address }

    @Test(arguments: Dialect.allCases, Recovery.allCases)
    func `what was asked for before the owner took the account back is worth nothing`(
        dialect: Dialect, recovery: Recovery
    ) async throws {
        try await withTown(dialect) { town in
            let account = try await town.person("thu@example.vn")
            let actor = Actor.person(account: account.id.description, name: account.name)
            let change = ChangeProfile(town.accounts)
            // Somebody who knows the password asks for another address, and for a link.
            try await change.email("ke.gian@example.vn", password: Town.password, of: account.id, by: actor).get()
            let foreign = try await town.secret(mailedTo: "ke.gian@example.vn")
            town.clock.move(minutes: 1)
            try await ResetPassword(town.accounts).request(email: "thu@example.vn")
            let earlier = try await town.secret(mailedTo: "thu@example.vn")
            switch recovery {
            case .link:
                #expect(try await ResetPassword(town.accounts)(earlier, password: "bốn con mèo ngủ").get() == .person)
            case .counter:
                let official = try await town.actor("mot.cua.xa@mau.example")
                _ = try await ResetAtCounter(town.accounts)(
                    account.id, checks: [.identityCard], citizenNumber: "001090123456", by: official
                ).get()
            case .ownPassword:
                try await change.password(
                    old: Town.password, new: "bốn con mèo ngủ", of: account.id, in: nil, by: actor
                ).get()
            case .address:
                // The other link of the same purpose is ended by asking again, the one for a password by the change.
                try await change.email("moi@example.vn", password: Town.password, of: account.id, by: actor).get()
                try await ConfirmEmail(town.accounts)(town.secret(mailedTo: "moi@example.vn")).get()
            }
            #expect(refused(try await ConfirmEmail(town.accounts)(foreign)) == .linkNotValid)
            let reset = try await ResetPassword(town.accounts)(earlier, password: "năm con mèo ngủ")
            #expect(refused(reset) == .linkNotValid)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `when an official is given access again, earlier links and half a sign-in end`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let account = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let administrator = try await town.actor("quan.tri.xa@mau.example")
            try await ResetPassword(town.accounts).request(email: account.email)
            let earlier = try await town.secret(mailedTo: account.email)
            let step = try await town.firstStep(account.email)
            try await RecoverOfficial(town.accounts).resetSecondFactor(account.id, by: administrator).get()
            #expect(refused(try await CompleteSignIn(town.accounts).enrolment(step)) == .expired)
            #expect(
                refused(try await ResetPassword(town.accounts)(earlier, password: Town.password)) == .linkNotValid)
            let link = try await RecoverOfficial(town.accounts).newLink(account.id, by: administrator).get()
            #expect(try await ResetPassword(town.accounts)(link, password: Town.password).get() == .official)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an address registered twice is confirmed only with the password chosen last`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            func register(_ name: String, _ password: String) async throws {
                town.clock.move(minutes: 1)
                let problems = try await RegisterPerson(town.accounts)(
                    .init(name: name, email: "thu@example.vn", phone: "0912345678", password: password))
                #expect(problems.isEmpty)
            }
            let confirm = ConfirmEmail(town.accounts)
            try await register("Chủ Thật", Town.password)
            #expect(try await !confirm.wantsPassword(town.secret(mailedTo: "thu@example.vn")))
            try await register("Kẻ Khác", "mật khẩu kẻ khác")
            // The owner opens the newest message and gives their own password.
            let newest = try await town.secret(mailedTo: "thu@example.vn")
            #expect(try await confirm.wantsPassword(newest))
            #expect(refused(try await confirm(newest)) == .notYourPassword)
            #expect(refused(try await confirm(newest, password: Town.password)) == .notYourPassword)
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ khác")) == .unconfirmed)
            // A message sent again at signing in asks too.
            town.clock.move(minutes: 30)
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ khác")) == .unconfirmed)
            let again = try await town.secret(mailedTo: "thu@example.vn")
            #expect(refused(try await confirm(again)) == .notYourPassword)
            // "Forgot the password" gives the account to whoever reads the mail.
            town.clock.move(minutes: 1)
            try await ResetPassword(town.accounts).request(email: "thu@example.vn")
            let reset = try await town.secret(mailedTo: "thu@example.vn")
            #expect(try await ResetPassword(town.accounts)(reset, password: Town.password).get() == .person)
            _ = try await town.session("thu@example.vn")
            #expect(refused(try await town.signIn("thu@example.vn", "mật khẩu kẻ khác")) == .wrong)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever registered twice themself confirms with the second password`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            for password in ["mật khẩu thứ nhất", Town.password] {
                town.clock.move(minutes: 1)
                _ = try await RegisterPerson(town.accounts)(
                    .init(name: "Người Thử", email: "thu@example.vn", phone: "0912345678", password: password))
            }
            let secret = try await town.secret(mailedTo: "thu@example.vn")
            try await ConfirmEmail(town.accounts)(secret, password: Town.password).get()
            _ = try await town.session("thu@example.vn")
            // Later links of the account ask for nothing.
            let account = try #require(try await town.account("thu@example.vn"))
            try await ChangeProfile(town.accounts).email(
                "moi@example.vn", password: Town.password, of: account.id, by: .person(account: "", name: "")
            ).get()
            try await ConfirmEmail(town.accounts)(town.secret(mailedTo: "moi@example.vn")).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `when the door closes while a password is compared, right and wrong get the same answer`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            _ = try await town.person("thu@example.vn")
            for password in [Town.password, "sai mật khẩu rồi"] {
                // Ten others guess wrong after this one was let in and before it is answered.
                let slow = BetweenSteps(town.database) {
                    for _ in 1...10 { _ = try await town.signIn("thu@example.vn", "sai mật khẩu rồi") }
                }
                let accounts = Accounts(
                    database: slow, clock: town.clock, directory: town.accounts.directory,
                    settings: town.accounts.settings)
                let until = town.clock.now.adding(minutes: 15)
                let answer = try await SignIn(accounts)(email: "thu@example.vn", password: password, browser: "")
                #expect(refused(answer) == .locked(until: until))
                // And it opened nothing for those who come after.
                #expect(refused(try await town.signIn("thu@example.vn")) == .locked(until: until))
                town.clock.move(minutes: 20)
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever sits at somebody's session guesses the password no faster than at the door`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            let account = try await town.person("thu@example.vn")
            let actor = Actor.person(account: account.id.description, name: account.name)
            let change = ChangeProfile(town.accounts)
            for _ in 1...5 {
                _ = try await change.password(
                    old: "sai mật khẩu rồi", new: "bốn con mèo ngủ", of: account.id, in: nil, by: actor)
                _ = try await change.email("ke.gian@example.vn", password: "sai rồi", of: account.id, by: actor)
            }
            #expect(try await town.mails(to: "thu@example.vn").last?.subject.vi == "Tài khoản tạm khóa đăng nhập")
            for _ in 1...2 {
                let right = try await change.password(
                    old: Town.password, new: "bốn con mèo ngủ", of: account.id, in: nil, by: actor)
                guard case .invalid(let problems) = refused(right) else { return unexpected() }
                #expect(problems.map(\.field) == ["old_password"])
            }
            #expect(
                refused(try await town.signIn("thu@example.vn")) == .locked(until: town.clock.now.adding(minutes: 15)))
            town.clock.move(minutes: 15)
            try await change.password(
                old: Town.password, new: "bốn con mèo ngủ", of: account.id, in: nil, by: actor
            ).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `signing in again and again fills no mailbox`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            _ = try await RegisterPerson(town.accounts)(
                .init(name: "Người Thử", email: "nan.nhan@example.vn", phone: "0912345678", password: Town.password))
            for _ in 1...5 {
                town.clock.move(minutes: 1)
                #expect(refused(try await town.signIn("nan.nhan@example.vn")) == .unconfirmed)
            }
            #expect(try await town.mails(to: "nan.nhan@example.vn").count == 1)
            town.clock.move(minutes: 10)
            #expect(refused(try await town.signIn("nan.nhan@example.vn")) == .unconfirmed)
            #expect(try await town.mails(to: "nan.nhan@example.vn").count == 2)
            try await ConfirmEmail(town.accounts)(town.secret(mailedTo: "nan.nhan@example.vn")).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `ten wrong codes after the right password are told to the owner`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let step = try await town.firstStep("mot.cua.xa@mau.example")
            for _ in 1...10 { _ = try await CompleteSignIn(town.accounts)(step, code: "000000", browser: "") }
            let mails = try await town.mails(to: "mot.cua.xa@mau.example")
            #expect(mails.map(\.subject.vi) == ["Mã xác thực bị nhập sai nhiều lần"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official's name is changed by a responsible administrator only, on record`(dialect: Dialect) async throws {
        try await withTown(dialect) { town in
            let account = try #require(try await town.account("chuyen.vien.xa@mau.example"))
            let own = try await town.actor("chuyen.vien.xa@mau.example")
            try await ChangeProfile(town.accounts).details(
                name: "Chủ Tịch Tỉnh", phone: "0987654321", citizenNumber: "001090123456", of: account.id,
                seen: account.version, by: own
            ).get()
            let after = try #require(try await town.accounts.account(account.id))
            #expect(after.name == account.name)
            #expect(after.citizenNumber == nil)
            #expect(after.phone == "0987654321")
            let rename = RenameOfficial(town.accounts)
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let foreign = try #require(try await town.account("chuyen.vien.so@mau.example"))
            #expect(
                refused(try await rename(foreign.id, to: "Tên Khác", seen: foreign.version, by: commune))
                    == .outsideScope)
            #expect(
                refused(try await rename(account.id, to: "Tên Khác", seen: account.version, by: commune)) == .changed)
            let screens = Screens(town)
            let visitor = try await screens.visitor("quan.tri.xa@mau.example")
            let path = OfficialPaths.official(account.id) + "/ten"
            #expect(try await screens.sees(path, as: visitor).status == 200)
            #expect(
                try await screens.sends(path, ["name": "", "version": "\(after.version)"], as: visitor).status == 422)
            let saved = try await screens.sends(
                path, ["name": "Tên Đúng", "version": "\(after.version)"], as: visitor)
            #expect(saved.status == 303)
            #expect(try await town.accounts.account(account.id)?.name == "Tên Đúng")
            let entries = try await town.database.read { tx in
                try tx.value(
                    """
                    SELECT count(*) FROM journal_entry WHERE kind = 'account.renamed'
                      AND subject_id = \(account.id.description) AND actor = \(commune.reference)
                    """, as: Int.self)
            }
            #expect(entries == 1)
        }
    }
}
