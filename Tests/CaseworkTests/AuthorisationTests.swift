import Catalogue
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// Who acts by authorisation hands the document in; who acts by law does not.
@Suite struct AuthorisationTests {
    private func parties(_ kind: OwnerKind, _ mandate: String?) -> Parties {
        var parties = CaseBench.parties
        parties.kind = kind
        parties.owner = Party(name: "Công ty Mẫu (mẫu)", number: "0100109106")
        parties.mandate = mandate
        return parties
    }

    @Test(arguments: Dialect.allCases)
    func `a firm's authorised person cannot file online without the document, and the desk sees it once it came`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let parties = parties(.organisation, "authorised")
            let begun = try await bench.draft(service)
            _ = try await KeepDraft(bench.office).change(begun.id, of: "anna") { $0.parties = parties }
            let draft = try #require(try await bench.office.draft(begun.id, of: "anna")?.draft)
            guard case .problems(let problems) = try await bench.file(draft, service).refusal else {
                Issue.record("it was filed without the authorisation")
                return
            }
            #expect(problems.map(\.field) == ["paper.authorisation"])
            try await bench.attach(to: .draft(draft.id, of: "anna"), rule: PaperRule.authorisationKey)
            let dossier = try await bench.file(draft, service).get()
            let page = try await DeskVisit(bench, CaseBench.official("one_stop")).opens(DeskPaths.dossier(dossier.id))
            #expect(page.html.contains("Văn bản ủy quyền nộp hồ sơ, nhận kết quả"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a legal representative and a parent file without it`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for (number, given) in [
                parties(.organisation, "legal_representative"), parties(.child, "parent"),
            ].enumerated() {
                let account = "person-\(number)"
                let begun = try await bench.draft(service, account: account)
                let changed = try await KeepDraft(bench.office).change(begun.id, of: account) { $0.parties = given }
                let dossier = try await bench.file(try #require(changed), service).get()
                let file = try #require(try await bench.office.file(dossier.id))
                let due = service.papers(for: file.facts).map(\.rule.key)
                #expect(!due.contains(PaperRule.authorisationKey))
            }
        }
    }
}
