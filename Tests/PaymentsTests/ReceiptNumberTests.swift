import Casework
import Kernel
import Storage
import TestKit
import Testing

@testable import Payments

@Suite struct ReceiptNumberTests {
    /// A feature that fails in the act's transaction, as a lost connection would.
    private struct Breaking: StepAct {
        struct Broken: Error {}
        let dossiers: Set<Dossier.ID>
        func follow(
            _ event: DossierEvent, on dossier: Dossier, of parties: Parties?, by actor: Actor, at now: Instant,
            in tx: any Transaction
        ) throws { if case .paid = event, dossiers.contains(dossier.id) { throw Broken() } }
    }

    @Test(arguments: Dialect.allCases)
    func `numbers have no gap and no double under concurrency, failures and several nodes`(dialect: Dialect)
        async throws
    {
        try await withDatabasePlace(dialect) { place in
            let first = try place.open()
            try await Migrator(Counter.migrations).migrate(first)
            // SQLite has one process; PostgreSQL is shared by nodes.
            let second = dialect == .postgresql ? try place.open() : first
            let filing = try Counter(first)
            var dossiers: [Dossier] = []
            for _ in 0..<40 { dossiers.append(try await filing.file()) }
            let broken = Set(dossiers.enumerated().filter { $0.offset % 4 == 3 }.map(\.element.id))
            let nodes = try [first, second].map { try Counter($0, acts: [Breaking(dossiers: broken)]) }
            let numbers = await withTaskGroup { group in
                for (index, dossier) in dossiers.enumerated() {
                    group.addTask { try? await nodes[index % 2].take(dossier).receipt.number }
                }
                var numbers: [Int] = []
                for await number in group { if let number { numbers.append(number) } }
                return numbers
            }
            #expect(numbers.sorted() == Array(1...30))
            #expect(try await filing.take(dossiers[3]).receipt.number == 31)
            if dialect == .postgresql { await second.close() }
            await first.close()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `each year and each agency has its own series`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Counter.migrations) { db in
            let counter = try Counter(db)
            counter.clock.move(to: "2026-12-31T23:59:00+07:00")
            #expect(try await counter.take(counter.file()).receipt.description == "0000001/2026")
            counter.clock.move(to: "2027-01-01T00:00:00+07:00")
            #expect(try await counter.take(counter.file()).receipt.description == "0000001/2027")
            let other = try await db.write { tx in try PaymentStore.nextNumber(at: "khac", year: 2027, in: tx) }
            #expect(other.number == 1)
        }
    }
}
