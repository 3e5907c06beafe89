package import Kernel
package import Storage
import Synchronization

/// The catalogue in memory: every record and the search over them, the same for both databases. Read again when an
/// import on any node changed something.
package final class ProcedureShelf: Sendable {
    package struct Contents: Sendable {
        package let version: Int
        package let procedures: [Procedure.Code: Procedure]
        package let index: ProcedureIndex
        /// The procedures that were changed since they first came.
        let changed: Set<Procedure.Code>
    }

    private struct Known {
        var contents: Contents
        var askedAt: Instant
    }

    private let database: any Database
    private let clock: any TimeSource
    private let known = Mutex<Known?>(nil)
    private static let secondsFresh: Int64 = 5

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func contents() async throws -> Contents {
        let now = clock.now
        let before = known.withLock { $0 }
        if let before, before.askedAt.adding(seconds: Self.secondsFresh) > now { return before.contents }
        let version = try await database.read { tx in try ProcedureStore.version(in: tx) }
        if let before, before.contents.version == version {
            known.withLock { $0?.askedAt = now }
            return before.contents
        }
        let (procedures, changed) = try await database.read { tx in
            (try ProcedureStore.all(in: tx), try ProcedureStore.changed(in: tx))
        }
        let contents = Contents(
            version: version,
            procedures: Dictionary(procedures.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }),
            index: ProcedureIndex(procedures), changed: changed)
        known.withLock { $0 = Known(contents: contents, askedAt: now) }
        return contents
    }

    /// Lets the next question be answered from the database: after an import on this node.
    package func forget() { known.withLock { $0?.askedAt = Instant(microseconds: 0) } }

    package func procedure(_ code: Procedure.Code) async throws -> Procedure? {
        try await contents().procedures[code]
    }

    /// How a procedure was changed, the newest first; nothing when it never was.
    package func changes(of code: Procedure.Code) async throws -> [ProcedureStore.Version] {
        guard try await contents().changed.contains(code) else { return [] }
        return try await database.read { tx in try ProcedureStore.versions(of: code, in: tx) }
    }
}
