import Catalogue
import Kernel
import Storage

/// Answers a branch: an opinion, or that the work is done. The last answer that the step waits for lets the case go on.
///
/// An answer belongs to the question that was seen (`round`), not to the version of the dossier: who answers another
/// branch at the same time stands in nobody's way.
package struct AnswerBranch: Sendable {
    package struct Answer: Sendable {
        package var branch: String
        package var round: Int
        package var verdict: OpinionVerdict?
        package var note: String

        package init(branch: String, round: Int, verdict: OpinionVerdict?, note: String) {
            self.branch = branch
            self.round = round
            self.verdict = verdict
            self.note = note
        }
    }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, _ answer: Answer, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), let content = try ContentStore.find(id, in: tx)
            else { return .failure(.unknown) }
            let dossier = stored.dossier
            guard let branch = dossier.branches.first(where: { $0.key == answer.branch }),
                official.mayAnswer(branch, of: dossier)
            else {
                // Whoever is not asked any more may not even know that there is such a case.
                guard official.reads(dossier) else { return .failure(.unknown) }
                return try .failure(office.changed(dossier, since: answer.round, in: tx) ?? .notPossible)
            }
            guard branch.round == answer.round, let rule = service.branch(branch.key, in: dossier.step) else {
                return try .failure(office.changed(dossier, since: answer.round, in: tx) ?? .notPossible)
            }
            let problems = Self.problems(answer, rule)
            guard problems.isEmpty else { return .failure(.problems(problems)) }
            let text =
                try answer.note.isEmpty ? nil : ContentStore.insert(text: answer.note, of: id, at: now, in: tx)
            let event = DossierEvent.branchAnswered(
                branch: branch.key, verdict: rule.asksOpinion ? answer.verdict : nil, text: text)
            return .success(
                try office.record(
                    [event], on: stored, of: content.parties, service, calendar, dossier.facts(content),
                    by: official.actor, at: now, in: tx))
        }
    }

    private static func problems(_ answer: Answer, _ rule: StepBranch) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if rule.asksOpinion, answer.verdict == nil {
            problems.append(
                FieldProblem(
                    "verdict.\(answer.branch)", Phrase(vi: "Hãy chọn ý kiến", en: "Choose what you think")))
        }
        if answer.note.isEmpty, !rule.asksOpinion || answer.verdict == .remarks || answer.verdict == .disagree {
            problems.append(
                FieldProblem(
                    "answer.\(answer.branch)",
                    rule.asksOpinion
                        ? Phrase(vi: "Xin ghi ý kiến hoặc lý do.", en: "Please write the remarks or the reason.")
                        : Phrase(vi: "Xin ghi kết quả công việc.", en: "Please write what was found.")))
        }
        return problems
    }
}
