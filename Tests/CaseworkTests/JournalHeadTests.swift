import Casework
import Kernel
import Storage
import TestKit
import Testing

/// A dossier and its chain in the journal agree about where the chain ends.
@Suite struct JournalHeadTests {
    @Test(arguments: Dialect.allCases)
    func `the end of a dossier's chain cannot be cut off or exchanged unnoticed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let check = CheckJournalHeads(database: bench.database)
            #expect(try await check() == nil)
            let last: SQL =
                """
                WHERE subject = 'dossier' AND subject_id = \(dossier.id.description)
                  AND number = (SELECT journal_number FROM dossier WHERE id = \(dossier.id))
                """
            try await bench.database.write { tx in
                _ = try tx.run("UPDATE journal_entry SET entry_hash = 'another' " + last)
            }
            #expect(try await check()?.hasSuffix("it is not the one that the dossier was left with") == true)
            try await bench.database.write { tx in _ = try tx.run("DELETE FROM journal_entry " + last) }
            #expect(try await check() == "dossier \(dossier.id) entry 2: it is missing")
        }
    }
}
