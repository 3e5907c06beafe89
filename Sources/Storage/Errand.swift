/// A closure on its way to a database thread, with the caller who waits for its value.
package protocol Errand: AnyObject, Sendable {
    var mayWrite: Bool { get }
    /// When the caller began to wait.
    var since: ContinuousClock.Instant { get }
    /// How long the caller waits for a database that is away; nil: as long as is usual.
    var patience: Duration? { get }
    /// Runs the closure and keeps its value; the error that it threw, or nil. May be called again.
    func attempt(_ tx: any Transaction) -> (any Error)?
    /// Hands the value of the last attempt to the caller.
    func succeed()
    func fail(_ error: any Error)
}

/// The errand of one closure type.
package final class PendingErrand<Value: Sendable>: Errand, @unchecked Sendable {
    // Unchecked: `value` is touched only by the one thread that has taken the errand out of the mailbox.
    package let mayWrite: Bool
    package let since = ContinuousClock.now
    package let patience: Duration?
    private let body: @Sendable (any Transaction) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private var value: Value?

    package init(
        _ body: @escaping @Sendable (any Transaction) throws -> Value, mayWrite: Bool, patience: Duration? = nil,
        for caller: CheckedContinuation<Value, any Error>
    ) {
        self.mayWrite = mayWrite
        self.patience = patience
        self.body = body
        self.caller = caller
    }

    package func attempt(_ tx: any Transaction) -> (any Error)? {
        do {
            value = try body(tx)
            return nil
        } catch {
            value = nil
            return error
        }
    }

    package func succeed() {
        guard let value else {
            return caller.resume(throwing: DatabaseFault(.other, code: "no-value", detail: "the closure did not run"))
        }
        caller.resume(returning: value)
    }

    package func fail(_ error: any Error) { caller.resume(throwing: error) }
}

extension Mailbox where Message == any Errand {
    /// Sends `body` to the threads of the mailbox and waits for its value. A caller who is cancelled meanwhile still
    /// gets the outcome: whether something was committed is never left open.
    package func run<Value: Sendable>(
        mayWrite: Bool, patience: Duration? = nil,
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let errand = PendingErrand(body, mayWrite: mayWrite, patience: patience, for: caller)
            if !put(errand) {
                errand.fail(DatabaseFault(.connection, code: "closed", detail: "the database is closed"))
            }
        }
    }
}
