import Kernel
import Logging
import Storage
import Synchronization
import TestKit
import Testing

@testable import Journal

private let start = Instant(seconds: 1_800_000_000)
private let key = LogKey(secret: "a secret that only these tests have, long enough")

/// A journal with twelve entries about three subjects, all of them in the log, in two steps.
private func withJournal(_ dialect: Dialect, _ body: (any Database) async throws -> Void) async throws {
    try await withDatabase(dialect, JournalSchema.migrations) { database in
        for round in 1...2 {
            try await database.write { tx in
                for subject in ["a", "b", "c"] {
                    for number in 1...2 {
                        try Journal.append(
                            "thing.done", subject: "thing", subject, ["round": .string("\(round).\(number)")],
                            by: .system("test"), at: start.adding(seconds: Int64(round)), in: tx)
                    }
                }
            }
            // On PostgreSQL the tests beside this one have the same lock.
            while try await sequencer(database).oldestWaiting() != nil { _ = try await sequencer(database).runOnce() }
        }
        try await body(database)
    }
}

private func sequencer(_ database: any Database) -> Sequencer {
    Sequencer(database: database, clock: FixedTime(start), key: key, logger: Logger(label: "test"))
}

@Test(arguments: Dialect.allCases)
func `an untouched journal holds, with every entry, leaf and checkpoint`(dialect: Dialect) async throws {
    try await withJournal(dialect) { database in
        let report = try await VerifyJournal(database: database, key: key)()
        #expect(report.broken == nil)
        #expect(report.entries == 12 && report.leaves == 12 && report.checkpoints == 2)
    }
}

/// What somebody with the database in their hands might do, and what they are found out by.
private let tampering: [(statement: String, finding: String)] = [
    (
        "UPDATE journal_entry SET content = '{\"round\":\"9.9\"}' WHERE subject_id = 'b' AND number = 2",
        "thing b entry 2"
    ),
    ("UPDATE journal_entry SET actor = 'somebody' WHERE subject_id = 'b' AND number = 1", "thing b entry 1"),
    ("UPDATE journal_entry SET at = at + 1 WHERE subject_id = 'c' AND number = 4", "thing c entry 4"),
    ("DELETE FROM journal_entry WHERE subject_id = 'b' AND number = 2", "entry 2 is missing"),
    ("DELETE FROM journal_entry WHERE subject_id = 'b' AND number = 1", "entry 1 is missing"),
    ("DELETE FROM journal_entry WHERE subject_id = 'c' AND number = 4", "its journal entry is missing"),
    ("DELETE FROM journal_entry WHERE subject_id = 'c'", "its journal entry is missing"),
    ("DELETE FROM log_leaf WHERE position = 5", "log leaf 5 is missing"),
    ("DELETE FROM log_leaf WHERE position = 11", "log leaf 11 is missing"),
    ("UPDATE log_leaf SET leaf_hash = 'aa' WHERE position = 3", "log leaf 3"),
    ("UPDATE log_checkpoint SET root = 'aa' WHERE size = 6", "checkpoint 6"),
    ("UPDATE log_checkpoint SET at = at + 1 WHERE size = 12", "checkpoint 12: its signature"),
]

@Test(arguments: Dialect.allCases, tampering.indices)
func `whoever changes or removes something is found out at the first place`(
    dialect: Dialect, number: Int
) async throws {
    try await withJournal(dialect) { database in
        let (statement, finding) = tampering[number]
        #expect(try await database.write { tx in try tx.run(SQL(composed: statement)) } > 0)
        let broken = try #require(try await VerifyJournal(database: database, key: key)().broken)
        #expect(broken.contains(finding))
    }
}

/// Keeps a checkpoint in memory.
private final class Shelf: CheckpointShelf {
    private let checkpoint = Mutex<Checkpoint?>(nil)
    func kept() -> Checkpoint? { checkpoint.withLock { $0 } }
    func keep(_ newest: Checkpoint) { checkpoint.withLock { $0 = newest } }
}

@Test(arguments: Dialect.allCases)
func `the end of the log cannot be cut off with the database alone`(dialect: Dialect) async throws {
    try await withJournal(dialect) { database in
        let shelf = Shelf()
        let keeping = Sequencer(
            database: database, clock: FixedTime(start), key: key, logger: Logger(label: "test"), shelf: shelf)
        let append: @Sendable () async throws -> Void = {
            try await database.write { tx in
                _ = try Journal.append(
                    "thing.done", subject: "thing", "a", ["round": "3"], by: .system("test"), at: start, in: tx)
            }
        }
        try await append()
        while try await keeping.oldestWaiting() != nil { _ = try await keeping.runOnce() }
        let kept = try #require(shelf.kept())
        #expect(kept.size == 13)
        let verify = VerifyJournal(database: database, key: key, kept: kept)
        #expect(try await verify().broken == nil)

        try await database.write { tx in
            try tx.run("DELETE FROM log_checkpoint WHERE size > 6")
            try tx.run("DELETE FROM log_leaf WHERE position >= 6")
        }
        let seen = try await VerifyJournal(database: database, key: key)().broken
        #expect(seen?.hasSuffix("its leaf was taken out of the log") == true)
        try await database.write { tx in
            _ = try tx.run(
                """
                UPDATE journal_entry SET has_leaf = \(false)
                WHERE NOT EXISTS (SELECT 1 FROM log_leaf WHERE entry_id = journal_entry.id)
                """)
        }
        let missing = "log leaf 6 is missing, though the checkpoint kept outside the database covers 13"
        #expect(try await verify().broken == missing)

        // The running site does not sign over it.
        try await append()
        // On PostgreSQL the tests beside this one have the same lock, and then nothing is tried.
        await #expect(throws: LogCutOff.self) {
            for _ in 0..<100 { _ = try await keeping.runOnce() }
        }
        #expect(shelf.kept() == kept)
        #expect(try await verify().broken == missing)

        // A log that was signed anew without the shelf is as long and another one.
        while try await sequencer(database).oldestWaiting() != nil { _ = try await sequencer(database).runOnce() }
        #expect(try await VerifyJournal(database: database, key: key)().broken == nil)
        let other = Checkpoint(size: 13, root: "aa", at: start, signature: kept.signature)
        let found = try await VerifyJournal(database: database, key: key, kept: other)().broken
        #expect(found == "checkpoint 13: the log is not the one whose checkpoint was kept outside the database")
    }
}

@Test(arguments: Dialect.allCases)
func `a log signed with another secret does not hold`(dialect: Dialect) async throws {
    try await withJournal(dialect) { database in
        let other = LogKey(secret: "another secret, which is long enough as well")
        let report = try await VerifyJournal(database: database, key: other)()
        #expect(report.broken == "checkpoint 6: its signature does not hold")
    }
}

@Test(arguments: Dialect.allCases)
func `several sequencers beside writers make one log`(dialect: Dialect) async throws {
    try await withDatabase(dialect, JournalSchema.migrations) { database in
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0..<25 {
                        _ = try await database.write { tx in
                            try Journal.append(
                                "thing.done", subject: "thing", "\(writer)", ["number": .string("\(number)")],
                                by: .system("test"), at: start, in: tx)
                        }
                    }
                }
            }
            for _ in 0..<3 {
                group.addTask { for _ in 0..<20 { _ = try await sequencer(database).runOnce() } }
            }
            try await group.waitForAll()
        }
        while try await sequencer(database).oldestWaiting() != nil { _ = try await sequencer(database).runOnce() }
        let report = try await VerifyJournal(database: database, key: key)()
        #expect(report.broken == nil)
        #expect(report.entries == 100 && report.leaves == 100)
    }
}
