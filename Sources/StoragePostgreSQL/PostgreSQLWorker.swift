import Foundation
import Storage

/// The life of one thread: one errand after another on its own connection, repeated where that is safe.
final class PostgreSQLWorker {
    private let address: PostgreSQLAddress
    private let mailbox: Mailbox<any Errand>
    private let patience: Duration
    private var connection: PostgreSQLConnection?

    private static let conflictsAtMost = 10
    private static let lossesAtMost = 3

    init(address: PostgreSQLAddress, mailbox: Mailbox<any Errand>, patience: Duration) {
        self.address = address
        self.mailbox = mailbox
        self.patience = patience
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
                guard errand.since.duration(to: .now) < patience else { return errand.fail(error) }
                pause(milliseconds: 100...200)
                continue
            }
            switch attempt(errand, on: current) {
            case .done: return
            case .failed(let error): return errand.fail(error)
            case .again: continue
            case .conflict(let error):
                conflicts += 1
                guard conflicts <= Self.conflictsAtMost else { return errand.fail(error) }
                pause(milliseconds: 1...(4 << min(conflicts, 6)))
            case .lost(let error):
                connection = nil
                losses += 1
                guard losses <= Self.lossesAtMost else { return errand.fail(error) }
            }
        }
    }

    private func openConnection() throws -> PostgreSQLConnection {
        if let connection, !connection.isStale { return connection }
        connection = nil
        let new = try PostgreSQLConnection(address)
        connection = new
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
            do { try tx.commit() } catch { tx.rollback() }
            return .done
        }
        do throws(ExchangeFailure) {
            try tx.commit()
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
