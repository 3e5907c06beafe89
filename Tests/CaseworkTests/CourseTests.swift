import Catalogue
import Kernel
import Storage
import TestKit
import Testing
import WorkingTime

@testable import Casework

/// Stops of the clock by acts, timers, numbers of results.
@Suite struct CourseTests {
    /// A case in the step of appraisal.
    private func working(_ bench: CaseBench, _ service: CompiledService) async throws -> Dossier {
        try await bench.act("skip", on: try await bench.asked(service), as: "specialist").get()
    }

    @Test(arguments: Dialect.allCases)
    func `an act stops the clock and another lets it go on, and the days between are not counted`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await working(bench, service)
            #expect(dossier.clock?.due == Instant("2026-06-15T17:30:00+07:00"))
            bench.time.move(hours: 24)
            dossier = try await bench.act("visit", on: dossier, as: "specialist").get()
            let clock = try #require(dossier.clock)
            #expect(clock.isStopped)
            #expect(clock.due == nil)
            #expect(clock.stops.last?.reason?.vi == "chờ kiểm tra thực địa")
            #expect(clock.deadline.derivation.phrases.contains { $0.vi.contains("chờ kiểm tra thực địa") })
            // Asked for while the clock stands still for another reason, a supplement would end that stop.
            bench.time.move(hours: 48)
            dossier = try await bench.act("report", on: dossier, as: "specialist").get()
            #expect(dossier.clock?.isStopped == false)
            // From Tuesday to Thursday: two working days.
            #expect(dossier.clock?.due == Instant("2026-06-17T17:30:00+07:00"))
            let kinds = try #require(try await bench.office.file(dossier.id)).history.map(\.event.kind)
            #expect(kinds.suffix(4) == ["moved", "clock_stopped", "moved", "clock_resumed"])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `while money is waited for the applicant sees state 6, and a case that is not paid ends by itself`(
        dialect: Dialect
    ) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await working(bench, service)
            dossier = try await bench.act("charge", on: dossier, as: "specialist").get()
            #expect(dossier.official == .paymentRequested)
            #expect(dossier.clock?.isStopped == true)
            bench.time.move(hours: 24 * 14)
            #expect(try await bench.runsTimers() == 0)
            bench.time.move(hours: 48)
            #expect(try await bench.runsTimers() == 1)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.official == .stopped)
            #expect(file.text(of: try #require(file.history.last?.event)) == "Không nộp tiền")
            #expect(file.history.last?.actor.hasPrefix("system:") == true)
            #expect(try await bench.runsTimers() == 0)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a supplement that never comes ends the case, one that came in time does not`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
            func asked() async throws -> Dossier {
                let draft = try await bench.draft(service, answers: CourseService.answers(nearRoad: false))
                return try await bench.act(
                    "supplement", on: try await bench.file(draft, service).get(), as: "one_stop", items: items
                ).get()
            }
            let (late, prompt) = (try await asked(), try await asked())
            let request = try #require(prompt.openRequest)
            try await bench.attach(to: .supplement(prompt.id, request: request, of: "anna"), rule: "proof")
            _ = try await AnswerSupplement(bench.office)(
                prompt.id, request: request, checked: nil, by: CaseBench.person()
            ).get()
            bench.time.move(hours: 24 * 40)
            #expect(try await bench.runsTimers() == 1)
            #expect(try await bench.office.file(late.id)?.dossier.official == .notReceived)
            #expect(try await bench.office.file(prompt.id)?.dossier.isOpen == true)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `timers remind and tell once, however many nodes look`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var dossier = try await working(bench, service)
            let leader = CaseBench.official("leader", "son")
            bench.time.move(hours: 24 * 2 + 10)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await bench.runsTimers() } }
                return try await group.reduce(0, +)
            }
            #expect(counts == 1)
            #expect(try await bench.inbox(of: CaseBench.official("specialist")).rows.map(\.isReminded) == [true])
            #expect(try await bench.branches(before: leader).isEmpty)
            bench.time.move(hours: 24)
            #expect(try await bench.runsTimers() == 1)
            #expect(try await bench.branches(before: leader) == ["~escalate"])
            #expect(try await bench.branches(before: leader, .everything) == [""])
            #expect(
                try await SeeTimer(bench.office)(dossier.id, timer: "escalate", by: CaseBench.planner).refusal
                    == .notPossible)
            dossier = try await SeeTimer(bench.office)(dossier.id, timer: "escalate", by: leader).get()
            #expect(try await bench.branches(before: leader).isEmpty)
            // In another step nothing is left of it.
            dossier = try await bench.act("visit", on: dossier, as: "specialist").get()
            #expect(dossier.fired.isEmpty)
            #expect(try await bench.inbox(of: CaseBench.official("specialist")).rows.map(\.isReminded) == [false])
        }
    }

    @Test(arguments: Dialect.allCases)
    func `silence ends the wait for answers only after everybody has been asked, and their time is over`(
        dialect: Dialect
    ) async throws {
        let timers = "{reminder: {after: 1 working_days, remind: true}, silent: {after: 1 working_days, act: skip}}"
        try await CaseBench.with(dialect, service: try CourseService.make(timers: timers)) { bench, service in
            var dossier = try await bench.asked(service, nearRoad: true)
            bench.time.move(hours: 24 * 3)
            // The police have not been asked: the watcher is reminded, and nobody's silence counts.
            #expect(try await bench.runsTimers() == 1)
            let file = try #require(try await bench.office.file(dossier.id))
            #expect(file.dossier.step == "opinions")
            dossier = try await bench.asks("police", CaseBench.other, in: file.dossier).get()
            bench.time.move(hours: 20)
            #expect(try await bench.runsTimers() == 0)
            bench.time.move(hours: 24)
            #expect(try await bench.runsTimers() == 1)
            let later = try #require(try await bench.office.file(dossier.id))
            #expect(later.dossier.step == "work")
            #expect(later.dossier.branches.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `results are numbered without gaps, and a result that is mended keeps its number`(dialect: Dialect)
        async throws
    {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            var cases: [Dossier] = []
            for _ in 0..<6 { cases.append(try await working(bench, service)) }
            let signed = try await withThrowingTaskGroup(of: Result<Dossier, CaseRefusal>.self) { group in
                for dossier in cases {
                    // Each is signed twice at once: one of the two takes no number.
                    for name in ["lan", "minh"] {
                        group.addTask { try await bench.act("sign", on: dossier, as: "specialist", name) }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }.compactMap { try? $0.get() }
            #expect(signed.count == 6)
            func number(_ id: Dossier.ID) async throws -> [Int] {
                try await bench.office.file(id)?.history.compactMap { record in
                    if case .numbered("GPT", let number, 2026) = record.event { number } else { nil }
                } ?? []
            }
            var numbers: [Int] = []
            for dossier in signed { numbers += try await number(dossier.id) }
            #expect(numbers.sorted() == [1, 2, 3, 4, 5, 6])
            let first = try #require(signed.first)
            let again = try await bench.act("again", on: first, as: "one_stop").get()
            _ = try await bench.act("sign", on: again, as: "specialist").get()
            #expect(try await number(first.id).count == 1)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `supplements may be asked for in the first three working days only`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, service in
            let items = [SupplementItem(kind: .paper, key: "proof", reason: "mờ")]
            let (early, late) = (try await bench.asked(service), try await bench.asked(service))
            bench.time.move(hours: 24 * 3)
            #expect(try await bench.act("supplement", on: early, as: "specialist", items: items).refusal == nil)
            bench.time.move(hours: 24)
            guard case .blocked = try await bench.act("supplement", on: late, as: "specialist", items: items).refusal
            else {
                Issue.record("asked for after the three days")
                return
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `timers that have run out are read from an index`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect, service: try CourseService.make()) { bench, _ in
            let last = TaskStore.Timed(at: bench.time.now, dossier: Dossier.ID(high: 1, low: 1))
            let plan = try await bench.database.plan(
                of: TaskStore.timedSQL(at: bench.time.now, after: last, limit: 100))
            #expect(plan.contains("task_timer"), "\(plan)")
        }
    }
}
