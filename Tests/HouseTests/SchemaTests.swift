import Composition
import Storage
import TestKit
import Testing

/// The tables as the migrations make them, on each database.
@Suite struct SchemaTests {
    @Test(arguments: Dialect.allCases)
    func `the committed schema is what the migrations make`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Schema.migrations) { database in
            let text = try await database.read { tx in
                switch dialect {
                case .sqlite: try Self.sqlite(tx)
                case .postgresql: try Self.postgresql(tx)
                }
            }
            try Snapshot.matches(text, "docs/schema/\(dialect == .sqlite ? "sqlite" : "postgresql").sql")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `migrating again changes nothing`(dialect: Dialect) async throws {
        try await withDatabase(dialect, Schema.migrations) { database in
            let again = try await Migrator(Schema.migrations).migrate(database)
            #expect(again.isEmpty)
        }
    }

    @Test func `every feature numbers its migrations from one, without a gap`() {
        for (feature, migrations) in Dictionary(grouping: Schema.migrations, by: \.feature) {
            #expect(migrations.map(\.number) == Array(1...migrations.count), "\(feature)")
        }
    }

    private static func sqlite(_ tx: any Transaction) throws -> String {
        let rows = try tx.rows(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
        )
        return try rows.map { try $0.get("sql", as: String.self) + ";\n" }.joined(separator: "\n")
    }

    private static func postgresql(_ tx: any Transaction) throws -> String {
        let columns = try tx.rows(
            SQL(
                composed: """
                    SELECT c.relname::text AS name, a.attname::text AS field,
                        format_type(a.atttypid, a.atttypmod) || coalesce(' COLLATE ' || quote_ident(l.collname), '')
                        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS what
                    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    LEFT JOIN pg_collation l ON l.oid = a.attcollation AND l.collname <> 'default'
                    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                    WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
                    ORDER BY c.relname, a.attnum
                    """))
        let rules = try tx.rows(
            SQL(
                composed: """
                    SELECT c.relname::text AS name, k.conname || ' ' || pg_get_constraintdef(k.oid) AS what
                    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                    WHERE c.relnamespace = current_schema()::regnamespace AND k.contype <> 'n'
                    ORDER BY c.relname, k.conname
                    """))
        let indexes = try tx.rows(
            SQL(
                composed: """
                    SELECT tablename::text AS name, replace(indexdef, quote_ident(current_schema()) || '.', '') AS what
                    FROM pg_indexes WHERE schemaname = current_schema()
                        AND indexname NOT IN (SELECT conname FROM pg_constraint
                            WHERE connamespace = current_schema()::regnamespace)
                    ORDER BY tablename, indexname
                    """))
        func grouped(_ rows: [Row], _ line: (Row) throws -> String) throws -> [String: [String]] {
            try rows.reduce(into: [:]) { $0[try $1.get("name", as: String.self), default: []].append(try line($1)) }
        }
        let fields = try grouped(columns) {
            "    \(try $0.get("field", as: String.self)) \(try $0.get("what", as: String.self))"
        }
        let constraints = try grouped(rules) { "    CONSTRAINT \(try $0.get("what", as: String.self))" }
        let extra = try grouped(indexes) { try $0.get("what", as: String.self) + ";\n" }
        return fields.keys.sorted().map { name in
            let body = (fields[name, default: []] + constraints[name, default: []]).joined(separator: ",\n")
            return "CREATE TABLE \(name) (\n\(body)\n);\n" + extra[name, default: []].joined()
        }.joined(separator: "\n")
    }
}
