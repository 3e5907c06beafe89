package import Logging
package import Storage

/// The database of a PostgreSQL server, version 15 or later, through libpq.
///
/// Some threads, each with a connection that it opens when it is first needed and opens again when it was lost. Writes
/// run at READ COMMITTED with row locks, reads on one snapshot (REPEATABLE READ, READ ONLY).
package final class PostgreSQLDatabase: Database {
    package let dialect = Dialect.postgresql
    private let mailbox = Mailbox<any Errand>()
    private let threads = DatabaseThreads()
    private let counter = DatabaseCounter()

    /// Opens nothing yet: a server that is not there is noticed by the first read or write, and by `isReachable`.
    /// Throws when `url` is no `postgres://…` URL.
    /// - Parameters:
    ///   - connections: how many transactions run at the same time.
    ///   - statementTimeout: how long one statement may run.
    ///   - lockTimeout: how long one statement may wait for a lock.
    ///   - patience: how long a call waits for a server that is starting again before it is told of the fault.
    package init(
        url: String, connections: Int = 16, statementTimeout: Duration = .seconds(30),
        lockTimeout: Duration = .seconds(10), patience: Duration = .seconds(5),
        logger: Logger = Logger(label: "motcua.postgresql")
    ) throws {
        let address = try PostgreSQLAddress(
            url: url, statementTimeout: statementTimeout, lockTimeout: lockTimeout)
        let (mailbox, counter) = (mailbox, counter)
        for number in 1...max(1, connections) {
            threads.start("postgres-\(number)") {
                PostgreSQLWorker(
                    address: address, mailbox: mailbox, patience: patience, counter: counter, logger: logger
                ).run()
            }
        }
    }

    deinit { mailbox.close() }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await mailbox.run(mayWrite: false, body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await mailbox.run(mayWrite: true, body)
    }

    package func isReachable() async -> Bool {
        // Who asks wants to know now, not when a server that is away has come back.
        let answer = try? await mailbox.run(mayWrite: false, patience: .zero) { tx in
            try tx.value("SELECT 1", as: Int.self) == 1
        }
        return answer ?? false
    }

    package var figures: DatabaseFigures { counter.figures }

    package func close() async {
        mailbox.close()
        await threads.finished()
    }
}
