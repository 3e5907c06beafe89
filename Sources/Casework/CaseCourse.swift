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

    /// The events that follow `event`, after which the dossier is as given.
    func following(_ event: DossierEvent, _ dossier: Dossier) throws -> [DossierEvent] {
        guard dossier.isOpen, let step = service.step(dossier.step), step.parallel != nil else { return [] }
        switch event {
        case .received, .moved, .finished, .joined:
            let opened = try service.branches(in: step.key, for: facts).map { branch, limit in
                try place(branch, limit, of: dossier)
            }
            return opened.isEmpty ? joined(step) : [.branchesOpened(step: step.key, branches: opened)]
        case .branchAnswered:
            let answered = dossier.branches.count(where: \.isAnswered)
            let isEnough = (step.join ?? .all).holds(answered: answered, of: dossier.branches.count)
            return isEnough ? joined(step) : []
        default: return []
        }
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
            case nil: Seat(agency: dossier.agency, unit: nil) as Seat?
            case StepBranch.chosen?: nil as Seat?
            case let code?: try seat(code)
            }
        let due = place == nil ? nil : limit.flatMap { try? calendar.deadline(of: $0, received: now).get().due }
        return CaseBranch(key: branch.key, role: branch.role, agency: place?.agency, unit: place?.unit, due: due)
    }

    private func joined(_ step: Step) -> [DossierEvent] {
        guard let next = step.to.flatMap({ service.step($0) }) else { return [] }
        return [.joined(from: step.key, step: next.key, official: OfficialState(rawValue: next.official) ?? .inProcess)]
    }
}
