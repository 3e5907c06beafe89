import Directory
import Journal
import Kernel
import Storage
import Synchronization
import TestKit
import Testing

@testable import Catalogue
@testable import Jobs

/// What administrators do to jobs and services is on record, with who did it.
@Suite struct AdministratorTests {
    /// The actors of the journal's entries of a kind.
    private func actors(_ kind: String, _ db: any Database) async throws -> [String] {
        try await db.read { tx in
            try tx.rows("SELECT actor FROM journal_entry WHERE kind = \(kind) ORDER BY actor")
                .map { try $0.get("actor") }
        }
    }

    private func waiting(_ db: any Database, at now: Instant) async throws {
        try await db.write { tx in
            try Outbox.enqueue([(kind: "mail", lane: "x", payload: ["to": "an@mau.example"])], at: now, in: tx)
        }
    }

    private static let record: JobQueue.Record = { kind, now, tx in
        try Journal.append(
            "job.tended", subject: "job", kind, ["job": .string(kind)], by: .system("test"), at: now, in: tx)
    }

    @Test(arguments: Dialect.allCases)
    func `a job that somebody carries out now is neither tried again nor given up`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let queue = JobQueue(database: db, clock: clock)
            try await waiting(db, at: clock.now)
            let job = try #require(try await queue.claim(1).first)
            #expect(try await queue.retry(job.id, record: Self.record) == false)
            #expect(try await queue.discard(job.id, record: Self.record) == false)
            #expect(try await actors("job.tended", db) == [])
            // The worker was killed: its claim runs out.
            clock.move(minutes: 5)
            #expect(try await queue.retry(job.id, record: Self.record))
            #expect(try await actors("job.tended", db) == ["system:test"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a job is given up only together with its entry in the journal`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            struct Unwritten: Error {}
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let queue = JobQueue(database: db, clock: clock)
            try await waiting(db, at: clock.now)
            while let job = try await queue.claim(1).first {
                try await queue.postpone(job, because: "no")
                clock.move(minutes: 61)
            }
            let stuck = try #require(try await queue.waiting().first)
            #expect(stuck.isStuck)
            await #expect(throws: Unwritten.self) { try await queue.discard(stuck.id) { _, _, _ in throw Unwritten() } }
            #expect(try await queue.waiting().count == 1)
            #expect(try await queue.discard(stuck.id, record: Self.record))
            #expect(try await queue.waiting().isEmpty)
            #expect(try await actors("job.tended", db) == ["system:test"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a definition is published on record, once`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let library = ServiceLibrary(database: db, clock: TestClock("2026-04-22T09:00:00+07:00"))
            let published = try PublishedDefinition(Counter.definition)
            #expect(try await library.publish(published, by: .system("first")))
            #expect(try await library.publish(published, by: .system("second")) == false)
            #expect(try await actors("service.published", db) == ["system:first"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a service for departments is not turned on at a commune`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let made = try await CreateAgency(database: db, clock: clock)(
                AgencyDraft(kind: .commune, code: "H99.41", name: "UBND xã Mẫu", from: clock.now.day), below: nil,
                by: .system("test"))
            let agency = try made.get()
            let library = ServiceLibrary(database: db, clock: clock)
            var definition = Counter.definition
            definition.offeredBy = ["department"]
            try await library.publish(try PublishedDefinition(definition), by: .system("test"))
            let offer = OfferServices(database: db, library: library, clock: clock)
            let refused = try await offer([definition.service: true], at: agency.id, by: .system("test"))
            guard case .failure(.otherKind([definition.title])) = refused else {
                Issue.record("it was turned on, or refused otherwise")
                return
            }
            #expect(try await library.agencies(offering: definition.service) == [])
            _ = try await offer([definition.service: false], at: agency.id, by: .system("test")).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a version for fewer kinds of agency ends what was offered by the others`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let made = try await CreateAgency(database: db, clock: clock)(
                AgencyDraft(kind: .commune, code: "H99.41", name: "UBND xã Mẫu", from: clock.now.day), below: nil,
                by: .system("test"))
            let agency = try made.get().id
            let library = ServiceLibrary(database: db, clock: clock)
            var definition = Counter.definition
            try await library.publish(try PublishedDefinition(definition), by: .system("test"))
            let offer = OfferServices(database: db, library: library, clock: clock)
            _ = try await offer([definition.service: true], at: agency, by: .system("test")).get()
            #expect(try await library.agencies(offering: definition.service) == [agency.description])
            #expect(try await library.offered(definition.service, at: agency.description) != nil)
            definition.offeredBy = ["department"]
            clock.move(minutes: 1)
            try await library.publish(try PublishedDefinition(definition), by: .system("test"))
            #expect(try await library.agencies(offering: definition.service) == [])
            #expect(try await library.offered(definition.service, at: agency.description) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `services of one agency that are turned on at once are all on record`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let made = try await CreateAgency(database: db, clock: clock)(
                AgencyDraft(kind: .commune, code: "H99.41", name: "UBND xã Mẫu", from: clock.now.day), below: nil,
                by: .system("test"))
            guard case .success(let agency) = made else {
                Issue.record("no agency")
                return
            }
            let offer = OfferServices(
                database: db, library: ServiceLibrary(database: db, clock: clock), clock: clock)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...6 {
                    group.addTask {
                        _ = try await offer(["service-\(number)": true], at: agency.id, by: .system("test")).get()
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await actors("service.turned-on", db).count == 6)
            let report = try await VerifyJournal(database: db, key: LogKey(secret: "test"))()
            #expect(report.broken == nil)
            let nobody = try await offer(["x": true], at: Agency.ID(at: clock.now), by: .system("test"))
            guard case .failure(.outsideScope) = nobody else {
                Issue.record("there is no such agency")
                return
            }
        }
    }
}
