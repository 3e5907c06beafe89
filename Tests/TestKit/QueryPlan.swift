package import Storage

extension Database {
    /// How the database would carry out `sql`, for tests that a list has its index. PostgreSQL is told to avoid what it
    /// would choose for a small table: `Seq Scan` or `Sort` in the plan means that no index serves.
    package func plan(of sql: SQL) async throws -> String {
        try await read { tx in
            switch tx.dialect {
            case .sqlite:
                let rows = try tx.rows(SQL(composed: "EXPLAIN QUERY PLAN ") + sql)
                return try rows.map { try $0.get("detail", as: String.self) }.joined(separator: "\n")
            case .postgresql:
                for setting in ["enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort"] {
                    try tx.run(SQL(composed: "SET LOCAL \(setting) = off"))
                }
                let rows = try tx.rows(SQL(composed: "EXPLAIN (COSTS off) ") + sql)
                return try rows.map { try $0.get("QUERY PLAN", as: String.self) }.joined(separator: "\n")
            }
        }
    }
}
