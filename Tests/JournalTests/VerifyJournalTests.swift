import Kernel
import Logging
import Storage
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
