import Kernel

extension CaseFile {
    /// The case as an official of another agency reads it who is asked for an answer (lấy ý kiến): the answers, the
    /// papers, the name of the owner, what was asked of them and what they answered. Notes, findings, receipts, results,
    /// money and what others think stay with the agency that works the case (Luật 91/2025/QH15: what is needed).
    func asked(of official: DeskOfficial) -> CaseFile {
        let own = dossier.branches.filter(official.isAsked)
        let history = history.compactMap { $0.asked(own, since: self.history) }
        let named = Set(history.compactMap { $0.event.text?.id })
        let parties = Parties(
            kind: parties.kind, owner: Party(name: parties.owner.name), submitter: Party(name: ""),
            mandate: parties.mandate)
        return CaseFile(
            dossier: dossier.narrowed(to: own), parties: parties, answers: answers, origins: AnswerOrigins(), kept: [],
            papers: papers.filter { $0.kind == .applicant && !$0.isReplaced }, unsentPapers: [], unsentAnswers: nil,
            history: history, texts: texts.filter { named.contains($0.key) }, requests: [], fees: [], service: service,
            stepDueAt: nil)
    }
}

extension DossierStore.Recorded {
    /// The entry as far as it tells of the questions that these branches await answers to, or of the answers; nil when
    /// it tells of something else.
    fileprivate func asked(_ own: [CaseBranch], since history: [DossierStore.Recorded]) -> DossierStore.Recorded? {
        switch event {
        case .branchesOpened(let step, let branches):
            let opened = branches.filter { branch in
                own.contains { $0.key == branch.key } && history.last { $0.opens(branch.key) }?.number == number
            }
            guard !opened.isEmpty else { return nil }
            return DossierStore.Recorded(
                number: number, event: .branchesOpened(step: step, branches: opened), at: at, actor: actor,
                actorName: actorName)
        case .branchAsked(let key, _, _, _, _): return own.contains { $0.key == key && $0.round == number } ? self : nil
        case .branchAnswered(let key, _, _, _): return own.contains { $0.key == key && $0.round < number } ? self : nil
        default: return nil
        }
    }

    private func opens(_ key: String) -> Bool {
        if case .branchesOpened(_, let branches) = event { branches.contains { $0.key == key } } else { false }
    }
}
