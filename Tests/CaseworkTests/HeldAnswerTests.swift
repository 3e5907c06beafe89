import Catalogue
import DesignSystem
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// Answers that the account or a register of the agency gives: filled in for whoever may see them, and locked where the
/// definition says so.
@Suite struct HeldAnswerTests {
    private static let party = CaseBench.party("anna (mẫu)")
    private static let number = "permit.number"

    /// The trial service, which asks for the paper that was issued before.
    private static func service(lock: String = "true") throws -> CompiledService {
        let permit = """
              permit:
                title: Giấy đã cấp | The earlier paper
                fields:
                  is_same: {kind: yes_no, label: Cùng nơi? | The same place?, required: false}
                  number: {label: Số giấy | Its number, maximum: 50, filled_from: book.result_number, locked: \(lock)}
                  issued_on: {kind: date, label: Ngày cấp | Its day, required: false, filled_from: book.entered_on}
                  reason: {label: Lý do lần trước | The earlier reason, required: false, filled_from: book.reason}
            """
        let texts = RegisterTests.book.replacing("\n      ", with: "\n  ")
        var definition = try TrialService.make(more: permit, needsResult: true, texts: texts, number: "GT").definition
        for key in ["full_name", "citizen_number"] {
            let index = definition.form[0].fields.firstIndex { $0.key == key } ?? 0
            definition.form[0].fields[index].locked = "true"
        }
        return try CompiledService(PublishedDefinition(definition))
    }

    private static func with(
        _ dialect: Dialect, lock: String = "true", _ body: (PageBench) async throws -> Void
    ) async throws {
        try await PageBench.with(dialect, service: try service(lock: lock), body)
    }

    private func received(
        _ pages: PageBench, account: String = "anna", owner: Party = Self.party
    ) async throws -> Dossier {
        let filed = try await pages.bench.filed(pages.service, owner: owner, account: account)
        return try await pages.bench.act("receive", on: filed, as: "one_stop").get()
    }

    /// A case of that owner, finished and entered into the register.
    @discardableResult
    private func entered(
        _ pages: PageBench, account: String = "anna", owner: Party = Self.party
    ) async throws -> Dossier {
        try await RegisterTests.finish(try await received(pages, account: account, owner: owner), pages.bench)
    }

    /// A draft begun in the browser, with the submitter's page sent.
    private func begun(_ pages: PageBench, as account: String = "anna") async throws -> Draft.ID {
        let visitor = PageBench.visitor(account)
        let begun = try await pages.post(
            "/dich-vu/thu-nghiem/ban-nhap", [("agency", CaseBench.agency)], as: visitor)
        let id = try #require(begun.location.split(separator: "/").last.flatMap { Draft.ID(String($0)) })
        _ = try await pages.post(ApplicantPaths.owner(id), [("owner", "self")], as: visitor)
        let sent = try await pages.post(
            ApplicantPaths.submitter(id),
            [("phone", "0912345678"), ("email", ""), ("address", "Bản Mẫu, xã Mẫu")], as: visitor)
        #expect(sent.status == 303)
        return id
    }

    private func draft(_ pages: PageBench, _ id: Draft.ID, of account: String = "anna") async throws -> Draft {
        try #require(try await pages.bench.office.draft(id, of: account)?.draft)
    }

    /// Everything else that the service asks.
    private func fillRest(_ pages: PageBench, _ id: Draft.ID) async throws {
        let anna = PageBench.visitor("anna")
        _ = try await pages.post(
            ApplicantPaths.page(id, "matter"), [("matter.reason", "Cần giấy"), ("matter.is_married", "no")], as: anna)
        try await pages.bench.attach(to: .draft(id, of: "anna"), rule: "proof")
        _ = try await pages.post(ApplicantPaths.delivery(id), [("way", "counter")], as: anna)
    }

    private func file(_ pages: PageBench, _ id: Draft.ID) async throws -> Reply {
        let anna = PageBench.visitor("anna")
        let version = try await pages.get(ApplicantPaths.check(id), as: anna).hidden(CheckPage.version)
        return try await pages.post(
            ApplicantPaths.filing(id), [(CheckPage.promise, "yes"), (CheckPage.version, version)], as: anna)
    }

