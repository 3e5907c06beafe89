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
        _ id: Dossier.ID, request: String, by actor: Actor, desk: DeskOfficial? = nil,
        _ change: @escaping @Sendable (_ answers: JSON) -> JSON
    ) async throws -> Bool {
        let now = office.clock.now
        return try await office.acting(on: id) { service, _, tx in
            guard let dossier = try DossierStore.lock(id, in: tx)?.dossier, dossier.isApplicant(actor, desk: desk),
                dossier.openRequest == request, let content = try ContentStore.find(id, in: tx)
            else { return false }
            let typed = change(try SupplementStore.draft(of: request, in: tx) ?? content.answers)
            let answers = service.keepingLocked(typed, of: dossier.facts(content), content.origins)
            try SupplementStore.keep(answers, for: request, at: now, in: tx)
            return true
        } ?? false
    }

    /// Sends what was asked for. Files were attached before, under the request's id, and answers kept with `keep`; the
    /// caller has found the answers of the pages right.
    ///
    /// - Parameters:
    ///   - checked: the answers typed so far that the caller found right; nil when none were asked for. Others are not
    ///     sent: a second window may have changed them.
    ///   - desk: the official who takes it at the counter; nil when the applicant sends it.
    ///   - handed: what was handed over the counter on paper instead.
    ///   - seen: the number of the account's holder, if it was seen at a counter.
    package func callAsFunction(
        _ id: Dossier.ID, request: String, checked: JSON?, by actor: Actor, desk: DeskOfficial? = nil,
        handed: [HandedPaper] = [], seen: CitizenNumber? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        let reuse = try await ReuseCheck(
            id, by: desk.map { .desk($0) } ?? .account(actor.account ?? "", seen: seen), office)
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isApplicant(actor, desk: desk),
                let asked = try SupplementStore.requests(of: id, in: tx).first(where: { $0.id == request }),
                let content = try ContentStore.find(id, in: tx)
            else { return .failure(.unknown) }
            let typed = try SupplementStore.draft(of: request, in: tx)
            guard typed == checked else { return .failure(.answersChanged) }
            let before = stored.dossier.facts(content)
            let facts = typed.map { service.pruned(asked.merging($0, into: before, service)) } ?? before
            // For a child nothing is paid: what is due stands in its origin.
            let isPaidFor = stored.dossier.origin == nil
            if isPaidFor, typed != nil, let fee = service.uncountedFees(for: facts).first {
                return .failure(.feeUnknown(fee.title))
            }
            let wanted = asked.papers(facts, before: before, service)
            // Files of papers that were called for by answers which have been changed again are not sent.
            let keys = Set(wanted.map(\.key))
            let all = try PaperStore.papers(of: id, in: tx)
            let strays = all.filter { paper in
                paper.request == request && !keys.contains(paper.rule) && service.definition.paper(paper.rule) != nil
            }
            let papers = all.filter { !strays.contains($0) }
            let brought = Set(papers.filter { $0.request == request }.map(\.rule))
            let onPaper = Set(handed.map(\.paper))
            let problems = wanted.filter { $0.required && !brought.contains($0.key) && !onPaper.contains($0.key) }
                .map { paper in
                    FieldProblem(
                        "paper.\(paper.key)", Phrase(vi: "Xin đính kèm giấy tờ này.", en: "Please attach this paper."))
                }
            let gone = try reuse.problems(
                of: papers.filter { $0.request == request }, service.definition.possiblePapers, content.parties,
                at: stored.dossier.agency, in: tx)
            guard (problems + gone).isEmpty else { return .failure(.problems(problems + gone)) }
            let decision = CaseDecision(
                dossier: stored.dossier, service: service, facts: facts, calendar: calendar, now: now)
            let sent = papers.filter { $0.request == request }.map(PaperMark.init)
            let renewed = typed.map { _ in
                content.changed(to: facts.answers, salt: Journal.salt())
            }
            switch try decision.answered(request, with: sent, commitment: renewed?.commitment()) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let event):
                for stray in strays { _ = try PaperStore.remove(stray.id, of: id, in: tx) }
                var events = [event]
                if let renewed {
                    try ContentStore.update(renewed, of: id, in: tx)
                    if isPaidFor, let fees = try CaseFee.adjust(to: service.fees(for: facts), of: id, in: tx) {
                        events.insert(.feesChanged(fees: fees), at: 0)
                    }
                }
                for rule in brought { try PaperStore.replace(rule, of: id, except: request, in: tx) }
                try SupplementStore.answer(request, at: now, in: tx)
                for paper in handed { try paper.note(for: id, in: tx) }
                return .success(
                    try office.record(
                        events, on: stored, of: content.parties, service, calendar, facts, by: actor, at: now, in: tx))
            }
        }
    }
}

/// A paper that may be handed in with a supplement.
package struct SupplementPaper: Sendable, Equatable {
    /// The key of its rule.
    package let key: String
    /// Nothing is sent without it.
    package let required: Bool
    /// The desk marked it; otherwise the new answers call for it.
    package let isMarked: Bool
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

    /// The papers that may be handed in: the marked ones, and those that the new answers newly call for.
    package func papers(_ facts: CaseFacts, before: CaseFacts, _ service: CompiledService) -> [SupplementPaper] {
        let marked = items.filter { $0.kind == .paper }.map {
            SupplementPaper(key: $0.key, required: true, isMarked: true)
        }
        let known = service.papers(for: before)
        let new = service.papers(for: facts).filter { due in
            due.isToAttach && !marked.contains { $0.key == due.rule.key }
                && !known.contains { $0.rule.key == due.rule.key && ($0.required || !due.required) }
        }
        return marked + new.map { SupplementPaper(key: $0.rule.key, required: $0.required, isMarked: false) }
    }

    /// The case with the new answers of those pages; all other answers stay as they were filed.
    package func merging(_ typed: JSON, into facts: CaseFacts, _ service: CompiledService) -> CaseFacts {
        var merged = facts
        for page in pages(typed, for: facts, service) { merged.answers[page.key] = typed[page.key] }
        return merged
    }
}
