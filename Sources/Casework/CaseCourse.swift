import Catalogue
import Kernel
import WorkingTime

/// What follows by itself when a case comes to a step or a branch is answered: branches open, and a step whose branches
/// have answered enough is left. Pure; `seat` knows agencies by their codes.
struct CaseCourse {
    let service: CompiledService
    let facts: CaseFacts
    let calendar: WorkingCalendar
    let now: Instant
    let seat: (_ code: String) throws -> Seat?
    /// Where a branch that is a case of its own is worked; nil where somebody has to choose.
    let childSeat: (_ branch: StepBranch, _ agency: String) throws -> Seat?

    /// An event and the dossier before it. What it does to the clock is an event behind it: what follows waits for that,
    /// for a join may let go on what the act has just stopped.
    struct Cause {
        let event: DossierEvent
        let before: Dossier
    }

    /// The events that follow a cause, which made the dossier what it is.
    func following(_ cause: Cause, _ dossier: Dossier) throws -> [DossierEvent] {
        let (event, before) = (cause.event, cause.before)
        guard dossier.isOpen, let step = service.step(dossier.step), step.parallel != nil else { return [] }
        if Self.comes(event, from: before, to: dossier) {
            let opened = try missing(step, dossier)
            return opened.isEmpty ? joined(step, dossier) : [.branchesOpened(step: step.key, branches: opened)]
        }
        switch event {
        case .supplementAnswered, .versionChanged:
            // New answers may call for more branches; those that were asked stay asked.
            let opened = try missing(step, dossier)
            if !opened.isEmpty { return [.branchesOpened(step: step.key, branches: opened)] }
            return isEnough(step, dossier) ? joined(step, dossier) : []
        case .branchAnswered: return isEnough(step, dossier) ? joined(step, dossier) : []
        default: return []
        }
    }

    /// Whether the case came to its step with that event, in whatever way; coming to the same step again counts too.
    static func comes(_ event: DossierEvent, from before: Dossier, to dossier: Dossier) -> Bool {
        switch event {
        case .received, .moved, .finished, .joined: true
        default: before.step != dossier.step
        }
    }

    /// The branches that are there for this case and have not been opened.
    private func missing(_ step: Step, _ dossier: Dossier) throws -> [CaseBranch] {
        try service.branches(in: step.key, for: facts).filter { wanted in
            !dossier.branches.contains { $0.key == wanted.branch.key }
        }.map { branch, limit in try place(branch, limit, of: dossier) }
    }

    /// Whether enough branches have answered. What new answers made needless is waited for no more.
    private func isEnough(_ step: Step, _ dossier: Dossier) -> Bool {
        let wanted = Set(service.branches(in: step.key, for: facts).map(\.branch.key))
        let counted = dossier.branches.filter { $0.isAnswered || wanted.contains($0.key) }
        return (step.join ?? .all).holds(answered: counted.count(where: \.isAnswered), of: counted.count)
    }

    /// Until when a branch that is asked now should be answered.
    func due(_ branch: String, in step: String) -> Instant? {
        let limit = service.branches(in: step, for: facts).first { $0.branch.key == branch }?.limit
        return limit.flatMap { try? calendar.deadline(of: $0, received: now).get().due }
    }

    private func place(_ branch: StepBranch, _ limit: Limit?, of dossier: Dossier) throws -> CaseBranch {
        // A code that this site does not know leaves the choice to whoever watches the step.
        let place =
            switch branch.at {
            case _ where branch.isCase: try childSeat(branch, dossier.agency)
            case nil: Seat(agency: dossier.agency, unit: nil) as Seat?
            case StepBranch.chosen?: nil as Seat?
            case let code?: try seat(code)
            }
        let due = place == nil ? nil : limit.flatMap { try? calendar.deadline(of: $0, received: now).get().due }
        return CaseBranch(
            key: branch.key, role: branch.role, agency: place?.agency, unit: place?.unit, due: due,
            service: branch.isCase ? branch.service : nil)
    }

    /// The case goes on, unless the applicant is waited for: what they send may change what is asked, and the step that
    /// waits for it has the acts with which it ends when nothing comes.
    private func joined(_ step: Step, _ dossier: Dossier) -> [DossierEvent] {
        guard dossier.openRequest == nil, let next = step.to.flatMap({ service.step($0) }) else { return [] }
        let joined = DossierEvent.joined(
            from: step.key, step: next.key, official: OfficialState(rawValue: next.official) ?? .inProcess)
        guard step.clock == .resume, let clock = dossier.clock, clock.isStopped,
            case .success(let running) = clock.resuming(at: now, calendar: calendar)
        else { return [joined] }
        return [joined, .clockResumed(clock: running)]
    }
}

extension DossierEvent {
    /// Whether it stops the clock or lets it go on.
    var setsClock: Bool {
        switch self {
        case .clockStopped, .clockResumed: true
        default: false
        }
    }
}
