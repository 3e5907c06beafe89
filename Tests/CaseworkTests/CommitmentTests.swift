import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework

/// What is personal is what the journal committed to, or it is gone.
@Suite struct CommitmentTests {
    /// A case with filed answers and a request for supplements.
    private static func asked(_ bench: CaseBench) async throws -> (Dossier, request: String) {
        let items = [SupplementItem(kind: .page, key: "matter", reason: "chưa rõ")]
        let received = try await bench.received(try TrialService.make())
        bench.time.move(hours: 1)
        let asked = try await bench.act("supplement", on: received, as: "specialist", items: items).get()
        guard let request = asked.openRequest else { throw CaseBench.Missing() }
        return (asked, request)
    }

    /// The answers come, and the case is stopped with a reason.
    private static func end(_ bench: CaseBench, _ dossier: Dossier, _ request: String) async throws {
        let actor = CaseBench.person()
        let isKept = try await AnswerSupplement(bench.office).keep(dossier.id, request: request, by: actor) { answers in
            var answers = answers
            answers["matter"]?["reason"] = "Cần giấy khác"
            return answers
        }
        guard isKept else { throw CaseBench.Missing() }
        let answered = try await bench.answer(dossier.id, request: request, by: actor).get()
        _ = try await bench.act("stop", on: answered, as: "specialist", note: "không đủ điều kiện").get()
    }

    @discardableResult
    private static func supplemented(_ bench: CaseBench) async throws -> Dossier {
        let (dossier, request) = try await asked(bench)
        try await end(bench, dossier, request)
        return dossier
    }

    @Test(arguments: Dialect.allCases)
    func `what was filed, supplemented and written is what the journal committed to`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let check = CheckCommitments(database: bench.database)
            _ = try await bench.filed(service)
            try await Self.supplemented(bench)
            let withdrawn = try await bench.filed(service)
            _ = try await WithdrawDossier(bench.office)(withdrawn.id, reason: "đổi ý", by: CaseBench.person()).get()
            #expect(try await check() == nil)
        }
    }

    private static let tampering: [(statement: String, finding: String)] = [
        ("UPDATE dossier_content SET answers = '{}'", "answers or parties"),
        ("UPDATE dossier_content SET owner = '{}'", "answers or parties"),
        ("UPDATE dossier_content SET salt = 'another'", "answers or parties"),
        ("UPDATE dossier_text SET body = 'đủ điều kiện'", "is not the one that was written"),
        (
            """
            UPDATE dossier_text SET id = '01930000-0000-7000-8000-000000000001' WHERE body = 'không đủ điều kiện'
            """, "no entry names the text"
        ),
        (
            "UPDATE supplement_request SET items = '[{\"key\":\"matter\",\"kind\":\"page\",\"reason\":\"mờ\"}]'",
            "is not the one that was written"
        ),
    ]

    @Test(arguments: Dialect.allCases, tampering.indices)
    func `changed answers, reasons and requests are found`(dialect: Dialect, number: Int) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            try await Self.supplemented(bench)
            let check = CheckCommitments(database: bench.database)
            #expect(try await check() == nil)
            let (statement, finding) = Self.tampering[number]
            #expect(try await bench.database.write { tx in try tx.run(SQL(composed: statement)) } > 0)
            #expect(try await check()?.contains(finding) == true)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the answers of before a supplement do not pass for those after it`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let (dossier, request) = try await Self.asked(bench)
            let check = CheckCommitments(database: bench.database)
            let before = try #require(
                try await bench.database.read { tx in try ContentStore.find(dossier.id, in: tx) })
            try await Self.end(bench, dossier, request)
            #expect(try await check() == nil)
            try await bench.database.write { tx in try ContentStore.update(before, of: dossier.id, in: tx) }
            #expect(try await check()?.contains("answers or parties") == true)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what was erased is missed by nobody`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            try await Self.supplemented(bench)
            for table in ["dossier_content", "dossier_text"] {
                _ = try await bench.database.write { tx in try tx.run(SQL(composed: "DELETE FROM \(table)")) }
            }
            #expect(try await CheckCommitments(database: bench.database)() == nil)
        }
    }

    @Test func `an entry of the time before commitments is read, and says nothing of its words`() throws {
        let entry = #"{"refused":{"text":"01930000-0000-7000-8000-000000000001"}}"#
        let event = try JSONDecoder().decode(DossierEvent.self, from: Data(entry.utf8))
        #expect(event.text == TextMark(id: "01930000-0000-7000-8000-000000000001", commitment: ""))
    }
}
