import Kernel
import Storage
import TestKit
import Testing

@testable import Notices

@Suite struct NoticeBoxTests {
    private func fill(_ db: any Database, _ count: Int, account: String = "an", at start: Instant) async throws {
        try await db.write { tx in
            for index in 0..<count {
                let at = start.adding(minutes: Int64(index))
                try NoticeStore.insert(
                    Notice(
                        id: Notice.ID(at: at), account: account, dossier: nil, kind: .filed,
                        title: Phrase(same: "\(index)"), body: Phrase(same: "…"), at: at, readAt: nil), in: tx)
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the list comes page by page, the newest first, and nobody sees another's`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let box = NoticeBox(database: db, clock: clock)
            try await fill(db, 45, at: clock.now)
            try await fill(db, 1, account: "bo", at: clock.now)
            var titles: [String] = []
            var place: NoticePlace?
            var pages = 0
            repeat {
                let listing = try await box.list(of: "an", after: place)
                titles += listing.notices.map(\.title.vi)
                place = listing.next.flatMap { NoticePlace($0.description) }
                pages += 1
                #expect(listing.unread == 45)
            } while place != nil
            #expect(pages == 3 && titles == (0..<45).reversed().map(String.init))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `reading is one's own, and all read leaves what came later`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let clock = TestClock("2026-04-22T09:00:00+07:00")
            let box = NoticeBox(database: db, clock: clock)
            try await fill(db, 3, at: clock.now)
            let notices = try await box.list(of: "an").notices
            try await box.markRead(notices[0].id, of: "bo")
            #expect(try await box.unread(of: "an") == 3)
            try await box.markRead(notices[2].id, of: "an")
            #expect(try await box.unread(of: "an") == 2)
            try await box.markRead(upTo: notices[1].at, of: "an")
            #expect(try await box.list(of: "an").notices.map(\.isRead) == [false, true, true])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the list and the count have their index`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let place = NoticePlace("1~\(Notice.ID(at: Instant(seconds: 1)))")
            let plan = try await db.plan(of: NoticeStore.pageSQL(of: "an", after: place, limit: 21))
            #expect(plan.contains("notice_by_account"), "\(plan)")
            #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE") && !plan.contains("Seq Scan"), "\(plan)")
        }
    }
}
