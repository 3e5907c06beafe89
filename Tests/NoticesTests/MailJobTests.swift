import Accounts
import Foundation
import Jobs
import Kernel
import Logging
import Storage
import Synchronization
import TestKit
import Testing

@testable import Notices

@Suite struct MailJobTests {
    private let mail = Mail(
        to: "an@mau.example", subject: Phrase(vi: "Chào", en: "Hello"), text: Phrase(vi: "Nội dung", en: "Text"))

    /// Keeps what it is given, after as many refusals as wanted.
    private final class Basket: MailSender {
        struct Busy: Error {}
        let letters = Mutex<[Letter]>([])
        private let refusals: Mutex<Int>
        init(refusals: Int = 0) { self.refusals = Mutex(refusals) }
        func send(_ letter: Letter) async throws {
            letters.withLock { $0.append(letter) }
            let busy = refusals.withLock { left in
                left -= 1
                return left >= 0
            }
            if busy { throw Busy() }
        }
    }

    private func worker(_ db: any Database, _ clock: TestClock, _ sender: (any MailSender)?) -> Worker {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Worker(
            queue: JobQueue(database: db, clock: clock), handlers: [MailJob(sender: sender)], logger: logger)
    }

    @Test(arguments: Dialect.allCases)
    func `without a mail server messages wait where an administrator sees why`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            try await db.write { [mail] tx in try mail.send(to: "an", at: clock.now, in: tx) }
            try await worker(db, clock, nil).drain()
            let waiting = try #require(try await JobQueue(database: db, clock: clock).waiting().first)
            #expect(waiting.lastError?.contains("MOTCUA_SMTP_HOST") == true)
            #expect(waiting.lastError?.contains("an@mau.example") == false)
            let basket = Basket()
            clock.move(minutes: 5)
            try await worker(db, clock, basket).drain()
            #expect(basket.letters.withLock { $0.map(\.to.text) } == ["an@mau.example"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a second attempt is the same letter, and a lane keeps its order`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let second = Mail(to: mail.to, subject: Phrase(same: "2"), text: Phrase(same: "2"))
            try await db.write { [mail] tx in
                try mail.send(to: "an", at: clock.now, in: tx)
                try second.send(to: "an", at: clock.now.adding(seconds: 1), in: tx)
            }
            let basket = Basket(refusals: 1)
            clock.move(minutes: 1)
            try await worker(db, clock, basket).drain()
            clock.move(minutes: 1)
            try await worker(db, clock, basket).drain()
            let letters = basket.letters.withLock { $0 }
            #expect(letters.count == 3)
            #expect(letters[0] == letters[1] && letters[2].subject.vi == "2")
            #expect(letters[0].date == Instant("2026-04-22T09:00:00+07:00"))
        }
    }

    @Test func `a folder takes letters as files, one for each message`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("motcua_mail_\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let sender = try FileSender(folder: folder, from: "khong-tra-loi@localhost")
        let letter = Letter(
            id: "1", to: try #require(EmailAddress(mail.to)), subject: mail.subject, text: mail.text,
            date: Instant(seconds: 0))
        try await sender.send(letter)
        try await sender.send(letter)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["1.eml"])
        let text = try String(contentsOfFile: folder + "/1.eml", encoding: .utf8)
        #expect(text.contains("To: an@mau.example\r\n"))
    }

    @Test(arguments: Dialect.allCases)
    func `what cannot be read as a message is told without its content`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            try await db.write { tx in
                try Outbox.enqueue(
                    [(kind: "mail", lane: "x", payload: ["to": "an@mau.example"])], at: clock.now, in: tx)
            }
            try await worker(db, clock, Basket()).drain()
            let waiting = try #require(try await JobQueue(database: db, clock: clock).waiting().first)
            #expect(waiting.lastError == MailJob.Hindrance.unreadable.description)
        }
    }
}
