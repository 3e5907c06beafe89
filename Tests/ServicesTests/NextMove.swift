import Kernel
import TestKit
import Testing
import WorkingTime

@testable import Casework
@testable import Catalogue

/// Something that may happen next in a case: an act of an official, an answer of one of the branches, the time of a timer.
struct NextMove {
    enum Deed {
        case act(Act)
        /// One of the branches is asked, where nobody has been, and answered.
        case answer
        case timer(StepTimer)
    }

    let name: String
    let deed: Deed
    /// The step to which it brings the case in the end; nil where the case stays or ends.
    let to: String?
    let ends: Bool
    /// What it may show of the definition, as `CaseRun.wanted` names it.
    let shows: [String]
}

extension Step {
    func name(_ act: Act) -> String { "\(key).\(act.key)" }
    func name(_ timer: StepTimer) -> String { "\(key).timers.\(timer.key)" }
    func name(_ branch: StepBranch, _ answer: String) -> String { "\(key).parallel.\(branch.key): \(answer)" }
    var joined: String { "\(key): joined" }

    func stopsClock(_ act: Act) -> String { "\(name(act)): stops the clock" }
    func resumesClock(_ act: Act) -> String { "\(name(act)): lets the clock go on" }
    func numbers(_ act: Act) -> String { "\(name(act)): numbers the result" }

    /// What an act shows besides having been done.
    func shown(by act: Act) -> [String] {
        var names = [name(act)]
        switch act.clock {
        case .stop?: names.append(stopsClock(act))
        case .resume?: names.append(resumesClock(act))
        case nil: break
        }
        if act.number != nil { names.append(numbers(act)) }
        return names
    }

    func answers(_ branch: StepBranch) -> [String] {
        let answers =
            switch branch.answer ?? .opinion {
            case .opinion: OpinionVerdict.allCases.map(\.rawValue)
            case .done: ["done"]
            case .dossier: ["its result", "its refusal"]
            }
        return answers.map { name(branch, $0) }
    }

    var timersWhileWaiting: [StepTimer] { (timers ?? []).filter { $0.waiting == true } }
    var timersAtWork: [StepTimer] { (timers ?? []).filter { $0.waiting != true } }
}

extension CaseRun {
    /// Everything that officials and time bring about in the definition. What comes to the desk is received as it is
    /// entered, so that a service which is not filed online has no other act at its reception (a check of definitions
    /// says so), but where a fee is to be paid before.
    var wanted: [String] {
        let (steps, first) = (service.definition.steps, service.firstStep?.key)
        let waitsAtReception =
            service.definition.takes(.online) || service.definition.fees.contains { $0.due == .reception }
        return steps.flatMap { step in
            let acts = step.acts.filter {
                $0.by == nil && ($0.kind == .receive || step.key != first || waitsAtReception)
            }
            let branches = step.parallel ?? []
            return acts.flatMap(step.shown) + branches.flatMap(step.answers) + (branches.isEmpty ? [] : [step.joined])
                + (step.timers ?? []).map(step.name)
        }
    }

    /// What may happen in a step, what brings nobody elsewhere first.
    func moves(in step: Step, _ facts: CaseFacts, mayAsk: Bool, mayReceive: Bool) -> [NextMove] {
        var moves = step.timersAtWork.filter { $0.act == nil }.map {
            NextMove(name: step.name($0), deed: .timer($0), to: nil, ends: false, shows: [step.name($0)])
        }
        let branches = service.branches(in: step.key, for: facts).map(\.branch)
        if step.parallel != nil {
            let shows = branches.flatMap(step.answers) + [step.joined]
            moves.append(
                NextMove(
                    name: step.joined, deed: .answer, to: step.to, ends: false, shows: branches.isEmpty ? [] : shows))
        }
        let acts = service.allActs(in: step.key, for: facts).filter { act in
            act.kind == .supplement ? mayAsk : act.kind != .receive || mayReceive
        }
        moves += acts.filter { $0.by == nil }.map { act in
            let awaited = act.kind == .supplement ? step.timersWhileWaiting.map(step.name) : []
            return NextMove(
                name: step.name(act), deed: .act(act), to: act.to, ends: act.kind == .refuse || act.kind == .give,
                shows: step.shown(by: act) + awaited)
        }
        for timer in step.timersAtWork {
            guard let act = acts.first(where: { $0.key == timer.act }) else { continue }
            moves.append(
                NextMove(
                    name: step.name(timer), deed: .timer(timer), to: act.to, ends: act.kind == .refuse,
                    shows: [step.name(timer)]))
        }
        return moves
    }

    /// A move that shows something new and goes on, else the way to one, else one that ends the case, else the way to
    /// such a one, else the way to the result.
    func choice(in step: Step, _ dossier: Dossier) async throws -> NextMove? {
        let file = try #require(try await bench.office.file(dossier.id))
        let hasTimes = dossier.supplements < service.definition.supplement.times
        let possible = { (other: Step) in
            moves(
                in: other, file.facts, mayAsk: hasTimes && (other.key != step.key || maySupplement(dossier)),
                mayReceive: dossier.clock == nil)
        }
        let isNew = { (move: NextMove) in isWorthTrying(move) && move.shows.contains { !taken.contains($0) } }
        let here = possible(step)
        if let new = here.first(where: { isNew($0) && !$0.ends }) { return new }
        let leadsOn = { (other: Step) in
            visits[other.key, default: 0] < Self.mostVisits && possible(other).contains { isNew($0) && !$0.ends }
        }
        if let way = way(from: step, possible, to: leadsOn) { return way }
        if let new = here.first(where: isNew) { return new }
        let leadsOut = { (other: Step) in
            visits[other.key, default: 0] < Self.mostVisits && possible(other).contains(where: isNew)
        }
        if let way = way(from: step, possible, to: leadsOut) { return way }
        return here.first(where: \.gives) ?? way(from: step, possible, to: { possible($0).contains(where: \.gives) })
    }

    /// Whether supplements may be asked for now: in the time that the service leaves for it, while the clock goes.
    private func maySupplement(_ dossier: Dossier) -> Bool {
        guard let clock = dossier.clock else { return true }
        let until = service.supplementsUntil(clock, .national)
        return !clock.isStopped && (until.map { bench.clock.now <= $0 } ?? true)
    }

    /// The first move of the shortest way to a step that fulfils the wish.
    private func way(from start: Step, _ possible: (Step) -> [NextMove], to isWanted: (Step) -> Bool) -> NextMove? {
        var reached: Set<String> = [start.key]
        var border: [(step: Step, first: NextMove)] = []
        func widen(_ step: Step, _ first: NextMove?) {
            for move in possible(step) {
                guard let to = move.to, let next = service.step(to), reached.insert(to).inserted else { continue }
                border.append((next, first ?? move))
            }
        }
        widen(start, nil)
        var index = 0
        while index < border.count {
            let (step, first) = border[index]
            if isWanted(step) { return first }
            widen(step, first)
            index += 1
        }
        return nil
    }
}

extension NextMove {
    fileprivate var gives: Bool { if case .act(let act) = deed { act.kind == .give } else { false } }
}
