import Accounts
import Directory
import Journal
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Jobs

/// The sample province with its accounts, in an empty database.
struct Town {
    let database: any Database
    let clock: TestClock
    let accounts: Accounts

    static let migrations =
        SiteSchema.migrations + JournalSchema.migrations + AccessRecord.migrations + JobsSchema.migrations
        + DirectorySchema.migrations + AccountsSchema.migrations

    static let password = "ba con mèo lười"

    /// The messages waiting in the outbox for an address, the newest last.
    func mails(to address: String) async throws -> [Mail] {
        try await lookUpAddresses()
        return try await database.read { tx in
            try tx.rows("SELECT payload FROM job WHERE kind = 'mail' ORDER BY created_at, id")
                .map { try Mail(payload: $0.get("payload")) }.filter { $0.to == address }
        }
    }

    /// Does the jobs that look whether an address has an account.
    func lookUpAddresses() async throws {
        let waiting = try await database.write { tx in
            try tx.rows("DELETE FROM job WHERE kind = \(AddressInquiry.kind) RETURNING id, kind, lane, payload").map {
                Job(
                    id: try $0.get("id"), kind: try $0.get("kind"), lane: try $0.get("lane"),
                    payload: try $0.get("payload"), attempts: 0)
            }
        }
        for job in waiting { try await AddressInquiry(accounts).run(job) }
    }

    /// The secret of the link in the newest message to an address.
    func secret(mailedTo address: String) async throws -> String {
        let text = try #require(try await mails(to: address).last).text.vi
        let after = try #require(text.firstRange(of: AccountLink.path)).upperBound
        return String(text[after...].prefix { !$0.isWhitespace })
    }

    /// A person with a confirmed address and `Town.password`.
    func person(_ email: String, name: String = "Người Thử") async throws -> Account {
        let problems = try await RegisterPerson(accounts)(
            .init(name: name, email: email, phone: "0912345678", password: Town.password))
        #expect(problems.isEmpty)
        try await ConfirmEmail(accounts)(secret(mailedTo: email)).get()
        return try #require(try await account(email))
    }

    func account(_ email: String) async throws -> Account? {
        let address = try #require(EmailAddress(email))
        let id: Account.ID? = try await database.read { tx in
            try tx.row("SELECT id FROM account WHERE email_folded = \(address.folded)")?.get("id")
        }
        guard let id else { return nil }
        return try await accounts.account(id)
    }

    func signIn(_ email: String, _ password: String = Town.password) async throws
        -> Result<SignIn.Outcome, SignIn.Refusal>
    {
        try await SignIn(accounts)(email: email, password: password, browser: "Firefox, Linux")
    }

    /// A session of a person.
    func session(_ email: String, _ password: String = Town.password) async throws -> StartedSession {
        guard case .signedIn(let session) = try await signIn(email, password).get() else {
            throw Unexpected()
        }
        return session
    }

    /// The cookie after the first step of an official.
    func firstStep(_ email: String, _ password: String = SampleProvince.password) async throws -> String {
        switch try await signIn(email, password).get() {
        case .codeWanted(let secret), .enrolmentWanted(let secret): return secret
        case .signedIn: throw Unexpected()
        }
    }

    struct Unexpected: Error {}

    /// The present code of a sample official.
    var sampleCode: String { TOTP.code(secret: SampleProvince.totpSecret, step: TOTP.step(at: clock.now)) }

    /// A session of a sample official; the clock moves on, because a code is good once.
    func officialSession(_ email: String) async throws -> StartedSession {
        clock.move(minutes: 2)
        let step = try await firstStep(email)
        return try await CompleteSignIn(accounts)(step, code: sampleCode, browser: "Firefox, Linux").get()
    }

    /// A sample official as an actor in the first post.
    func actor(_ email: String) async throws -> Actor {
        let account = try #require(try await account(email))
        let held = try #require(try await accounts.directory.posts(of: account.id, at: clock.now).first)
        return .official(
            account: account.id.description, name: account.name, post: held.post.id.description,
            agency: held.agency.id.description)
    }
}

/// What happened instead of what a test waits for is an issue.
func unexpected() { Issue.record("something else happened") }

/// The refusal of a result; nil when it succeeded.
func refused<Value, Refusal>(_ result: Result<Value, Refusal>) -> Refusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
}

func withTown(_ dialect: Dialect, sample: Bool = true, _ body: (Town) async throws -> Void) async throws {
    try await withDatabase(dialect, Town.migrations) { database in
        let clock = TestClock("2026-04-22T09:00:00+07:00")
        let directory = Directory(database: database, clock: clock)
        let accounts = Accounts(
            database: database, clock: clock, directory: directory,
            settings: AccountsSettings(
                address: "https://motcua.example", siteName: "MotCua", secret: "test",
                passwordCost: PasswordCost(rounds: 4)))
        if sample { #expect(try await SampleProvince(accounts)().count == 13) }
        try await body(Town(database: database, clock: clock, accounts: accounts))
        let report = try await VerifyJournal(database: database, key: LogKey(secret: "test"))()
        #expect(report.broken == nil)
    }
}
