package import Catalogue
package import Kernel
package import WorkingTime

/// A case that is only played (chạy thử), to see where a definition leads: it goes through the steps by the rules of a
/// real one (`CaseDecision`, `CaseCourse`) and is stored nowhere. Pure: the same moves make the same case.
package struct PlayedCase: Sendable {
    package let service: CompiledService
    package let facts: CaseFacts
    package let calendar: WorkingCalendar
    package private(set) var dossier: Dossier
    /// What was done, with the step in which it was.
    package private(set) var done: [(step: Phrase, what: Phrase)] = []
    private let now: Instant

    /// The case as it is filed; nil when the service has no step.
    package init?(_ service: CompiledService, _ facts: CaseFacts, at now: Instant, _ calendar: WorkingCalendar) {
        guard let first = service.firstStep else { return nil }
        self.service = service
        self.facts = facts
        self.calendar = calendar
        self.now = now
        dossier = Dossier(id: Dossier.ID(high: 0, low: 0))
        let filed = DossierEvent.Filed(
            code: "", service: service.definition.service, definition: service.hash,
            procedure: service.definition.procedure, agency: "", unit: nil, step: first.key, submitter: nil,
            owner: facts.owner.rawValue, channel: facts.channel, commitment: "", papers: nil)
        record([.filed(filed)])
    }

    /// The case as the desk's words read it.
    var file: CaseFile {
        let parties = Parties(
            kind: facts.owner, owner: Party(name: ""), submitter: Party(name: ""),
            mandate: facts.isAuthorised ? "authorised" : nil)
        let due = service.limit(ofStep: dossier.step, for: facts).flatMap {
            try? calendar.deadline(of: $0, received: now).get().due
        }
        return CaseFile(
            dossier: dossier, parties: parties, answers: facts.answers, origins: AnswerOrigins(), kept: [],
            papers: [], unsentPapers: [], unsentAnswers: nil, history: [], texts: [:], requests: [], fees: [],
            service: service, stepDueAt: due)
    }

    /// The timers of the present step that may run out now: while supplements are awaited those that count them, and
    /// the others while none are.
    var timers: [StepTimer] {
        guard dossier.isOpen else { return [] }
        let fired = Set(dossier.fired.map(\.key))
        let isWaiting = dossier.openRequest != nil
        return (file.step?.timers ?? []).filter { !fired.contains($0.key) && ($0.waiting == true) == isWaiting }
    }

    /// What a timer does by itself, where this case allows it now: acts that a timer alone does too.
    func act(of timer: StepTimer) -> Act? {
        let act = timer.act.flatMap { key in service.allActs(in: dossier.step, for: facts).first { $0.key == key } }
        return dossier.openRequest == nil || act?.kind == .refuse ? act : nil
    }

    /// Does one thing; false when this case does not allow it now.
    package mutating func play(_ move: PlayedMove) -> Bool {
        let before = (step: file.step?.title ?? Phrase(same: dossier.step), dossier: dossier)
        guard dossier.isOpen, let what = carryOut(move) else {
            dossier = before.dossier
            return false
        }
        done.append((before.step, what))
        return true
    }

    private mutating func carryOut(_ move: PlayedMove) -> Phrase? {
        switch move {
        case .act(let key):
            guard let act = file.possibleActs.first(where: { $0.key == key }) else { return nil }
            return perform(act) ? act.title : nil
        case .answered(let key):
            guard let (state, rule) = file.branches.first(where: { $0.state.key == key }), !state.isAnswered else {
                return nil
            }
            if state.agency == nil {
                record([.branchAsked(branch: key, agency: "", unit: nil, due: nil, text: nil)])
            }
            record([.branchAnswered(branch: key, verdict: nil, text: nil)])
            return Phrase(vi: "Đã trả lời: \(rule.title.vi)", en: "Answered: \(rule.title.en)")
        case .supplemented:
            guard let request = dossier.openRequest,
                case .success(let event) = decision.answered(request, with: [], commitment: nil)
            else { return nil }
            record([event])
            return Phrase(vi: "Người nộp đã bổ sung", en: "The applicant sent the supplements")
        case .timer(let key):
            guard let timer = timers.first(where: { $0.key == key }) else { return nil }
            return run(timer)
        }
    }

    private mutating func perform(_ act: Act, isSystem: Bool = false) -> Bool {
        // The official would have put the result there before.
        if act.needsResult || act.kind == .give, !dossier.hasResult, !isSystem {
            record([.resultAttached(paper: "")])
        }
        guard case .success(let clock) = decision.clockEvents(of: act) else { return false }
        let text = TextMark(id: "", commitment: "")
        let request = act.kind == .supplement ? try? SupplementRequest.Mark([], at: now) : nil
        switch decision.event(for: act, account: "", text: text, request: request, way: nil) {
        case .failure: return false
        case .success(let event):
            record([event] + clock)
            return true
        }
    }

    private mutating func run(_ timer: StepTimer) -> Phrase {
        let act = act(of: timer)
        record([.timed(timer: FiredTimer(key: timer.key, tells: timer.tell, reminds: timer.remind == true))])
        if let act { _ = perform(act, isSystem: true) }
        let words = PlayedTimer(timer, act).does
        return Phrase(vi: "Hết giờ: \(words.vi)", en: "Time is over: \(words.en)")
    }

    private var decision: CaseDecision {
        CaseDecision(dossier: dossier, service: service, facts: facts, calendar: calendar, now: now)
    }

    /// Events in their order, each with what follows it by itself.
    private mutating func record(_ events: [DossierEvent]) {
        // A branch at an agency's code is asked there; whether the code is known here is the check's matter.
        let course = CaseCourse(
            service: service, facts: facts, calendar: calendar, now: now, seat: { Seat(agency: $0, unit: nil) },
            childSeat: { branch, _ in
                branch.at == StepBranch.chosen ? nil : branch.at.map { Seat(agency: $0, unit: nil) }
            })
        var waiting = events
        var joins = 0
        var settling: CaseCourse.Cause?
        while !waiting.isEmpty {
            let event = waiting.removeFirst()
            let before = dossier
            dossier.apply(event, at: now)
            if case .joined = event { joins += 1 }
            guard joins <= service.definition.steps.count else { return }
            let cause = settling ?? CaseCourse.Cause(event: event, before: before)
            settling = waiting.first?.setsClock == true ? cause : nil
            if settling == nil { waiting = ((try? course.following(cause, dossier)) ?? []) + waiting }
        }
    }
}
