import Foundation
package import Storage

/// Copies the database of a server with PostgreSQL's own `pg_dump`, in its custom format, and loads it with
/// `pg_restore`; both come with Debian's package `postgresql-client`.
///
/// The dump reads the snapshot of an open transaction (PostgreSQL documentation, "pg_dump", `--snapshot`), so that what
/// `save` reads beside it is what the file holds.
package struct PostgreSQLCopier: DatabaseCopier {
    package let dialect = Dialect.postgresql
    package let fileName = "database.pgdump"
    private let address: PostgreSQLAddress
    private let threads = DatabaseThreads()

    /// Throws when `url` is no `postgres://…` URL.
    package init(url: String) throws {
        address = try PostgreSQLAddress(url: url, statementTimeout: .seconds(3_600), lockTimeout: .seconds(30))
    }

    /// What is missing on this machine, in words for the operator; nil when both programs are there.
    package static var whatIsMissing: String? {
        let missing = ["pg_dump", "pg_restore"].filter { PostgreSQLTool.path(of: $0) == nil }
        return missing.isEmpty
            ? nil : "\(missing.joined(separator: " and ")) not found: install the package postgresql-client"
    }

    package func save<Value: Sendable>(
        to path: String, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await threads.run("postgres-copy") { [address] in
            let dump = try PostgreSQLTool("pg_dump", address)
            let connection = try PostgreSQLConnection(address)
            let tx = PostgreSQLTransaction(connection, mayWrite: false)
            defer { tx.rollback() }
            // The transaction waits while the other program reads.
            try tx.runAll(["SET LOCAL idle_in_transaction_session_timeout = 0"])
            guard let snapshot = try tx.value("SELECT pg_export_snapshot()", as: String.self) else {
                throw CopyProblem("the server exports no snapshot")
            }
            try dump.run([
                "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--snapshot=\(snapshot)",
                "--file=\(path)",
            ])
            return try body(tx)
        }
    }

    package func whatIsThere() async throws -> String? {
        try await threads.run("postgres-copy") { [address] in
            let connection = try PostgreSQLConnection(address)
            let tx = PostgreSQLTransaction(connection, mayWrite: false)
            defer { tx.rollback() }
            let tables = try tx.value(
                """
                SELECT count(*) FROM pg_catalog.pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                """, as: Int.self)
            return tables == 0 ? nil : "the database has \(tables ?? 0) tables already"
        }
    }

    package func load(from path: String) async throws {
        try await threads.run("postgres-copy") { [address] in
            let restore = try PostgreSQLTool("pg_restore", address)
            try restore.run([
                "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password",
                "--dbname=\(restore.database)", path,
            ])
        }
    }
}
