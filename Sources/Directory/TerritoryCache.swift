import Kernel
import Storage
import Synchronization

/// Keeps the table of territories in memory and loads it anew after a minute, so that every node sees an import; the
/// three times longer list of units that are no more only when it has changed.
final class TerritoryCache: Sendable {
    private struct Kept {
        let table: TerritoryTable
        let until: Instant
        let earlierChanged: Instant?
    }

    private let database: any Database
    private let clock: any TimeSource
    private let kept = Mutex<Kept?>(nil)

    init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    func table() async throws -> TerritoryTable {
        let now = clock.now
        let last = kept.withLock { $0 }
        if let last, now < last.until { return last.table }
        let new = try await database.read { tx in
            let changed = try EarlierTerritoryStore.changedAt(in: tx)
            let earlier =
                if let last, last.earlierChanged == changed {
                    last.table.earlier
                } else {
                    EarlierTerritoryTable(try EarlierTerritoryStore.all(in: tx))
                }
            return Kept(
                table: TerritoryTable(try TerritoryStore.all(in: tx), earlier: earlier, on: now.day),
                until: now.adding(seconds: 60), earlierChanged: changed)
        }
        kept.withLock { $0 = new }
        return new.table
    }

    func forget() { kept.withLock { $0 = nil } }
}
