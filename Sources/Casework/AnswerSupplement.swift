package import Kernel
import Storage

/// The applicant's answer to a request for supplements: new files for the marked papers, new answers on the marked
/// pages, and nothing else.
package struct AnswerSupplement: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Sends what was asked for. Files were attached before, under the request's id.
    ///
    /// - Parameter answers: the whole answers, of which only the marked pages differ; nil when no page was marked.
    package func callAsFunction(
        _ id: Dossier.ID, request: String, answers: JSON?, by actor: Actor
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        guard let (service, calendar) = try await office.background(of: id) else { return .failure(.unknown) }
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx),
                let asked = try SupplementStore.requests(of: id, in: tx).first(where: { $0.id == request }),
                let content = try ContentStore.find(id, in: tx)
            else { return .failure(.unknown) }
            let papers = try PaperStore.papers(of: id, in: tx)
            let rows = try tx.rows("SELECT paper FROM dossier_paper WHERE dossier_id = \(id) AND request = \(request)")
            let brought = Set(try rows.map { try $0.get("paper", as: String.self) })
            var problems: [FieldProblem] = []
            for item in asked.items where item.kind == .paper && !brought.contains(item.key) {
                problems.append(
                    FieldProblem(
                        "paper.\(item.key)",
                        Phrase(vi: "Xin đính kèm giấy tờ này.", en: "Please attach this paper.")))
            }
            guard problems.isEmpty else { return .failure(.problems(problems)) }
            let decision = CaseDecision(
                dossier: stored.dossier, service: service, facts: stored.dossier.facts(content), calendar: calendar,
                now: now)
            switch decision.answered(request) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let event):
                if let answers {
                    try ContentStore.update(Self.merge(answers, asked, into: content.answers), of: id, in: tx)
                }
                for rule in Set(papers.map(\.rule)) where brought.contains(rule) {
                    try PaperStore.replace(rule, of: id, except: request, in: tx)
                }
                try SupplementStore.answer(request, at: now, in: tx)
                return .success(try office.record(event, on: stored, service, calendar, by: actor, at: now, in: tx))
            }
        }
    }

    /// Only the pages that were marked change.
    private static func merge(_ answers: JSON, _ asked: SupplementRequest, into old: JSON) -> JSON {
        var merged = old
        for item in asked.items where item.kind == .page { merged[item.key] = answers[item.key] }
        return merged
    }
}
