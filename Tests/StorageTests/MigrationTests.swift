import Storage
import TestKit
import Testing

private let first = Migration("casework", 1, ["CREATE TABLE dossier (id UUID PRIMARY KEY, code TEXT NOT NULL)"])
private let second = Migration("casework", 2, ["CREATE UNIQUE INDEX dossier_code ON dossier (code)"])

@Test(arguments: Dialect.allCases)
func `migrations are applied once and in order`(dialect: Dialect) async throws {
    try await withDatabase(dialect) { db in
        let pending = try await Migrator([first]).pending(db)
        #expect(pending.map(\.number) == [1])
        #expect(try await Migrator([first]).migrate(db).map(\.number) == [1])
        #expect(try await Migrator([first, second]).pending(db).map(\.number) == [2])
        #expect(try await Migrator([first, second]).migrate(db).map(\.number) == [2])
        #expect(try await Migrator([first, second]).migrate(db).isEmpty)
        #expect(try await Migrator([first, second]).pending(db).isEmpty)
    }
}

@Test(arguments: Dialect.allCases)
func `a migration that was edited after it was applied is refused`(dialect: Dialect) async throws {
    try await withDatabase(dialect, [first]) { db in
        let edited = Migration("casework", 1, first.statements.map { $0 + " " })
        await #expect(throws: Migrator.Problem.edited(feature: "casework", number: 1)) {
            try await Migrator([edited, second]).migrate(db)
        }
    }
}

@Test(arguments: Dialect.allCases)
func `an older program does not touch a newer database`(dialect: Dialect) async throws {
    try await withDatabase(dialect, [first, second]) { db in
        await #expect(throws: Migrator.Problem.newer(feature: "casework", number: 2)) {
            try await Migrator([first]).migrate(db)
        }
    }
}

@Test(arguments: Dialect.allCases)
func `a migration that fails leaves nothing behind`(dialect: Dialect) async throws {
    try await withDatabase(dialect, [first]) { db in
        let broken = Migration(
            "casework", 2, ["CREATE TABLE half (id UUID PRIMARY KEY)", "CREATE TABLE half (x TEXT)"])
        await #expect(throws: DatabaseFault.self) { try await Migrator([first, broken]).migrate(db) }
        #expect(try await Migrator([first, broken]).pending(db).map(\.number) == [2])
        try await Migrator([first, Migration("casework", 2, ["CREATE TABLE half (id UUID PRIMARY KEY)"])]).migrate(db)
    }
}

@Test(arguments: Dialect.allCases)
func `a plan tells whether a list has its index`(dialect: Dialect) async throws {
    try await withDatabase(dialect, [first, second]) { db in
        let indexed = try await db.plan(
            of: "SELECT id, code FROM dossier WHERE code > \("H") ORDER BY code LIMIT \(50)")
        #expect(indexed.contains("dossier_code"))
        #expect(!indexed.contains("Sort") && !indexed.contains("TEMP B-TREE"))
        let scanned = try await db.plan(of: "SELECT id FROM dossier WHERE code || 'x' = \("y") ORDER BY code || 'z'")
        #expect(scanned.contains(dialect == .sqlite ? "SCAN dossier" : "Seq Scan"))
        #expect(scanned.contains(dialect == .sqlite ? "TEMP B-TREE" : "Sort"))
    }
}

@Test(arguments: Dialect.allCases)
func `nodes that start together migrate once`(dialect: Dialect) async throws {
    try await withDatabasePlace(dialect) { place in
        let applied = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let node = try place.open(connections: 2)
                    let applied = try await Migrator([first, second]).migrate(node)
                    await node.close()
                    return applied.count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(applied == 2)
    }
}
