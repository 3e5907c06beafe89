import Storage
import TestKit
import Testing

private let schema = [
    Migration(
        "test", 1,
        [
            "CREATE TABLE agency (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
            """
            CREATE TABLE post (
                id INTEGER PRIMARY KEY, agency INTEGER NOT NULL REFERENCES agency (id), code TEXT NOT NULL,
                seats INTEGER NOT NULL CHECK (seats > 0), CONSTRAINT post_code UNIQUE (agency, code))
            """,
            "INSERT INTO agency (id, name) VALUES (1, 'Phường Mẫu')",
            "INSERT INTO post (id, agency, code, seats) VALUES (1, 1, 'CT', 1)",
        ])
]

private func fault(_ dialect: Dialect, _ sql: SQL) async throws -> DatabaseFault {
    try await withDatabase(dialect, schema) { db in
        let fault = await #expect(throws: DatabaseFault.self) { _ = try await db.write { tx in try tx.run(sql) } }
        return try #require(fault)
    }
}

@Test(arguments: Dialect.allCases)
func `each constraint has its kind of fault`(dialect: Dialect) async throws {
    let twice = try await fault(dialect, "INSERT INTO post (id, agency, code, seats) VALUES (2, 1, \("CT"), 1)")
    #expect(twice.kind == .unique(constraint: dialect == .sqlite ? "post.agency, post.code" : "post_code"))
    let key = try await fault(dialect, "INSERT INTO post (id, agency, code, seats) VALUES (1, 1, 'PCT', 1)")
    #expect(key.kind == .unique(constraint: dialect == .sqlite ? "post.id" : "post_pkey"))
    let nowhere = try await fault(dialect, "INSERT INTO post (id, agency, code, seats) VALUES (2, 9, 'PCT', 1)")
    #expect(nowhere.kind == .foreignKey)
    let parent = try await fault(dialect, "DELETE FROM agency WHERE id = \(1)")
    #expect(parent.kind == .foreignKey)
    let seats = try await fault(dialect, "INSERT INTO post (id, agency, code, seats) VALUES (2, 1, 'PCT', \(0))")
    #expect(seats.kind == .check)
    let unnamed = try await fault(dialect, "INSERT INTO agency (id, name) VALUES (2, \(String?.none))")
    #expect(unnamed.kind == .notNull)
    let nonsense = try await fault(dialect, "SELEKT 1")
    #expect(nonsense.kind == .other)
}

@Test(arguments: Dialect.allCases)
func `a fault says nothing of the values`(dialect: Dialect) async throws {
    let secret = "012345678901"
    let statements: [SQL] = [
        "INSERT INTO post (id, agency, code, seats) VALUES (1, 1, \(secret), 1)",
        "INSERT INTO post (id, agency, code, seats) VALUES (2, 1, \(secret), 0)",
        "INSERT INTO post (id, agency, code, seats) VALUES (2, \(Int(secret)), 'X', 1)",
        "INSERT INTO post (id, agency, code, seats) VALUES (2, 1, 'X', \(secret + "x"))",
        "INSERT INTO nowhere (id) VALUES (\(secret))",
    ]
    for statement in statements {
        let fault = try await fault(dialect, statement)
        #expect(!fault.description.contains(secret), "\(fault)")
        #expect(fault.detail.contains("INSERT INTO"), "the statement helps whoever reads the log")
    }
}

@Test(arguments: Dialect.allCases)
func `one text is one statement`(dialect: Dialect) async throws {
    let two = try await fault(dialect, "DELETE FROM post; DELETE FROM agency")
    #expect(two.kind == .other)
    let few = try await fault(
        dialect, SQL(composed: "DELETE FROM post WHERE id = $1 OR id = $2", values: [.integer(1)]))
    #expect(few.kind == .other)
}

@Test(arguments: Dialect.allCases)
func `a statement that takes too long ends as a timeout`(dialect: Dialect) async throws {
    try await withDatabasePlace(dialect) { place in
        let db = try place.open(statementTimeout: .milliseconds(150))
        let endless: SQL = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)
            SELECT count(*) AS n FROM n
            """
        let read = await #expect(throws: DatabaseFault.self) { _ = try await db.read { tx in try tx.rows(endless) } }
        #expect(read?.kind == .timeout)
        let write = await #expect(throws: DatabaseFault.self) { _ = try await db.write { tx in try tx.rows(endless) } }
        #expect(write?.kind == .timeout)
        #expect(try await db.write { tx in try tx.value("SELECT 1", as: Int.self) } == 1)
        await db.close()
    }
}

@Test func `waiting for a lock has an end`() async throws {
    try await withDatabasePlace(.postgresql) { place in
        let db = try place.open(statementTimeout: .milliseconds(200))
        try await Migrator(schema).migrate(db)
        let other = try place.open()
        let (held, done) = (Signal(), Signal())
        async let holder: Void = other.write { tx in
            _ = try tx.lockedRow("SELECT id FROM agency WHERE id = 1")
            held.give()
            done.wait()
        }
        await held.arrived()
        let fault = await #expect(throws: DatabaseFault.self) {
            _ = try await db.write { tx in try tx.lockedRow("SELECT id FROM agency WHERE id = 1") != nil }
        }
        #expect(fault?.kind == .timeout)
        done.give()
        try await holder
        await db.close()
        await other.close()
    }
}

@Test(arguments: Dialect.allCases)
func `more values than a statement can carry are a fault of the statement`(dialect: Dialect) async throws {
    try await withDatabase(dialect, schema) { db in
        let fault = await #expect(throws: DatabaseFault.self) {
            try await db.write { tx in
                try tx.run("UPDATE agency SET name = 'x' WHERE id = 1")
                try tx.run("DELETE FROM post WHERE id IN (\(list: Array(0..<70_000)))")
            }
        }
        #expect(fault?.kind == .other)
        let name = try await db.read { tx in try tx.value("SELECT name FROM agency", as: String.self) }
        #expect(name == "Phường Mẫu")
    }
}

@Test func `a setting changed while a connection is idle does not close it`() async throws {
    try await withDatabasePlace(.postgresql) { place in
        let db = try place.open(connections: 1)
        try await Migrator(schema).migrate(db)
        for _ in 0..<3 {
            let reloaded = try await db.read { tx in try tx.value("SELECT pg_reload_conf()", as: Bool.self) }
            #expect(reloaded == true)
            try await Task.sleep(for: .milliseconds(30))
        }
        #expect(db.figures.reconnected == 0)
        await db.close()
    }
}
