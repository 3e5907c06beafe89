import Blobs
import Kernel
import Storage
import TestKit
import Testing

@testable import Casework
@testable import Catalogue
@testable import Payments

/// A case carried from the draft to its end by whatever its definition lets happen, that first which no case before it
/// showed: acts of officials, answers of those who are asked, timers.
struct CaseRun {
    let bench: ServiceOffice
    let service: CompiledService
    /// What some case showed of what is `wanted`.
    private(set) var taken: Set<String> = []
    /// The cases at other agencies that it opened, by their services.
    private(set) var children: [String: CaseRun] = [:]
    /// How often the present case came to each step, and how often each move was tried: in it, and in all.
    private(set) var visits: [String: Int] = [:]
    private var tries: [String: Int] = [:]
    private var triesInAll: [String: Int] = [:]
    /// The last number of each series and year.
    private var numbers: [String: Int] = [:]

    /// A case is brought to one step so often at most, and to the end with so many moves.
    static let mostVisits = 6
    private static let mostMoves = 90
    /// What shows nothing new after so many tries stands in no other's way.
    private static let mostTries = 3
    private static let mostTriesInAll = 8

    init(bench: ServiceOffice, service: CompiledService) {
        self.bench = bench
        self.service = service
    }

    func isWorthTrying(_ move: NextMove) -> Bool {
        let count = max(1, move.shows.count)
        return tries[move.name, default: 0] < Self.mostTries * count
            && triesInAll[move.name, default: 0] < Self.mostTriesInAll * count
    }

    private mutating func noteTry(_ name: String) {
        tries[name, default: 0] += 1
        triesInAll[name, default: 0] += 1
    }

    // MARK: filing

    func file(_ facts: CaseFacts) async throws -> Dossier {
        bench.clock.move(minutes: 1)
        let desk = facts.channel == .online ? nil : bench.official("one_stop")
        let account = desk?.account ?? ServiceOffice.applicant
        let party = Party(name: "Trần Thị Bưởi (mẫu)", number: "011190000123", phone: "0912345678", address: "Xã Mẫu")
        let parties = Parties(
            kind: facts.owner, owner: party, submitter: party, mandate: Self.mandate(facts),
            delivery: Delivery(way: service.definition.result.ways.first ?? "counter"))
        #expect(parties.isAuthorised == facts.isAuthorised)
        let begun = try await KeepDraft(bench.office).begin(
            service, at: ServiceOffice.agency, channel: facts.channel, parties: parties, account: account
        ).get()
        _ = try await KeepDraft(bench.office).change(begun.id, of: account) { $0.answers = facts.answers }
        let due = service.papers(for: facts).filter { $0.isToAttach && $0.required }
        if desk == nil {
            for paper in due { try await attach(to: .draft(begun.id, of: account), paper.rule.key) }
        } else {
            _ = try await HandInPapers(bench.office)(
                due.map { HandedPaper($0.rule.key, .copy) }, to: begun.id, of: account)
        }
        let draft = try #require(try await bench.office.draft(begun.id, of: account)?.draft)
        return try await FileDossier(bench.office)(
            draft, service.reading(facts), agencyCode: "H99.41",
            by: desk?.actor ?? .person(account: account, name: party.name), desk: desk
        ).get()
    }

    private static func mandate(_ facts: CaseFacts) -> String? {
        switch facts.owner {
        case .`self`: nil
        case .child: "parent"
        case .other: "authorised"
        case .householdBusiness, .organisation: facts.isAuthorised ? "authorised" : "legal_representative"
        }
    }

    private func attach(to place: AttachPaper.Place, _ rule: String) async throws {
        _ = try await AttachPaper(bench.office, blobs: bench.blobs)(bench.upload(), to: place, rule: rule).get()
    }

    // MARK: work

    /// Works a filed case until it has ended; returns it.
    mutating func work(_ filed: Dossier) async throws -> Dossier {
        let began = bench.clock.now
        var dossier = filed
        (visits, tries) = ([:], [:])
        if dossier.clock != nil, let first = service.firstStep {
            // At the counter it is received when it is filed.
            taken.formUnion(first.acts.filter { $0.kind == .receive }.flatMap(first.shown))
        }
        for _ in 0..<Self.mostMoves where dossier.isOpen {
            bench.clock.move(minutes: 1)
            let step = try #require(service.step(dossier.step))
            if let request = dossier.openRequest {
                let timer = step.timersWhileWaiting.first {
                    !taken.contains(step.name($0)) && tries[step.name($0), default: 0] < Self.mostTries
                }
                dossier =
                    if let timer { try await wait(for: timer, in: step, dossier) } else {
                        try await answer(request, of: dossier)
                    }
                continue
            }
            let move = try #require(try await choice(in: step, dossier), "\(step.key) leaves nothing to do")
            noteTry(move.name)
            let before = dossier
            dossier = try await perform(move.deed, in: step, dossier)
            if dossier.step != before.step { visits[dossier.step, default: 0] += 1 }
        }
        // Definitions are in force from a day to a day: a case that waited long takes the others along no further.
        if bench.clock.now.microseconds - began.microseconds > 86_400_000_000 { bench.clock.move(to: began) }
        return dossier
    }

