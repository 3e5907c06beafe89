import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

/// Branches beside each other: who is asked, who may read, what comes back, when the case goes on.
@Suite struct BranchTests {
    @Test(arguments: Dialect.allCases)
    func `with the last answer the case goes on by itself`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.asked(service)
            #expect(dossier.branches.map(\.key) == ["planning", "fire"])
            #expect(try await bench.branches(before: CaseBench.planner) == ["planning"])
            #expect(try await bench.branches(before: CaseBench.fireOfficer) == ["fire"])
            #expect(try await bench.branches(before: CaseBench.official("specialist")) == [""])
            bench.time.move(hours: 2)
            dossier = try await bench.answers("planning", of: dossier, by: CaseBench.planner).get()
            #expect(dossier.step == "opinions")
            #expect(try await bench.branches(before: CaseBench.planner).isEmpty)
            dossier = try await bench.answers(
                "fire", of: dossier, .remarks, note: "Thêm lối thoát", by: CaseBench.fireOfficer
            ).get()
            #expect(dossier.step == "work")
            #expect(dossier.branches.isEmpty)
            #expect(try await bench.branches(before: CaseBench.fireOfficer).isEmpty)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(
                file.history.map(\.event.kind) == [
                    "filed", "received", "branches_opened", "branch_answered", "branch_answered", "joined",
                ])
            #expect(file.opinions.map(\.verdict) == [.agree, .remarks])
            #expect(file.opinions.last?.text == "Thêm lối thoát")
            #expect(file.opinions.last?.by == "phuong (mẫu)")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of answers at once none is lost and the case goes on once`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            for _ in 0..<6 {
                let dossier = try await bench.asked(service)
                let results = try await withThrowingTaskGroup(of: Result<Dossier, CaseRefusal>.self) { group in
                    group.addTask { try await bench.answers("planning", of: dossier, by: CaseBench.planner) }
                    group.addTask { try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer) }
                    // The same answer sent twice.
                    group.addTask { try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer) }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(results.compactMap { try? $0.get() }.count == 2)
                let file = try #require(try await bench.office.file(dossier.id))
                #expect(Set(file.opinions.map(\.branch)) == ["planning", "fire"])
                #expect(file.opinions.count == 2)
                #expect(file.history.count { $0.event.kind == "joined" } == 1)
                #expect(file.dossier.step == "work")
                #expect(file.dossier == Dossier(id: dossier.id, events: file.history.map { ($0.event, $0.at) }))
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `one answer is enough where any is, and the others are asked no more`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make(join: "any")) { bench, service in
            let dossier = try await bench.asked(service)
            let next = try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer).get()
            #expect(next.step == "work")
            #expect(try await bench.branches(before: CaseBench.planner).isEmpty)
            #expect(try await bench.answers("planning", of: dossier, by: CaseBench.planner).refusal != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `two of three answers are enough where two are asked for`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make(join: "2")) { bench, service in
            var dossier = try await bench.asked(service, nearRoad: true)
            #expect(dossier.branches.count == 3)
            dossier = try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer).get()
            #expect(dossier.step == "opinions")
            dossier = try await bench.answers("planning", of: dossier, by: CaseBench.planner).get()
            #expect(dossier.step == "work")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the official chooses whom to ask, who reads the case until they have answered`(dialect: Dialect) async throws
    {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.asked(service, nearRoad: true)
            let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
            let watcher = CaseBench.official("specialist")
            dossier = try await bench.answers("planning", of: dossier, by: CaseBench.planner).get()
            dossier = try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer).get()
            #expect(dossier.step == "opinions")
            #expect(try await OpenCase(bench.office)(dossier.id, by: chief, admitsAsked: true) == nil)
            func ask(_ place: String, by official: DeskOfficial) async throws -> Result<Dossier, CaseRefusal> {
                try await AskBranch(bench.office)(
                    dossier.id, .init(branch: "police", place: place, question: "Có ảnh hưởng?", seen: dossier.version),
                    by: official)
            }
            #expect(try await ask(CaseBench.other, by: CaseBench.planner).refusal == .notPossible)
            #expect(try await ask(CaseBench.other, by: chief).refusal == .unknown)
            guard case .problems = try await ask("nowhere", by: watcher).refusal else {
                Issue.record("an unknown place was asked")
                return
            }
            dossier = try await ask(CaseBench.other, by: watcher).get()
            #expect(try await OpenCase(bench.office)(dossier.id, by: chief, admitsAsked: true) != nil)
            #expect(try await bench.looks().contains("case-opinion"))
            #expect(try await bench.branches(before: chief) == ["police"])
            #expect(try await bench.branches(before: chief, .everything) == ["police"])
            // Who is asked may answer, and nothing else.
            #expect(try await bench.act("skip", on: dossier, as: "leader", "son").refusal != nil)
            let stranger = CaseBench.official("leader", "x", agency: "01930000-0000-7000-8000-000000000099")
            #expect(try await OpenCase(bench.office)(dossier.id, by: stranger, admitsAsked: true) == nil)
            #expect(try await bench.answers("police", of: dossier, by: stranger).refusal == .unknown)
            guard case .problems = try await bench.answers("police", of: dossier, .disagree, by: chief).refusal else {
                Issue.record("nobody disagrees without a reason")
                return
            }
            dossier = try await bench.answers("police", of: dossier, .disagree, note: "Lộ giới", by: chief).get()
            #expect(dossier.step == "work")
            #expect(try await OpenCase(bench.office)(dossier.id, by: chief, admitsAsked: true) == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an answer to a question that was put to somebody else meanwhile is refused`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var before = try await bench.asked(service, nearRoad: true)
            before = try await bench.answers("fire", of: before, by: CaseBench.fireOfficer).get()
            before = try await bench.asks("police", CaseBench.other, in: before).get()
            let after = try await bench.asks("police", CaseBench.unit, in: before).get()
            #expect(after.branches.last?.agency == CaseBench.agency)
            let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
            #expect(try await bench.answers("police", of: before, by: chief).refusal == .unknown)
            let inside = CaseBench.official("leader", "tu", unit: CaseBench.unit)
            guard case .changed = try await bench.answers("police", of: before, by: inside).refusal else {
                Issue.record("an answer to another question was taken")
                return
            }
            #expect(try await bench.answers("police", of: after, by: inside).refusal == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an act that moves the case closes what is still open, and coming back asks anew`(dialect: Dialect)
        async throws
    {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.asked(service)
            let first = dossier
            dossier = try await bench.act("skip", on: dossier, as: "specialist").get()
            #expect(try await bench.branches(before: CaseBench.planner).isEmpty)
            #expect(try await bench.answers("planning", of: first, by: CaseBench.planner).refusal != nil)
            dossier = try await bench.act("ask_again", on: dossier, as: "specialist").get()
            #expect(dossier.branches.allSatisfy { $0.isOpen && $0.round > first.version })
            #expect(try await bench.answers("planning", of: first, by: CaseBench.planner).refusal != nil)
            #expect(try await bench.answers("planning", of: dossier, by: CaseBench.planner).refusal == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `the case is closed for everybody when it is stopped or withdrawn`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let dossier = try await bench.asked(service)
            _ = try await WithdrawDossier(bench.office)(dossier.id, reason: "đổi ý", by: CaseBench.person()).get()
            #expect(try await OpenCase(bench.office)(dossier.id, by: CaseBench.fireOfficer, admitsAsked: true) == nil)
            let tasks = try await bench.database.read { tx in
                try tx.value("SELECT count(*) FROM task WHERE dossier_id = \(dossier.id)", as: Int.self)
            }
            #expect(tasks == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `pages and counts of the inbox are exact with branches in them`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            // The head of the other agency is asked twice in each case: once as planner's equal, once chosen.
            let watcher = CaseBench.official("specialist")
            for number in 0..<30 {
                let dossier = try await bench.asked(service, nearRoad: number % 2 == 0)
                if number % 2 == 0 {
                    _ = try await AskBranch(bench.office)(
                        dossier.id,
                        .init(branch: "police", place: CaseBench.unit, question: "", seen: dossier.version), by: watcher
                    ).get()
                }
            }
            let leader = CaseBench.official("leader", "son")
            for (official, reach, wanted) in [
                (watcher, InboxFilter.Reach.own, 30), (CaseBench.planner, .own, 30), (CaseBench.fireOfficer, .own, 30),
                (leader, .own, 15), (leader, .everything, 30),
                (CaseBench.official("leader", "x", agency: CaseBench.other), .everything, 30),
            ] {
                var seen: [String] = []
                var listing = try await bench.inbox(InboxFilter(reach: reach), of: official)
                #expect(listing.counts.shown == wanted)
                #expect(listing.counts.standing[.all] == wanted)
                seen += listing.rows.map { "\($0.id) \($0.branch)" }
                while let next = listing.next {
                    let place = try #require(InboxPlace(next.description))
                    listing = try await bench.inbox(InboxFilter(reach: reach), of: official, from: .after(place))
                    seen += listing.rows.map { "\($0.id) \($0.branch)" }
                }
                #expect(seen.count == wanted)
                #expect(Set(seen).count == wanted)
            }
        }
    }
}
