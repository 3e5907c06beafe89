package import Catalogue
import Journal
package import Kernel
import Storage

/// The applicant's answer to a request for supplements: new files for the marked papers, new answers on the marked
/// pages and on pages that these answers newly call for, and nothing else.
package struct AnswerSupplement: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Keeps what was typed on one page until everything is sent. False when the request is not open any more, or the
    /// dossier is not the actor's.
    package func keep(
        _ id: Dossier.ID, request: String, by actor: Actor,
        _ change: @escaping @Sendable (_ answers: JSON) -> JSON
    ) async throws -> Bool {
        let now = office.clock.now
        return try await office.database.write { tx in
            guard let dossier = try DossierStore.lock(id, in: tx)?.dossier, dossier.isApplicant(actor),
                dossier.openRequest == request, let content = try ContentStore.find(id, in: tx)
            else { return false }
            let typed = try SupplementStore.draft(of: request, in: tx) ?? content.answers
            try SupplementStore.keep(change(typed), for: request, at: now, in: tx)
            return true
        }
    }

    /// Sends what was asked for. Files were attached before, under the request's id, and answers kept with `keep`; the
    /// caller has found the answers of the pages right.
    ///
    /// - Parameter handed: what was handed over the counter on paper instead.
    package func callAsFunction(
        _ id: Dossier.ID, request: String, by actor: Actor, handed: [HandedPaper] = []
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        guard let (service, calendar) = try await office.background(of: id) else { return .failure(.unknown) }
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isApplicant(actor),
                let asked = try SupplementStore.requests(of: id, in: tx).first(where: { $0.id == request }),
                let content = try ContentStore.find(id, in: tx)
            else { return .failure(.unknown) }
            let papers = try PaperStore.papers(of: id, in: tx)
            let brought = Set(papers.filter { $0.request == request }.map(\.rule))
            let onPaper = Set(handed.map(\.paper))
            let missing = asked.items.filter { item in
                item.kind == .paper && !brought.contains(item.key) && !onPaper.contains(item.key)
            }
            let problems = missing.map { item in
                FieldProblem(
                    "paper.\(item.key)", Phrase(vi: "Xin đính kèm giấy tờ này.", en: "Please attach this paper."))
            }
            guard problems.isEmpty else { return .failure(.problems(problems)) }
            let facts = stored.dossier.facts(content)
            let decision = CaseDecision(
                dossier: stored.dossier, service: service, facts: facts, calendar: calendar, now: now)
            let sent = papers.filter { $0.request == request }.map(PaperMark.init)
            let renewed = try SupplementStore.draft(of: request, in: tx).map { typed in
                let merged = asked.merging(typed, into: facts, service)
                return content.changed(to: service.pruned(merged).answers, salt: Journal.salt())
            }
            switch try decision.answered(request, with: sent, commitment: renewed?.commitment()) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let event):
                if let renewed { try ContentStore.update(renewed, of: id, in: tx) }
                for rule in brought { try PaperStore.replace(rule, of: id, except: request, in: tx) }
                try SupplementStore.answer(request, at: now, in: tx)
                for paper in handed { try paper.note(for: id, in: tx) }
                return .success(try office.record(event, on: stored, service, calendar, by: actor, at: now, in: tx))
            }
        }
    }
}

extension SupplementRequest {
    /// The pages that may be answered anew: the marked ones, and those that the new answers newly call for.
    package func pages(_ typed: JSON, for facts: CaseFacts, _ service: CompiledService) -> [ShownPage] {
        let marked = Set(items.filter { $0.kind == .page }.map(\.key))
        var new = facts
        new.answers = typed
        let before = Set(service.visiblePages(facts).map(\.key))
        return service.shownPages(new).filter { marked.contains($0.key) || !before.contains($0.key) }
    }

    /// The case with the new answers of those pages; all other answers stay as they were filed.
    package func merging(_ typed: JSON, into facts: CaseFacts, _ service: CompiledService) -> CaseFacts {
        var merged = facts
        for page in pages(typed, for: facts, service) { merged.answers[page.key] = typed[page.key] }
        return merged
    }
}
