import Storage
import StorageSQLite
import TestKit
import Testing

private struct Refused: Error {}

/// Runs `writes` so that they wait behind one another and are committed in one group.
private func together(_ db: any Database, _ writes: [@Sendable (any Transaction) throws -> Void]) async -> [Bool] {
    let (busy, go) = (Signal(), Signal())
    async let first: Void? = try? db.write { _ in
        busy.give()
        go.wait()
    }
    await busy.arrived()
    let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
        for (index, write) in writes.enumerated() {
            group.addTask {
                do {
                    try await db.write(write)
                    return (index, true)
                } catch {
                    return (index, false)
                }
            }
        }
        // Time for all of them to get into the queue. Should one be late it is only in a group of its own.
        try? await Task.sleep(for: .milliseconds(100))
        go.give()
        return await group.reduce(into: Array(repeating: false, count: writes.count)) { $0[$1.0] = $1.1 }
    }
    _ = await first
    return outcomes
}

@Test func `who throws in a group takes back its own writes alone`() async throws {
    try await withDatabase(.sqlite, counters) { db in
        let outcomes = await together(
            db,
            (0..<30).map { index in
                { tx in
                    try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
                    if index % 3 == 0 { throw Refused() }
                    if index % 3 == 1 { try tx.run("INSERT INTO counter (name, value) VALUES ('b', 0)") }
                    try tx.run("INSERT INTO counter (name, value) VALUES (\("c\(index)"), 0)")
                }
            })
        #expect(outcomes == (0..<30).map { $0 % 3 == 2 })
        #expect(db.figures.commits < db.figures.writes, "what waited together was committed together")
        let counted = try await value(of: "a", db)
        #expect(counted == 10)
        #expect(try await db.read { tx in try tx.value("SELECT count(*) FROM counter", as: Int.self) } == 12)
    }
}

@Test func `when one of a group makes SQLite roll everything back the others are carried out again`() async throws {
    try await withDatabasePlace(.sqlite) { place in
        let db = try place.open(statementTimeout: .milliseconds(300))
        try await Migrator(counters).migrate(db)
        let outcomes = await together(
            db,
            (0..<7).map { index in
                { tx in
                    try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
                    guard index == 3 else { return }
                    // SQLite ends the whole transaction when it interrupts a write.
                    try tx.run(
                        """
                        INSERT INTO counter (name, value)
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)
                        SELECT 'x' || i, i FROM n
                        """)
                }
            })
        #expect(outcomes == (0..<7).map { $0 != 3 })
        #expect(try await value(of: "a", db) == 6)
        #expect(try await db.read { tx in try tx.value("SELECT count(*) FROM counter", as: Int.self) } == 2)
        await db.close()
    }
}

@Test func `a commit is on the disk`() async throws {
    try await withDatabase(.sqlite) { db in
        let (synchronous, mode, keys) = try await db.write { tx in
            (
                try tx.value("PRAGMA synchronous", as: Int.self), try tx.value("PRAGMA journal_mode", as: String.self),
                try tx.value("PRAGMA foreign_keys", as: Int.self)
            )
        }
        #expect(synchronous == 2)
        #expect(mode == "wal")
        #expect(keys == 1)
    }
}

@Test func `two programs on one file see and keep each other's writes`() async throws {
    try await withDatabasePlace(.sqlite) { place in
        let one = try place.open()
        let two = try place.open()
        try await Migrator(counters).migrate(one)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<80 {
                group.addTask {
                    try await (number % 2 == 0 ? one : two).write { tx in
                        let row = try tx.lockedRow("SELECT value FROM counter WHERE name = 'a'")
                        let seen: Int = try #require(row).get("value")
                        try tx.run("UPDATE counter SET value = \(seen + 1) WHERE name = 'a'")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await value(of: "a", one) == 80)
        #expect(try await value(of: "a", two) == 80)
        await one.close()
        await two.close()
    }
}

@Test func `a copy is made while writes go on, and is whole`() async throws {
    try await withDatabasePlace(.sqlite) { place in
        let db = try SQLiteDatabase(path: place.address)
        try await Migrator(counters).migrate(db)
        async let writes: Void = {
            for _ in 0..<200 {
                try await db.write { tx in
                    try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
                    try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'b'")
                }
            }
        }()
        let copied = place.address + ".copy"
        try await db.copy(to: copied)
        try await writes
        let copy = try SQLiteDatabase(path: copied)
        let a = try await value(of: "a", copy)
        let b = try await value(of: "b", copy)
        #expect(a == b)
        await #expect(throws: DatabaseFault.self) { try await db.copy(to: copied) }
        await copy.close()
        await db.close()
    }
}

@Test func `a file that cannot be opened is a fault of the connection`() {
    let fault = #expect(throws: DatabaseFault.self) {
        try SQLiteDatabase(path: "/nonexistent/folder/motcua.sqlite")
    }
    #expect(fault?.kind == .connection)
}
