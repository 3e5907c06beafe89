import Kernel
import Storage
import TestKit
import Testing

private let schema = [
    Migration(
        "test", 1,
        [
            """
            CREATE TABLE item (
                id UUID PRIMARY KEY, name TEXT, amount INTEGER, ratio REAL, open BOOLEAN, content BYTES, born_on DAY,
                made_at INSTANT, fee MONEY, answers JSON)
            """
        ])
]

private enum Item {}

/// A table of one record keeps its values; what came out is what went in.
private func roundTrip(_ dialect: Dialect, _ values: [SQLValue]) async throws -> Row {
    try await withDatabase(dialect, schema) { db in
        let id = ID<Item>(at: Instant(microseconds: 1_776_000_000_000_000))
        return try await db.write { tx in
            try tx.run(
                """
                INSERT INTO item (id, name, amount, ratio, open, content, born_on, made_at, fee, answers)
                VALUES (\(id), \(values[0]), \(values[1]), \(values[2]), \(values[3]), \(values[4]), \(values[5]),
                    \(values[6]), \(values[7]), \(values[8]))
                """)
            let row = try #require(
                try tx.row(
                    """
                    SELECT id, name, amount, ratio, open, content, born_on, made_at, fee, answers FROM item
                    WHERE id = \(id)
                    """))
            #expect(try row.get("id") == id)
            return row
        }
    }
}

@Test(arguments: Dialect.allCases)
func `every type comes back as it was written`(dialect: Dialect) async throws {
    let day = try #require(Day("2026-04-22"))
    let answers = try JSON(parsing: #"{"tên": "Nguyễn Văn A (mẫu)", "tuổi": [1, null, true]}"#)
    let row = try await roundTrip(
        dialect,
        [
            "Đăng ký khai sinh".sqlValue, Int64.min.sqlValue, 0.1.sqlValue, true.sqlValue,
            .bytes([0, 1, 0xFF, 0x27, 0x5C]), day.sqlValue, Instant(microseconds: 1_776_000_000_123_456).sqlValue,
            Money(dong: 75_000).sqlValue, answers.sqlValue,
        ])
    #expect(try row.get("name") == "Đăng ký khai sinh")
    #expect(try row.get("amount") == Int64.min)
    #expect(try row.get("ratio") == 0.1)
    #expect(try row.get("open") == true)
    #expect(try row.get("content") == [0, 1, 0xFF, 0x27, 0x5C] as [UInt8])
    #expect(try row.get("born_on") == day)
    #expect(try row.get("made_at") == Instant(microseconds: 1_776_000_000_123_456))
    #expect(try row.get("fee") == Money(dong: 75_000))
    #expect(try row.get("answers", as: JSON.self).canonical == answers.canonical)
}

@Test(arguments: Dialect.allCases)
func `null comes back as nothing, and is a fault where a value was wanted`(dialect: Dialect) async throws {
    let row = try await roundTrip(dialect, Array(repeating: .null, count: 9))
    #expect(row.values.dropFirst().allSatisfy { $0 == .null })
    #expect(try row.find("name", as: String.self) == nil)
    #expect(try row.find("content", as: [UInt8].self) == nil)
    #expect(throws: DatabaseFault.self) { try row.get("amount", as: Int.self) }
}

@Test(arguments: Dialect.allCases)
func `empty and long values are kept`(dialect: Dialect) async throws {
    let text = String(repeating: "ữ'\\$1\u{1F600}\n", count: 20_000)
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let long = try await roundTrip(
        dialect, [.text(text), .integer(.max), .real(-1e300), .integer(0), .bytes(bytes), .null, .null, .null, .null])
    #expect(try long.get("name") == text)
    #expect(try long.get("amount") == Int64.max)
    #expect(try long.get("ratio") == -1e300)
    #expect(try long.get("open") == false)
    #expect(try long.get("content") == bytes)
    let empty = try await roundTrip(
        dialect, [.text(""), .integer(0), .real(0), .null, .bytes([]), .text(""), .null, .null, .null])
    #expect(try empty.get("name") == "")
    #expect(try empty.get("content") == [] as [UInt8])
}

@Test(arguments: Dialect.allCases)
func `a column that is not there or holds something else is a fault`(dialect: Dialect) async throws {
    let row = try await roundTrip(
        dialect, [.text("một"), .integer(1), .null, .null, .null, .null, .null, .null, .null])
    #expect(throws: DatabaseFault.self) { try row.get("nmae", as: String.self) }
    #expect(throws: DatabaseFault.self) { try row.find("nmae", as: String.self) }
    #expect(throws: DatabaseFault.self) { try row.get("name", as: Int.self) }
    #expect(throws: DatabaseFault.self) { try row.find("amount", as: String.self) }
}

@Test(arguments: Dialect.allCases)
func `computed values have the same types on both`(dialect: Dialect) async throws {
    try await withDatabase(dialect) { db in
        let row = try await db.read { tx in
            try tx.row(
                "SELECT count(*) AS n, sum(1) AS s, 1 < 2 AS yes, CAST('7' AS INTEGER) AS seven, 1.5 * 2 AS three")
        }
        let found = try #require(row)
        #expect(try found.get("n") == 1)
        #expect(try found.get("s") == 1)
        #expect(try found.get("yes") == true)
        #expect(try found.get("seven") == 7)
        #expect(try found.get("three") == 3.0)
    }
}

@Test(arguments: Dialect.allCases)
func `a text with a zero character is refused instead of cut`(dialect: Dialect) async throws {
    try await withDatabase(dialect, schema) { db in
        let fault = await #expect(throws: DatabaseFault.self) {
            _ = try await db.write { tx in
                try tx.run(
                    "INSERT INTO item (id, name) VALUES (\(ID<Item>(at: Instant(microseconds: 1_776_000_000_000_000))), \("an\u{0}ninh"))"
                )
            }
        }
        #expect(fault?.code == "22021")
        let kept = try await db.read { tx in try tx.value("SELECT count(*) FROM item", as: Int.self) }
        #expect(kept == 0)
    }
}

@Test(arguments: Dialect.allCases)
func `values find their places whatever stands around them`(dialect: Dialect) async throws {
    try await withDatabase(dialect) { db in
        let row = try await db.read { tx in
            try tx.row(
                SQL(
                    composed: """
                        SELECT CAST($2 AS INTEGER) AS b, CAST($1 AS INTEGER) AS a, CAST($2 AS INTEGER) AS again,
                            '$1 it''s $2' AS "t$1"
                        """, values: [.integer(1), .integer(2)]))
        }
        let found = try #require(row)
        #expect(try found.get("a") == 1)
        #expect(try found.get("b") == 2)
        #expect(try found.get("again") == 2)
        #expect(try found.get("t$1") == "$1 it's $2")
    }
}
