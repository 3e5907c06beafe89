package import Catalogue
import Kernel

/// Where an act leads: the step that follows and the official state that the applicant will see.
package struct ActOutcome: Sendable {
    /// Nil when the case ends.
    package let step: Step?
    package let official: OfficialState
    /// Whether the legal clock starts, stands still or ends with it.
    package let clock: Clock

    package enum Clock: Sendable { case starts, stops, ends, goesOn, resumes }
}

extension CaseFile {
    package func outcome(of act: Act) -> ActOutcome {
        let next = act.to.flatMap { service.step($0) } ?? step
        let official = next.flatMap { OfficialState(rawValue: $0.official) } ?? dossier.official
        switch act.kind {
        case .receive: return ActOutcome(step: next, official: official, clock: .starts)
        case .move:
            let runs = dossier.clock.map { $0.endedAt == nil && !$0.isStopped }
            let clock: ActOutcome.Clock =
                switch (act.clock, runs) {
                case (.stop?, true?): .stops
                case (.resume?, false?): .resumes
                default: .goesOn
                }
            return ActOutcome(step: next, official: official, clock: clock)
        case .supplement:
            let clock = dossier.clock == nil ? ActOutcome.Clock.goesOn : .stops
            return ActOutcome(step: step, official: .supplementRequested, clock: clock)
        case .refuse:
            return ActOutcome(step: nil, official: dossier.clock == nil ? .notReceived : .stopped, clock: .ends)
        case .finish: return ActOutcome(step: next, official: .finished, clock: .ends)
        case .give: return ActOutcome(step: nil, official: .returned, clock: .goesOn)
        }
    }

    /// How often supplements may still be asked for.
    package var supplementsLeft: Int { max(0, service.definition.supplement.times - dossier.supplements) }
}
