import Kernel
import Storage

/// The rows of territories.
enum TerritoryStore {
    static func all(in tx: any Transaction) throws -> [Territory] {
        try tx.rows(
            "SELECT code, level, name, name_en, parent_code, valid_from, valid_until FROM territory ORDER BY code"
        ).map { row in
            Territory(
                code: try row.get("code"), level: try row.get("level"), name: try row.get("name"),
                englishName: try row.get("name_en"), parent: try row.find("parent_code"),
                validity: try row.validity())
        }
    }

    static func names(_ codes: Set<String>, in tx: any Transaction) throws -> [(code: String, name: String)] {
        guard !codes.isEmpty else { return [] }
        return try tx.rows("SELECT code, name FROM territory WHERE code IN (\(list: codes.sorted()))").map {
            (try $0.get("code"), try $0.get("name"))
        }
    }

    static func level(of code: String, in tx: any Transaction) throws -> Territory.Level? {
        try tx.row("SELECT level FROM territory WHERE code = \(code)")?.get("level")
    }

    static func save(_ territories: [Territory], in tx: any Transaction) throws {
        try tx.runAll(
            territories.map { one in
                """
                INSERT INTO territory (code, level, name, name_en, parent_code, valid_from, valid_until)
                VALUES (\(one.code), \(one.level), \(one.name), \(one.englishName), \(one.parent),
                    \(one.validity.from), \(one.validity.until))
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
                    parent_code = excluded.parent_code, valid_until = excluded.valid_until
                """
            })
    }
}
