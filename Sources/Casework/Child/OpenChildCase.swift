import Catalogue
import Jobs
import Kernel
import Storage
import WorkingTime

/// Makes the child of a case at another agency (hồ sơ con): a dossier of its own under the service in force there, with the
/// answers and the papers that the branch hands over, received at once: the origin's desk has looked at it (NĐ
/// 118/2025/NĐ-CP, giải quyết thủ tục hành chính liên thông). Done once for each question of the branch.
struct OpenChildCase {
    /// The agency does not take the service now. It is tried until an administrator has turned it on or somebody asks
    /// another agency.
    struct NotOffered: JobFailure, CustomStringConvertible {
        let service: String
        let agency: String
        var outlook: JobOutlook { .passing }
        var description: String { "the agency \(agency) does not offer the service \(service)" }
    }

    let office: CaseOffice

    init(_ office: CaseOffice) { self.office = office }

    /// What is known before the transaction.
    private struct Background {
        let service: CompiledService
        let child: CompiledService
        let rule: StepBranch
        let agency: String
        let calendar: WorkingCalendar
        let code: String
    }

    func callAsFunction(_ order: ChildCaseOrder) async throws {
        while let known = try await background(of: order) {
            do {
                return try await office.database.write { tx in try make(order, known, in: tx) }
            } catch is CaseOffice.OtherVersion { continue }
        }
    }

    /// Nil when nobody awaits the child any more.
    private func background(of order: ChildCaseOrder) async throws -> Background? {
        let found = try await office.database.read { tx -> (dossier: Dossier, code: String?)? in
            guard let dossier = try DossierStore.find(order.origin, in: tx)?.dossier,
                let branch = dossier.awaited(order), let agency = branch.agency,
                try DossierStore.child(order, in: tx) == nil
            else { return nil }
            return (dossier, try office.seats.code(of: agency, in: tx))
        }
        guard let (dossier, code) = found, let agency = dossier.awaited(order)?.agency,
            let service = try await office.services.service(dossier.definition),
            let rule = service.branch(order.branch, in: dossier.step), let name = rule.service
        else { return nil }
        guard let code, let child = try await office.services.offered(name, at: agency) else {
            throw NotOffered(service: name, agency: agency)
        }
        return Background(
            service: service, child: child, rule: rule, agency: agency,
            calendar: try await office.calendars.calendar(of: agency), code: try await office.codes.next(agency: code))
    }

    private func make(_ order: ChildCaseOrder, _ known: Background, in tx: any Transaction) throws {
        let now = office.clock.now
        guard let origin = try DossierStore.lock(order.origin, in: tx)?.dossier, let branch = origin.awaited(order),
            branch.agency == known.agency, try DossierStore.child(order, in: tx) == nil,
            let content = try ContentStore.find(order.origin, in: tx)
        else { return }
        guard origin.definition == known.service.hash else { throw CaseOffice.OtherVersion() }
        let facts = origin.facts(content)
        let limit = known.service.branches(in: origin.step, for: facts).first { $0.branch.key == order.branch }?.limit
        var handed = facts
        handed.answers = known.service.handedAnswers(by: known.rule, in: origin.step, for: facts, to: known.child)
        let reading = known.child.reading(handed).filed(on: now.day)
        guard let first = known.child.firstStep else { return }
        let sealed = try SealedContent(
            answers: reading.facts.answers, parties: content.parties, origins: AnswerOrigins())
        let id = Dossier.ID(at: now)
        let papers = try handPapers(from: origin, to: id, known.rule, reading, at: now, in: tx)
        let filed = DossierEvent.Filed(
            code: known.code, service: known.child.definition.service, definition: known.child.hash,
            procedure: known.child.definition.procedure, agency: known.agency, unit: nil, step: first.key,
            submitter: origin.submitter, owner: origin.owner, channel: origin.channel, commitment: sealed.commitment,
            papers: papers.map(PaperMark.init),
            origin: CaseOrigin(dossier: origin.id, branch: order.branch, round: order.round, limit: limit))
        let actor = Actor.system("child-case")
        let stored = try DossierStore.insert(filed, id: id, by: actor, at: now, in: tx)
        try ContentStore.insert(sealed, of: id, agency: known.agency, in: tx)
        try office.follow(.filed(filed), stored.dossier, of: content.parties, by: actor, at: now, in: tx)
        try receive(stored, known, reading, content.parties, by: actor, at: now, in: tx)
    }

    /// The first step receives it, as one that is entered at a counter.
    private func receive(
        _ stored: DossierStore.Stored, _ known: Background, _ reading: CaseReading, _ parties: Parties,
        by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {
        let dossier = stored.dossier
        let limit = dossier.limit(reading.limit, from: now, known.calendar)
        guard let act = known.child.firstStep?.acts.first(where: { $0.kind == .receive }),
            case .success(let clock) = CaseClock.starting(at: now, limit: limit, calendar: known.calendar)
        else {
            let given = try office.assign(stored, known.child, reading.facts, at: now, in: tx).dossier
            return try TaskStore.write(given, known.child, known.calendar, at: now, hadMore: false, in: tx)
        }
        let step = act.to ?? dossier.step
        let official = known.child.step(step).flatMap { OfficialState(rawValue: $0.official) } ?? .received
        _ = try office.record(
            [.received(by: "system", step: step, official: official, clock: clock)], on: stored, of: parties,
            known.child, known.calendar, reading.facts, by: actor, at: now, in: tx)
    }

    /// The same files under the child's names, as old as they are in the origin, and what lay on the counter on paper.
    private func handPapers(
        from origin: Dossier, to child: Dossier.ID, _ rule: StepBranch, _ reading: CaseReading, at now: Instant,
        in tx: any Transaction
    ) throws -> [Paper] {
        let known = try PaperStore.papers(of: origin.id, in: tx).filter { $0.request == nil || $0.kind == .applicant }
        let unsent = Set(
            try SupplementStore.requests(of: origin.id, in: tx).filter { $0.answeredAt == nil }.map(\.id))
        var papers: [Paper] = []
        for due in reading.papers where !due.rule.isForm {
            let name = rule.papers?.first { $0.key == due.rule.key }?.from ?? due.rule.key
            let isResult = name == HandedPaperName.result
            for paper in known where !paper.isReplaced && !(paper.request.map(unsent.contains) ?? false) {
                guard isResult ? paper.kind == .result : paper.kind == .applicant && paper.rule == name else {
                    continue
                }
                var from =
                    paper.origin
                    ?? PaperOrigin(
                        dossier: origin.id.description, paper: paper.id.description, code: origin.code,
                        on: paper.addedAt.day)
                if isResult { from.isHandedResult = true }
                let copy = paper.copy(as: due.rule.key, from: from, at: now)
                try PaperStore.insert(copy, of: child, in: tx)
                papers.append(copy)
            }
            try tx.run(
                """
                INSERT INTO handed_paper (dossier_id, paper, form)
                SELECT \(child), \(due.rule.key), form FROM handed_paper
                WHERE dossier_id = \(origin.id) AND paper = \(name)
                """)
        }
        return papers
    }
}

extension Dossier {
    /// The branch that still awaits the child of that order; nil when none does.
    func awaited(_ order: ChildCaseOrder) -> CaseBranch? {
        guard isOpen else { return nil }
        return branches.first { $0.isCase && $0.isOpen && $0.key == order.branch && $0.round == order.round }
    }
}
