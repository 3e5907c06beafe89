import Storage

/// The life of the writing thread: what waits is carried out one after another in one transaction and committed with
/// one fsync; only then do the callers go on. Who is alone is committed at once: nobody waits for company.
///
/// Each errand but the first of a group has a savepoint, so that a refusal or fault takes back that errand alone.
struct SQLiteWriter {
    let connection: SQLiteConnection
    let mailbox: Mailbox<any Errand>
    let counter: DatabaseCounter

    /// The first of a group waits for the last: the group ends after so many errands or so much time.
    private static let largestGroup = 128
    private static let longestGroup = Duration.milliseconds(20)

    func run() {
        while let first = mailbox.take() { commitGroup(first) }
    }

    private func commitGroup(_ first: any Errand) {
        let start = ContinuousClock.now
        var done: [any Errand] = []
        var next: (any Errand)? = first
        while let errand = next {
            if let problem = carryOut(errand, inGroup: !done.isEmpty) {
                errand.fail(problem)
                if !done.isEmpty, !connection.isInTransaction {
                    // A full disk or an interrupted write has rolled the group back; the others are innocent.
                    for errand in done {
                        counter.hasRepeated()
                        commitAlone(errand)
                    }
                    return
                }
            } else {
                done.append(errand)
            }
            let isOver = done.count >= Self.largestGroup || start.duration(to: .now) > Self.longestGroup
            next = isOver ? nil : mailbox.takeIfAny()
        }
        commit(done)
    }

    private func commitAlone(_ errand: any Errand) {
        if let problem = carryOut(errand, inGroup: false) { errand.fail(problem) } else { commit([errand]) }
    }

    /// Runs the errand. When it fails its traces are gone, and the transaction is open only if it is a group's.
    private func carryOut(_ errand: any Errand, inGroup: Bool) -> (any Error)? {
        do {
            try connection.run(inGroup ? "SAVEPOINT errand" : "BEGIN IMMEDIATE")
        } catch {
            return error
        }
        let tx = SQLiteTransaction(connection, mayWrite: true)
        let thrown = errand.attempt(tx)
        tx.end()
        if let problem = thrown ?? tx.state.fault {
            takeBack(inGroup: inGroup)
            return problem
        }
        guard inGroup, let problem = failure({ try connection.run("RELEASE errand") }) else { return nil }
        try? connection.run("ROLLBACK")
        return problem
    }

    private func takeBack(inGroup: Bool) {
        guard connection.isInTransaction else { return }
        if inGroup {
            let problem = failure {
                try connection.run("ROLLBACK TO errand")
                try connection.run("RELEASE errand")
            }
            // The group must not be committed with half of this errand in it.
            guard problem != nil else { return }
        }
        try? connection.run("ROLLBACK")
    }

    private func commit(_ done: [any Errand]) {
        guard !done.isEmpty else { return }
        if let problem = failure({ try connection.run("COMMIT") }) {
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
            for errand in done { errand.fail(problem) }
        } else {
            counter.hasCommitted(done.count)
            for errand in done { errand.succeed() }
        }
    }

    private func failure(_ body: () throws -> Void) -> (any Error)? {
        do {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
