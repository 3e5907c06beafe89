import GRDBSQLite
import Storage

/// SQLite's result codes as faults (SQLite documentation, "Result and Error Codes").
enum SQLiteFault {
    static func make(code: Int32, message: String, statement: String) -> DatabaseFault {
        let place = statement.isEmpty ? "" : " in: \(statement.prefix(300))"
        return DatabaseFault(kind(code, message), code: "\(code)", detail: message + place)
    }

    private static func kind(_ code: Int32, _ message: String) -> DatabaseFault.Kind {
        switch code {
        case unique, primaryKey, rowID:
            let columns = message.firstRange(of: "constraint failed: ").map { message[$0.upperBound...] }
            return .unique(constraint: columns.map(String.init) ?? "")
        case foreignKey: return .foreignKey
        case check: return .check
        case notNull: return .notNull
        default: break
        }
        switch code & 0xFF {
        // Another process has kept its lock longer than the busy timeout.
        case SQLITE_BUSY, SQLITE_INTERRUPT: return .timeout
        case SQLITE_LOCKED: return .conflict
        case SQLITE_CANTOPEN, SQLITE_IOERR, SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_PERM: return .connection
        default: return .other
        }
    }

    // The macros of sqlite3.h compute these, so that Swift does not see them.
    private static let check = SQLITE_CONSTRAINT | 1 << 8
    private static let foreignKey = SQLITE_CONSTRAINT | 3 << 8
    private static let notNull = SQLITE_CONSTRAINT | 5 << 8
    private static let primaryKey = SQLITE_CONSTRAINT | 6 << 8
    private static let unique = SQLITE_CONSTRAINT | 8 << 8
    private static let rowID = SQLITE_CONSTRAINT | 10 << 8
}