    private mutating func perform(_ deed: NextMove.Deed, in step: Step, _ dossier: Dossier) async throws -> Dossier {
        switch deed {
        case .act(let act): try await perform(act, in: step, on: dossier)
        case .answer: try await answerBranch(in: step, dossier)
        case .timer(let timer): try await wait(for: timer, in: step, dossier)
        }
    }

    private mutating func perform(_ act: Act, in step: Step, on before: Dossier) async throws -> Dossier {
        var dossier = before
        let official = bench.official(step.role, agency: dossier.agency)
        if act.kind == .receive || act.kind == .give { dossier = try await settle(dossier) }
        if act.needsResult, !dossier.hasResult {
            dossier = try await AttachResult(bench.office, attach: AttachPaper(bench.office, blobs: bench.blobs))(
                dossier.id, bench.upload(), seen: dossier.version, by: official
            ).get()
        }
        let items = act.kind == .supplement ? [try await wrong(with: dossier)] : []
        let order = PerformAct.Order(
            act: act.key, seen: dossier.version, note: "ghi chú", items: items,
            way: act.kind == .give ? service.definition.result.ways.last : nil)
        let after = try await PerformAct(bench.office)(dossier.id, order, by: official).get()
        taken.insert(step.name(act))
        noteClock(act, step, from: dossier, to: after)
        if let series = act.number { try await noteNumber(series, act, step, after) }
        return after
    }

    private mutating func noteClock(_ act: Act, _ step: Step, from before: Dossier, to after: Dossier) {
        guard let change = act.clock, let was = before.clock?.isStopped, let clock = after.clock else { return }
        #expect(clock.isStopped == (change == .stop), "\(step.name(act)) leaves the clock as it was")
        if change == .stop, !was {
            #expect(clock.stopReason == act.reason, "\(step.name(act)) tells another reason")
            taken.insert(step.stopsClock(act))
        }
        if change == .resume, was {
            #expect(clock.due != nil, "\(step.name(act)) leaves no deadline")
            taken.insert(step.resumesClock(act))
        }
    }

    /// Results are numbered one after the other, a result that is mended keeps its number.
    private mutating func noteNumber(_ series: String, _ act: Act, _ step: Step, _ dossier: Dossier) async throws {
        let given = try await bench.history(of: dossier.id, since: 0).compactMap { event in
            if case .numbered(series, let number, let year) = event {
                (key: "\(series) \(year)", number: number)
            } else {
                nil
            }
        }
        #expect(given.count == 1, "\(step.name(act)): \(given.count) numbers of one result")
        guard let one = given.first else { return }
        let last = numbers[one.key]
        #expect(last.map { one.number == $0 + 1 || one.number == $0 } ?? true, "\(step.name(act)) leaves a gap")
        numbers[one.key] = one.number
        taken.insert(step.numbers(act))
    }

    // MARK: answers of those who are asked

    /// Answers a branch, as nobody has before if that can be.
    private mutating func answerBranch(in step: Step, _ before: Dossier) async throws -> Dossier {
        var dossier = before
        let open = dossier.branches.filter { !$0.isAnswered }.compactMap { service.branch($0.key, in: step.key) }
        let isNew = { (branch: StepBranch) in step.answers(branch).contains { !taken.contains($0) } }
        let rule = try #require(open.first(where: isNew) ?? open.first, "\(step.key) awaits no answer")
        dossier = try await ask(rule.key, in: step, dossier)
        if rule.isCase { return try await endChild(rule, in: step, dossier) }
        let branch = try #require(dossier.branches.first { $0.key == rule.key })
        let name = step.answers(rule).first { !taken.contains($0) } ?? step.answers(rule)[0]
        let verdict = rule.asksOpinion ? OpinionVerdict.allCases.first { step.name(rule, $0.rawValue) == name } : nil
        let answer = AnswerBranch.Answer(
            branch: rule.key, round: branch.round, verdict: verdict, note: verdict == .agree ? "" : "nội dung trả lời")
        let official = bench.official(branch.role, agency: branch.agency ?? "")
        #expect(official.reads(dossier), "\(step.name(rule, "")): whoever is asked cannot read the case")
        let after = try await AnswerBranch(bench.office)(dossier.id, answer, by: official).get()
        taken.insert(name)
        if after.step == step.to {
            taken.insert(step.joined)
            #expect(official.sees(after) || !official.reads(after), "\(step.key): what was asked stays open")
        }
        return after
    }

    /// The case that the branch opens at another agency is worked to its end there, which is the answer.
    private mutating func endChild(_ rule: StepBranch, in step: Step, _ before: Dossier) async throws -> Dossier {
        try await bench.carryOut()
        let opened = try #require(try await bench.office.children(of: before.id).last, "\(step.key) opens no case")
        let dossier = opened.dossier
        #expect(dossier.isOpen && dossier.clock != nil, "\(step.name(rule, "")): the child is not received")
        let child = try #require(try await bench.office.services.service(dossier.definition))
        var run = children[child.definition.service] ?? CaseRun(bench: bench, service: child)
        let ended = try await run.work(dossier)
        children[child.definition.service] = run
        try await bench.carryOut()
        let after = try #require(try await bench.office.file(before.id))
        #expect(after.opinions.last?.branch == rule.key, "\(step.name(rule, "")): its end is no answer")
        taken.insert(step.answers(rule)[ended.official == .returned ? 0 : 1])
        if after.dossier.step == step.to { taken.insert(step.joined) }
        return after.dossier
    }

