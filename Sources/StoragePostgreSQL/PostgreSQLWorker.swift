import Foundation
import Logging
import Storage

/// The life of one thread: one errand after another on its own connection, repeated where that is safe.
final class PostgreSQLWorker {
    private let address: PostgreSQLAddress
    private let mailbox: Mailbox<any Errand>
    private let patience: Duration
    private let counter: DatabaseCounter
    private let logger: Logger
    private var connection: PostgreSQLConnection?
    private var wasConnected = false

    private static let conflictsAtMost = 10
    private static let lossesAtMost = 3

    init(
        address: PostgreSQLAddress, mailbox: Mailbox<any Errand>, patience: Duration, counter: DatabaseCounter,
        logger: Logger
    ) {
        self.address = address
        self.mailbox = mailbox
        self.patience = patience
        self.counter = counter
        self.logger = logger
    }

    func run() {
        while let errand = mailbox.take() { carryOut(errand) }
    }

    private enum Outcome {
        case done
        case failed(any Error)
        /// A serialisation failure, a deadlock or a stale plan.
        case conflict(any Error)
        /// The connection went away before COMMIT was sent: nothing was written.
        case lost(any Error)
        /// A read that needs a snapshot.
        case again
    }

    private func carryOut(_ errand: any Errand) {
        var conflicts = 0
        var losses = 0
        while true {
            let current: PostgreSQLConnection
            do {
                current = try openConnection()
            } catch {
                guard errand.since.duration(to: .now) < errand.patience ?? patience else {
                    logger.error("no connection to PostgreSQL", metadata: ["fault": "\(error)"])
                    return errand.fail(error)
                }
                pause(milliseconds: 100...200)
                continue
            }
            let outcome = attempt(errand, on: current)
            // Closed at once, since the server may hold locks for it.
            if !current.isUsable { connection = nil }
            switch outcome {
            case .done: return
            case .failed(let error): return errand.fail(error)
            case .again: continue
            case .conflict(let error):
                conflicts += 1
                counter.hasRepeated()
                logger.debug("a transaction runs again", metadata: ["fault": "\(error)"])
                guard conflicts <= Self.conflictsAtMost else { return errand.fail(error) }
                pause(milliseconds: 1...(4 << min(conflicts, 6)))
            case .lost(let error):
                losses += 1
                logger.notice("a connection was lost, the transaction runs again", metadata: ["fault": "\(error)"])
                guard losses <= Self.lossesAtMost else { return errand.fail(error) }
            }
        }
    }

    private func openConnection() throws -> PostgreSQLConnection {
        if let connection, !connection.isStale { return connection }
        connection = nil
        let new = try PostgreSQLConnection(address)
        connection = new
        if wasConnected { counter.hasReconnected() }
        wasConnected = true
        return new
    }

    private func attempt(_ errand: any Errand, on connection: PostgreSQLConnection) -> Outcome {
        let tx = PostgreSQLTransaction(connection, mayWrite: errand.mayWrite)
        let thrown = errand.attempt(tx)
        if tx.wantsSnapshot { return .again }
        if let failure = tx.failure {
            tx.rollback()
            return outcome(of: failure, on: connection, thrown: thrown)
        }
        if let problem = thrown ?? tx.state.fault {
            tx.rollback()
            return .failed(problem)
        }
        guard errand.mayWrite else {
            // A snapshot has nothing to lose at COMMIT, so the caller need not wait for it.
            errand.succeed()
            counter.hasRead()
            do { try tx.commit() } catch { tx.rollback() }
            return .done
        }
        do throws(ExchangeFailure) {
            try tx.commit()
            counter.hasCommitted(1)
            errand.succeed()
            return .done
        } catch {
            tx.rollback()
            return outcomeOfCommit(error, on: connection)
        }
    }

    private func outcome(
        of failure: ExchangeFailure, on connection: PostgreSQLConnection, thrown: (any Error)?
    ) -> Outcome {
        if failure.isLost { return .lost(failure.fault) }
        if failure.fault.kind == .conflict { return .conflict(failure.fault) }
        if failure.isStalePlan {
            connection.forgetStatements()
            return .conflict(failure.fault)
        }
        return .failed(thrown ?? failure.fault)
    }

    private func outcomeOfCommit(_ failure: ExchangeFailure, on connection: PostgreSQLConnection) -> Outcome {
        guard failure.isLost, !failure.isBeforeLast else { return outcome(of: failure, on: connection, thrown: nil) }
        return .failed(
            DatabaseFault(
                .connection, code: "unknown outcome",
                detail: "the connection was lost during COMMIT: whether it was carried out is unknown"))
    }

    /// Waits a random time of the range, so that those who collided do not collide again.
    private func pause(milliseconds: ClosedRange<Int>) {
        Thread.sleep(forTimeInterval: Double(Int.random(in: milliseconds)) / 1_000)
    }
}
