import Accounts
import Casework
import Jobs
import Kernel
import Logging
import Storage
import Synchronization
import TestKit
import Testing

@testable import Notices

/// One address that takes no mail silences nobody else.
@Suite struct MailLaneTests {
    /// A mail server that puts off everything for one address, as for a domain it cannot find.
    private final class Fussy: MailSender {
        let letters = Mutex<[Letter]>([])
        let unknown: String
        init(unknown: String) { self.unknown = unknown }
        func send(_ letter: Letter) async throws {
            if letter.to.text == unknown { throw SMTPFault.refused(.recipient, code: 450, status: "4.1.2") }
            letters.withLock { $0.append(letter) }
        }
        var taken: [Letter] { letters.withLock { $0 } }
    }

    private func worker(_ counter: Counter, _ sender: (any MailSender)?) -> Worker {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Worker(
            queue: JobQueue(database: counter.database, clock: counter.clock), handlers: [MailJob(sender: sender)],
            logger: logger)
    }

    @Test(arguments: Dialect.allCases)
    func `an address that is put off does not hold up the confirmed one, and is put aside after days`(
        dialect: Dialect
    ) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let queue = JobQueue(database: db, clock: counter.clock)
            let server = Fussy(unknown: "binh@mau-sai.example")
            let filed = try await counter.file(email: server.unknown)
            try await worker(counter, server).drain()
            let received = try await counter.act("receive", on: filed)
            try await counter.act("refuse", on: received, note: "Không thuộc thẩm quyền")
            try await worker(counter, server).drain()
            #expect(server.taken.map(\.to.text) == Array(repeating: "binh@mau.example", count: 3))
            #expect(server.taken.last?.text.vi.contains("Không thuộc thẩm quyền") == true)
            var standing = try await queue.standing()
            #expect(standing.waiting == 2 && standing.stuck == 0)
            counter.clock.move(days: JobQueue.patience - 1)
            try await worker(counter, server).drain()
            #expect(try await queue.standing().stuck == 0, "greylisting and full mailboxes pass")
            counter.clock.move(days: 1)
            try await worker(counter, server).drain()
            standing = try await queue.standing()
            #expect(standing.waiting == 0 && standing.stuck == 2)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `where nobody carries mail, news stays on the portal and no letter is written`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let silent = NoticeSettings(
                address: "https://mot-cua.example", siteName: "Một cửa", dossierPath: { "/ho-so/\($0)" },
                lookupPath: "/tra-cuu", sendsMail: false)
            let counter = try await Counter(db, settings: silent)
            try await counter.act("receive", on: counter.file())
            #expect(try await counter.notices().count == 2)
            #expect(try await counter.mails().isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a letter that found no mail server for days is old news and is let go`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try await Counter(db)
            let queue = JobQueue(database: db, clock: counter.clock)
            let now = counter.clock.now
            try await db.write { tx in
                try Mail(to: "an@mau.example", subject: Phrase(same: "1"), text: Phrase(same: "1"))
                    .send(to: "an", at: now, in: tx)
            }
            try await worker(counter, nil).drain()
            counter.clock.move(days: JobQueue.patience - 1)
            try await worker(counter, nil).drain()
            #expect(try await queue.standing().waiting == 1)
            counter.clock.move(days: 1)
            try await worker(counter, nil).drain()
            #expect(try await queue.standing() == .init(waiting: 0, stuck: 0, overdueSeconds: 0))
        }
    }
}
