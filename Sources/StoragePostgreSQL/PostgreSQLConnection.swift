import CPostgreSQL
import Foundation
import Storage

/// One connection with its prepared statements, always in libpq's pipeline mode. It belongs to one thread.
final class PostgreSQLConnection {
    private let handle: OpaquePointer
    private let parameters = PostgreSQLParameters()
    private var prepared: [String: PostgreSQLStatement] = [:]
    private var named = 0
    /// False after the connection was lost or can no longer be trusted.
    private(set) var isUsable = true
    /// First statements of reads that went on with a second one, so that they get a snapshot from the beginning.
    private var longReads: Set<String> = []

    /// More texts than this are not kept: lists of many lengths make a text each.
    private static let keptStatements = 500

    init(_ address: PostgreSQLAddress) throws {
        handle = try Self.connect(address)
        // Without this libpq writes notices to standard error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQenterPipelineMode(handle) == 1 else {
            PQfinish(handle)
            throw DatabaseFault(.connection, code: "pipeline", detail: "no pipeline mode")
        }
        do throws(ExchangeFailure) {
            _ = try exchange([address.sessionStatement], wants: .nothing)
        } catch {
            throw error.fault
        }
    }

    deinit { PQfinish(handle) }

    private static func connect(_ address: PostgreSQLAddress) throws -> OpaquePointer {
        let parameters = address.parameters
        let keywords = parameters.map { strdup($0.keyword) } + [nil]
        let values = parameters.map { strdup($0.value) } + [nil]
        defer { for pointer in keywords + values { free(pointer) } }
        guard
            let handle = PQconnectdbParams(
                keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 1)
        else { throw DatabaseFault(.connection, code: "memory", detail: "no memory for a connection") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw DatabaseFault(.connection, code: "08001", detail: String(cString: PQerrorMessage(handle)))
        }
        return handle
    }

    /// Whether the server has closed the connection while nobody asked. A changed setting also comes unasked, but
    /// nothing follows it.
    var isStale: Bool {
        guard isUsable else { return true }
        for _ in 0..<3 {
            var poll = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            guard Glibc.poll(&poll, 1, 0) != 0 else { return PQstatus(handle) != CONNECTION_OK }
            if PQconsumeInput(handle) == 0 { return true }
        }
        return true
    }

    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    func wantsSnapshot(_ firstText: String) -> Bool { longReads.contains(firstText) }

    func rememberLongRead(_ firstText: String) {
        if longReads.count >= Self.keptStatements { longReads = [] }
        longReads.insert(firstText)
    }

    /// Plans go stale when somebody else changes the schema.
    func forgetStatements() {
        prepared = [:]
        _ = try? exchange(["DEALLOCATE ALL"], wants: .nothing)
        // It has deallocated itself too.
        prepared = [:]
    }

    /// Sends the statements together and waits for all answers. Returns that of the last one; throws the first failure,
    /// after which the server has passed over the rest.
    func exchange(_ statements: [SQL], wants: Answer.Wanted) throws(ExchangeFailure) -> Answer {
        var sent: [Sent] = []
        sent.reserveCapacity(statements.count + 1)
        for (index, sql) in statements.enumerated() { try send(sql, index, &sent) }
        guard PQpipelineSync(handle) == 1 else { throw lost(at: 0) }
        return try receive(sent, statements, wants)
    }

    private struct Sent {
        let index: Int
        let statement: PostgreSQLStatement
        let isPreparation: Bool
    }

    private func send(_ sql: SQL, _ index: Int, _ sent: inout [Sent]) throws(ExchangeFailure) {
        let statement: PostgreSQLStatement
        if let known = prepared[sql.text] {
            statement = known
        } else {
            named += 1
            statement = PostgreSQLStatement(name: "s\(named)", text: sql.text)
            guard PQsendPrepare(handle, statement.name, sql.text, 0, nil) == 1 else { throw unsent(index) }
            prepared[sql.text] = statement
            sent.append(Sent(index: index, statement: statement, isPreparation: true))
        }
        let isSent = parameters.with(sql.values) { count, values, lengths, formats in
            PQsendQueryPrepared(handle, statement.name, count, values, lengths, formats, 0) == 1
        }
        guard isSent else { throw unsent(index) }
        sent.append(Sent(index: index, statement: statement, isPreparation: false))
    }

    private func receive(
        _ sent: [Sent], _ statements: [SQL], _ wants: Answer.Wanted
    ) throws(ExchangeFailure) -> Answer {
        var failure: ExchangeFailure?
        var answer = Answer()
        for part in sent {
            guard let result = PQgetResult(handle) else { throw lost(at: part.index, after: failure) }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
                if !part.isPreparation, part.index == statements.count - 1 {
                    answer = Answer(result, of: part.statement, wants)
                }
            case PGRES_PIPELINE_ABORTED:
                if part.isPreparation { prepared[part.statement.text] = nil }
            default:
                if part.isPreparation { prepared[part.statement.text] = nil }
                let found = ExchangeFailure(
                    result, at: part.index, of: statements.count, statement: part.statement.text)
                if failure == nil { failure = found }
                if found.isLost {
                    isUsable = false
                    throw failure ?? found
                }
            }
            // Each part ends with a nil.
            while let more = PQgetResult(handle) { PQclear(more) }
        }
        let end = PQgetResult(handle)
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw lost(at: statements.count - 1, after: failure) }
        if let failure { throw failure }
        if prepared.count > Self.keptStatements { forgetStatements() }
        return answer
    }

    /// libpq has not taken the statement: the connection is gone, or the statement is none (too many values).
    private func unsent(_ index: Int) -> ExchangeFailure {
        if PQstatus(handle) != CONNECTION_OK { return lost(at: index) }
        // What was sent before would be carried out with the next exchange.
        isUsable = false
        return ExchangeFailure(
            fault: DatabaseFault(.other, code: "unsent", detail: String(cString: PQerrorMessage(handle))),
            index: index, count: 0, isLost: false, isAnswered: true)
    }

    private func lost(at index: Int, after failure: ExchangeFailure? = nil) -> ExchangeFailure {
        isUsable = false
        return failure
            ?? ExchangeFailure(
                fault: DatabaseFault(.connection, code: "08006", detail: "the connection to the server was lost"),
                index: index, count: 0, isLost: true, isAnswered: false)
    }
}
