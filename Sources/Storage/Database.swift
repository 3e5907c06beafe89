/// One of the two databases, SQLite or PostgreSQL, behind one text of SQL.
///
/// A closure given to `read` or `write` is synchronous, so that nothing outside can be called while a transaction is
/// open, and may be run again from its beginning (after a serialisation failure or a deadlock): it must have no effect
/// but its statements and its value.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on one consistent snapshot that cannot write.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Runs `body` in one transaction. When this returns, what was written survives `kill -9` and a power cut; when it
    /// throws, nothing was written.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Whether the database answers at all, for the readiness check.
    func isReachable() async -> Bool

    /// What was done since the database was opened.
    var figures: DatabaseFigures { get }

    func close() async
}

/// The kind of database, for the few places where one text does not serve both.
package enum Dialect: String, Sendable, CaseIterable {
    case sqlite, postgresql
}

/// An open transaction. It is valid only inside the closure it was handed to, and on its thread.
///
/// A fault of a statement ends it: every later statement throws the same fault, nothing is written, and the fault is
/// thrown to the caller even when the closure caught it and returned. Catch a fault around `write`, not inside.
package protocol Transaction: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement and returns its rows (a SELECT, or anything with RETURNING).
    func rows(_ sql: SQL) throws -> [Row]

    /// Runs a statement and returns how many rows it changed.
    @discardableResult
    func run(_ sql: SQL) throws -> Int

    /// Runs statements whose answers nobody needs. PostgreSQL sends them together, with the next statement or with
    /// COMMIT, so that they cost no round trip of their own; a fault of theirs is thrown there at the latest.
    func runAll(_ statements: [SQL]) throws

    /// Like `rows`, and keeps the rows found locked until the end of the transaction. A second transaction that wants
    /// the same rows waits, and then sees what the first one wrote. Only for plain SELECTs from one table.
    func lockedRows(_ sql: SQL) throws -> [Row]

    /// Like `lockedRows`, but passes over rows that somebody else has locked (for taking jobs from a queue).
    func unclaimedRows(_ sql: SQL) throws -> [Row]

    /// Takes the lock of that name until the end of the transaction, if nobody has it. False when somebody has.
    func tryHold(_ lock: String) throws -> Bool
}

extension Transaction {
    package func runAll(_ statements: [SQL]) throws {
        for statement in statements { try run(statement) }
    }

    /// The only row, or nil when there is none. More than one is a fault.
    package func row(_ sql: SQL) throws -> Row? {
        let found = try rows(sql)
        guard found.count <= 1 else { throw DatabaseFault(.other, code: "many-rows", detail: "one row wanted") }
        return found.first
    }

    /// The only row of `sql`, locked until the end of the transaction.
    package func lockedRow(_ sql: SQL) throws -> Row? { try lockedRows(sql).first }

    /// The value in the first column of the first row.
    package func value<Value: SQLReadable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try rows(sql).first.flatMap { Value(sql: $0.values[0]) }
    }
}
