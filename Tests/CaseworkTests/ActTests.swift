import Casework
import Catalogue
import Kernel
import Storage
import TestKit
import Testing

/// What the desk may do with a dossier, and how it is told no.
@Suite struct ActTests {
    @Test(arguments: Dialect.allCases)
    func `a dossier goes from reception to the result in the applicant's hand`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            var dossier = try await bench.received(service)
            #expect(dossier.official == .inProcess)
            #expect(dossier.clock?.due == Instant("2026-06-08T17:30:00+07:00"))
            bench.time.move(hours: 24)
            dossier = try await bench.act("propose", on: dossier, as: "specialist").get()
            dossier = try await bench.act("sign", on: dossier, as: "leader").get()
            #expect(dossier.official == .finished)
            #expect(dossier.clock?.endedAt == bench.time.now)
            dossier = try await bench.act("give", on: dossier, as: "one_stop", way: "counter").get()
            #expect(dossier.official == .returned)
            #expect(!dossier.isOpen)
            let phases = try #require(try await bench.office.file(dossier.id)).phases
            #expect(phases.map(\.state) == [.registered, .received, .inProcess, .finished, .returned])
            #expect(phases.last?.standing == .present)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `of two officials at once one wins and the other is told what happened`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            for _ in 0..<4 {
                let dossier = try await bench.received(service)
                let results = try await withThrowingTaskGroup(of: Result<Dossier, CaseRefusal>.self) { group in
                    for name in ["lan", "minh", "hoa"] {
                        group.addTask { try await bench.act("propose", on: dossier, as: "specialist", name) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let winners = results.compactMap { try? $0.get() }
                #expect(winners.count == 1)
                for refusal in results.compactMap(\.refusal) {
                    guard case .changed(let by, _, _) = refusal else {
                        Issue.record("told \(refusal) instead")
                        continue
                    }
                    #expect(["lan (mẫu)", "minh (mẫu)", "hoa (mẫu)"].contains(by))
                }
                let history = try #require(try await bench.office.file(dossier.id)).history
                #expect(history.map(\.event.kind) == ["filed", "received", "moved"])
            }
        }
    }

    @Test(arguments: Dialect.allCases)
    func `an act that the step, the role or the agency does not allow is refused`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            func act(_ key: String, by official: DeskOfficial) async throws -> CaseRefusal? {
                try await PerformAct(bench.office)(
                    dossier.id, .init(act: key, seen: dossier.version, note: "ghi chú"), by: official
                ).refusal
            }
            #expect(try await act("propose", by: CaseBench.official("leader")) == .notPossible)
            #expect(try await act("sign", by: CaseBench.official("specialist")) == .notPossible)
            #expect(try await act("nothing", by: CaseBench.official("specialist")) == .notPossible)
            let stranger = CaseBench.official("specialist", agency: "01930000-0000-7000-8000-0000000000ff")
            #expect(try await act("propose", by: stranger) == .unknown)
            let unknown = Dossier.ID(at: bench.time.now)
            let refusal = try await PerformAct(bench.office)(
                unknown, .init(act: "propose", seen: 1), by: CaseBench.official("specialist")
            ).refusal
            #expect(refusal == .unknown)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case given to somebody is that person's`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let given = try await DirectCase(bench.office, staff: DeskVisit.book)(
                dossier.id, .assign("minh"), seen: dossier.version, by: CaseBench.official("head")
            ).get()
            #expect(try await bench.act("propose", on: given, as: "specialist", "lan").refusal == .notPossible)
            // Nobody else of the role takes it, lays it back or passes it on, but the head does.
            let direct = DirectCase(bench.office, staff: DeskVisit.book)
            let orders: [DirectCase.Order] = [
                .assign("lan"), .assign(nil), .transfer(unit: CaseBench.unit, note: "chuyển"),
            ]
            for order in orders {
                let refused = try await direct(
                    given.id, order, seen: given.version, by: CaseBench.official("specialist", "lan"))
                #expect(refused.refusal == .notPossible)
            }
            let back = try await direct(
                given.id, .assign(nil), seen: given.version, by: CaseBench.official("head")
            ).get()
            let taken = try await direct(
                back.id, .assign("minh"), seen: back.version, by: CaseBench.official("specialist", "minh")
            ).get()
            #expect(try await bench.act("propose", on: taken, as: "specialist", "minh").refusal == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a case goes to nobody who could not act on it`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.received(service)
            let direct = DirectCase(bench.office, staff: DeskVisit.book)
            let orders: [DirectCase.Order] = [
                .assign("sep"), .assign("nobody"), .transfer(unit: "01930000-0000-7000-8000-000000000077", note: "x"),
            ]
            // The leader may direct, but the step is a specialist's: it is not the leader's to take.
            for order in orders {
                let refused = try await direct(
                    dossier.id, order, seen: dossier.version, by: CaseBench.official("leader", "sep"))
                guard case .problems = refused.refusal else {
                    Issue.record("it went through: \(refused)")
                    continue
                }
            }
            #expect(try await bench.office.file(dossier.id)?.dossier == dossier)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `refusing needs a reason, and ends the case`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            guard
                case .problems(let problems) = try await bench.act("refuse", on: dossier, as: "one_stop", note: "")
                    .refusal
            else {
                Issue.record("refused without a reason")
                return
            }
            #expect(problems.map(\.field) == ["note"])
            let ended = try await bench.act("refuse", on: dossier, as: "one_stop", note: "không đúng nơi").get()
            #expect(ended.official == .notReceived)
            #expect(try await bench.act("receive", on: ended, as: "one_stop").refusal == .ended(.notReceived))
            let file = try #require(try await bench.office.file(dossier.id))
            guard case .refused(let text) = file.history[1].event else {
                Issue.record("the second event is no refusal")
                return
            }
            #expect(file.text(text) == "không đúng nơi")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a received case that is refused has been stopped`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let proposed = try await bench.act("propose", on: try await bench.received(service), as: "specialist").get()
            let ended = try await bench.act("refuse", on: proposed, as: "leader", note: "thiếu căn cứ").get()
            #expect(ended.official == .stopped)
            #expect(ended.clock?.endedAt != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `when the calendar lacks the year nothing is received and nothing changed`(dialect: Dialect) async throws {
        try await CaseBench.with(dialect) { bench, service in
            let dossier = try await bench.filed(service)
            bench.time.move(to: "2049-12-30T09:00:00+07:00")
            guard case .noDeadline = try await bench.act("receive", on: dossier, as: "one_stop").refusal else {
                Issue.record("a deadline was guessed")
                return
            }
            #expect(try await bench.office.file(dossier.id)?.dossier == dossier)
        }
    }
}
