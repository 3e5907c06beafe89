/// How many rows each table of a database has, to see whether a copy is whole.
package enum TableCounts {
    package static func all(in tx: any Transaction) throws -> [String: Int] {
        let names: SQL =
            switch tx.dialect {
            case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
            case .postgresql: "SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
            }
        var counts: [String: Int] = [:]
        for row in try tx.rows(names) {
            let name: String = try row.get("name")
            counts[name] = try tx.value(SQL(composed: "SELECT count(*) FROM \"\(name)\"")) ?? 0
        }
        return counts
    }
}
