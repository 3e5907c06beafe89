import Foundation

/// Whether an open transaction may still be used, the same on both databases: only in its closure, only on its thread,
/// and not after a fault. On PostgreSQL a fault ends the transaction; SQLite would go on, and one closure would then
/// mean two things.
package struct TransactionState {
    private let thread = pthread_self()
    package private(set) var fault: DatabaseFault?
    private var isOver = false
    package let mayWrite: Bool

    package init(mayWrite: Bool) { self.mayWrite = mayWrite }

    /// Throws when the transaction is used in the wrong place.
    package func check() throws {
        guard pthread_equal(thread, pthread_self()) != 0 else {
            throw DatabaseFault(.other, code: "misuse", detail: "a transaction was used on another thread")
        }
        guard !isOver else {
            throw DatabaseFault(.other, code: "misuse", detail: "a transaction was used after its end")
        }
        if let fault { throw fault }
    }

    package func checkMayLock() throws {
        try check()
        guard mayWrite else {
            throw DatabaseFault(.other, code: "25006", detail: "rows can be locked only in a write")
        }
    }

    package mutating func fail(_ fault: DatabaseFault) { if self.fault == nil { self.fault = fault } }

    package mutating func end() { isOver = true }
}
