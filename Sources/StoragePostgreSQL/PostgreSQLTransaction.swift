import Storage

/// A transaction of PostgreSQL that spares round trips: BEGIN goes with the first statement, what needs no answer with
/// the next one or with COMMIT, and a read of a single statement needs neither.
final class PostgreSQLTransaction: Transaction {
    let dialect = Dialect.postgresql
    private let connection: PostgreSQLConnection
    private var phase = Phase.fresh
    private var deferred: [SQL] = []
    private(set) var state: TransactionState
    private(set) var failure: ExchangeFailure?
    /// The read asked for a second statement after its first had run on a snapshot of its own: run it again.
    private(set) var wantsSnapshot = false

    private enum Phase {
        case fresh
        /// A read whose first statement ran without BEGIN.
        case single(String)
        case open
    }

    /// So many statements are kept back at most.
    private static let deferredAtMost = 500
    private static let begin: SQL = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    private static let beginSnapshot: SQL = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    private static let commitStatement: SQL = "COMMIT"

    init(_ connection: PostgreSQLConnection, mayWrite: Bool) {
        self.connection = connection
        state = TransactionState(mayWrite: mayWrite)
    }

    func rows(_ sql: SQL) throws -> [Row] { try send(sql, .rows).rows }

    @discardableResult
    func run(_ sql: SQL) throws -> Int { try send(sql, .count).changed }

    func runAll(_ statements: [SQL]) throws {
        try state.check()
        for statement in statements {
            try check(statement)
            if deferred.count >= Self.deferredAtMost { try run(statement) } else { deferred.append(statement) }
        }
    }

    /// FOR NO KEY UPDATE: like FOR UPDATE among those who lock, without stopping others who insert rows that refer to
    /// this one (PostgreSQL documentation, 13.3.2 "Row-Level Locks").
    func lockedRows(_ sql: SQL) throws -> [Row] {
        try state.checkMayLock()
        return try rows(SQL(composed: sql.text + " FOR NO KEY UPDATE", values: sql.values))
    }

    func unclaimedRows(_ sql: SQL) throws -> [Row] {
        try state.checkMayLock()
        return try rows(SQL(composed: sql.text + " FOR NO KEY UPDATE SKIP LOCKED", values: sql.values))
    }

    func tryHold(_ lock: String) throws -> Bool {
        try state.checkMayLock()
        return try value("SELECT pg_try_advisory_xact_lock(\(Self.number(of: lock)))") ?? false
    }

    /// Sends COMMIT with what was kept back. Nothing is sent when nothing was asked.
    func commit() throws(ExchangeFailure) {
        state.end()
        switch phase {
        case .single: return
        case .fresh:
            if deferred.isEmpty { return }
            deferred.insert(opening, at: 0)
        case .open: break
        }
        let answer = try connection.exchange(deferred + [Self.commitStatement], wants: .nothing)
        if answer.tag != "COMMIT" {
            throw ExchangeFailure(
                fault: DatabaseFault(.other, code: "25P02", detail: "the transaction was rolled back at COMMIT"),
                index: deferred.count, count: deferred.count + 1, isLost: false, isAnswered: true)
        }
    }

    /// Ends the transaction without a trace.
    func rollback() {
        state.end()
        guard connection.isUsable, connection.isInTransaction else { return }
        _ = try? connection.exchange(["ROLLBACK"], wants: .nothing)
    }

    private func check(_ sql: SQL) throws {
        do throws(DatabaseFault) {
            try sql.check()
        } catch {
            state.fail(error)
            throw error
        }
    }

    private var opening: SQL { state.mayWrite ? Self.begin : Self.beginSnapshot }

    private func send(_ sql: SQL, _ wants: Answer.Wanted) throws -> Answer {
        try state.check()
        try check(sql)
        var batch: [SQL] = []
        switch phase {
        case .fresh where state.mayWrite || !deferred.isEmpty || connection.wantsSnapshot(sql.text):
            batch.append(opening)
            phase = .open
        case .fresh: phase = .single(sql.text)
        case .single(let first):
            connection.rememberLongRead(first)
            wantsSnapshot = true
            let fault = DatabaseFault(.conflict, code: "snapshot", detail: "the read needs one snapshot: run it again")
            state.fail(fault)
            throw fault
        case .open: break
        }
        batch += deferred
        batch.append(sql)
        deferred = []
        do throws(ExchangeFailure) {
            return try connection.exchange(batch, wants: wants)
        } catch {
            failure = error
            state.fail(error.fault)
            throw error.fault
        }
    }

    /// A stable number for a lock's name (FNV-1a).
    private static func number(of lock: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in lock.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: hash)
    }
}
