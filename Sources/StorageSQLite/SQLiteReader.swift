import Storage

/// The life of a reading thread: one errand after another, each on one snapshot of the file.
struct SQLiteReader {
    let connection: SQLiteConnection
    let mailbox: Mailbox<any Errand>
    let counter: DatabaseCounter

    func run() {
        while let errand = mailbox.take() {
            if let problem = carryOut(errand) { errand.fail(problem) } else { errand.succeed() }
            counter.hasRead()
        }
    }

    private func carryOut(_ errand: any Errand) -> (any Error)? {
        do {
            try connection.run("BEGIN DEFERRED")
        } catch {
            return error
        }
        let tx = SQLiteTransaction(connection, mayWrite: false)
        let thrown = errand.attempt(tx)
        tx.end()
        if connection.isInTransaction { try? connection.run("COMMIT") }
        if connection.isInTransaction { try? connection.run("ROLLBACK") }
        return thrown ?? tx.state.fault
    }
}
