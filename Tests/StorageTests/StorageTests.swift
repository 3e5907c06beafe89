import Kernel
import Storage
import TestKit
import Testing

@Test(arguments: Dialect.allCases)
func `what is written is read back`(dialect: Dialect) async throws {
    let schema = [Migration("test", 1, ["CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"])]
    try await withDatabase(dialect, schema) { db in
        let changed = try await db.write { tx in
            try tx.run("INSERT INTO item (id, name) VALUES (\(1), \("một")), (\(2), \("hai"))")
        }
        #expect(changed == 2)
        let names = try await db.read { tx in
            try tx.rows("SELECT name FROM item WHERE id IN (\(list: [1, 2])) ORDER BY id").map { row in
                try row.get("name", as: String.self)
            }
        }
        #expect(names == ["một", "hai"])
        let plan = try await db.plan(of: "SELECT name FROM item WHERE id = \(1)")
        #expect(plan.contains("item_pkey") || plan.contains("INTEGER PRIMARY KEY"))
    }
}
