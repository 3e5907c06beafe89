import Directory
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Accounts

/// Whose an official's account is when posts come and go, and what an address that somebody registered is worth.
@Suite struct KeepingTests {
    private func appoint(
        _ email: String, to code: String, _ role: Role = .specialist, by actor: Actor, _ town: Town
    ) async throws -> AddOfficial.Added {
        let agency = try #require(try await town.accounts.directory.agency(code: code))
        return try await AddOfficial(town.accounts)(
            .init(
                name: "Người Mới", email: email, agency: agency.id,
                post: .init(role: role, from: town.clock.now.day)), by: actor
        ).get()
    }

    @Test(arguments: Dialect.allCases)
    func `whoever appoints an official that left another agency does not get their account with the post`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let department = try await town.actor("quan.tri.so@mau.example")
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let top = try await town.actor("quan.tri@mau.example")
            let email = "chuyen.vien.so@mau.example"
            let account = try #require(try await town.account(email)).id
            _ = try await DismissOfficial(town.accounts)(account, from: town.clock.now.day, by: department).get()
            #expect(try await appoint(email, to: "H99.41.02", by: commune, town).linkSecret == nil)
            let recover = RecoverOfficial(town.accounts)
            for outsider in [commune, department] {
                #expect(refused(try await recover.newLink(account, by: outsider)) == .outsideScope)
                #expect(refused(try await recover.resetSecondFactor(account, by: outsider)) == .outsideScope)
            }
            _ = try await recover.newLink(account, by: top).get()
            // Nor may they take it: only the official, or somebody above both, hands it over.
            let target = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let handOver = HandOverAccount(town.accounts)
            for outsider in [commune, department] {
                #expect(refused(try await handOver(account, to: target.id, by: outsider)) == .outsideScope)
            }
            let themself = try await town.actor(email)
            let foreign = try #require(try await town.accounts.directory.agency(code: "H99.12"))
            #expect(refused(try await handOver(account, to: foreign.id, by: themself)) == .unknown)
            try await handOver(account, to: target.id, by: themself).get()
            try await recover.resetSecondFactor(account, by: commune).get()
            #expect(refused(try await recover.newLink(account, by: department)) == .outsideScope)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `somebody above both agencies hands an account over, and the one that follows a closed agency keeps its own`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let top = try await town.actor("quan.tri@mau.example")
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let email = "chuyen.vien.so@mau.example"
            let account = try #require(try await town.account(email)).id
            let target = try #require(try await town.accounts.directory.agency(code: "H99.41"))
            let screens = Screens(town)
            let visitor = try await screens.visitor("quan.tri@mau.example")
            let page = OfficialPaths.official(account) + "/noi-quan-ly"
            #expect(try await screens.sends(page, ["agency": target.id.description], as: visitor).status == 422)
            _ = try await appoint(email, to: "H99.41.02", by: commune, town)
            let answer = AnswerInvitation(town.accounts)
            let offer = try #require(try await answer.open(for: account).first).invitation
            _ = try await answer.accept(offer.id, by: account).get()
            #expect(try await screens.sees(page, as: visitor).status == 200)
            #expect(try await screens.sends(page, [:], as: visitor).status == 422)
            let form = ["agency": target.id.description]
            #expect(
                try await screens.sends(page, form, as: screens.visitor("quan.tri.xa@mau.example")).status == 422)
            #expect(try await screens.sends(page, form, as: visitor).status == 303)
            #expect(try #require(try await town.account(email)).keeper == target.id)
            // The department's post is still held, so the commune is not responsible yet.
            let recover = RecoverOfficial(town.accounts)
            #expect(refused(try await recover.newLink(account, by: commune)) == .outsideScope)
            _ = try await recover.newLink(account, by: top).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official who works elsewhere is asked before they get a post, and is not thrown out there`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let department = try await town.actor("quan.tri.so@mau.example")
            let email = "lanh.dao.so@mau.example"
            let session = try await town.officialSession(email)
            let visitors = SignedInVisitors(town.accounts)
            #expect(try await appoint(email, to: "H99.41.02", by: commune, town).post == nil)
            let page = OfficialPaths.official(session.account)
            let screens = Screens(town)
            let visitor = try await screens.visitor("quan.tri.xa@mau.example")
            #expect(try await screens.sees(page, as: visitor).status == 404)
            // Their own agency has lost nothing by it.
            try await RecoverOfficial(town.accounts).endSessions(session.account, by: department).get()
            let again = try await town.officialSession(email)
            let answer = AnswerInvitation(town.accounts)
            let offer = try #require(try await answer.open(for: session.account).first).invitation
            let post = try await answer.accept(offer.id, by: session.account).get()
            #expect(try await visitors.visitor(secret: again.secret) != nil)
            #expect(try await screens.sees(page, as: visitor).status == 200)
            // Dismissed there, they go on here; a session in the ended post is over.
            let other = try await town.officialSession(email)
            let themself = try await town.actor(email)
            #expect(try await ChoosePost(town.accounts)(post.id, in: other.id, of: session.account, by: themself))
            _ = try await DismissOfficial(town.accounts)(
                session.account, from: town.clock.now.day, by: commune
            ).get()
            #expect(try await visitors.visitor(secret: again.secret) != nil)
            #expect(try await visitors.visitor(secret: other.secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the last administrator without an end does not leave, and the start code is good once for ever`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect, sample: false) { town in
            let day = town.clock.now.day
            let agency = AgencyDraft(kind: .commune, code: "H56.41.01", name: "UBND xã Thật", from: day)
            let first = try await CreateFirstAdministrator(town.accounts)(
                name: "Người Đầu", email: "dau@xa.example", agency: agency
            ).get()
            let machine = Actor.system("test")
            _ = try await AddOfficial(town.accounts)(
                .init(
                    name: "Người Sau", email: "sau@xa.example", agency: first.agency,
                    post: .init(role: .administrator, from: day, until: day.adding(days: 30))), by: machine
            ).get()
            let dismiss = DismissOfficial(town.accounts)
            #expect(refused(try await dismiss(first.account, from: day, by: machine)) == .lastAdministrator)
            // As an installation from before may have it.
            _ = try await town.database.write { tx in try tx.run("UPDATE post SET valid_until = \(day)") }
            #expect(try await !town.accounts.needsFirstAdministrator())
            let again = try await CreateFirstAdministrator(town.accounts)(
                name: "Kẻ Lạ", email: "la@xa.example", agency: agency)
            #expect(refused(again) == .alreadyThere)
            _ = try await CreateFirstAdministrator(town.accounts)(
                name: "Người Cứu", email: "cuu@xa.example", agency: agency, onMachine: true
            ).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a registration that was never confirmed does not hold the address of a future official`(dialect: Dialect)
        async throws
    {
        try await withTown(dialect) { town in
            _ = try await RegisterPerson(town.accounts)(
                .init(name: "Kẻ Lạ", email: "moi@xa.example", phone: "0912345678", password: Town.password))
            let stranger = try #require(try await town.account("moi@xa.example"))
            let confirmation = try await town.secret(mailedTo: "moi@xa.example")
            town.clock.move(minutes: 1)
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let added = try await appoint("moi@xa.example", to: "H99.41.02", by: commune, town)
            #expect(added.account != stranger.id)
            let secret = try #require(added.linkSecret)
            #expect(
                refused(try await ConfirmEmail(town.accounts)(confirmation, password: Town.password)) == .linkNotValid)
            #expect(refused(try await town.signIn("moi@xa.example")) == .wrong)
            #expect(try await ResetPassword(town.accounts)(secret, password: "bốn con mèo ngủ").get() == .official)
            _ = try await town.firstStep("moi@xa.example", "bốn con mèo ngủ")
            let left = try #require(try await town.accounts.account(stranger.id))
            #expect(left.closedAt != nil)
            #expect(left.email.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `somebody with an account of their own is offered a post, and takes it with a second factor of their own`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let person = try await town.person("rieng@example.vn", name: "Chủ Thật")
            let before = try await town.session("rieng@example.vn")
            let visitors = SignedInVisitors(town.accounts)
            let added = try await appoint("rieng@example.vn", to: "H99.41.02", by: commune, town)
            #expect(added == .init(account: person.id, post: nil, linkSecret: nil))
            // Nobody holds the post yet, and the agency learns nothing of the account.
            #expect(try await town.accounts.directory.posts(of: person.id, at: town.clock.now).isEmpty)
            #expect(
                try await Screens(town).sees(
                    OfficialPaths.official(person.id), as: Screens(town).visitor("quan.tri.xa@mau.example")
                ).status == 404)
            let answer = AnswerInvitation(town.accounts)
            let offers = try await answer.open(by: commune)
            #expect(offers.map(\.invitation.name) == ["Người Mới"])
            let id = try #require(offers.first?.invitation.id)
            #expect(try await town.mails(to: "rieng@example.vn").last?.text.vi.contains(id.description) == true)
            // Others neither answer nor take back.
            let other = try await town.person("khac@example.vn")
            #expect(refused(try await answer.accept(id, by: other.id)) == .unknown)
            #expect(refused(try await answer.decline(id, by: other.id)) == .unknown)
            let department = try await town.actor("quan.tri.so@mau.example")
            #expect(refused(try await answer.withdraw(id, by: department)) == .unknown)
            _ = try await answer.accept(id, by: person.id).get()
            #expect(refused(try await answer.accept(id, by: person.id)) == .unknown)
            #expect(try await visitors.visitor(secret: before.secret) == nil)
            guard case .enrolmentWanted(let step) = try await town.signIn("rieng@example.vn").get() else {
                return unexpected()
            }
            let key = try await CompleteSignIn(town.accounts).enrolment(step).get().key
            let code = TOTP.code(
                secret: try #require(Base32.decode(key.replacing(" ", with: ""))), step: TOTP.step(at: town.clock.now))
            let session = try await CompleteSignIn(town.accounts)(step, code: code, browser: "").get()
            #expect(try await visitors.visitor(secret: session.secret)?.isOfficial == true)
            // The same person goes on privately in the same session.
            let choose = ChoosePost(town.accounts)
            #expect(try await choose(nil, in: session.id, of: person.id, by: commune))
            #expect(try await visitors.visitor(secret: session.secret)?.isOfficial == false)
            // The agency may take the second factor away, and never the account.
            let recover = RecoverOfficial(town.accounts)
            #expect(refused(try await recover.newLink(person.id, by: commune)) == .outsideScope)
            let top = try await town.actor("quan.tri@mau.example")
            #expect(refused(try await recover.newLink(person.id, by: top)) == .outsideScope)
            // Out of office they are a person as before; at the counter the codes are given up too.
            _ = try await DismissOfficial(town.accounts)(person.id, from: town.clock.now.day, by: commune).get()
            guard case .codeWanted = try await town.signIn("rieng@example.vn").get() else { return unexpected() }
            let clerk = try await town.actor("mot.cua.xa@mau.example")
            let sheet = try await ResetAtCounter(town.accounts)(
                person.id, checks: [.identityCard], citizenNumber: "001090123456", by: clerk
            ).get()
            #expect(try await ResetPassword(town.accounts)(sheet.code, password: "sáu con mèo ngủ").get() == .person)
            _ = try await town.session("rieng@example.vn", "sáu con mèo ngủ")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official of an agency chooses no private side, and the counter does not open their account`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let session = try await town.officialSession("chuyen.vien.xa@mau.example")
            let commune = try await town.actor("quan.tri.xa@mau.example")
            #expect(try await !ChoosePost(town.accounts)(nil, in: session.id, of: session.account, by: commune))
            _ = try await DismissOfficial(town.accounts)(session.account, from: town.clock.now.day, by: commune).get()
            let clerk = try await town.actor("mot.cua.xa@mau.example")
            let reset = try await ResetAtCounter(town.accounts)(
                session.account, checks: [.identityCard], citizenNumber: "001090123456", by: clerk)
            guard case .unknown? = refused(reset) else { return unexpected() }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an offer ends when it is declined, taken back, too old, or when whoever made it may not appoint any more`(
        dialect: Dialect
    ) async throws {
        try await withTown(dialect) { town in
            let commune = try await town.actor("quan.tri.xa@mau.example")
            let person = try await town.person("rieng@example.vn")
            let answer = AnswerInvitation(town.accounts)
            func offered() async throws -> OfficeInvitation.ID {
                _ = try await appoint("rieng@example.vn", to: "H99.41.02", by: commune, town)
                let open = try await answer.open(for: person.id)
                #expect(open.count == 1)
                return try #require(open.last?.invitation.id)
            }
            let first = try await offered()
            let second = try await offered()
            #expect(refused(try await answer.accept(first, by: person.id)) == .unknown)
            try await answer.decline(second, by: person.id).get()
            #expect(refused(try await answer.accept(second, by: person.id)) == .unknown)
            let third = try await offered()
            try await answer.withdraw(third, by: commune).get()
            #expect(refused(try await answer.accept(third, by: person.id)) == .unknown)
            let old = try await offered()
            town.clock.move(hours: 14 * 24)
            #expect(refused(try await answer.accept(old, by: person.id)) == .unknown)
            let last = try await offered()
            let administrator = try #require(try await town.account("quan.tri.xa@mau.example")).id
            _ = try await DismissOfficial(town.accounts)(
                administrator, from: town.clock.now.day, by: try await town.actor("quan.tri@mau.example")
            ).get()
            #expect(refused(try await answer.accept(last, by: person.id)) == .noLonger)
            #expect(try #require(try await town.accounts.account(person.id)).kind == .person)
        }
    }
}
