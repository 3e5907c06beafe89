import Blobs
import Catalogue
import Journal
import Kernel
import Site
import Storage
import TestKit
import Testing

@testable import Casework

/// What applicants do besides filing: take back, rate, follow, see who looked; and what others may not.
@Suite struct ApplicantTests {
    @Test(arguments: Dialect.allCases)
    func `a dossier is withdrawn with a reason until there is a result`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let withdraw = WithdrawDossier(bench.office)
            let first = try await withdraw(
                try await bench.filed(service).id, reason: "đổi ý", by: CaseBench.person()
            ).get()
            #expect(first.official == .withdrawn)
            #expect(!first.isOpen)
            #expect(try await withdraw(first.id, reason: "lại", by: CaseBench.person()).refusal == .ended(.withdrawn))
            #expect(try await bench.act("receive", on: first, as: "one_stop").refusal == .ended(.withdrawn))

            var finished = try await bench.received(service)
            finished = try await bench.act("propose", on: finished, as: "specialist").get()
            finished = try await bench.act("sign", on: finished, as: "leader").get()
            #expect(
                try await withdraw(finished.id, reason: "muộn", by: CaseBench.person()).refusal == .ended(.finished))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an official who saw the dossier before it was withdrawn is told so`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            _ = try await WithdrawDossier(bench.office)(dossier.id, reason: "đổi ý", by: CaseBench.person()).get()
            guard
                case .changed(let by, _, let what) = try await bench.act("propose", on: dossier, as: "specialist")
                    .refusal
            else {
                Issue.record("not told")
                return
            }
            #expect(by.isEmpty)
            #expect(what.en == "Withdrawn")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an ended case is rated once, from one to five`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let rate = RateService(bench.office)
            let dossier = try await bench.filed(service)
            #expect(try await rate(dossier.id, score: 5, comment: "", by: CaseBench.person()).refusal == .notPossible)
            _ = try await bench.act("refuse", on: dossier, as: "one_stop").get()
            for score in [0, 6] {
                guard
                    case .problems = try await rate(dossier.id, score: score, comment: "", by: CaseBench.person())
                        .refusal
                else {
                    Issue.record("rated \(score)")
                    continue
                }
            }
            #expect(try await rate(dossier.id, score: 4, comment: "", by: CaseBench.person("minh")).refusal == .unknown)
            let rated = try await rate(dossier.id, score: 4, comment: "nhanh", by: CaseBench.person()).get()
            #expect(rated.rating == 4)
            #expect(try await rate(dossier.id, score: 1, comment: "", by: CaseBench.person()).refusal == .notPossible)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `somebody else's dossier is as good as none`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            for actor in [CaseBench.person("minh"), .holder(dossier: dossier.id.description)] {
                #expect(try await WithdrawDossier(bench.office)(dossier.id, reason: "x", by: actor).refusal == .unknown)
            }
            let list = try await MyDossiers(bench.office)(of: "minh")
            #expect(list.open.dossiers.isEmpty && list.ended.dossiers.isEmpty && list.drafts.isEmpty)
            #expect(
                try await bench.office.isFiled(Draft.ID(high: dossier.id.high, low: dossier.id.low), by: "minh")
                    == false)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `files are taken by their content, and only into one's own open draft`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let draft = try await bench.draft(service)
            let attach = AttachPaper(bench.office, blobs: bench.blobs)
            let place = AttachPaper.Place.draft(draft.id, of: "anna")
            let wrong = try await attach(
                try bench.upload("MZ, không phải PDF", name: "giay.pdf"), to: place, rule: "extra")
            #expect(wrong.refusal == .kind)
            let named = try await attach(try bench.upload(name: "../../etc/\u{7}pass.pdf"), to: place, rule: "extra")
                .get()
            #expect(named.filename == "pass.pdf")
            #expect(named.mediaType == "application/pdf")
            #expect(bench.blobs.has(named.sha256))
            #expect(
                try await attach(try bench.upload(), to: .draft(draft.id, of: "minh"), rule: "extra").refusal
                    == .unknown)
            #expect(try await attach.remove(named.id, from: .draft(draft.id, of: "minh")) == false)
            for _ in 0..<19 { try await bench.attach(to: place, rule: "extra") }
            #expect(try await attach(try bench.upload(), to: place, rule: "extra").refusal == .tooMany)
            _ = try await bench.file(draft, service).get()
            #expect(try await attach(try bench.upload(), to: place, rule: "extra").refusal == .unknown)
            #expect(try await attach.remove(named.id, from: place) == false)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `my dossiers come newest first, both lists page by page`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            var (open, ended): ([Dossier.ID], [Dossier.ID]) = ([], [])
            for number in 0..<44 {
                bench.time.move(minutes: 1)
                let dossier = try await bench.filed(service)
                guard number >= 22 else {
                    open.insert(dossier.id, at: 0)
                    continue
                }
                _ = try await WithdrawDossier(bench.office)(dossier.id, reason: "x", by: CaseBench.person()).get()
                ended.insert(dossier.id, at: 0)
            }
            _ = try await bench.draft(service)
            let mine = MyDossiers(bench.office)
            let first = try await mine(of: "anna")
            #expect(first.drafts.count == 1)
            #expect(first.open.dossiers.map(\.id) == Array(open.prefix(20)))
            #expect(first.ended.dossiers.map(\.id) == Array(ended.prefix(20)))
            let next = try #require(first.ended.next)
            #expect(MyDossiers.Place(next.description) == next)
            var second = try await mine(of: "anna", .ended, after: next)
            #expect(second.ended.dossiers.map(\.id) == Array(ended.dropFirst(20)))
            #expect(second.ended.next == nil)
            #expect(second.open.dossiers.isEmpty && second.drafts.isEmpty)
            second = try await mine(of: "anna", .open, after: try #require(first.open.next))
            #expect(second.open.dossiers.map(\.id) == Array(open.dropFirst(20)))
            #expect(second.ended.dossiers.isEmpty && second.open.next == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an account begins and files only so much`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let keep = KeepDraft(bench.office)
            let drafts = try await withThrowingTaskGroup { group in
                for _ in 0..<KeepDraft.most { group.addTask { try await bench.draft(service) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let refused = try await keep.begin(
                service, at: CaseBench.agency, channel: .online, parties: drafts[0].parties, account: "anna")
            #expect(refused.refusal == .tooManyDrafts)
            let office = CaseOffice(
                database: bench.database, clock: bench.time, services: CaseBench.Shelf(library: bench.library),
                calendars: CaseBench.Calendars(), acts: [], secret: "x", filingsPerDay: 2)
            let file = { (draft: Draft) in
                try await FileDossier(office)(
                    draft, service.reading(draft.facts(bench.time.now.day)), agencyCode: "H99.41",
                    by: CaseBench.person())
            }
            for draft in drafts.prefix(2) { _ = try await file(draft).get() }
            #expect(try await file(drafts[2]).refusal == .tooManyFiled(2))
            bench.time.move(minutes: 24 * 60 + 1)
            _ = try await file(drafts[2]).get()
        }
    }

    @Test(arguments: Dialect.allCases)
    func `lists of an account are read from an index in their order`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, _ in
            let place = try #require(MyDossiers.Place("1780279200000000~01930000-0000-7000-8000-000000000001"))
            for sql in [
                DossierStore.openSQL("anna", after: nil, 20), DossierStore.openSQL("anna", after: place, 20),
                DossierStore.endedSQL("anna", after: nil, 21),
                DossierStore.endedSQL("anna", after: place, 21), DossierStore.newestSQL("anna"),
            ] {
                let plan = try await bench.database.plan(of: sql)
                #expect(plan.contains("dossier_of_submitter"), "\(plan)")
                #expect(!plan.contains("Sort") && !plan.contains("TEMP B-TREE"), "\(plan)")
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `code and secret find a dossier; unknown and wrong find nothing`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            let secret = bench.office.secret(of: dossier.id)
            #expect(secret.count == 10)
            let follow = FollowByCode(bench.office)
            let typed = "\(secret.prefix(5))-\(secret.suffix(5))".lowercased()
            #expect(try await follow(code: " " + dossier.code.lowercased(), secret: typed) == dossier.id)
            #expect(try await follow(code: dossier.code, secret: "AAAAAAAAAA") == nil)
            #expect(try await follow(code: dossier.code, secret: "") == nil)
            #expect(try await follow(code: "H99.41-260601-9999", secret: secret) == nil)
            let other = try await bench.filed(service)
            #expect(try await follow(code: other.code, secret: secret) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a person sees who looked, by account and by citizen number`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            let number = try #require(CitizenNumber("011190000123"))
            let now = bench.time.now
            let office = bench.office
            try await bench.database.write { tx in
                for (people, purpose) in [
                    (["anna"], "mở hồ sơ"), ([office.personKey(citizen: number.digits)], "tìm theo số định danh"),
                    (["minh"], "việc khác"),
                ] {
                    try AccessRecord.write(
                        people: people, dossier: dossier.id.description, purpose: purpose,
                        by: CaseBench.official("one_stop").actor, agencyName: "UBND xã Mẫu (mẫu)", at: now, in: tx)
                }
            }
            let looks = try await WhoLooked(office)(account: "anna", citizen: number)
            #expect(Set(looks.map(\.purpose)) == ["mở hồ sơ", "tìm theo số định danh"])
            #expect(looks.allSatisfy { $0.dossier?.code == dossier.code && $0.official == "lan (mẫu)" })
            #expect(try await WhoLooked(office)(account: "anna", citizen: nil).map(\.purpose) == ["mở hồ sơ"])
            // A look at them in somebody else's case tells nothing of that case.
            let others = try await WhoLooked(office)(account: "minh", citizen: number)
            #expect(Set(others.map(\.purpose)) == ["tìm theo số định danh", "việc khác"])
            #expect(others.allSatisfy { $0.dossier == nil })
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a number that was only typed does not show who looked at a stranger`(dialect: Dialect) async throws {
        for seen in [false, true] {
            try await PageBench.with(dialect, numberSeen: seen) { pages in
                let dossier = try await pages.bench.filed(pages.service)
                let (office, now) = (pages.bench.office, pages.bench.time.now)
                try await pages.bench.database.write { tx in
                    try AccessRecord.write(
                        people: [office.personKey(citizen: "011190000123")], dossier: dossier.id.description,
                        purpose: "tìm theo số định danh", by: CaseBench.official("one_stop").actor,
                        agencyName: "UBND xã Mẫu (mẫu)", at: now, in: tx)
                }
                let page = try await pages.get(ApplicantPaths.looks(), as: PageBench.visitor("minh"))
                #expect(page.status == 200)
                #expect(page.contains("tìm theo số định danh") == seen)
                #expect(!page.contains(dossier.code))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what was said last time is known the next time`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            #expect(try await MyDossiers(bench.office).lastTime(of: "anna") == nil)
            let draft = try await bench.draft(service)
            let changed = try await KeepDraft(bench.office).change(draft.id, of: "anna") {
                $0.answers["person"]?["birth_day"] = "1990-02-03"
            }
            let kept = try #require(changed)
            _ = try await bench.file(kept, service).get()
            let last = try #require(try await MyDossiers(bench.office).lastTime(of: "anna"))
            #expect(last.submitter == CaseBench.submitter)
            var prefill = Prefill([:])
            prefill.fill(service.definition, CaseBench.parties, earlier: last.answers)
            let filled = prefill.answers
            #expect(prefill.origins["person.birth_day"] == .earlier)
            #expect(filled["person"]?["birth_day"] == "1990-02-03")
            #expect(filled["person"]?["full_name"] == "Trần Thị Bưởi (mẫu)")
            #expect(filled["person"]?["citizen_number"] == "011190000123")
            #expect(filled["matter"] == nil)
        }
    }
}
