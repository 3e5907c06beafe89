import Synchronization

/// What a database has done since it was opened, for the metrics and the benchmarks.
package struct DatabaseFigures: Sendable, Equatable {
    /// Closures that read, and closures that wrote and were committed.
    package var reads = 0
    package var writes = 0
    /// COMMITs of writes; fewer than `writes` when they were committed in groups.
    package var commits = 0
    /// Closures run again after a serialisation failure or a deadlock.
    package var repeated = 0
    /// Connections opened again after they were lost.
    package var reconnected = 0

    package init() {}
}

/// Counts the figures of one database on all its threads.
package final class DatabaseCounter: Sendable {
    private let reads = Atomic(0)
    private let writes = Atomic(0)
    private let commits = Atomic(0)
    private let repeated = Atomic(0)
    private let reconnected = Atomic(0)

    package init() {}

    package func hasRead() { reads.add(1, ordering: .relaxed) }
    package func hasCommitted(_ count: Int) {
        writes.add(count, ordering: .relaxed)
        commits.add(1, ordering: .relaxed)
    }
    package func hasRepeated() { repeated.add(1, ordering: .relaxed) }
    package func hasReconnected() { reconnected.add(1, ordering: .relaxed) }

    package var figures: DatabaseFigures {
        var figures = DatabaseFigures()
        figures.reads = reads.load(ordering: .relaxed)
        figures.writes = writes.load(ordering: .relaxed)
        figures.commits = commits.load(ordering: .relaxed)
        figures.repeated = repeated.load(ordering: .relaxed)
        figures.reconnected = reconnected.load(ordering: .relaxed)
        return figures
    }
}
