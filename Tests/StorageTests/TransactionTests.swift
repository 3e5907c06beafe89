import Dispatch
import Storage
import Synchronization
import TestKit
import Testing

let counters = [
    Migration(
        "test", 1,
        [
            "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
            "INSERT INTO counter (name, value) VALUES ('a', 0), ('b', 0)",
        ])
]

func value(of name: String, _ db: any Database) async throws -> Int? {
    try await db.read { tx in try tx.value("SELECT value FROM counter WHERE name = \(name)") }
}

private struct Refused: Error, Equatable {}

@Test(arguments: Dialect.allCases)
func `who throws has written nothing`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        await #expect(throws: Refused()) {
            try await db.write { tx in
                try tx.run("UPDATE counter SET value = 1 WHERE name = 'a'")
                try tx.runAll(["UPDATE counter SET value = 1 WHERE name = 'b'"])
                throw Refused()
            }
        }
        let values = try await [value(of: "a", db), value(of: "b", db)]
        #expect(values == [0, 0])
    }
}

@Test(arguments: Dialect.allCases)
func `a fault that the closure swallows takes everything back all the same`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let fault = await #expect(throws: DatabaseFault.self) {
            try await db.write { tx in
                try tx.run("UPDATE counter SET value = 1 WHERE name = 'a'")
                _ = try? tx.run("INSERT INTO counter (name, value) VALUES ('b', 0)")
                _ = try? tx.run("UPDATE counter SET value = 2 WHERE name = 'a'")
            }
        }
        if case .unique = fault?.kind {
        } else {
            Issue.record("the first fault is the one that is told: \(fault as Any)")
        }
        let kept = try await value(of: "a", db)
        #expect(kept == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `statements without answers run in their order and before what follows`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let seen = try await db.write { tx in
            try tx.runAll([
                "UPDATE counter SET value = value + \(5) WHERE name = 'a'",
                "UPDATE counter SET value = value * \(3) WHERE name = 'a'",
            ])
            let seen = try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self)
            try tx.runAll((0..<1_200).map { _ in "UPDATE counter SET value = value + 1 WHERE name = 'b'" })
            return seen
        }
        #expect(seen == 15)
        #expect(try await value(of: "a", db) == 15)
        #expect(try await value(of: "b", db) == 1_200)
        let fault = await #expect(throws: DatabaseFault.self) {
            try await db.write { tx in
                try tx.runAll([
                    "UPDATE counter SET value = 0 WHERE name = 'a'",
                    "INSERT INTO counter (name, value) VALUES ('b', 0)",
                    "UPDATE counter SET value = 0 WHERE name = 'b'",
                ])
            }
        }
        if case .unique = fault?.kind {} else { Issue.record("not the fault of the statement: \(fault as Any)") }
        #expect(try await value(of: "a", db) == 15)
        #expect(try await value(of: "b", db) == 1_200)
    }
}

@Test(arguments: Dialect.allCases)
func `a read writes nothing and locks nothing`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        await #expect(throws: DatabaseFault.self) {
            _ = try await db.read { tx in try tx.run("UPDATE counter SET value = 1") }
        }
        await #expect(throws: DatabaseFault.self) {
            _ = try await db.read { tx in
                _ = try tx.rows("SELECT name FROM counter")
                return try tx.run("UPDATE counter SET value = 1")
            }
        }
        await #expect(throws: DatabaseFault.self) {
            _ = try await db.read { tx in try tx.lockedRows("SELECT name FROM counter").count }
        }
        await #expect(throws: DatabaseFault.self) { _ = try await db.read { tx in try tx.tryHold("sequencer") } }
        let kept = try await value(of: "a", db)
        #expect(kept == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `a read sees one moment, whatever is committed meanwhile`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let (first, written) = (Signal(), Signal())
        async let seen = db.read { tx in
            let before = try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self)
            _ = try tx.value("SELECT value FROM counter WHERE name = 'b'", as: Int.self)
            first.give()
            written.wait()
            return [before, try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self)]
        }
        await first.arrived()
        try await db.write { tx in _ = try tx.run("UPDATE counter SET value = 7 WHERE name = 'a'") }
        written.give()
        #expect(try await seen == [0, 0])
        #expect(try await value(of: "a", db) == 7)
    }
}

@Test(arguments: Dialect.allCases)
func `a transaction used in the wrong place is a fault, not a crash`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let kept = Mutex<Kept?>(nil)
        let elsewhere = try await db.write { tx in
            kept.withLock { $0 = Kept(tx: tx) }
            let outcome = Mutex<(any Error)?>(nil)
            let copy = Kept(tx: tx)
            DispatchQueue.global().sync {
                let thread = DispatchQueue(label: "elsewhere")
                let done = DispatchSemaphore(value: 0)
                thread.async {
                    do { try copy.tx.run("UPDATE counter SET value = 1") } catch { outcome.withLock { $0 = error } }
                    done.signal()
                }
                done.wait()
            }
            return outcome.withLock { $0 as? DatabaseFault }
        }
        #expect(elsewhere?.code == "misuse")
        let tx = try #require(kept.withLock { $0 }).tx
        #expect(throws: DatabaseFault.self) { try tx.run("UPDATE counter SET value = 1") }
        #expect(throws: DatabaseFault.self) { try tx.rows("SELECT name FROM counter") }
        #expect(throws: DatabaseFault.self) { try tx.runAll(["UPDATE counter SET value = 1"]) }
        #expect(try await value(of: "a", db) == 0)
    }
}

/// What the rules of the language forbid, done on purpose.
private struct Kept: @unchecked Sendable { let tx: any Transaction }

@Test(arguments: Dialect.allCases)
func `closing lets what waits finish and refuses what comes after`(dialect: Dialect) async throws {
    try await withDatabasePlace(dialect) { place in
        let db = try place.open()
        try await Migrator(counters).migrate(db)
        let started = Signal()
        async let running: Void = db.write { tx in
            started.give()
            for _ in 0..<20 { try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'") }
        }
        await started.arrived()
        await db.close()
        try await running
        let fault = await #expect(throws: DatabaseFault.self) {
            _ = try await db.read { tx in try tx.rows("SELECT name FROM counter") }
        }
        #expect(fault?.kind == .connection)
        #expect(await db.isReachable() == false)
        let again = try place.open()
        #expect(try await value(of: "a", again) == 20)
        #expect(await again.isReachable())
        await again.close()
    }
}