    private func takeBack(_ pages: PageBench, _ finished: Dossier) async throws {
        let result = try #require(
            try await pages.bench.office.file(finished.id)?.papers.first { $0.kind == .result && !$0.isReplaced })
        _ = try await TakeBackResult(pages.bench.office)(
            finished.id, result: result.id, reason: "sai tên", seen: finished.version,
            by: CaseBench.official("one_stop")
        ).get()
    }

    @Test(arguments: Dialect.allCases)
    func `the newest entry of the same owner fills in what it holds, and the official reads where it comes from`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { pages in
            // Both are filed before there is an entry that would be right for the second.
            for dossier in [try await received(pages), try await received(pages)] {
                _ = try await RegisterTests.finish(dossier, pages.bench)
            }
            let id = try await begun(pages)
            let draft = try await draft(pages, id)
            #expect(
                draft.answers["permit"]
                    == ["number": "2/2026/GT", "issued_on": "2026-06-01", "reason": "Cần giấy"])
            for key in ["number", "issued_on", "reason"] { #expect(draft.origins["permit.\(key)"] == .register) }
            let page = try await pages.get(ApplicantPaths.page(id, "permit"), as: PageBench.visitor("anna"))
            // Locked is read, with what to do when it is wrong; the rest may be changed.
            #expect(!page.contains("name=\"permit.number\"") && page.contains("2/2026/GT"))
            #expect(page.contains("Lấy từ sổ của UBND xã Mẫu (mẫu), không sửa được tại đây."))
            #expect(page.contains("name=\"permit.reason\"") && page.contains("Lấy từ sổ của cơ quan"))
            try await fillRest(pages, id)
            let check = try await pages.get(ApplicantPaths.check(id), as: PageBench.visitor("anna"))
            #expect(check.contains("\(ApplicantPaths.page(id, "permit"))#\(Field.id("permit.reason"))"))
            #expect(!check.contains("#\(Field.id("permit.number"))"))
            let filed = try await file(pages, id)
            #expect(filed.status == 303 && filed.location == ApplicantPaths.receipt(Dossier.ID(id)))
            let dossier = try #require(try await pages.bench.office.file(Dossier.ID(id)))
            #expect(dossier.answers["permit"]?["number"] == "2/2026/GT")
            #expect(dossier.origins[Self.number] == .register && dossier.origins["person.full_name"] == .account)
            let desk = try await DeskVisit(pages.bench, CaseBench.official("one_stop")).opens(
                DeskPaths.dossier(dossier.dossier.id))
            #expect(desk.html.contains("từ sổ của cơ quan"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a forged answer to a locked question changes nothing, one that is not locked is the applicant's`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { pages in
            try await entered(pages)
            let id = try await begun(pages)
            let anna = PageBench.visitor("anna")
            for forged in ["99/2020/GT", ""] {
                _ = try await pages.post(
                    ApplicantPaths.page(id, "permit"),
                    [(Self.number, forged), ("permit.reason", "Lý do khác"), ("permit.issued_on", "")], as: anna)
            }
            _ = try await pages.post(
                ApplicantPaths.page(id, "person"),
                [("person.full_name", "Ai khác"), ("person.citizen_number", "011190000456")], as: anna)
            let draft = try await draft(pages, id)
            #expect(draft.answers["permit"] == ["number": "1/2026/GT", "reason": "Lý do khác"])
            #expect(draft.origins[Self.number] == .register && draft.origins["permit.reason"] == nil)
            #expect(draft.answers["person"]?["full_name"] == "anna (mẫu)")
            #expect(draft.answers["person"]?["citizen_number"] == "011190000123")
            #expect(draft.origins["person.full_name"] == .account)
            // What was cleared is not filled in again because the submitter's page is sent once more.
            _ = try await pages.post(
                ApplicantPaths.submitter(id),
                [("phone", "0912345678"), ("email", ""), ("address", "Bản Mẫu, xã Mẫu")], as: anna)
            #expect(
                try await self.draft(pages, id).answers["permit"] == ["number": "1/2026/GT", "reason": "Lý do khác"])
            // Whatever a draft came to hold, filing asks once more.
            try await fillRest(pages, id)
            _ = try await KeepDraft(pages.bench.office).change(id, of: "anna") { draft in
                draft.answers["permit"]?["number"] = "99/2020/GT"
            }
            let filed = try await file(pages, id)
            #expect(filed.status == 409 && filed.contains(CaseRefusal.filledInChanged.words.vi))
            #expect(try await self.draft(pages, id).answers["permit"]?["number"] == "1/2026/GT")
            #expect(try await file(pages, id).status == 303)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an entry that is struck out before the filing is asked about again`(dialect: Dialect) async throws {
        try await Self.with(dialect) { pages in
            let finished = try await entered(pages)
            let id = try await begun(pages)
            try await fillRest(pages, id)
            try await takeBack(pages, finished)
            let refused = try await file(pages, id)
            #expect(refused.status == 409 && refused.contains(CaseRefusal.filledInChanged.words.vi))
            let draft = try await draft(pages, id)
            #expect(draft.answers["permit"]?["number"] == nil && draft.origins[Self.number] == nil)
            // Nothing fills it in any more, so it is asked as usual.
            let anna = PageBench.visitor("anna")
            #expect(
                try await pages.get(ApplicantPaths.page(id, "permit"), as: anna).contains("name=\"permit.number\""))
            #expect(try await file(pages, id).status == 422)
            _ = try await pages.post(ApplicantPaths.page(id, "permit"), [(Self.number, "7/2019/GT")], as: anna)
            #expect(try await self.draft(pages, id).answers["permit"]?["number"] == "7/2019/GT")
            #expect(try await file(pages, id).status == 303)
            let dossier = try #require(try await pages.bench.office.file(Dossier.ID(id)))
            #expect(dossier.origins[Self.number] == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `nobody else gets anything: another account, another owner, another agency`(dialect: Dialect) async throws {
        try await Self.with(dialect) { pages in
            // Somebody else filed for the same name and number; the account itself filed for another owner.
            try await entered(pages, account: "binh")
            try await entered(pages, owner: CaseBench.party("anna (mẫu)", number: "011190000456"))
            try await entered(pages, owner: CaseBench.party("Người khác (mẫu)"))
            let id = try await begun(pages)
            let draft = try await draft(pages, id)
            #expect(draft.answers["permit"]?["number"] == nil)
            #expect(draft.origins.ofRegisters == AnswerOrigins())
            let asker = EarlierPapers.Asker.account("anna")
            try await entered(pages)
            for (agency, isThere) in [(CaseBench.agency, true), (CaseBench.other, false)] {
                let field = try #require(pages.service.field(Self.number))
                let held = try await pages.bench.database.read { [bench = pages.bench] tx in
                    try HeldEntries(["book"], of: draft.parties, at: agency, for: asker, bench.office, in: tx)
                }
                #expect((held.answer(field) != nil) == isThere, "\(agency)")
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a lock by a rule holds while the rule does`(dialect: Dialect) async throws {
        try await Self.with(dialect, lock: "this.is_same") { pages in
            try await entered(pages)
            let id = try await begun(pages)
            let anna = PageBench.visitor("anna")
            let address = ApplicantPaths.page(id, "permit")
            _ = try await pages.post(address, [("permit.is_same", "no"), (Self.number, "7/2019/GT")], as: anna)
            #expect(try await draft(pages, id).answers["permit"]?["number"] == "7/2019/GT")
            #expect(try await pages.get(address, as: anna).contains("name=\"permit.number\""))
            // Once it holds, the register is right, whatever comes with the same post.
            _ = try await pages.post(address, [("permit.is_same", "yes"), (Self.number, "8/2019/GT")], as: anna)
            #expect(try await draft(pages, id).answers["permit"]?["number"] == "1/2026/GT")
            #expect(try await !pages.get(address, as: anna).contains("name=\"permit.number\""))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a value that could not be filed is asked after all`(dialect: Dialect) async throws {
        var definition = try Self.service().definition
        let page = try #require(definition.form.firstIndex { $0.key == "permit" })
        let number = try #require(definition.form[page].fields.firstIndex { $0.key == "number" })
        definition.form[page].fields[number].minimum = 12
        try await PageBench.with(dialect, service: try CompiledService(PublishedDefinition(definition))) { pages in
            try await entered(pages)
            let id = try await begun(pages)
            let address = ApplicantPaths.page(id, "permit")
            let anna = PageBench.visitor("anna")
            #expect(try await pages.get(address, as: anna).contains("name=\"permit.number\""))
            _ = try await pages.post(address, [(Self.number, "000001/2026/GT")], as: anna)
            #expect(try await draft(pages, id).answers["permit"]?["number"] == "000001/2026/GT")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a supplement leaves locked answers as they were filed`(dialect: Dialect) async throws {
        try await Self.with(dialect) { pages in
            let finished = try await entered(pages)
            let id = try await begun(pages)
            try await fillRest(pages, id)
            #expect(try await file(pages, id).status == 303)
            let filed = try #require(try await pages.bench.office.file(Dossier.ID(id))).dossier
            let received = try await pages.bench.act("receive", on: filed, as: "one_stop").get()
            let item = SupplementItem(kind: .page, key: "permit", reason: "xem lại lý do")
            let asked = try await pages.bench.act("supplement", on: received, as: "specialist", items: [item]).get()
            // What was filed stays, even when the register says something else by now.
            try await takeBack(pages, finished)
            let anna = PageBench.visitor("anna")
            let address = ApplicantPaths.supplementPage(asked.id, "permit")
            let page = try await pages.get(address, as: anna)
            #expect(!page.contains("name=\"permit.number\"") && page.contains("1/2026/GT"))
            #expect(page.contains("name=\"permit.reason\"") && page.contains("rút hồ sơ này và nộp lại"))
            let sent = try await pages.post(
                address, [(Self.number, "99/2020/GT"), ("permit.reason", "Lý do mới")], as: anna)
            #expect(sent.status == 303)
            let request = try #require(asked.openRequest)
            _ = try await pages.bench.answer(asked.id, request: request).get()
            let file = try #require(try await pages.bench.office.file(asked.id))
            #expect(file.answers["permit"]?["number"] == "1/2026/GT")
            #expect(file.answers["permit"]?["reason"] == "Lý do mới")
            #expect(file.origins[Self.number] == .register && file.origins["permit.reason"] == .supplement)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the counter fills in what the own agency holds, and whoever it concerns finds the look`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { pages in
            try await entered(pages)
            let visit = DeskVisit(pages.bench, CaseBench.official("one_stop"))
            let begun = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            func people(_ name: String) -> [(String, String)] {
                [
                    ("submitter.name", name), ("submitter.number", "011190000123"), ("submitter.phone", ""),
                    ("submitter.address", "Bản Mẫu, xã Mẫu"), ("owner", "self"), ("delivery.way", "counter"),
                ]
            }
            // A name alone, or a number alone, opens no register.
            _ = try await visit.sends(begun.location, people("Người khác (mẫu)") + [("do", "update")])
            #expect(try await visit.opens(begun.location).html.contains("name=\"permit.number\""))
            let looks = try await pages.bench.looks().filter { $0 == LookPurpose.register }
            #expect(looks.isEmpty)
            _ = try await visit.sends(
                begun.location, people("anna (mẫu)") + [(Self.number, "99/2020/GT"), ("do", "update")])
            let entry = try await visit.opens(begun.location).html
            #expect(!entry.contains("name=\"permit.number\"") && entry.contains("1/2026/GT"))
            #expect(try await pages.bench.looks().contains(LookPurpose.register))
            let rest = [
                ("person.citizen_number", "011190000123"), ("matter.reason", "Cần giấy"), ("matter.is_married", "no"),
                ("handed.proof", "certified"), (Self.number, "99/2020/GT"), ("permit.reason", ""),
            ]
            let filed = try await visit.sends(begun.location, people("anna (mẫu)") + rest + [("do", "file")])
            #expect(filed.status == 303 && filed.location.hasSuffix("/giay-tiep-nhan"))
            let row = try #require(
                try await pages.bench.inbox(of: CaseBench.official("specialist")).rows.first)
            let file = try #require(try await pages.bench.office.file(row.id))
            #expect(file.answers["permit"]?["number"] == "1/2026/GT" && file.origins[Self.number] == .register)
            // What the official cleared stays cleared.
            #expect(file.answers["permit"]?["reason"] == nil)
            // Everything at once: what the register fills in is looked at before it is filed.
            let other = try await visit.sends(
                "/ban-lam-viec/tiep-nhan", [("service", "thu-nghiem"), ("channel", "counter")])
            let early = try await visit.sends(other.location, people("anna (mẫu)") + rest + [("do", "file")])
            #expect(early.status == 409 && early.html.contains(CaseRefusal.filledInChanged.words.vi))
            #expect(early.html.contains("1/2026/GT"))
            let again = try await visit.sends(other.location, people("anna (mẫu)") + rest + [("do", "file")])
            #expect(again.status == 303 && again.location.hasSuffix("/giay-tiep-nhan"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what the account says is locked again once the page is sent, and asked once more before filing`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { pages in
            try await entered(pages)
            let id = try await begun(pages)
            let anna = PageBench.visitor("anna")
            try await fillRest(pages, id)
            // As the account was called when the draft began.
            _ = try await KeepDraft(pages.bench.office).change(id, of: "anna") { draft in
                draft.parties.submitter.name = "anna cũ (mẫu)"
                draft.parties.owner.name = "anna cũ (mẫu)"
                draft.answers["person"]?["full_name"] = "anna cũ (mẫu)"
            }
            let refused = try await file(pages, id)
            #expect(refused.status == 409 && refused.contains(CaseRefusal.filledInChanged.words.vi))
            let now = try await draft(pages, id)
            #expect(now.parties.submitter.name == "anna (mẫu)" && now.answers["person"]?["full_name"] == "anna (mẫu)")
            // Corrected in the account and sent again, it stays the account's and so locked.
            _ = try await KeepDraft(pages.bench.office).change(id, of: "anna") { draft in
                draft.parties.submitter.name = "anna cũ (mẫu)"
            }
            _ = try await pages.post(
                ApplicantPaths.submitter(id),
                [("phone", "0912345678"), ("email", ""), ("address", "Bản Mẫu, xã Mẫu")], as: anna)
            _ = try await pages.post(
                ApplicantPaths.page(id, "person"),
                [("person.full_name", "Ai khác"), ("person.citizen_number", "011190000456")], as: anna)
            let sent = try await draft(pages, id)
            #expect(sent.answers["person"]?["full_name"] == "anna (mẫu)")
            #expect(sent.origins["person.full_name"] == .account && sent.origins["@submitter.name"] == .account)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a question that is not shown refuses no filing, and leaves no origin in the dossier`(
        dialect: Dialect
    ) async throws {
        var definition = try Self.service().definition
        let page = try #require(definition.form.firstIndex { $0.key == "permit" })
        for index in definition.form[page].fields.indices {
            if definition.form[page].fields[index].key == "reason" {
                definition.form[page].fields[index].when = "this.is_same"
            } else {
                definition.form[page].fields[index].filledFrom = nil
                definition.form[page].fields[index].locked = nil
            }
        }
        try await PageBench.with(dialect, service: try CompiledService(PublishedDefinition(definition))) { pages in
            let finished = try await entered(pages)
            let id = try await begun(pages)
            _ = try await pages.post(
                ApplicantPaths.page(id, "permit"), [("permit.is_same", "no"), (Self.number, "7/2019/GT")],
                as: PageBench.visitor("anna"))
            // Kept with the draft, in case it is shown again.
            _ = try await KeepDraft(pages.bench.office).change(id, of: "anna") { draft in
                draft.answers["permit"]?["reason"] = "Cần giấy"
                draft.origins["permit.reason"] = .register
            }
            try await fillRest(pages, id)
            try await takeBack(pages, finished)
            #expect(try await file(pages, id).status == 303)
            let dossier = try #require(try await pages.bench.office.file(Dossier.ID(id)))
            #expect(dossier.answers["permit"] == ["is_same": false, "number": "7/2019/GT"])
            #expect(dossier.origins["permit.reason"] == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what registers hold of an account is found by indexes`(dialect: Dialect) async throws {
        try await Self.with(dialect) { pages in
            let owner = try #require(
                OwnerIdentity(Parties(kind: .`self`, owner: Self.party, submitter: Self.party, delivery: nil)))
            for asker in [EarlierPapers.Asker.account("anna"), .desk(CaseBench.official("one_stop"))] {
                let dossiers = HeldEntries.dossiers(of: owner, at: CaseBench.agency, asker)
                let plan = try await pages.bench.database.plan(
                    of: RegisterStore.heldSQL(["book"], of: dossiers, at: CaseBench.agency))
                #expect(plan.contains("dossier_key") && plan.contains("register_entry_of_dossier"), "\(plan)")
                #expect(!plan.contains("register_entry_in_order"), "\(plan)")
                #expect(!plan.contains("Seq Scan"), "\(plan)")
            }
        }
    }
}
