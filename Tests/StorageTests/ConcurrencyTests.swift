import Storage
import TestKit
import Testing

@Test(arguments: Dialect.allCases)
func `concurrent officials lose no update`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    for _ in 0..<5 {
                        try await db.write { tx in
                            let row = try tx.lockedRow("SELECT value FROM counter WHERE name = 'a'")
                            let seen: Int = try #require(row).get("value")
                            try tx.run("UPDATE counter SET value = \(seen + 1) WHERE name = 'a'")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await value(of: "a", db) == 200)
    }
}

@Test(arguments: Dialect.allCases)
func `a rule across rows holds when its named row is locked first`(dialect: Dialect) async throws {
    let onCall = [
        Migration(
            "test", 1,
            [
                "CREATE TABLE duty (name TEXT PRIMARY KEY)", "INSERT INTO duty (name) VALUES ('desk')",
                "CREATE TABLE official (id INTEGER PRIMARY KEY, present BOOLEAN NOT NULL)",
            ])
    ]
    try await withDatabase(dialect, onCall) { db in
        for round in 0..<10 {
            try await db.write { tx in
                try tx.run("DELETE FROM official")
                try tx.run("INSERT INTO official (id, present) VALUES (1, \(true)), (2, \(true))")
            }
            // Both want to go home; the desk must not be left empty.
            let left = try await withThrowingTaskGroup(of: Bool.self) { group in
                for id in 1...2 {
                    group.addTask {
                        try await db.write { tx in
                            _ = try tx.lockedRow("SELECT name FROM duty WHERE name = 'desk'")
                            let present: Int? = try tx.value("SELECT count(*) FROM official WHERE present")
                            guard present ?? 0 > 1 else { return false }
                            return try tx.run("UPDATE official SET present = \(false) WHERE id = \(id)") == 1
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(left == 1, "round \(round)")
        }
    }
}

@Test func `acts on different rows never wait for each other`() async throws {
    try await withDatabase(.postgresql, counters) { db in
        let (held, done) = (Signal(), Signal())
        async let slow: Void = db.write { tx in
            _ = try tx.lockedRow("SELECT value FROM counter WHERE name = 'a'")
            held.give()
            // Were the other to wait for this one, this would time out instead of being let go by it.
            #expect(done.wait(), "the act on the other row did not get through")
            try tx.run("UPDATE counter SET value = 1 WHERE name = 'a'")
        }
        await held.arrived()
        try await db.write { tx in
            _ = try tx.lockedRow("SELECT value FROM counter WHERE name = 'b'")
            try tx.run("UPDATE counter SET value = 1 WHERE name = 'b'")
        }
        done.give()
        try await slow
        #expect(try await value(of: "a", db) == 1)
        #expect(try await value(of: "b", db) == 1)
    }
}

@Test func `locking a row does not stop others who refer to it`() async throws {
    let schema = [
        Migration(
            "test", 1,
            [
                "CREATE TABLE agency (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
                "CREATE TABLE dossier (id INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency (id))",
                "INSERT INTO agency (id, name) VALUES (1, 'Phường Mẫu')",
            ])
    ]
    try await withDatabase(.postgresql, schema) { db in
        let (held, done) = (Signal(), Signal())
        async let slow: Void = db.write { tx in
            _ = try tx.lockedRow("SELECT id FROM agency WHERE id = 1")
            held.give()
            #expect(done.wait(), "the new dossier did not get through")
        }
        await held.arrived()
        try await db.write { tx in _ = try tx.run("INSERT INTO dossier (id, agency) VALUES (1, 1)") }
        done.give()
        try await slow
    }
}

@Test(arguments: Dialect.allCases)
func `a queue is emptied by several without one job being taken twice`(dialect: Dialect) async throws {
    let schema = [Migration("test", 1, ["CREATE TABLE work (id INTEGER PRIMARY KEY, taken INTEGER NOT NULL)"])]
    try await withDatabase(dialect, schema) { db in
        try await db.write { tx in
            try tx.runAll((1...60).map { "INSERT INTO work (id, taken) VALUES (\($0), 0)" })
        }
        let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<6 {
                group.addTask {
                    var mine: [Int] = []
                    // Rows that another has locked look like none: look again until all are marked.
                    while try await db.read({ try $0.value("SELECT count(*) FROM work WHERE taken = 0", as: Int.self) })
                        != 0
                    {
                        mine += try await db.write { tx in
                            let rows = try tx.unclaimedRows(
                                "SELECT id FROM work WHERE taken = 0 ORDER BY id LIMIT \(3)")
                            let ids = try rows.map { try $0.get("id", as: Int.self) }
                            for id in ids { try tx.run("UPDATE work SET taken = taken + 1 WHERE id = \(id)") }
                            return ids
                        }
                    }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == Array(1...60))
        #expect(try await db.read { tx in try tx.value("SELECT max(taken) FROM work", as: Int.self) } == 1)
    }
}

@Test func `one holds a named lock at a time, until its transaction ends`() async throws {
    try await withDatabase(.postgresql) { db in
        let (held, done) = (Signal(), Signal())
        async let holder = db.write { tx in
            let mine = try tx.tryHold("sequencer")
            held.give()
            done.wait()
            return mine
        }
        await held.arrived()
        let second = try await db.write { tx in try tx.tryHold("sequencer") }
        #expect(second == false)
        #expect(try await db.write { tx in try tx.tryHold("another") })
        done.give()
        #expect(try await holder)
        #expect(try await db.write { tx in try tx.tryHold("sequencer") })
    }
}

@Test(arguments: Dialect.allCases)
func `two hundred calls at once are all answered`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let answered = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    switch number % 4 {
                    case 0:
                        return try await db.write { tx in
                            try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
                        }
                    case 1:
                        return try await db.read { tx in
                            try tx.rows("SELECT name FROM counter WHERE value >= \(0) ORDER BY name").count - 1
                        }
                    case 2:
                        do {
                            try await db.write { tx in
                                try tx.run("UPDATE counter SET value = value + 100 WHERE name = 'a'")
                                try tx.run("INSERT INTO counter (name, value) VALUES ('a', 0)")
                            }
                            return 0
                        } catch let fault as DatabaseFault {
                            guard case .unique = fault.kind else { throw fault }
                            return 1
                        }
                    default:
                        return try await db.read { tx in
                            let one = try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self)
                            let same = try tx.value("SELECT value FROM counter WHERE name = 'a'", as: Int.self)
                            return one == same ? 1 : 0
                        }
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(answered == 200)
        #expect(try await value(of: "a", db) == 50)
    }
}

@Test(arguments: Dialect.allCases)
func `cancelled callers break nothing and learn the outcome`(dialect: Dialect) async throws {
    try await withDatabase(dialect, counters) { db in
        let committed = Tally()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        try await db.write { tx in
                            _ = try tx.lockedRow("SELECT value FROM counter WHERE name = 'a'")
                            try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
                        }
                        committed.up()
                    } catch {}
                }
                if number % 3 == 0 { group.cancelAll() }
            }
        }
        let kept = try await value(of: "a", db)
        #expect(kept == committed.count)
        #expect(await db.isReachable())
    }
}
