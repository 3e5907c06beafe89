import Foundation
import GRDB
package import Storage

/// The database in one file: SQLite in WAL mode with `synchronous=FULL`, so that a commit is on the disk when `write`
/// returns (SQLite documentation, "PRAGMA synchronous").
///
/// One thread writes and some threads read, each with a connection of GRDB's pool that it keeps for its life.
/// Concurrent writes are committed in groups (`SQLiteWriter`), so that they share one fsync.
package final class SQLiteDatabase: Storage.Database {
    package let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let reads = Mailbox<any Errand>()
    private let writes = Mailbox<any Errand>()
    private let threads = DatabaseThreads()
    private let counter = DatabaseCounter()
    private let file: FileIdentity?

    /// Opens or creates the file at `path`. Throws `DatabaseFault` of kind connection when it cannot.
    /// - Parameters:
    ///   - readers: how many reads run at the same time.
    ///   - statementTimeout: how long one statement may run.
    ///   - busyTimeout: how long to wait for another process that writes to the same file.
    package init(
        path: String, readers: Int = max(4, ProcessInfo.processInfo.activeProcessorCount),
        statementTimeout: Duration = .seconds(30), busyTimeout: Duration = .seconds(10)
    ) throws {
        do {
            pool = try Self.open(path, readers: readers, busyTimeout: busyTimeout)
        } catch let error as DatabaseError {
            throw SQLiteFault.make(
                code: error.extendedResultCode.rawValue, message: error.message ?? "", statement: "")
        }
        file = FileIdentity(at: path)
        start(readers: readers, statementTimeout: statementTimeout)
    }

    deinit {
        reads.close()
        writes.close()
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await reads.run(mayWrite: false, body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await writes.run(mayWrite: true, body)
    }

    package func isReachable() async -> Bool {
        // A file that was removed or replaced can still be read and written by who has it open, to no use.
        guard let file, FileIdentity(at: pool.path) == file else { return false }
        return await (try? read { tx in try tx.value("SELECT count(*) FROM sqlite_master", as: Int.self) != nil })
            ?? false
    }

    package var figures: DatabaseFigures { counter.figures }

    /// Writes a consistent copy of the database to a new file at `path`, beside reads and writes that go on.
    package func copy(to path: String) async throws {
        try await threads.run("sqlite-copy") { [source = pool.path] in
            try SQLiteCopier.faults { try SQLiteCopier.copy(source, to: path) }
        }
    }

    package func close() async {
        reads.close()
        writes.close()
        await threads.finished()
        try? pool.close()
    }

    private static func open(_ path: String, readers: Int, busyTimeout: Duration) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout / .seconds(1))
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA cache_size = -16000;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.writeWithoutTransaction { db in
            // GRDB sets NORMAL when it switches to WAL, and NORMAL loses the last commits in a power cut.
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA wal_autocheckpoint = 2000;
                    PRAGMA journal_size_limit = 67108864;
                    """)
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                throw DatabaseFault(.other, code: "synchronous", detail: "SQLite does not take synchronous=FULL")
            }
        }
        return pool
    }

    private func start(readers: Int, statementTimeout: Duration) {
        let (pool, reads, writes, counter) = (pool, reads, writes, counter)
        threads.start("sqlite-writer") {
            serve(writes) {
                try pool.writeWithoutTransaction { db in
                    let connection = try SQLiteConnection(db.sqliteConnection, statementTimeout: statementTimeout)
                    SQLiteWriter(connection: connection, mailbox: writes, counter: counter).run()
                    connection.close()
                }
            }
        }
        for number in 1...readers {
            threads.start("sqlite-\(number)") {
                serve(reads) {
                    try pool.unsafeRead { db in
                        let connection = try SQLiteConnection(db.sqliteConnection, statementTimeout: statementTimeout)
                        SQLiteReader(connection: connection, mailbox: reads, counter: counter).run()
                        connection.close()
                    }
                }
            }
        }
    }
}

/// Runs `body` until the mailbox is closed. When it cannot open its connection, everybody who asks is told.
private func serve(_ mailbox: Mailbox<any Errand>, _ body: () throws -> Void) {
    do {
        try body()
    } catch {
        let fault = DatabaseFault(.connection, code: "open", detail: "a connection to the file could not be opened")
        while let errand = mailbox.take() { errand.fail(fault) }
    }
}

/// Which file a path leads to, by its numbers on the machine.
private struct FileIdentity: Equatable {
    private let device: UInt64
    private let number: UInt64

    init?(at path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        device = UInt64(found.st_dev)
        number = UInt64(found.st_ino)
    }
}
