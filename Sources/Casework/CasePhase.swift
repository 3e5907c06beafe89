import Catalogue
package import Kernel

/// One official phase of a dossier as the applicant follows it: passed, present, or still to come.
///
/// Phases are the official states (codes 1 to 10), drawn from the events; the steps inside the agency do not show.
package struct CasePhase: Sendable, Equatable {
    package enum Standing: Sendable { case passed, present, ahead }

    package let state: OfficialState
    package let standing: Standing
    /// Since when it was in this phase; nil while it lies ahead.
    package let since: Instant?
}

extension CaseFile {
    /// The phases passed, the present one, and those that usually follow.
    package var phases: [CasePhase] {
        var passed: [(state: OfficialState, since: Instant)] = []
        var dossier = Dossier(id: dossier.id)
        for record in history {
            dossier.apply(record.event, at: record.at)
            // A service that goes from reception straight to work has been received all the same.
            if case .received = record.event, dossier.official != .received { passed.append((.received, record.at)) }
            if passed.last?.state != dossier.official { passed.append((dossier.official, record.at)) }
        }
        let last = passed.count - 1
        return passed.enumerated().map { index, phase in
            CasePhase(state: phase.state, standing: index == last ? .present : .passed, since: phase.since)
        } + ahead.map { CasePhase(state: $0, standing: .ahead, since: nil) }
    }

    /// What usually follows, until the result is handed over.
    private var ahead: [OfficialState] {
        let way: [OfficialState] = [.received, .inProcess, .finished, .returned]
        switch dossier.official {
        case .registered: return way
        case .received: return Array(way.dropFirst())
        case .supplementRequested, .paymentRequested:
            return dossier.clock == nil ? way : Array(way.dropFirst())
        case .inProcess: return [.finished, .returned]
        case .finished: return [.returned]
        case .notReceived, .withdrawn, .stopped, .returned: return []
        }
    }

    /// Since when the dossier is where it is: at this step, unit and official.
    package var presentSince: Instant {
        var since = dossier.filedAt
        var before = Dossier(id: dossier.id)
        for record in history {
            var after = before
            after.apply(record.event, at: record.at)
            if after.step != before.step || after.unit != before.unit || after.assignee != before.assignee
                || after.openRequest != before.openRequest
            {
                since = record.at
            }
            before = after
        }
        return since
    }
}
