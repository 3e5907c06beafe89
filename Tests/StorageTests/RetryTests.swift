import Storage
import TestKit
import Testing

@Test func `a deadlock is resolved and both acts are carried out`() async throws {
    try await withDatabase(.postgresql, counters) { db in
        let attempts = Tally()
        let (first, second) = (Signal(), Signal())
        @Sendable func act(_ names: [String], mine: Signal, other: Signal) async throws {
            let tries = Tally()
            try await db.write { tx in
                attempts.up()
                _ = try tx.lockedRow("SELECT value FROM counter WHERE name = \(names[0])")
                // At the first attempt each has its row before it wants that of the other.
                if tries.up() == 1 {
                    mine.give()
                    other.wait()
                }
                for name in names { try tx.run("UPDATE counter SET value = value + 1 WHERE name = \(name)") }
            }
        }
        async let one: Void = act(["a", "b"], mine: first, other: second)
        async let two: Void = act(["b", "a"], mine: second, other: first)
        _ = try await (one, two)
        #expect(try await value(of: "a", db) == 2)
        #expect(try await value(of: "b", db) == 2)
        #expect(attempts.count == 3, "one of the two was run again")
        #expect(db.figures.repeated == 1)
    }
}

@Test func `a serialisation failure is run again on what the other wrote`() async throws {
    try await withDatabase(.postgresql, counters) { db in
        let attempts = Tally()
        let (read, written) = (Signal(), Signal())
        async let act: Void = db.write { tx in
            try tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            let seen = try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self) ?? 0
            if attempts.up() == 1 {
                read.give()
                written.wait()
            }
            try tx.run("UPDATE counter SET value = \(seen * 2) WHERE name = 'a'")
        }
        await read.arrived()
        try await db.write { tx in _ = try tx.run("UPDATE counter SET value = 21 WHERE name = 'a'") }
        written.give()
        try await act
        #expect(try await value(of: "a", db) == 42)
        #expect(attempts.count == 2)
    }
}

@Test func `a conflict that never ends is told`() async throws {
    try await withDatabase(.postgresql, counters) { db in
        let attempts = Tally()
        let fault = await #expect(throws: DatabaseFault.self) {
            try await db.write { tx in
                attempts.up()
                try tx.run("UPDATE counter SET value = value + 1")
                try tx.run("DO 'BEGIN RAISE EXCEPTION USING ERRCODE = ''40001''; END'")
            }
        }
        #expect(fault?.kind == .conflict)
        #expect((2...20).contains(attempts.count))
        let kept = try await value(of: "a", db)
        #expect(kept == 0)
    }
}

@Test func `a statement whose plan went stale is prepared again`() async throws {
    try await withDatabasePlace(.postgresql) { place in
        let db = try place.open(connections: 1)
        let other = try place.open(connections: 1)
        try await Migrator(counters).migrate(db)
        let all: SQL = "SELECT * FROM counter WHERE name = 'a'"
        func width() async throws -> Int? { try await db.read { tx in try tx.rows(all).first?.values.count } }
        for _ in 0..<3 { #expect(try await width() == 2) }
        try await other.write { tx in _ = try tx.run("ALTER TABLE counter ADD COLUMN note TEXT") }
        #expect(try await width() == 3)
        await db.close()
        await other.close()
    }
}

@Test func `many different texts do not fill the server`() async throws {
    try await withDatabasePlace(.postgresql) { place in
        let db = try place.open(connections: 1)
        for size in 1...1_200 {
            let list: SQL = "SELECT count(*) AS n FROM generate_series(1, 3) AS i WHERE i IN (\(list: Array(1...size)))"
            let found = try await db.read { tx in try tx.value(list, as: Int.self) }
            #expect(found == min(size, 3))
        }
        let kept = try await db.read { tx in
            try tx.value("SELECT count(*) FROM pg_prepared_statements", as: Int.self)
        }
        #expect(try #require(kept) <= 502)
        await db.close()
    }
}
