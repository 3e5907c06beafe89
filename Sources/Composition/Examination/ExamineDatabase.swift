import Foundation
import Kernel
import Storage
import StoragePostgreSQL

extension Installation {
    /// Whether the database can be worked with further; adds what was found.
    func examineDatabase(_ found: inout Examination) async -> Bool {
        guard await database.isReachable() else {
            found.broken("database", "it cannot be reached", "look at MOTCUA_DATABASE, and whether the server runs")
            return false
        }
        do {
            switch settings.store {
            case .sqlite: try await examineSQLite(&found)
            case .postgresql: try await examinePostgreSQL(&found)
            }
            let pending = try await Migrator(Schema.migrations).pending(database)
            guard pending.isEmpty else {
                found.broken("schema", "\(pending.count) migrations wait", "run motcua migrate")
                return false
            }
            found.good("schema", "up to date")
            return true
        } catch {
            found.broken("database", "\(error)", "restore a backup, or use the program that made the database")
            return false
        }
    }

    /// What `write` promises rests on WAL and `synchronous=FULL` (SQLite documentation, "PRAGMA synchronous").
    private func examineSQLite(_ found: inout Examination) async throws {
        let row = try await database.write { tx in
            try tx.row(
                """
                SELECT sqlite_version() AS version, journal.journal_mode, level.synchronous
                FROM pragma_journal_mode AS journal, pragma_synchronous AS level
                """)
        }
        guard let row else { return }
        let version: String = try row.get("version")
        let mode: String = try row.get("journal_mode")
        let level: Int = try row.get("synchronous")
        if mode == "wal", level >= 2 {
            found.good("database", "SQLite \(version), WAL, synchronous=FULL")
        } else {
            found.broken(
                "database", "SQLite \(version), journal_mode \(mode), synchronous \(level)",
                "put the file on a disk of this machine that can keep a WAL; a network share cannot")
        }
    }

    private struct Server: Sendable {
        let version: Int
        let isolation: String
        let commit: String
        let fsync: String
        let microseconds: Int64
    }

    /// Nodes and server must agree about the time to within half a lease of the jobs (15 seconds).
    private func examinePostgreSQL(_ found: inout Examination) async throws {
        let server = try await database.read { tx in
            try tx.row(
                """
                SELECT CAST(current_setting('server_version_num') AS bigint) AS version,
                    current_setting('transaction_isolation') AS isolation,
                    current_setting('synchronous_commit') AS commit_mode, current_setting('fsync') AS fsync,
                    CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) AS microseconds
                """
            ).map {
                Server(
                    version: try $0.get("version"), isolation: try $0.get("isolation"),
                    commit: try $0.get("commit_mode"), fsync: try $0.get("fsync"),
                    microseconds: try $0.get("microseconds"))
            }
        }
        guard let server else { return }
        let name = "PostgreSQL \(server.version / 10_000).\(server.version % 10_000)"
        if server.version < 150_000 {
            found.broken("database", name, "PostgreSQL 15 or newer is wanted")
        } else {
            found.good("database", "\(name), isolation of reads \(server.isolation)")
        }
        if server.fsync == "on", server.commit != "off" {
            found.good("database", "a commit is on the disk when it is answered")
        } else {
            found.broken(
                "database", "fsync \(server.fsync), synchronous_commit \(server.commit)",
                "set both on in postgresql.conf: acknowledged dossiers can be lost")
        }
        let skew = abs(server.microseconds - clock.now.microseconds) / 1_000_000
        let advice = "let the machines keep time, for example with chrony"
        switch skew {
        case ..<5: found.good("clock", "this machine and the database agree")
        case ..<15: found.watch("clock", "this machine and the database differ by \(skew) seconds", advice)
        default: found.broken("clock", "this machine and the database differ by \(skew) seconds", advice)
        }
        if let missing = PostgreSQLCopier.whatIsMissing {
            found.broken("backup", missing, "install postgresql-client of the server's version")
        } else {
            found.good("backup", "pg_dump and pg_restore are there")
        }
    }
}
