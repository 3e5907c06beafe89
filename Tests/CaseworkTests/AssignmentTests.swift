import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue

/// To whom a case is given that comes to a step, and who only follows it.
@Suite struct AssignmentTests {
    /// The trial service with another step of the specialists.
    private static func service(_ change: (inout Step) -> Void) throws -> CompiledService {
        var definition = try TrialService.make().definition
        change(&definition.steps[1])
        return try CompiledService(try PublishedDefinition(definition))
    }

    private func next(_ bench: CaseBench, _ service: CompiledService, _ account: String) async throws -> Dossier {
        bench.time.move(minutes: 1)
        return try await bench.received(service, account: account)
    }

    @Test(arguments: Dialect.allCases)
    func `by load a case goes to whoever has fewest, of equals to whoever has waited longest`(dialect: Dialect)
        async throws
    {
        let service = try Self.service { $0.assign = StepAssignment(by: .load) }
        try await CaseBench.with(dialect, service: service) { bench, service in
            var given: [Dossier] = []
            for account in ["a", "b", "c", "d", "e"] { given.append(try await next(bench, service, account)) }
            #expect(given.map(\.assignee) == ["an", "binh", "chi", "dung", "an"])
            // Who has passed one on has fewer.
            _ = try await bench.act("propose", on: given[2], as: "specialist", "chi").get()
            #expect(try await next(bench, service, "f").assignee == "chi")
            #expect(try await next(bench, service, "g").assignee == "binh")
            let history = try await bench.office.file(given[0].id)?.history
            #expect(history?.last?.event == .assigned(to: "an") && history?.last?.actorName == nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `in turn everybody gets the next, and a case that is sent back goes to whoever had it`(dialect: Dialect)
        async throws
    {
        let service = try Self.service { $0.assign = StepAssignment(by: .turn) }
        try await CaseBench.with(dialect, service: service) { bench, service in
            var given: [Dossier] = []
            for account in ["a", "b", "c", "d"] { given.append(try await next(bench, service, account)) }
            _ = try await bench.act("propose", on: given[3], as: "specialist", "dung").get()
            #expect(try await next(bench, service, "e").assignee == "an", "not the one who has least")
            let signing = try await bench.act("propose", on: given[1], as: "specialist", "binh").get()
            #expect(signing.assignee == nil)
            let back = try await bench.act("back", on: signing, as: "leader").get()
            #expect(back.step == "work" && back.assignee == "binh")
            let file = try #require(try await bench.office.file(back.id))
            #expect(Dossier(id: back.id, events: file.history.map { ($0.event, $0.at) }) == file.dossier)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a rule sends a case to a unit, and among its officials; what a person chose stands`(dialect: Dialect)
        async throws
    {
        let service = try Self.service {
            $0.assign = StepAssignment(by: .load, unit: "if matter.is_married then \".02\" else \".77\"")
        }
        try await CaseBench.with(dialect, service: service) { bench, service in
            var answers = TrialService.answers
            answers["matter"]?["is_married"] = true
            answers["spouse"] = ["name": "Nguyễn Văn Mẫu (mẫu)"]
            let draft = try await bench.draft(service, account: "a", answers: answers)
            try await bench.attach(to: .draft(draft.id, of: "a"), rule: "marriage")
            let filed = try await bench.file(draft, service).get()
            let married = try await bench.act("receive", on: filed, as: "one_stop").get()
            // Of the unit, or of the agency as a whole.
            #expect(married.unit == CaseBench.unit && married.assignee == "an")
            let other = try await bench.received(service, account: "b")
            #expect(other.unit == nil && other.assignee == "binh", "the agency has no unit .77")
            let third = try await bench.filed(service, account: "c")
            let order = PerformAct.Order(act: "receive", seen: third.version, unit: CaseBench.unit, assignee: "dung")
            let chosen = try await PerformAct(bench.office)(third.id, order, by: CaseBench.official("one_stop")).get()
            #expect(chosen.unit == CaseBench.unit && chosen.assignee == "dung")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `whoever follows a step has the case before them while it is there, behind their own work`(dialect: Dialect)
        async throws
    {
        let service = try Self.service { $0.follow = ["leader", "head"] }
        try await CaseBench.with(dialect, service: service) { bench, service in
            let leader = CaseBench.official("leader")
            let dossier = try await bench.received(service)
            let signing = try await bench.act(
                "propose", on: try await bench.received(service, account: "b"), as: "specialist"
            ).get()
            let rows = try await bench.inbox(InboxFilter(), of: leader).rows
            #expect(rows.map(\.id) == [signing.id, dossier.id] && rows.map(\.isFollowed) == [false, true])
            let counts = try await bench.inbox(InboxFilter(), of: leader).counts
            #expect(counts.standing[.all] == 2 && counts.standing[.inWork] == 1 && counts.holder[.nobody] == 1)
            #expect(try await bench.act("propose", on: dossier, as: "leader").refusal == .notPossible)
            _ = try await bench.act("propose", on: dossier, as: "specialist").get()
            #expect(try await bench.inbox(InboxFilter(), of: leader).rows.map(\.isFollowed) == [false, false])
            #expect(try await bench.inbox(InboxFilter(), of: CaseBench.official("head")).rows.isEmpty)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `what a timer alone does nobody is offered before`(dialect: Dialect) async throws {
        let service = try Self.service { step in
            step.acts[0].by = .timer
            step.timers = [
                StepTimer(key: "over", after: LimitRule(value: 3, unit: "days", cases: []), act: "propose")
            ]
        }
        try await CaseBench.with(dialect, service: service) { bench, service in
            let dossier = try await bench.received(service)
            #expect(try await bench.act("propose", on: dossier, as: "specialist").refusal == .notPossible)
            bench.time.move(minutes: 4 * 24 * 60)
            #expect(try await RunTimers(bench.office, failed: { _, fault in Issue.record(fault) })() == 1)
            #expect(try await bench.office.file(dossier.id)?.dossier.step == "signing")
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a join lets a stopped clock go on`(dialect: Dialect) async throws {
        var definition = try CourseService.make().definition
        let work = try #require(definition.steps.firstIndex { $0.key == "work" })
        let asked = try #require(definition.steps.firstIndex { $0.key == "opinions" })
        let again = try #require(definition.steps[work].acts.firstIndex { $0.key == "ask_again" })
        definition.steps[work].acts[again].clock = .stop
        definition.steps[work].acts[again].reason = Phrase(vi: "chờ ý kiến", en: "waiting for opinions")
        definition.steps[asked].clock = .resume
        definition.steps[asked].join = .any
        let service = try CompiledService(try PublishedDefinition(definition))
        try await CaseBench.with(dialect, service: service) { bench, service in
            let dossier = try await bench.asked(service)
            let working = try await bench.answers("planning", of: dossier, by: CaseBench.planner).get()
            #expect(working.step == "work" && working.clock?.isStopped == false)
            let waiting = try await bench.act("ask_again", on: working, as: "specialist").get()
            #expect(waiting.step == "opinions" && waiting.clock?.isStopped == true)
            let back = try await bench.answers("planning", of: waiting, by: CaseBench.planner).get()
            #expect(back.step == "work" && back.clock?.isStopped == false && back.clock?.due != nil)
        }
    }

    @Test(arguments: Dialect.allCases)
    func `a clock that was stopped for opinions nobody is asked for goes on at once`(dialect: Dialect) async throws {
        var definition = try CourseService.make().definition
        let work = try #require(definition.steps.firstIndex { $0.key == "work" })
        let asked = try #require(definition.steps.firstIndex { $0.key == "opinions" })
        let again = try #require(definition.steps[work].acts.firstIndex { $0.key == "ask_again" })
        definition.steps[work].acts[again].clock = .stop
        definition.steps[work].acts[again].reason = Phrase(vi: "chờ ý kiến", en: "waiting for opinions")
        definition.steps[asked].clock = .resume
        definition.steps[asked].parallel?.removeAll { $0.key != "police" }
        let service = try CompiledService(try PublishedDefinition(definition))
        try await CaseBench.with(dialect, service: service) { bench, service in
            let working = try await bench.asked(service)
            #expect(working.step == "work")
            let back = try await bench.act("ask_again", on: working, as: "specialist").get()
            #expect(back.step == "work" && back.clock?.isStopped == false && back.clock?.due != nil)
        }
    }
}
