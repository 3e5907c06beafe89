import Foundation
import GRDBSQLite
import Storage

/// One open connection with its prepared statements. It belongs to one thread.
final class SQLiteConnection {
    private let handle: OpaquePointer
    private var prepared: [String: SQLiteStatement] = [:]
    private let deadline = Deadline()
    private let nanoseconds: UInt64

    /// More texts than this are not kept: lists of many lengths make a text each.
    private static let keptStatements = 500

    init(_ handle: OpaquePointer?, statementTimeout: Duration) throws {
        guard let handle else {
            throw DatabaseFault(.connection, code: "closed", detail: "the connection is closed")
        }
        self.handle = handle
        nanoseconds = UInt64(max(0, statementTimeout / .nanoseconds(1)))
        // Every 20,000 steps of SQLite's machine are about a millisecond.
        sqlite3_progress_handler(
            handle, 20_000, { context in Deadline.isPast(context) ? 1 : 0 },
            Unmanaged.passUnretained(deadline).toOpaque())
    }

    func close() {
        prepared = [:]
        sqlite3_progress_handler(handle, 0, nil, nil)
    }

    /// Whether a transaction is open. SQLite ends one by itself when the disk is full or a write is interrupted.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    func rows(_ sql: SQL) throws -> [Row] {
        let statement = try statement(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        deadline.start(nanoseconds)
        var rows: [Row] = []
        while true {
            switch statement.step() {
            case SQLITE_ROW: rows.append(statement.row())
            case SQLITE_DONE: return rows
            default: throw fault(sql.text)
            }
        }
    }

    func run(_ sql: SQL) throws -> Int {
        let statement = try statement(sql.text)
        defer { statement.reset() }
        try statement.bind(sql.values)
        return try run(statement, sql.text)
    }

    func run(_ text: String) throws { _ = try run(statement(text), text) }

    private func run(_ statement: SQLiteStatement, _ text: String) throws -> Int {
        defer { statement.reset() }
        deadline.start(nanoseconds)
        let before = sqlite3_total_changes64(handle)
        while true {
            switch statement.step() {
            case SQLITE_ROW: continue
            // What was changed last stays standing after a statement that changes no row.
            case SQLITE_DONE: return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
            default: throw fault(text)
            }
        }
    }

    private func statement(_ text: String) throws -> SQLiteStatement {
        if let known = prepared[text] { return known }
        if prepared.count >= Self.keptStatements { prepared = [:] }
        guard let statement = try SQLiteStatement(text, on: handle) else { throw fault(text) }
        prepared[text] = statement
        return statement
    }

    private func fault(_ text: String) -> DatabaseFault {
        SQLiteFault.make(
            code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)), statement: text)
    }
}

/// When the running statement has to be over.
private final class Deadline {
    private var moment: UInt64 = .max

    func start(_ nanoseconds: UInt64) { moment = Self.now &+ nanoseconds }

    static func isPast(_ context: UnsafeMutableRawPointer?) -> Bool {
        guard let context else { return false }
        return Self.now > Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().moment
    }

    private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}
