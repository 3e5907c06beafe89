import Catalogue
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework

/// The ways into a step with branches, and what a supplement does to a case in one.
@Suite struct CourseWayTests {
    private static let items = [
        SupplementItem(kind: .paper, key: "proof", reason: "mờ"),
        SupplementItem(kind: .page, key: "matter", reason: "ghi rõ"),
    ]

    /// A case whose branches have all answered while the applicant is waited for.
    private func answered(_ bench: CaseBench, _ service: CompiledService) async throws -> (Dossier, request: String) {
        var dossier = try await bench.asked(service)
        dossier = try await bench.act("supplement", on: dossier, as: "specialist", items: Self.items).get()
        let request = try #require(dossier.openRequest)
        bench.time.move(hours: 1)
        dossier = try await bench.answers("planning", of: dossier, by: CaseBench.planner).get()
        dossier = try await bench.answers("fire", of: dossier, by: CaseBench.fireOfficer).get()
        #expect(dossier.step == "opinions")
        #expect(dossier.openRequest == request)
        bench.time.move(hours: 1)
        try await bench.attach(to: .supplement(dossier.id, request: request, of: "anna"), rule: "proof")
        return (dossier, request)
    }

    @Test(arguments: Dialect.allCases)
    func `a case waits for its applicant though all branches have answered`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let (dossier, request) = try await answered(bench, service)
            // What ends a case that nothing comes for is still there.
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.possibleActs.map(\.key) == ["stop"])
            let next = try await bench.answer(dossier.id, request: request).get()
            #expect(next.step == "work")
            #expect(next.openRequest == nil)
            #expect(try await bench.office.file(dossier.id)?.answersChangedAt == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `new answers open the branches that they call for, and old opinions say that they are older`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var (dossier, request) = try await answered(bench, service)
            let kept = try await AnswerSupplement(bench.office).keep(
                dossier.id, request: request, by: CaseBench.person()
            ) { _ in CourseService.answers(nearRoad: true) }
            #expect(kept)
            dossier = try await bench.answer(dossier.id, request: request).get()
            #expect(dossier.step == "opinions")
            #expect(dossier.branches.map(\.key) == ["planning", "fire", "police"])
            #expect(dossier.branches.map(\.isAnswered) == [true, true, false])
            let page = try await DeskVisit(bench, CaseBench.official("specialist")).opens(
                "/ban-lam-viec/ho-so/\(dossier.id)")
            #expect(page.html.contains("Trả lời này có trước khi người nộp đổi tờ khai"))
            dossier = try await bench.asks("police", CaseBench.other, in: dossier).get()
            let chief = CaseBench.official("leader", "son", agency: CaseBench.other)
            dossier = try await bench.answers("police", of: dossier, by: chief).get()
            #expect(dossier.step == "work")
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.opinions.map(\.branch) == ["planning", "fire", "police"])
            #expect(file.dossier == Dossier(id: dossier.id, events: file.history.map { ($0.event, $0.at) }))
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever brings a case to a step with branches, they are opened`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.act("skip", on: try await bench.asked(service), as: "specialist").get()
            let id = dossier.id
            // An event written by who does not know the answers.
            dossier = try await bench.database.write { tx in
                let stored = try #require(try DossierStore.lock(id, in: tx))
                return try bench.office.record(
                    .moved(act: "back", step: "opinions", official: .inProcess, unit: nil, text: nil), on: stored,
                    service, .national, by: .system("test"), at: bench.time.now, in: tx)
            }
            #expect(dossier.branches.map(\.key) == ["planning", "fire"])
            #expect(try await bench.branches(before: CaseBench.planner) == ["planning"])
            // Whatever the event is called that brought it there.
            let before = try await bench.act("skip", on: dossier, as: "specialist").get()
            let course = CaseCourse(
                service: service,
                facts: CaseFacts(
                    answers: CourseService.answers(nearRoad: false), owner: .`self`, isAuthorised: false,
                    channel: .online, day: bench.time.now.day), calendar: .national, now: bench.time.now,
                seat: { _ in nil }, childSeat: { _, _ in nil })
            var after = before
            after.apply(
                .moved(act: "", step: "opinions", official: .inProcess, unit: nil, text: nil), at: bench.time.now)
            let following = try course.following(.init(event: .rated(score: 5), before: before), after)
            #expect(following.map(\.kind) == ["branches_opened"])
            #expect(try course.following(.init(event: .rated(score: 5), before: after), after).isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an act that cannot count the clock says why and leaves nothing behind`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await bench.act("skip", on: try await bench.asked(service), as: "specialist").get()
            dossier = try await bench.act("visit", on: dossier, as: "specialist").get()
            let id = dossier.id
            func texts() async throws -> Int? {
                try await bench.database.read { tx in
                    try tx.value("SELECT count(*) FROM dossier_text WHERE dossier_id = \(id)", as: Int.self)
                }
            }
            let before = try await texts()
            // The calendar does not know the year in which the clock would go on.
            bench.time.move(hours: 24 * 366 * 10)
            guard case .noDeadline = try await bench.act("report", on: dossier, as: "specialist").refusal else {
                Issue.record("the reason is not told")
                return
            }
            #expect(try await texts() == before)
        }
    }
}
