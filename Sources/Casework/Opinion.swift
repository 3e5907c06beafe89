package import Catalogue
package import Kernel

/// The answer of a branch as the page of a case shows it: who was asked what, by whom, and what came back, when.
package struct Opinion: Sendable {
    package let branch: String
    package let title: Phrase
    package internal(set) var agency: String?
    package internal(set) var unit: String?
    package internal(set) var question: String?
    package internal(set) var verdict: OpinionVerdict?
    package internal(set) var text: String?
    package internal(set) var by: String?
    package internal(set) var answeredAt: Instant?
    /// Whether a case at another agency answered it.
    package var isCase = false
}

extension CaseFile {
    /// Every answer that was given in the case, in the order of time; those of the present step that are still awaited are
    /// among the dossier's `branches`.
    package var opinions: [Opinion] {
        var given: [Opinion] = []
        var open: [String: Opinion] = [:]
        for record in history {
            switch record.event {
            case .branchesOpened(let step, let branches):
                for branch in branches {
                    open[branch.key] = Opinion(
                        branch: branch.key,
                        title: service.branch(branch.key, in: step)?.title ?? Phrase(same: branch.key),
                        agency: branch.agency, unit: branch.unit, isCase: branch.isCase)
                }
            case .branchAsked(let key, let agency, let unit, _, let text):
                open[key]?.agency = agency
                open[key]?.unit = unit
                open[key]?.question = self.text(text)
            case .branchAnswered(let key, let verdict, let text, _):
                guard var opinion = open[key] else { break }
                opinion.verdict = verdict
                opinion.text = self.text(text)
                opinion.by = record.actorName
                opinion.answeredAt = record.at
                open[key] = opinion
                given.append(opinion)
            default: break
            }
        }
        return given
    }

    /// When the applicant last sent other answers than those that were filed; nil when these still stand.
    package var answersChangedAt: Instant? {
        history.last { record in
            if case .supplementAnswered(_, _, _, _, let commitment) = record.event { commitment != nil } else { false }
        }?.at
    }

    /// What was asked of a branch that awaits its answer, and by whom.
    package func question(of branch: CaseBranch) -> (text: String?, by: String?, at: Instant)? {
        guard let record = history.first(where: { $0.number == branch.round }) else { return nil }
        return (text(of: record.event), record.actorName, record.at)
    }

    /// The branches of the present step with their rules, in the definition's order.
    package var branches: [(state: CaseBranch, rule: StepBranch)] {
        dossier.branches.compactMap { state in service.branch(state.key, in: dossier.step).map { (state, $0) } }
    }
}
