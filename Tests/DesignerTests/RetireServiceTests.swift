import Directory
import Foundation
import Journal
import Kernel
import Storage
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

@Suite struct RetireServiceTests {
    private static let service = "chung-thuc-ban-sao"
    private static let official = Actor.official(account: "b", name: "Người Duyệt (mẫu)", post: "q", agency: "y")

    private func clock(_ day: String) -> FixedTime {
        FixedTime(Instant("\(day)T09:00:00+07:00") ?? Instant(seconds: 0))
    }

    private func publish(from day: String, in database: any Database, on today: String) async throws {
        let url = ReferenceData.projectRoot.appendingPathComponent("services")
        let text = try String(contentsOf: url.appendingPathComponent("\(Self.service).yaml"), encoding: .utf8)
        var patch = YAMLPatch(text)
        try patch.set(["effective_from"], .text(day))
        let office = DesignerOffice(
            database: database, clock: clock(today), library: ServiceLibrary(database: database, clock: clock(today))
        ) { try ServiceFolder(url).library() }
        let author = DesignerOffice.Official(
            actor: .official(account: "a", name: "Tác Giả (mẫu)", post: "p", agency: "x"), agency: "x",
            isReviewer: false)
        let reviewer = DesignerOffice.Official(actor: Self.official, agency: "y", isReviewer: true)
        let id = try await office.begin(patch.text, missing: [], by: author).get()
        try await office.submit(id, seen: 1, by: author).get()
        _ = try await office.publish(id, seen: 2, by: reviewer).get()
    }

    @Test(arguments: Dialect.allCases)
    func `a retired service ends on its day, and a later version brings it back`(dialect: Dialect) async throws {
        let migrations = DirectorySchema.migrations + DefinitionStore.migrations + ServiceDraftStore.migrations
        try await withDatabase(dialect, JournalSchema.migrations + migrations) { database in
            func current(on day: String) async throws -> CompiledService? {
                try await ServiceLibrary(database: database, clock: self.clock(day)).current(Self.service)
            }
            try await publish(from: "2026-06-01", in: database, on: "2026-06-01")
            let retire = RetireService(
                database: database, library: ServiceLibrary(database: database, clock: self.clock("2026-06-01")),
                clock: self.clock("2026-06-01"))
            let end = try #require(Day("2026-07-01"))
            let past = try #require(Day("2026-05-31"))
            #expect(await refusal { try await retire(Self.service, from: past, by: Self.official) } == .past)
            #expect(await refusal { try await retire("khong-co", from: end, by: Self.official) } == .unknown)
            // Several people at once: each is kept, one after the other, in one chain.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await retire(Self.service, from: end, by: Self.official).get() }
                }
                try await group.waitForAll()
            }
            let head = try await database.read { tx in try Journal.head("service", Self.service, in: tx) }
            #expect(head.number == 6)
            #expect(try await current(on: "2026-06-30") != nil)
            #expect(try await current(on: "2026-07-01") == nil)
            try await publish(from: "2026-08-01", in: database, on: "2026-07-10")
            #expect(try await current(on: "2026-07-31") == nil)
            #expect(try await current(on: "2026-08-01") != nil)
        }
    }

    private func refusal(
        _ act: () async throws -> Result<Void, RetireService.Refusal>
    ) async -> RetireService.Refusal? {
        do {
            if case .failure(let refusal) = try await act() { return refusal }
        } catch { Issue.record(error) }
        return nil
    }
}
