import Kernel
import Storage

/// The rows of units that ended on 1 July 2025, and of what they became.
enum EarlierTerritoryStore {
    static func all(in tx: any Transaction) throws -> [EarlierTerritory] {
        var successors: [String: [String]] = [:]
        let links = try tx.rows(
            "SELECT earlier_code, territory_code FROM territory_successor ORDER BY earlier_code, territory_code")
        for link in links {
            successors[try link.get("earlier_code"), default: []].append(try link.get("territory_code"))
        }
        return try tx.rows(
            "SELECT code, level, name, name_en, parent_code, valid_until FROM earlier_territory ORDER BY code"
        ).map { row in
            let code: String = try row.get("code")
            return EarlierTerritory(
                code: code, level: try row.get("level"), name: try row.get("name"),
                englishName: try row.get("name_en"), parent: try row.find("parent_code"),
                until: try row.get("valid_until"), successors: successors[code] ?? [])
        }
    }

    static func names(_ codes: Set<String>, in tx: any Transaction) throws -> [(code: String, name: String)] {
        guard !codes.isEmpty else { return [] }
        return try tx.rows("SELECT code, name FROM earlier_territory WHERE code IN (\(list: codes.sorted()))").map {
            (try $0.get("code"), try $0.get("name"))
        }
    }

    /// When a row last changed: whoever keeps the list in memory reads it anew only then.
    static func changedAt(in tx: any Transaction) throws -> Instant? {
        try tx.row("SELECT changed_at FROM earlier_territory ORDER BY changed_at DESC LIMIT 1")?.get("changed_at")
    }

    static func save(_ territories: [EarlierTerritory], at now: Instant, in tx: any Transaction) throws {
        // What is above first: a district refers to its province, a commune to its district.
        for level in [EarlierTerritory.Level.province, .district, .commune] {
            try tx.runAll(
                territories.filter { $0.level == level }.map { one in
                    """
                    INSERT INTO earlier_territory (code, level, name, name_en, parent_code, valid_until, changed_at)
                    VALUES (\(one.code), \(one.level), \(one.name), \(one.englishName), \(one.parent), \(one.until),
                        \(now))
                    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
                        parent_code = excluded.parent_code, valid_until = excluded.valid_until,
                        changed_at = excluded.changed_at
                    """
                })
        }
        try tx.runAll(
            territories.map { "DELETE FROM territory_successor WHERE earlier_code = \($0.code)" })
        try tx.runAll(
            territories.flatMap { one in
                one.successors.map { code in
                    "INSERT INTO territory_successor (earlier_code, territory_code) VALUES (\(one.code), \(code))"
                }
            })
    }
}
