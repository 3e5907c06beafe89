import Foundation
import Storage
import StoragePostgreSQL
import TestKit
import Testing

/// Ends the connections of `db` from outside, as a restart of the server does.
private func terminateOthers(_ place: DatabasePlace) async throws {
    let killer = try place.open(connections: 1)
    try await killer.write { tx in
        _ = try tx.rows(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()
            """)
    }
    await killer.close()
}

private func withNamedPlace(_ body: (DatabasePlace, any Database) async throws -> Void) async throws {
    try await withDatabasePlace(.postgresql) { place in
        let db = try place.open(connections: 3)
        try await Migrator(counters).migrate(db)
        try await body(place, db)
        await db.close()
    }
}

@Test func `connections that were ended from outside are opened again unnoticed`() async throws {
    try await withNamedPlace { place, db in
        for round in 1...5 {
            try await terminateOthers(place)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await db.write { tx in
                            try tx.runAll(["UPDATE counter SET value = value + 1 WHERE name = 'a'"])
                        }
                        _ = try await value(of: "a", db)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await value(of: "a", db) == round * 6)
        }
    }
}

@Test func `what was lost in the middle of a transaction is carried out once`() async throws {
    try await withNamedPlace { place, db in
        let attempts = Tally()
        let (inside, gone) = (Signal(), Signal())
        async let act: Void = db.write { tx in
            try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'a'")
            if attempts.up() == 1 {
                inside.give()
                gone.wait()
            }
            try tx.run("UPDATE counter SET value = value + 1 WHERE name = 'b'")
        }
        await inside.arrived()
        try await terminateOthers(place)
        gone.give()
        try await act
        #expect(attempts.count == 2)
        #expect(try await value(of: "a", db) == 1)
        #expect(try await value(of: "b", db) == 1)
    }
}

@Test func `a connection lost during COMMIT is a fault and is not repeated`() async throws {
    try await withNamedPlace { place, db in
        try await db.write { tx in
            try tx.run(
                """
                CREATE FUNCTION vanish() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END'
                """)
            try tx.run(
                """
                CREATE CONSTRAINT TRIGGER vanishing AFTER INSERT ON counter DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION vanish()
                """)
        }
        for statementsAhead in [true, false] {
            let attempts = Tally()
            let fault = await #expect(throws: DatabaseFault.self) {
                try await db.write { tx in
                    attempts.up()
                    let insert: SQL = "INSERT INTO counter (name, value) VALUES ('c', 0)"
                    if statementsAhead { try tx.run(insert) } else { try tx.runAll([insert]) }
                }
            }
            #expect(fault?.kind == .connection)
            #expect(fault?.code == "unknown outcome")
            #expect(attempts.count == 1)
        }
        #expect(await db.isReachable())
    }
}

@Test func `a server that is not there is a fault, and no secret is told`() async throws {
    let db = try PostgreSQLDatabase(
        url: "postgres://nobody:s3cret@127.0.0.1:9/none", connections: 2, patience: .milliseconds(300))
    #expect(await db.isReachable() == false)
    let fault = await #expect(throws: DatabaseFault.self) { try await db.write { tx in _ = try tx.run("SELECT 1") } }
    #expect(fault?.kind == .connection)
    #expect(fault?.description.contains("s3cret") == false)
    await db.close()
    #expect(throws: DatabaseFault.self) { try PostgreSQLDatabase(url: "sqlite:data/motcua.sqlite") }
    #expect(throws: DatabaseFault.self) { try PostgreSQLDatabase(url: "postgres://[::1/x") }
}

@Test func `who asks whether the database is there is told at once`() async throws {
    // Everybody else would wait an hour for this server to come back.
    let db = try PostgreSQLDatabase(
        url: "postgres://nobody@127.0.0.1:9/none", connections: 1, patience: .seconds(3_600))
    #expect(await db.isReachable() == false)
    await db.close()
}

@Test func `a file that was removed or replaced is not a database that is there`() async throws {
    try await withDatabasePlace(.sqlite) { place in
        let db = try place.open()
        #expect(await db.isReachable())
        let away = place.address + ".away"
        try FileManager.default.moveItem(atPath: place.address, toPath: away)
        #expect(await db.isReachable() == false)
        try FileManager.default.copyItem(atPath: away, toPath: place.address)
        #expect(await db.isReachable() == false)
        try FileManager.default.removeItem(atPath: place.address)
        try FileManager.default.moveItem(atPath: away, toPath: place.address)
        #expect(await db.isReachable())
        await db.close()
    }
}
