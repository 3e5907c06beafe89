/// Brings a database to the schema of the program, each feature's migrations in the order of their numbers.
package struct Migrator: Sendable {
    package enum Problem: Error, Equatable, CustomStringConvertible {
        /// A migration that was applied has another text now.
        case edited(feature: String, number: Int)
        /// The database was prepared by a newer program.
        case newer(feature: String, number: Int)

        package var description: String {
            switch self {
            case .edited(let feature, let number): "migration \(feature) \(number) was changed after it was applied"
            case .newer(let feature, let number): "the database is newer than this program: \(feature) \(number)"
            }
        }
    }

    package let migrations: [Migration]

    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is missing, all of it in one transaction. Returns what was applied.
    @discardableResult
    package func migrate(_ database: any Database) async throws -> [Migration] {
        try await database.write { [migrations] tx in
            if tx.dialect == .postgresql {
                // Nodes that start at the same time migrate one after another; an index may take its time.
                try tx.run("SET LOCAL statement_timeout = 0")
                try tx.run("SET LOCAL lock_timeout = 0")
                _ = try tx.rows("SELECT pg_advisory_xact_lock(722320731)")
            }
            try tx.run(
                "CREATE TABLE IF NOT EXISTS migration (feature TEXT NOT NULL, number BIGINT NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (feature, number))"
            )
            let applied = try Self.applied(tx)
            try Self.check(applied, against: migrations)
            var done: [Migration] = []
            for migration in migrations where applied[Key(migration)] == nil {
                for statement in migration.rendered(for: tx.dialect) { try tx.run(SQL(composed: statement)) }
                try tx.run(
                    "INSERT INTO migration (feature, number, checksum) VALUES (\(migration.feature), \(migration.number), \(migration.checksum))"
                )
                done.append(migration)
            }
            return done
        }
    }

    /// What is missing, without applying it.
    package func pending(_ database: any Database) async throws -> [Migration] {
        try await database.read { [migrations] tx in
            let exists: SQL =
                tx.dialect == .sqlite
                ? "SELECT count(*) FROM sqlite_master WHERE name = 'migration'"
                : "SELECT count(*) FROM pg_tables WHERE tablename = 'migration' AND schemaname = current_schema()"
            guard try tx.value(exists, as: Int.self) == 1 else { return migrations }
            let applied = try Self.applied(tx)
            try Self.check(applied, against: migrations)
            return migrations.filter { applied[Key($0)] == nil }
        }
    }

    private struct Key: Hashable {
        let feature: String
        let number: Int
        init(_ migration: Migration) { (feature, number) = (migration.feature, migration.number) }
        init(feature: String, number: Int) { (self.feature, self.number) = (feature, number) }
    }

    private static func applied(_ tx: any Transaction) throws -> [Key: String] {
        var applied: [Key: String] = [:]
        for row in try tx.rows("SELECT feature, number, checksum FROM migration") {
            applied[Key(feature: try row.get("feature"), number: try row.get("number"))] = try row.get("checksum")
        }
        return applied
    }

    private static func check(_ applied: [Key: String], against migrations: [Migration]) throws {
        let known = Dictionary(migrations.map { (Key($0), $0.checksum) }, uniquingKeysWith: { first, _ in first })
        for (key, checksum) in applied {
            guard let mine = known[key] else { throw Problem.newer(feature: key.feature, number: key.number) }
            guard mine == checksum else { throw Problem.edited(feature: key.feature, number: key.number) }
        }
    }
}

extension Migration {
    /// FNV-1a over the statements: enough to notice an edit.
    var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in statements.joined(separator: ";\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}
