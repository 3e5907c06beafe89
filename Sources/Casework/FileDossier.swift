package import Catalogue
package import Kernel
import Storage
import WorkingTime

/// Files a draft: it becomes a dossier with a code. Filing the same draft again finds the dossier it became.
package struct FileDossier: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameters:
    ///   - reading: the draft's case, which the form engine found whole and right.
    ///   - agencyCode: the agency's electronic code, the first part of the dossier code.
    ///   - desk: the official who enters it at the counter; the dossier is then received at once, unless something holds
    ///     the reception back, such as a fee that is due before it.
    ///   - seen: the number of the account's holder, if it was seen at a counter: it reaches what was entered there.
    package func callAsFunction(
        _ draft: Draft, _ reading: CaseReading, agencyCode: String, by actor: Actor, desk: DeskOfficial? = nil,
        seen: CitizenNumber? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        let day = reading.facts.day
        let reading = reading.filed(on: now.day)
        let (service, answers) = (reading.service, reading.facts.answers)
        // Whatever way it came: a dossier is filed under the definition in force, where the service is taken.
        guard let inForce = try await office.services.offered(service.definition.service, at: draft.agency) else {
            return .failure(.notOffered)
        }
        guard inForce.definition.takes(draft.channel) else { return .failure(.notOffered) }
        guard inForce.hash == service.hash else { return .failure(.formChanged) }
        guard let first = service.firstStep else { return .failure(.notPossible) }
        // Only what is received at once, or has a limit before it is, needs to know the working days.
        let needsDays = desk != nil || first.limit != nil || first.timers != nil
        let calendar = needsDays ? try await office.calendars.calendar(of: draft.agency) : nil
        let (papers, fees) = (reading.papers, reading.fees)
        if let fee = reading.uncountedFees.first { return .failure(.feeUnknown(fee.title)) }
        let origins = draft.origins.answered(in: answers)
        let content = try SealedContent(answers: answers, parties: draft.parties, origins: origins)
        let unfiled = DossierEvent.Filed(
            code: try await office.codes.next(agency: agencyCode), service: service.definition.service,
            definition: service.hash, procedure: service.definition.procedure, agency: draft.agency, unit: nil,
            step: first.key, submitter: desk == nil ? actor.account : nil, owner: draft.parties.kind.rawValue,
            channel: draft.channel,
            commitment: content.commitment)
        var reception: (act: Act, clock: CaseClock)?
        if desk != nil, let calendar {
            guard let act = first.acts.first(where: { $0.kind == .receive }) else { return .failure(.notPossible) }
            switch CaseClock.starting(at: now, limit: reading.limit, calendar: calendar) {
            case .success(let clock): reception = (act, clock)
            case .failure(let refusal): return .failure(.noDeadline(refusal.words))
            }
        }
        let reuse = try await ReuseCheck(
            Dossier.ID(draft.id), by: desk.map { .desk($0) } ?? .account(draft.account, seen: seen), office)
        return try await office.database.write { [office, reception, unfiled] tx in
            let id = Dossier.ID(draft.id)
            // The lock comes first: whoever files the same draft at the same time waits here, and then finds the dossier.
            guard let kept = try DraftStore.lockStanding(draft.id, in: tx) else {
                let known = try DossierStore.find(id, in: tx)
                return .failure(known.map { .alreadyFiled(id: id, code: $0.dossier.code) } ?? .unknown)
            }
            guard kept.account == draft.account else { return .failure(.unknown) }
            guard kept.version == draft.version else {
                let what = Phrase(vi: "sửa bản nháp", en: "changed the draft")
                return .failure(.changed(by: "", at: kept.changedAt, what: what))
            }
            let filling = KeepDraft.Filling(service: service, asker: desk.map { .desk($0) } ?? .account(draft.account))
            var settled = draft
            try office.settle(&settled, filling, at: now, in: tx)
            // A question that is not shown is no part of the case: what a register says of it by now changes nothing.
            let shown = settled.answers == draft.answers ? answers : service.reading(settled.facts(day)).answers
            guard shown == answers, settled.origins.answered(in: shown) == origins else {
                return .failure(.filledInChanged)
            }
            if desk == nil, let most = office.filingsPerDay,
                try DossierStore.hasFiled(most, since: now.adding(days: -1), account: draft.account, in: tx)
            {
                return .failure(.tooManyFiled(most))
            }
            var filed = unfiled
            switch try Self.settlePapers(of: id, papers, content.answers, draft, reuse, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let papers): filed.papers = papers.map(PaperMark.init)
            }
            let stored = try DossierStore.insert(filed, id: id, by: actor, at: now, in: tx)
            try ContentStore.insert(content, of: id, agency: draft.agency, in: tx)
            try tx.runAll(fees.map { try CaseFee(due: $0).insertion(of: id) })
            try office.follow(.filed(filed), stored.dossier, of: draft.parties, by: actor, at: now, in: tx)
            let isHeldBack = { (act: Act) in
                try office.acts.contains { try $0.objection(to: act, on: stored.dossier, in: tx) != nil }
            }
            if let desk, let (act, clock) = reception, let calendar, try !isHeldBack(act) {
                let step = act.to ?? first.key
                let official = service.step(step).flatMap { OfficialState(rawValue: $0.official) } ?? .received
                let event = DossierEvent.received(by: desk.account, step: step, official: official, clock: clock)
                try DraftStore.delete(draft.id, in: tx)
                return .success(
                    try office.record(
                        [event], on: stored, of: draft.parties, service, calendar, reading.facts, by: actor, at: now,
                        in: tx))
            }
            try DraftStore.delete(draft.id, in: tx)
            let given = try office.assign(stored, service, reading.facts, at: now, in: tx).dossier
            try TaskStore.write(given, service, calendar, at: now, hadMore: false, in: tx)
            return .success(given)
        }
    }

    /// Takes away the files of papers and questions that do not belong to this case any more, and names the papers that
    /// an online filing lacks; returns what stays. At the counter the official looks at the papers themselves.
    private static func settlePapers(
        of id: Dossier.ID, _ due: [PaperDue], _ answers: String, _ draft: Draft, _ reuse: ReuseCheck,
        in tx: any Transaction
    ) throws -> Result<[Paper], CaseRefusal> {
        let keys = Set(due.map(\.rule.key))
        let papers = try PaperStore.papers(of: id, in: tx)
        let brought = Set(papers.map(\.rule))
        let missing = draft.channel == .online ? due.missing(brought: brought) : []
        guard missing.isEmpty else {
            let problems = missing.map { paper in
                FieldProblem(
                    "paper.\(paper.key)",
                    Phrase(vi: "Xin đính kèm \(paper.title.vi).", en: "Please attach \(paper.title.en)."))
            }
            return .failure(.problems(problems))
        }
        let gone = try reuse.problems(of: papers, due.map(\.rule), draft.parties, at: draft.agency, in: tx)
        guard gone.isEmpty else { return .failure(.problems(gone)) }
        let stays = { (paper: Paper) in keys.contains(paper.rule) || answers.contains("\"\(paper.id)\"") }
        for paper in papers where !stays(paper) { _ = try PaperStore.remove(paper.id, of: id, in: tx) }
        return .success(papers.filter(stays))
    }
}
