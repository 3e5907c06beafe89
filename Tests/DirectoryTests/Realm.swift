import Directory
import Journal
import Kernel
import Storage
import TestKit
import Testing

/// A small province for tests: two communes with desks, and an administrator at the top and in each commune.
struct Realm {
    let database: any Database
    let clock: TestClock
    let directory: Directory
    let province: Agency
    let commune: Agency
    let desk: Agency
    let other: Agency
    let topAdministrator: Actor
    let communeAdministrator: Actor

    static let migrations = JournalSchema.migrations + DirectorySchema.migrations

    var machine: Actor { .system("test") }

    /// An official of the realm: a post and the actor that acts in it.
    func appoint(_ role: Role, at agency: Agency, from: String = "2025-07-01") async throws -> (Post, Actor) {
        let account = AccountID(at: clock.now)
        let day = try #require(Day(from))
        let post = try await AppointOfficial(database: database, clock: clock)(
            account, to: agency.id, .init(role: role, from: day), by: machine
        ).get()
        return (post, Self.actor(post))
    }

    static func actor(_ post: Post) -> Actor {
        .official(
            account: post.account.description, name: "Người thử", post: post.id.description,
            agency: post.agency.description)
    }

    func create(_ draft: AgencyDraft, below parent: Agency?, by actor: Actor? = nil) async throws
        -> Result<Agency, CreateAgency.Refusal>
    {
        try await CreateAgency(database: database, clock: clock)(draft, below: parent?.id, by: actor ?? machine)
    }

    static func draft(_ kind: AgencyKind, _ code: String, _ name: String, territory: String = "") -> AgencyDraft {
        AgencyDraft(kind: kind, code: code, name: name, territory: territory, from: since)
    }

    static let since = ImportTerritories.since
}

/// What happened instead of what a test waits for is an issue.
func unexpected() { Issue.record("something else happened") }

/// The refusal of a result; nil when it succeeded.
func refused<Value, Refusal>(_ result: Result<Value, Refusal>) -> Refusal? {
    if case .failure(let refusal) = result { refusal } else { nil }
}

func withRealm(_ dialect: Dialect, _ body: (Realm) async throws -> Void) async throws {
    try await withDatabase(dialect, Realm.migrations) { database in
        let clock = TestClock("2026-04-22T09:00:00+07:00")
        let directory = Directory(database: database, clock: clock)
        try await directory.prepare()
        let lines = """
            {"code": "99", "name": "Tỉnh Thử", "name_en": "Trial Province", "level": "province", "parent": null}
            {"code": "99001", "name": "Xã Một", "name_en": "Mot Commune", "level": "commune", "parent": "99"}
            {"code": "99002", "name": "Xã Hai", "name_en": "Hai Commune", "level": "commune", "parent": "99"}
            """
        _ = try await ImportTerritories(database: database, clock: clock)(lines, by: .system("test"))
        let create = CreateAgency(database: database, clock: clock)
        func make(_ kind: AgencyKind, _ code: String, _ name: String, _ territory: String, below parent: Agency?)
            async throws -> Agency
        {
            try await create(
                Realm.draft(kind, code, name, territory: territory), below: parent?.id, by: .system("test")
            ).get()
        }
        let province = try await make(.province, "H99", "UBND tỉnh Thử", "99", below: nil)
        let commune = try await make(.commune, "H99.41", "UBND xã Một", "99001", below: province)
        let desk = try await make(.desk, "H99.41.01", "Bộ phận một cửa xã Một", "", below: commune)
        let other = try await make(.commune, "H99.42", "UBND xã Hai", "99002", below: province)
        func administrator(_ agency: Agency) async throws -> Actor {
            Realm.actor(
                try await AppointOfficial(database: database, clock: clock)(
                    AccountID(at: clock.now), to: agency.id, .init(role: .administrator, from: Realm.since),
                    by: .system("test")
                ).get())
        }
        try await body(
            Realm(
                database: database, clock: clock, directory: directory, province: province, commune: commune,
                desk: desk, other: other, topAdministrator: try await administrator(province),
                communeAdministrator: try await administrator(commune)))
        let report = try await VerifyJournal(database: database, key: LogKey(secret: "test"))()
        #expect(report.broken == nil)
        #expect(report.entries > 0)
    }
}
