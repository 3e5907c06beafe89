import Catalogue
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// Where an answer comes from, from the account to the official who reads it.
@Suite struct OriginTests {
    @Test(arguments: Dialect.allCases)
    func `what comes from the account is said to the official, and what was changed is typed`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let begun = try await bench.draft(service)
            let definition = service.definition
            let changed = try await KeepDraft(bench.office).change(begun.id, of: "anna") { draft in
                draft.answers["person"] = [:]
                draft.origins.mark("@submitter", draft.parties.submitter, as: .account)
                draft.prefill(definition, earlier: ["birth_day": "1990-02-03"])
                var answers = draft.answers
                answers["person"]?["phone"] = "0987654321"
                draft.take(answers)
            }
            let draft = try #require(changed)
            #expect(draft.origins["person.full_name"] == .account)
            #expect(draft.origins["person.birth_day"] == .earlier)
            #expect(draft.origins["person.phone"] == nil)
            let dossier = try await bench.file(draft, service).get()
            #expect(try await bench.office.file(dossier.id)?.origins == draft.origins)
            let page = try await DeskVisit(bench, CaseBench.official("one_stop")).opens(DeskPaths.dossier(dossier.id))
            #expect(page.html.contains("từ tài khoản"))
            #expect(page.html.contains("từ hồ sơ trước"))
            #expect(page.html.contains("Người nộp nhập"))
        }
    }

    @Test func `what was only filled in follows the party, what was typed stays`() throws {
        let service = try TrialService.make()
        var prefill = Prefill([:])
        prefill.fill(service.definition, CaseBench.parties)
        var answers = prefill.answers
        answers["person"]?["full_name"] = "Tên khác"
        var origins = prefill.origins
        origins.change(from: prefill.answers, to: answers)
        var parties = CaseBench.parties
        parties.submitter.phone = "0987654321"
        parties.submitter.name = "Tên mới"
        var again = Prefill(answers, origins)
        again.fill(service.definition, parties)
        #expect(again.answers["person"]?["phone"] == "0987654321")
        #expect(again.answers["person"]?["full_name"] == "Tên khác")
    }
}