    /// Asks where nobody has been asked.
    private func ask(_ branch: String, in step: Step, _ dossier: Dossier) async throws -> Dossier {
        guard dossier.branches.first(where: { $0.key == branch })?.agency == nil else { return dossier }
        let order = AskBranch.Order(
            branch: branch, place: ServiceOffice.asked, question: "Xin ý kiến", seen: dossier.version)
        let asked = try await AskBranch(bench.office)(
            dossier.id, order, by: bench.official(step.role, agency: dossier.agency)
        ).get()
        bench.clock.move(minutes: 1)
        return asked
    }

    // MARK: timers

    /// Lets time go by until a timer of the step runs out, and those before it; who is told says that they know. Silence
    /// counts where everybody has been asked.
    private mutating func wait(for timer: StepTimer, in step: Step, _ before: Dossier) async throws -> Dossier {
        var dossier = before
        if timer.act != nil, before.openRequest == nil {
            for branch in before.branches where !branch.isAnswered {
                dossier = try await ask(branch.key, in: step, dossier)
            }
        }
        for _ in step.timers ?? [] {
            guard let moment = try await bench.timerMoment(of: dossier.id) else { break }
            if bench.clock.now < moment {
                bench.clock.move(to: Instant(microseconds: moment.microseconds - 1))
                #expect(try await bench.runTimers() == 0, "\(step.name(timer)): before its time")
                bench.clock.move(to: moment)
            }
            #expect(try await bench.runTimers() > 0, "\(step.name(timer)): its time goes by")
            let events = try await bench.history(of: dossier.id, since: dossier.version)
            dossier = try #require(try await bench.office.file(dossier.id)).dossier
            for case .timed(let fired) in events where fired.isDone {
                dossier = try await note(fired, step, dossier)
            }
            let isOver = dossier.step != step.key || !dossier.isOpen || taken.contains(step.name(timer))
            if isOver { break }
        }
        if before.openRequest != nil { noteTry(step.name(timer)) }
        return dossier
    }

    private mutating func note(_ fired: FiredTimer, _ step: Step, _ dossier: Dossier) async throws -> Dossier {
        guard let timer = step.timers?.first(where: { $0.key == fired.key }) else { return dossier }
        taken.insert(step.name(timer))
        guard dossier.step == step.key, dossier.isOpen else { return dossier }
        if timer.remind == true {
            #expect(try await bench.isReminded(dossier.id), "\(step.name(timer)) reminds nobody")
        }
        guard let role = timer.tell else { return dossier }
        return try await SeeTimer(bench.office)(
            dossier.id, timer: timer.key, by: bench.official(role, agency: dossier.agency)
        ).get()
    }

    /// Takes the money that is due.
    private func settle(_ dossier: Dossier) async throws -> Dossier {
        let due = try await bench.database.read { tx in try CaseFee.fees(of: dossier.id, in: tx) }
        let unpaid = due.filter { $0.paidAt == nil }
        guard !unpaid.isEmpty else { return dossier }
        let order = TakePayment.Order(
            payment: Payment.ID(at: bench.clock.now), fees: Set(unpaid.map(\.key)), method: .cash, payer: "Bưởi (mẫu)")
        _ = try await TakePayment(bench.office)(
            dossier.id, order, by: bench.official("one_stop", agency: dossier.agency)
        ).get()
        return try #require(try await bench.office.file(dossier.id)).dossier
    }

    private func wrong(with dossier: Dossier) async throws -> SupplementItem {
        let file = try #require(try await bench.office.file(dossier.id))
        let paper = service.papers(for: file.facts).first { $0.isToAttach }?.rule.key
        return paper.map { SupplementItem(kind: .paper, key: $0, reason: "bản chụp mờ") }
            ?? SupplementItem(kind: .page, key: service.definition.form[0].key, reason: "ghi rõ địa chỉ")
    }

    private func answer(_ request: String, of dossier: Dossier) async throws -> Dossier {
        let desk = dossier.submitter == nil ? bench.official("one_stop", agency: dossier.agency) : nil
        let file = try #require(try await bench.office.file(dossier.id))
        let papers = try #require(file.openRequest).items.filter { $0.kind == .paper }.map(\.key)
        if desk == nil {
            for paper in papers {
                try await attach(to: .supplement(dossier.id, request: request, of: ServiceOffice.applicant), paper)
            }
        }
        return try await AnswerSupplement(bench.office)(
            dossier.id, request: request, checked: nil,
            by: desk?.actor ?? .person(account: ServiceOffice.applicant, name: "Bưởi (mẫu)"),
            desk: desk, handed: desk == nil ? [] : papers.map { HandedPaper($0, .copy) }
        ).get()
    }
}
