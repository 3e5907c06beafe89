import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

@Suite struct DraftFromProcedureTests {
    private static let day = Day("2026-06-01") ?? Day(number: 0)

    private static func library() throws -> DefinitionLibrary {
        try ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services")).library()
    }

    private static func records(_ url: URL) throws -> [Procedure] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap {
            ProcedureReader()($0, line: 1).procedure
        }
    }

    @Test func `a draft of every record of the national catalogue passes the check`() throws {
        let own = ReferenceData.projectRoot.appendingPathComponent("services/catalogue/procedures.jsonl")
        let all = try Self.records(ReferenceData.file("national-procedures.jsonl") ?? own)
        #expect(!all.isEmpty)
        let library = try Self.library()
        let draft = DraftFromProcedure(library)
        let reader = DefinitionReader(library: library)
        // The whole catalogue in the long run; every fifth record otherwise.
        for procedure in longRun ? all : all.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
            let proposal = draft(procedure, from: Self.day)
            let check = reader.check(proposal.text, file: "\(proposal.service).yaml")
            #expect(check.errors.isEmpty, "\(procedure.code): \(check.errors.map { $0.text(.en) })\n\(proposal.text)")
            #expect(check.definition?.procedure == procedure.code.description)
        }
    }
}
