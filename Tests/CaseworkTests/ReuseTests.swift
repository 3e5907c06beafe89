import Blobs
import Catalogue
import Foundation
import Journal
import Kernel
import Site
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework

/// What the agency holds already is used again: by the same owner, within the same account or at the same desk, and
/// nobody else.
@Suite struct ReuseTests {
    private static let official = CaseBench.official("one_stop")

    /// The trial service, whose proof may be half a year old, and whose result may be the paper of another case.
    private static func service() throws -> CompiledService {
        var definition = try TrialService.make().definition
        for (index, paper) in definition.papers.enumerated() {
            if paper.key == "proof" {
                definition.papers[index].reuse = PaperReuse(word: "proof", within: PaperAge(6, .months))
            }
            if paper.key == "extra" { definition.papers[index].reuse = PaperReuse(word: "permit") }
        }
        definition.result.word = "permit"
        return try CompiledService(PublishedDefinition(definition))
    }

    private static func with(
        _ dialect: Dialect, _ body: (CaseBench, CompiledService) async throws -> Void
    ) async throws {
        try await CaseBench.with(dialect, service: try service(), body)
    }

    /// A draft with all its answers and no papers.
    private func blank(
        _ bench: CaseBench, _ service: CompiledService, account: String = "anna", owner: Party = CaseBench.submitter
    ) async throws -> Draft {
        var parties = CaseBench.parties
        parties.owner = owner
        let begun = try await KeepDraft(bench.office).begin(
            service, at: CaseBench.agency, channel: .online, parties: parties, account: account
        ).get()
        return try #require(
            try await KeepDraft(bench.office).change(begun.id, of: account) { $0.answers = TrialService.answers })
    }

    private func offers(
        _ bench: CaseBench, _ service: CompiledService, for draft: Draft, _ paper: String = "proof",
        to asker: EarlierPapers.Asker? = nil
    ) async throws -> [EarlierPapers.Offer] {
        let rule = try #require(service.definition.paper(paper))
        return try await EarlierPapers(bench.office)(
            for: [rule], of: draft.parties, at: draft.agency, except: Dossier.ID(draft.id),
            to: asker ?? .account(draft.account))[paper]
            ?? []
    }

    private func reuse(
        _ bench: CaseBench, _ service: CompiledService, _ key: String, in draft: Draft, _ paper: String = "proof",
        by asker: EarlierPapers.Asker? = nil
    ) async throws -> Result<[Paper], AttachPaper.Refusal> {
        let rule = try #require(service.definition.paper(paper))
        return try await ReusePaper(bench.office)(
            key, for: rule, at: .draft(draft.id, of: draft.account), by: asker ?? .account(draft.account))
    }

    /// The draft as it is kept now, filed.
    private func file(
        _ bench: CaseBench, _ draft: Draft, _ service: CompiledService
    ) async throws -> Result<Dossier, CaseRefusal> {
        let kept = try #require(try await bench.office.draft(draft.id, of: draft.account)?.draft)
        return try await bench.file(kept, service)
    }

    @Test(arguments: Dialect.allCases)
    func `a paper of a received dossier is filed again by reference, with its origin`(dialect: Dialect) async throws {
        try await Self.with(dialect) { bench, service in
            let first = try await bench.received(service)
            let old = try #require(try await bench.office.file(first.id)?.papers.first)
            bench.time.move(days: 30)
            let draft = try await blank(bench, service)
            let offer = try #require(try await offers(bench, service, for: draft).first)
            #expect(offer.code == first.code && offer.files.map(\.id) == [old.id])
            #expect(offer.on == old.addedAt.day && offer.title == "Giấy chứng minh")
            let used = try await reuse(bench, service, offer.key, in: draft).get()
            #expect(used.map(\.sha256) == [old.sha256])
            // Pressed twice it is there once.
            #expect(try await reuse(bench, service, offer.key, in: draft).get() == [])
            let filed = try await file(bench, draft, service).get()
            let paper = try #require(try await bench.office.file(filed.id)?.papers.first { $0.rule == "proof" })
            #expect(paper.sha256 == old.sha256 && paper.id != old.id)
            #expect(paper.origin?.code == first.code && paper.origin?.on == old.addedAt.day)
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
            // The content stays as long as one of the two names it.
            _ = try await bench.database.write { tx in
                try tx.run("DELETE FROM dossier_paper WHERE dossier_id = \(first.id)")
            }
            for part in 0..<BlobStore.parts {
                try await SweepFiles(database: bench.database, blobs: bench.blobs, grace: -10)(part: part)
            }
            #expect(bench.blobs.has(old.sha256))
            // Used again twice it grows no younger.
            bench.time.move(days: 100)
            _ = try await bench.act("receive", on: filed, as: "one_stop").get()
            let third = try await blank(bench, service)
            #expect(try await offers(bench, service, for: third).map(\.on) == [old.addedAt.day])
            bench.time.move(days: 70)
            #expect(try await offers(bench, service, for: third).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `another account is offered nothing, and an id that it made up takes nothing`(dialect: Dialect) async throws {
        try await Self.with(dialect) { bench, service in
            let first = try await bench.received(service)
            let key = "\(first.id):proof"
            let draft = try await blank(bench, service, account: "binh")
            #expect(try await offers(bench, service, for: draft).isEmpty)
            #expect(try await reuse(bench, service, key, in: draft).refusal == .notHeld)
            // Nor does somebody else's draft take what is one's own.
            let rule = try #require(service.definition.paper("proof"))
            let foreign = try await ReusePaper(bench.office)(
                key, for: rule, at: .draft(draft.id, of: "anna"), by: .account("anna"))
            #expect(foreign.refusal == .unknown)
            for made in ["", "x:proof", "\(first.id):extra", "\(Dossier.ID(draft.id)):proof", "\(first.id)"] {
                #expect(try await reuse(bench, service, made, in: draft, by: .account("anna")).refusal == .notHeld)
            }
            #expect(try await bench.office.draft(draft.id, of: "binh")?.papers.isEmpty == true)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a paper belongs to its owner: another owner of the same account is refused, when offered and when filed`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { bench, service in
            let first = try await bench.received(service)
            let child = Party(name: "Trần Nhỏ (mẫu)", number: "011220000123")
            let other = try await blank(bench, service, owner: child)
            #expect(try await offers(bench, service, for: other).isEmpty)
            // The right number under another name, and the right name under another number, are somebody else.
            for owner in [
                Party(name: child.name, number: CaseBench.submitter.number),
                Party(name: CaseBench.submitter.name, number: child.number),
            ] {
                let draft = try await blank(bench, service, owner: owner)
                #expect(try await offers(bench, service, for: draft).isEmpty)
            }
            let draft = try await blank(bench, service)
            _ = try await reuse(bench, service, "\(first.id):proof", in: draft).get()
            _ = try await KeepDraft(bench.office).change(draft.id, of: "anna") { $0.parties.owner = child }
            let refusal = try await file(bench, draft, service).refusal
            #expect(refusal == .problems([FieldProblem("paper.proof", AttachPaper.Refusal.notHeld.words)]))
            #expect(try await bench.office.draft(draft.id, of: "anna") != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what no agency took, refused, or found wrong is not offered`(dialect: Dialect) async throws {
        try await Self.with(dialect) { bench, service in
            let draft = try await blank(bench, service)
            let filed = try await bench.filed(service)
            #expect(try await offers(bench, service, for: draft).isEmpty)
            let received = try await bench.act("receive", on: filed, as: "one_stop").get()
            #expect(try await offers(bench, service, for: draft).count == 1)
            let paper = try #require(try await bench.office.file(filed.id)?.papers.first)
            let checked = try await CheckPaper(bench.office)(
                filed.id, paper: paper.id, .rejected, note: "mờ", seen: 0, by: CaseBench.official("specialist"))
            #expect(checked.refusal == nil)
            #expect(try await offers(bench, service, for: draft).isEmpty)
            let second = try await bench.received(service)
            _ = try await reuse(bench, service, "\(second.id):proof", in: draft).get()
            let stopped = try await bench.act("stop", on: second, as: "specialist").get()
            #expect(stopped.official == .stopped && received.id != second.id)
            // Filed after the earlier one was refused: asked again in the transaction.
            #expect(
                try await file(bench, draft, service).refusal
                    == .problems([FieldProblem("paper.proof", AttachPaper.Refusal.notHeld.words)]))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result that was handed over is the paper of a later case`(dialect: Dialect) async throws {
        try await Self.with(dialect) { bench, service in
            var dossier = try await bench.received(service)
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, try bench.upload("%PDF-1.7 kết quả %%EOF", name: "ket-qua.pdf"), seen: dossier.version,
                by: CaseBench.official("leader")
            ).get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            let draft = try await blank(bench, service)
            #expect(try await offers(bench, service, for: draft, "extra").isEmpty)
            // What a branch brought is no result of this kind.
            let brought = try #require(try await bench.office.file(dossier.id)?.results.first)
            try await bench.database.write { [at = bench.time.now, id = dossier.id] tx in
                try PaperStore.insert(brought.copy(as: "fire", kind: .result, at: at), of: id, in: tx)
            }
            dossier = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            #expect(try await offers(bench, service, for: draft, "extra").count == 1)
            let offer = try #require(try await offers(bench, service, for: draft, "extra").first)
            #expect(offer.isResult && offer.title == "Giấy thử" && offer.files.map(\.filename) == ["ket-qua.pdf"])
            let used = try await reuse(bench, service, offer.key, in: draft, "extra").get()
            #expect(used.map(\.kind) == [.applicant] && used.map(\.rule) == ["extra"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the desk finds what the owner before it handed in at its own agency, by name and number`(dialect: Dialect)
        async throws
    {
        try await Self.with(dialect) { bench, service in
            let first = try await bench.received(service)
            let begun = try await KeepDraft(bench.office).begin(
                service, at: CaseBench.agency, channel: .counter, parties: CaseBench.parties, account: "lan"
            ).get()
            let desk = EarlierPapers.Asker.desk(Self.official)
            #expect(try await offers(bench, service, for: begun, to: desk).map(\.code) == [first.code])
            let looked = try await bench.database.read { tx in try AccessRecord.about(["anna"], limit: 5, in: tx) }
            #expect(looked.map(\.dossier) == [first.id.description] && looked.map(\.purpose) == [LookPurpose.search])
            let elsewhere = EarlierPapers.Asker.desk(CaseBench.official("one_stop", agency: CaseBench.other))
            #expect(try await offers(bench, service, for: begun, to: elsewhere).isEmpty)
            #expect(
                try await reuse(bench, service, "\(first.id):proof", in: begun, by: elsewhere).refusal == .notHeld)
            var nameless = begun
            nameless.parties.owner.number = ""
            #expect(try await offers(bench, service, for: nameless, to: desk).isEmpty)
            #expect(try await offers(bench, service, for: nameless, to: .account("anna")).isEmpty)
            let owner = try #require(OwnerIdentity(begun.parties))
            let seen = EarlierPapers.Asker.account("anna", seen: CitizenNumber(CaseBench.submitter.number))
            for (asker, indexes) in [(desk, ["dossier_key"]), (seen, ["dossier_of_submitter", "dossier_key"])] {
                let queries = EarlierPapers.queries(owner, at: CaseBench.agency, asker)
                #expect(queries.count == indexes.count)
                for (sql, index) in zip(queries, indexes) {
                    let plan = try await bench.database.plan(of: sql)
                    #expect(plan.contains(index), "\(plan)")
                }
            }
            _ = try await reuse(bench, service, "\(first.id):proof", in: begun, by: desk).get()
            let kept = try #require(
                try await KeepDraft(bench.office).change(begun.id, of: "lan") { $0.answers = TrialService.answers })
            let facts = CaseFacts(
                answers: kept.answers, owner: .`self`, channel: .counter, day: bench.time.now.day)
            let filed = try await FileDossier(bench.office)(
                kept, service.reading(facts), agencyCode: "H99.41", by: Self.official.actor, desk: Self.official
            ).get()
            #expect(try await bench.office.file(filed.id)?.papers.map(\.origin?.code) == [first.code])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what was entered at the counter comes back to the account whose number was seen there, and to no other`(
        dialect: Dialect
    ) async throws {
        try await Self.with(dialect) { bench, service in
            // Anna's paper, brought to the counter by herself later.
            let first = try await bench.received(service)
            let begun = try await KeepDraft(bench.office).begin(
                service, at: CaseBench.agency, channel: .counter, parties: CaseBench.parties, account: "lan"
            ).get()
            let desk = EarlierPapers.Asker.desk(Self.official)
            _ = try await reuse(bench, service, "\(first.id):proof", in: begun, by: desk).get()
            let kept = try #require(
                try await KeepDraft(bench.office).change(begun.id, of: "lan") { $0.answers = TrialService.answers })
            let facts = CaseFacts(answers: kept.answers, owner: .`self`, channel: .counter, day: bench.time.now.day)
            let entered = try await FileDossier(bench.office)(
                kept, service.reading(facts), agencyCode: "H99.41", by: Self.official.actor, desk: Self.official
            ).get()

            let number = try #require(CitizenNumber(CaseBench.submitter.number))
            let seen = EarlierPapers.Asker.account("binh", seen: number)
            let draft = try await blank(bench, service, account: "binh")
            // A number that was only typed opens nothing, nor does that of somebody else.
            #expect(try await offers(bench, service, for: draft).isEmpty)
            let other = EarlierPapers.Asker.account("binh", seen: CitizenNumber("011190000124"))
            #expect(try await offers(bench, service, for: draft, to: other).isEmpty)
            // What another account filed stays with it.
            let found = try await offers(bench, service, for: draft, to: seen)
            #expect(found.map(\.code) == [entered.code] && found.map(\.isFiledOnline) == [false])
            let key = "\(entered.id):proof"
            #expect(try await reuse(bench, service, "\(first.id):proof", in: draft, by: seen).refusal == .notHeld)
            #expect(try await reuse(bench, service, key, in: draft).refusal == .notHeld)
            // Nor is it found for another owner, as a child, or at another agency.
            var child = draft
            child.parties.owner = Party(name: "Trần Nhỏ (mẫu)", number: "011220000123")
            #expect(try await offers(bench, service, for: child, to: seen).isEmpty)
            let rule = try #require(service.definition.paper("proof"))
            let elsewhere = try await EarlierPapers(bench.office)(
                for: [rule], of: draft.parties, at: CaseBench.other, except: Dossier.ID(draft.id), to: seen)
            #expect(elsewhere.isEmpty)
            let away = try await KeepDraft(bench.office).begin(
                service, at: CaseBench.other, channel: .online, parties: draft.parties, account: "binh"
            ).get()
            #expect(try await reuse(bench, service, key, in: away, by: seen).refusal == .notHeld)

            _ = try await reuse(bench, service, key, in: draft, by: seen).get()
            #expect(
                try await file(bench, draft, service).refusal
                    == .problems([FieldProblem("paper.proof", AttachPaper.Refusal.notHeld.words)]))
            let mine = try #require(try await bench.office.draft(draft.id, of: "binh")?.draft)
            let online = CaseFacts(answers: mine.answers, owner: .`self`, channel: .online, day: bench.time.now.day)
            let filed = try await FileDossier(bench.office)(
                mine, service.reading(online), agencyCode: "H99.41", by: CaseBench.person("binh"), seen: number
            ).get()
            #expect(try await bench.office.file(filed.id)?.papers.map(\.origin?.code) == [entered.code])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a supplement is answered with what an earlier dossier holds, never with its own`(dialect: Dialect)
        async throws
    {
        try await Self.with(dialect) { bench, service in
            let first = try await bench.received(service)
            let second = try await bench.received(service)
            let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
            let asked = try await bench.act("supplement", on: second, as: "specialist", items: items).get()
            let request = try #require(asked.openRequest)
            let rule = try #require(service.definition.paper("proof"))
            let offered = try await EarlierPapers(bench.office)(
                for: [rule], of: CaseBench.parties, at: CaseBench.agency, except: second.id, to: .account("anna"))
            #expect(offered["proof"]?.map(\.code) == [first.code])
            let place = AttachPaper.Place.supplement(second.id, request: request, of: "anna")
            let reuse = ReusePaper(bench.office)
            let own = try await reuse("\(second.id):proof", for: rule, at: place, by: .account("anna"))
            #expect(own.refusal == .notHeld)
            _ = try await reuse("\(first.id):proof", for: rule, at: place, by: .account("anna")).get()
            let answered = try await bench.answer(second.id, request: request).get()
            #expect(answered.official != .supplementRequested)
            let papers = try #require(try await bench.office.file(second.id)?.papers).filter { !$0.isReplaced }
            #expect(papers.map(\.origin?.code) == [first.code])
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the page of a paper offers it with its file and takes another instead`(dialect: Dialect) async throws {
        try await PageBench.with(dialect, service: try Self.service()) { pages in
            let bench = pages.bench
            let first = try await bench.received(pages.service)
            let draft = try await blank(bench, pages.service)
            let anna = PageBench.visitor("anna")
            let papers = ApplicantPaths.papers(draft.id)
            #expect(try await pages.get(papers, as: anna).contains("Cơ quan đã có giấy tờ này"))
            let address = ApplicantPaths.paper(draft.id, "proof")
            let page = try await pages.get(address, as: anna)
            #expect(page.contains("đã nộp ngày 01/06/2026 trong hồ sơ \(first.code)"))
            #expect(page.hidden("reuse") == "\(first.id):proof")
            let paper = try #require(try await bench.office.file(first.id)?.papers.first)
            #expect(page.contains(ApplicantPaths.file(first.id, paper.id)) && page.contains("type=\"file\""))
            let foreign = try await blank(bench, pages.service, account: "binh")
            let stolen = try await pages.post(
                ApplicantPaths.paper(foreign.id, "proof"), [("reuse", "\(first.id):proof")],
                as: PageBench.visitor("binh"))
            #expect(stolen.status == 422 && stolen.contains("không dùng lại được"))
            #expect(
                try await !pages.get(ApplicantPaths.paper(foreign.id, "proof"), as: PageBench.visitor("binh")).contains(
                    first.code))
            let used = try await pages.post(address, [("reuse", page.hidden("reuse"))], as: anna)
            #expect(used.status == 303)
            #expect(try await pages.get(papers, as: anna).contains("dùng lại từ hồ sơ \(first.code)"))
        }
    }
}
