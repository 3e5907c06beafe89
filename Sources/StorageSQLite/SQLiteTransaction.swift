import Storage

/// A transaction of SQLite. A write has the whole file for itself, so that rows need no locks of their own.
final class SQLiteTransaction: Transaction {
    let dialect = Dialect.sqlite
    private let connection: SQLiteConnection
    private(set) var state: TransactionState

    init(_ connection: SQLiteConnection, mayWrite: Bool) {
        self.connection = connection
        state = TransactionState(mayWrite: mayWrite)
    }

    func rows(_ sql: SQL) throws -> [Row] { try guarded(sql) { try connection.rows(sql) } }

    @discardableResult
    func run(_ sql: SQL) throws -> Int { try guarded(sql) { try connection.run(sql) } }

    func lockedRows(_ sql: SQL) throws -> [Row] {
        try state.checkMayLock()
        return try rows(sql)
    }

    func unclaimedRows(_ sql: SQL) throws -> [Row] { try lockedRows(sql) }

    func tryHold(_ lock: String) throws -> Bool {
        try state.checkMayLock()
        return true
    }

    func end() { state.end() }

    private func guarded<Value>(_ sql: SQL, _ body: () throws -> Value) throws -> Value {
        try state.check()
        do {
            try sql.check()
            return try body()
        } catch let fault as DatabaseFault {
            state.fail(fault)
            throw fault
        }
    }
}
