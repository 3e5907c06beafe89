import Catalogue
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// For whom somebody filed is offered again, to the same account alone.
@Suite struct EarlierOwnerTests {
    @Test(arguments: Dialect.allCases)
    func `a child of an earlier dossier is offered again, once`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for account in ["anna", "anna", "binh"] {
                let begun = try await bench.draft(service, account: account)
                let changed = try await KeepDraft(bench.office).change(begun.id, of: account) { draft in
                    draft.parties.kind = .child
                    draft.parties.owner = Party(name: "Trần Bé \(account) (mẫu)")
                    draft.parties.mandate = "parent"
                }
                _ = try await bench.file(try #require(changed), service).get()
            }
            let owners = try await EarlierOwners(bench.office)(of: "anna", kind: .child)
            #expect(owners.map(\.party.name) == ["Trần Bé anna (mẫu)"])
            #expect(owners.first?.mandate == "parent")
            #expect(try await EarlierOwners(bench.office)(of: "anna", kind: .other).isEmpty)
            let plan = try await bench.database.plan(of: EarlierOwners.sql("anna", .child))
            #expect(plan.contains("dossier_of_submitter"), "\(plan)")
        }
    }

    @Test func `what was answered about the owner is filled in for the same owner`() throws {
        let text = DefinitionText.withOwnerPage
        let definition = try DefinitionReader(library: DefinitionLibrary()).read(text, file: "thu.yaml").get()
        let known = Prefill.known(ofOwner: ["child": ["full_name": "X", "birth_day": "2020-03-05"]], definition)
        #expect(known == ["birth_day": "2020-03-05"])
        var parties = CaseBench.parties
        parties.kind = .child
        parties.owner = Party(name: "Trần Bé (mẫu)")
        var prefill = Prefill([:])
        prefill.fill(definition, parties, ofOwner: known)
        #expect(prefill.answers["child"]?["birth_day"] == "2020-03-05")
        #expect(prefill.answers["child"]?["full_name"] == "Trần Bé (mẫu)")
        #expect(prefill.origins["child.birth_day"] == .earlier)
    }
}

/// A definition with a page about somebody who does not file.
enum DefinitionText {
    static let withOwnerPage = """
        service: thu
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Thử | Trial
        owners: [child]
        limit: 1 working_days
        result: {title: Giấy thử}
        form:
          child:
            title: Trẻ | Child
            about: owner
            fields:
              full_name: Họ tên | Name
              birth_day: {kind: date, label: Ngày sinh | Birth}
        papers: {form: {title: Tờ khai, form: true}}
        steps:
          reception:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Nhận | Receive, kind: receive, to: handing}
              refuse: {title: Từ chối | Refuse, kind: refuse}
          handing:
            title: Trả | Hand over
            role: one_stop
            official: 9
            acts:
              give: {title: Trả | Give, kind: give}
        """
}
