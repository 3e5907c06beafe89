import Kernel
import Storage
import Synchronization

/// Keeps the table of territories in memory and loads it anew after a minute, so that every node sees an import.
final class TerritoryCache: Sendable {
    private let database: any Database
    private let clock: any TimeSource
    private let kept = Mutex<(table: TerritoryTable, until: Instant)?>(nil)

    init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    func table() async throws -> TerritoryTable {
        let now = clock.now
        if let kept = kept.withLock({ $0 }), now < kept.until { return kept.table }
        let table = TerritoryTable(try await database.read { tx in try TerritoryStore.all(in: tx) }, on: now.day)
        kept.withLock { $0 = (table, now.adding(seconds: 60)) }
        return table
    }

    func forget() { kept.withLock { $0 = nil } }
}
