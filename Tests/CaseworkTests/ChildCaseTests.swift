import Foundation
import Kernel
import Site
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue
@testable import Jobs

/// A case of its own at another agency: what it is given, who sees what, how its end comes back.
@Suite struct ChildCaseTests {
    @Test(arguments: Dialect.allCases)
    func `the other agency gets a dossier of its own with answers and papers`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            #expect(origin.branches.first?.agency == CaseBench.other)
            try await bench.carryOut()
            let child = try await bench.child(of: origin)
            #expect(child.code.hasPrefix("H99.12") && child.agency == CaseBench.other)
            #expect(child.submitter == origin.submitter && child.owner == origin.owner)
            #expect(child.step == "work" && child.clock?.due != nil)
            let file = try #require(try await bench.office.file(child.id))
            #expect(
                file.answers == [
                    "card": ["count": 1, "purpose": "Cần (thẻ)"], "matter": ["reason": "Cần"],
                ])
            let given = try #require(try await bench.office.file(origin.id)).papers
            #expect(file.papers.map(\.rule) == ["drawing"])
            #expect(file.papers.map(\.sha256) == given.map(\.sha256))
            #expect(file.papers.map(\.id) != given.map(\.id))
            #expect(file.origin?.code == origin.code)
            #expect(file.dossier == Dossier(id: child.id, events: file.history.map { ($0.event, $0.at) }))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `each agency sees its own case and nothing of the other`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            let child = try await bench.child(of: origin)
            let there = CaseBench.official("specialist", "phuong", agency: CaseBench.other)
            let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
            let here = CaseBench.official("specialist")
            let open = OpenCase(bench.office)
            #expect(try await open(child.id, by: there, admitsAsked: true) != nil)
            for official in [there, chief] {
                #expect(try await open(origin.id, by: official, admitsAsked: true) == nil)
                #expect(try await bench.answers("card", of: origin, by: official).refusal == .unknown)
            }
            #expect(try await open(child.id, by: here, admitsAsked: true) == nil)
            #expect(try await bench.answers("card", of: origin, by: here).refusal != nil)
            #expect(try await bench.branches(before: there) == [""])
            #expect(try await bench.branches(before: chief, .everything) == [""])
            let seen = try #require(try await open(origin.id, by: here))
            #expect(seen.children.map(\.dossier.code) == [child.code])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result there answers the branch and comes with its files`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            var child = try await bench.child(of: origin)
            child = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                child.id, try bench.upload("%PDF-1.7 thẻ %%EOF", name: "the.pdf"), seen: child.version,
                by: CaseBench.official("specialist", "phuong", agency: CaseBench.other)
            ).get()
            _ = try await bench.acts("sign", on: child).get()
            try await bench.carryOut()
            let file = try #require(try await bench.office.file(origin.id))
            #expect(file.opinions.map(\.verdict) == [.agree])
            #expect(file.opinions.first?.text == nil)
            #expect(file.papers.filter { $0.kind == .result }.map(\.filename) == ["the.pdf"])
            // The origin's own result is still to come.
            #expect(!file.dossier.hasResult)
            #expect(try await bench.now(child).official == .returned)
            let planned = try await bench.answers("planning", of: file.dossier, by: CaseBench.planner).get()
            #expect(planned.step == "work")
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
            #expect(try await CheckCommitments(database: bench.database)() == nil)
            #expect(try await CheckJournalHeads(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a refusal there comes back with its reason and no note`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            _ = try await bench.acts("refuse", on: try await bench.child(of: origin), note: "Không đủ điều kiện").get()
            try await bench.carryOut()
            let file = try #require(try await bench.office.file(origin.id))
            #expect(file.opinions.map(\.verdict) == [.disagree])
            #expect(file.opinions.first?.text == "Không đủ điều kiện")
            #expect(file.dossier.step == "elsewhere")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what is done twice or at once is done once`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            func twice() async throws {
                let job = try #require(try await bench.orders().first)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<3 { group.addTask { try await ChildCaseJob(bench.office).run(job) } }
                    try await group.waitForAll()
                }
                // Killed before it was put away: it runs once more.
                try await bench.carryOut()
            }
            try await twice()
            #expect(try await bench.office.children(of: origin.id).count == 1)
            _ = try await bench.acts("sign", on: try await bench.child(of: origin)).get()
            try await twice()
            let file = try #require(try await bench.office.file(origin.id))
            #expect(file.opinions.count == 1)
            let child = try #require(try await bench.office.file(file.children[0].dossier.id))
            #expect(child.history.map(\.event.kind) == ["filed", "received", "finished", "given"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a worker killed between the handing over and the answer goes on there`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            _ = try await bench.acts("sign", on: try await bench.child(of: origin)).get()
            let job = try #require(try await bench.orders().first)
            let order = try job.payload.decoded(as: ChildCaseOrder.self)
            try await AnswerOriginCase(bench.office).handOver(order)
            // What the origin is about to get is not taken back any more.
            #expect(try await bench.child(of: origin).official == .returned)
            #expect(try await bench.now(origin).branches.first?.isOpen == true)
            try await bench.carryOut()
            #expect(try #require(try await bench.office.file(origin.id)).opinions.count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an origin that is withdrawn or goes on closes its child with the reason`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            let next = try await bench.act("again", on: origin, as: "specialist").get()
            try await bench.carryOut()
            let children = try await bench.office.children(of: origin.id).map(\.dossier)
            #expect(children.map(\.official) == [.withdrawn, .inProcess])
            _ = try await WithdrawDossier(bench.office)(next.id, reason: "thôi", by: CaseBench.person()).get()
            try await bench.carryOut()
            let file = try #require(try await bench.office.file(children[1].id))
            #expect(file.dossier.official == .withdrawn)
            #expect(file.text(file.history.last?.event.text) == "Hồ sơ gốc \(origin.code) đã được rút.")
            #expect(try await bench.orders().isEmpty)
            // Nobody who filed took the child back, and no page says so.
            let page = try await PageBench(bench, try ChildService.child()).get(
                ApplicantPaths.dossier(file.dossier.id), as: PageBench.visitor("anna"))
            #expect(page.contains("Đóng theo hồ sơ gốc") && page.contains("không còn chờ phần việc này"))
            #expect(!page.contains("Bạn đã rút hồ sơ") && !page.contains("Công dân yêu cầu rút"))
            let own = try await PageBench(bench, try ChildService.origin()).get(
                ApplicantPaths.dossier(origin.id), as: PageBench.visitor("anna"))
            #expect(own.contains("Bạn đã rút hồ sơ"))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a child goes on under a version whose fee cannot be counted, for nothing is paid for it`(dialect: Dialect)
        async throws
    {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            let child = try await bench.child(of: origin)
            var definition = try ChildService.child().definition
            definition.fees = try TrialService.make().definition.fees
            definition.fees[0].when = nil
            definition.fees[0].amount = #"number(card.purpose, ",", ".")"#
            let published = try PublishedDefinition(definition)
            try await bench.library.publish(published, by: .system("test"))
            let target = try #require(try await bench.library.service(published.hash))
            let before = try #require(try await bench.office.file(child.id))
            #expect(target.uncountedFees(for: before.facts).count == 1)
            let places = PlaceLookup(provinceName: { _ in nil }, commune: { _ in nil })
            let report = try await MoveDossiers(bench.office, places: places)(
                .init(target: target, isTrial: false), by: .system("test"))
            #expect(report.moved == [child.code])
            let file = try #require(try await bench.office.file(child.id))
            #expect(file.dossier.definition == target.hash && file.fees.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a branch that was over before its child was made leaves none`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            _ = try await bench.act("skip", on: origin, as: "specialist").get()
            #expect(try await bench.orders().count == 2)
            try await bench.carryOut()
            #expect(try await bench.office.children(of: origin.id).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `where several take the service the watcher chooses among them`(dialect: Dialect) async throws {
        let service = try ChildService.origin(at: "chosen")
        try await CaseBench.withChild(dialect, service, offering: [CaseBench.other, CaseBench.third]) { bench, origin in
            #expect(origin.branches.first?.agency == nil)
            #expect(try await bench.orders().isEmpty)
            guard case .problems = try await bench.asks("card", CaseBench.unit, in: origin).refusal else {
                Issue.record("a case went to where its service is not taken")
                return
            }
            var asked = try await bench.asks("card", CaseBench.third, in: origin).get()
            try await bench.carryOut()
            #expect(try await bench.child(of: origin).agency == CaseBench.third)
            asked = try await bench.asks("card", CaseBench.other, in: asked).get()
            try await bench.carryOut()
            let children = try await bench.office.children(of: origin.id).map(\.dossier)
            #expect(children.map(\.agency) == [CaseBench.third, CaseBench.other])
            #expect(children.map(\.isOpen) == [false, true])
            // What the first still says is no answer any more.
            #expect(try await bench.now(origin).branches.first?.isOpen == true)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an agency that does not take the service yet gets the case when it does`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.library.offer("thu-con", at: CaseBench.other, on: false)
            let job = try #require(try await bench.orders().first)
            await #expect(throws: OpenChildCase.NotOffered.self) { try await ChildCaseJob(bench.office).run(job) }
            try await bench.library.offer("thu-con", at: CaseBench.other, on: true)
            try await bench.carryOut()
            #expect(try await bench.office.children(of: origin.id).count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case that found no agency goes to the one that takes the service since`(dialect: Dialect) async throws {
        for place in ["chosen", "H99.12"] {
            let service = try ChildService.origin(at: place)
            try await CaseBench.withChild(dialect, service, offering: []) { bench, origin in
                #expect(origin.branches.first?.agency == nil)
                try await bench.library.offer("thu-con", at: CaseBench.other, on: true)
                _ = try await bench.asks("card", CaseBench.other, in: origin).get()
                try await bench.carryOut()
                #expect(try await bench.child(of: origin).agency == CaseBench.other)
                // It has been asked: there is nobody else to choose.
                let now = try await bench.now(origin)
                #expect(try await bench.asks("card", CaseBench.other, in: now).refusal == .notPossible)
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `another agency than the one that is named gets the case by choice alone`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect, offering: [CaseBench.third]) { bench, origin in
            #expect(origin.branches.first?.agency == nil)
            #expect(try await bench.orders().isEmpty)
            _ = try await bench.asks("card", CaseBench.third, in: origin).get()
            try await bench.carryOut()
            #expect(try await bench.child(of: origin).agency == CaseBench.third)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result is handed over to the child unseen by the applicant, papers as old as they are`(dialect: Dialect)
        async throws
    {
        let service = try ChildService.origin(handing: "{drawing: proof, draft: result}")
        try await CaseBench.withChild(dialect, service) { bench, origin in
            let order = AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))
            _ = try await order(
                origin.id, try bench.upload("%PDF-1.7 giấy %%EOF", name: "giay.pdf"), seen: origin.version,
                by: CaseBench.official("specialist")
            ).get()
            bench.time.move(days: 20)
            try await bench.carryOut()
            let file = try #require(try await bench.office.file(try await bench.child(of: origin).id))
            let given = try #require(try await bench.office.file(origin.id)).papers
            let draft = try #require(file.papers.first { $0.rule == "draft" })
            let drawing = try #require(file.papers.first { $0.rule == "drawing" })
            #expect(draft.sha256 == given.first { $0.kind == .result }?.sha256)
            #expect(!draft.isApplicants && drawing.isApplicants)
            #expect(drawing.origin?.on == given.first { $0.rule == "proof" }?.addedAt.day)
            #expect(drawing.origin?.code == origin.code && drawing.addedAt.day != drawing.origin?.on)
            #expect(try await CheckPaperMarks(database: bench.database)() == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a result that no origin awaits is not recorded as given to it`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            _ = try await bench.acts("sign", on: try await bench.child(of: origin)).get()
            _ = try await WithdrawDossier(bench.office)(origin.id, reason: "thôi", by: CaseBench.person()).get()
            try await bench.carryOut()
            let file = try #require(try await bench.office.file(try await bench.child(of: origin).id))
            #expect(file.history.map(\.event.kind) == ["filed", "received", "finished"])
            #expect(!file.mayTakeResult)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `orders of one branch share a lane, those of others have their own`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            _ = try await bench.act("again", on: origin, as: "specialist").get()
            let lanes = try await bench.orders().map(\.lane)
            #expect(lanes == Array(repeating: "child-case:\(origin.id):card", count: 3))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `supplements asked for there are answered by the applicant, who has one case`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            let items = [SupplementItem(kind: .paper, key: "drawing", reason: "mờ")]
            let child = try await bench.acts("supplement", on: try await bench.child(of: origin), items: items).get()
            let request = try #require(child.openRequest)
            #expect(try #require(try await bench.office.file(origin.id)).children.map(\.awaits) == [true])
            try await bench.attach(to: .supplement(child.id, request: request, of: "anna"), rule: "drawing")
            let answered = try await bench.answer(child.id, request: request).get()
            #expect(answered.openRequest == nil && answered.step == "work")
            let mine = try await MyDossiers(bench.office)(of: "anna")
            #expect(mine.open.dossiers.map(\.id) == [origin.id])
            // It is the origin that is withdrawn and rated.
            let withdrawing = WithdrawDossier(bench.office)
            #expect(try await withdrawing(child.id, reason: "thôi", by: CaseBench.person()).refusal == .notPossible)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `only the origin is counted`(dialect: Dialect) async throws {
        try await CaseBench.withChild(dialect) { bench, origin in
            try await bench.carryOut()
            let counts = try await bench.database.read { tx in
                try [CaseBench.agency, CaseBench.other].map { agency in
                    try tx.rows(MostFiled.countSQL(at: agency, since: Instant(seconds: 0))).count
                }
            }
            #expect(counts == [1, 0])
            let report = try await ReplayDossiers(bench.office)(
                try ChildService.child(), since: Day(number: 0), places: GeneratedReplay.onePlace)
            // A draft of the child's service is tried with its children.
            #expect(report.cases == 1)
        }
    }

    @Test(arguments: Dialect.allCases, [("2 working_days", true), ("9 working_days", false)])
    func `the shorter limit applies`(dialect: Dialect, limit: (text: String, isShorter: Bool)) async throws {
        let service = try ChildService.origin(limit: limit.text)
        try await CaseBench.withChild(dialect, service) { bench, origin in
            try await bench.carryOut()
            let clock = try #require(try await bench.child(of: origin).clock)
            #expect(clock.limit == (limit.isShorter ? Limit(2, .workingDays) : Limit(5, .workingDays)))
            // A supplement counts anew, and no longer.
            let items = [SupplementItem(kind: .paper, key: "drawing", reason: "mờ")]
            let child = try await bench.acts("supplement", on: try await bench.child(of: origin), items: items).get()
            let request = try #require(child.openRequest)
            try await bench.attach(to: .supplement(child.id, request: request, of: "anna"), rule: "drawing")
            #expect(try await bench.answer(child.id, request: request).get().clock?.limit == clock.limit)
        }
    }
}
