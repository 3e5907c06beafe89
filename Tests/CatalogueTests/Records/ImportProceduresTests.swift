import Catalogue
import Foundation
import Journal
import Kernel
import Storage
import Synchronization
import TestKit
import Testing

@Suite struct ImportProceduresTests {
    private let now = FixedTime(Instant(Day(number: 20_600), minute: 540))

    /// Read, new, changed, unchanged, refused.
    private func counts(_ report: ImportReport) -> [Int] {
        [report.read, report.new, report.changed, report.unchanged, report.refused]
    }

    private static let clerk = Actor.person(account: "an", name: "Lò Thị An (mẫu)")

    private var lines: [Substring] { CatalogueSamples.lines.map { Substring($0) } }

    @Test(arguments: Dialect.allCases) func `importing twice changes nothing`(dialect: Dialect) async throws {
        try await withDatabase(dialect, ProcedureStore.migrations + JournalSchema.migrations) { db in
            let load = ImportProcedures(database: db, clock: now)
            let first = try await load(lines, by: .system("test"))
            #expect(counts(first) == [6, 6, 0, 0, 0])
            #expect(!first.accounts.isEmpty)
            let second = try await load(lines, by: .system("test"))
            #expect(counts(second) == [6, 0, 0, 6, 0])
            #expect(second.accounts == first.accounts)
            let shelf = ProcedureShelf(database: db, clock: now)
            #expect(try await shelf.contents().procedures.count == 6)
            #expect(try await shelf.changes(of: CatalogueSamples.procedures[0].code).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a changed record becomes a version with its difference`(dialect: Dialect) async throws {
        try await withDatabase(dialect, ProcedureStore.migrations + JournalSchema.migrations) { db in
            let load = ImportProcedures(database: db, clock: now)
            _ = try await load(lines, by: .system("test"))
            let changed = lines.map { line in
                line.contains("9.000001") ? Substring(line.replacing("cấp xã", with: "phường")) : line
            }
            let report = try await load(changed, by: Self.clerk)
            #expect(counts(report) == [6, 0, 1, 5, 0])
            let code = CatalogueSamples.procedures[0].code
            let versions = try await db.read { tx in try ProcedureStore.versions(of: code, in: tx) }
            #expect(versions.map(\.number) == [2, 1])
            #expect(versions[0].difference?.changes.map(\.part) == [.agencies, .steps])
            let shelf = ProcedureShelf(database: db, clock: now)
            #expect(try await shelf.procedure(code)?.executingAgency == "Ủy ban nhân dân phường")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `who changed what the law publishes stands in the journal`(dialect: Dialect) async throws {
        try await withDatabase(dialect, ProcedureStore.migrations + JournalSchema.migrations) { db in
            let load = ImportProcedures(database: db, clock: now)
            _ = try await load(lines, by: .system("test"))
            _ = try await load(lines, by: .system("test"))
            let entries = { (kind: String) in
                try await db.read { tx in
                    try tx.rows("SELECT subject_id, actor FROM journal_entry WHERE kind = \(kind)").map {
                        (try $0.get("subject_id", as: String.self), try $0.get("actor", as: String.self))
                    }
                }
            }
            #expect(try await entries("procedure.added").count == 6)
            #expect(try await entries("catalogue.imported").count == 1, "the second changed nothing")
            let changed = lines.map { line in
                line.contains("9.000001") ? Substring(line.replacing("cấp xã", with: "phường")) : line
            }
            _ = try await load(changed, by: Self.clerk)
            let found = try await entries("procedure.changed")
            #expect(found.map(\.0) == [CatalogueSamples.procedures[0].code.description])
            #expect(found.map(\.1) == [Self.clerk.reference])
            #expect(try await entries("catalogue.imported").count == 2)
            let report = try await VerifyJournal(database: db, key: LogKey(secret: "test"))()
            #expect(report.broken == nil && report.entries == 9)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a broken line and a code said twice are refused, the rest is kept`(dialect: Dialect) async throws {
        try await withDatabase(dialect, ProcedureStore.migrations + JournalSchema.migrations) { db in
            let broken = lines + ["{", Substring(lines[0].replacing("khai sinh", with: "khai tử")), ""]
            let load = ImportProcedures(database: db, clock: now)
            let report = try await load(broken, by: .system("test"))
            #expect(counts(report) == [8, 6, 0, 0, 2])
            #expect(report.accounts.filter(\.reason.refusesRecord).map(\.line) == [7, 8])
            let again = try await load(broken, by: .system("test"))
            #expect(counts(again) == [8, 0, 0, 6, 2])
        }
    }

    @Test(.enabled(if: NationalCatalogue.lines != nil), arguments: Dialect.allCases)
    func `the national catalogue is loaded whole, and twice is once`(dialect: Dialect) async throws {
        let lines = try #require(NationalCatalogue.lines)
        try await withDatabase(dialect, ProcedureStore.migrations + JournalSchema.migrations) { db in
            let done = Mutex<[Int]>([])
            let load = ImportProcedures(database: db, clock: now)
            let first = try await load(lines, by: .system("test")) { count in done.withLock { $0.append(count) } }
            #expect(counts(first) == [2_066, 2_066, 0, 0, 0])
            #expect(done.withLock { $0 == $0.sorted() && $0.last == 2_066 })
            let second = try await load(lines, by: .system("test"))
            #expect(counts(second) == [2_066, 0, 0, 2_066, 0])
        }
    }
}
