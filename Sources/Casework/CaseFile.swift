package import Catalogue
package import Kernel
package import Storage

/// Everything about one dossier that its pages show: read in one transaction.
package struct CaseFile: Sendable {
    package let dossier: Dossier
    package let parties: Parties
    package let answers: JSON
    package let origins: AnswerOrigins
    /// Answers for which the present version of the service does not ask, each with the version that did.
    package let kept: [(answers: JSON, service: CompiledService)]
    /// What has been handed in, replaced files too, and results.
    package let papers: [Paper]
    /// What the applicant has attached to a request that is not answered yet; nobody else sees it.
    package let unsentPapers: [Paper]
    /// The answers to an open request as typed so far; nil when nothing was typed.
    package let unsentAnswers: JSON?
    package let history: [DossierStore.Recorded]
    /// Reasons and notes by the id that events name.
    package let texts: [String: String]
    package let requests: [SupplementRequest]
    package let fees: [CaseFee]
    package let service: CompiledService
    /// Until when the present step should be done, where the service says so; nil while the applicant is waited for.
    package let stepDueAt: Instant?
    /// The cases at other agencies that this one has opened, the newest last.
    package internal(set) var children: [ChildCase] = []
    /// The case of which this one is the child; nil for what applicants file.
    package internal(set) var origin: OriginCase?

    package var facts: CaseFacts {
        CaseFacts(
            answers: answers, owner: parties.kind, isAuthorised: parties.isAuthorised, channel: dossier.channel,
            day: dossier.filedAt.day)
    }

    /// The step where the dossier is.
    package var step: Step? { service.step(dossier.step) }

    /// The request that waits for the applicant; nil when nothing is asked.
    package var openRequest: SupplementRequest? { requests.first { $0.id == dossier.openRequest } }

    /// What is still to be paid before the dossier is received; nothing once it is.
    package var feesBeforeReception: [CaseFee] {
        guard dossier.isOpen, dossier.clock == nil else { return [] }
        let early = Set(service.definition.fees.filter { $0.due == .reception }.map(\.key))
        return fees.filter { $0.paidAt == nil && early.contains($0.rule) }
    }

    package func text(_ mark: TextMark?) -> String? { mark.flatMap { texts[$0.id] } }
}

/// An amount due in a case, and when it was paid.
package struct CaseFee: Sendable, Equatable {
    package let key: String
    package let title: Phrase
    package let amount: Money
    package let basis: String?
    package let paidAt: Instant?
}

extension CaseOffice {
    /// The file of a dossier; nil when there is none. Whoever calls this has settled that it may be seen.
    package func file(_ id: Dossier.ID) async throws -> CaseFile? {
        while true {
            let versions = try await database.read { tx in try Versions.find(id, in: tx) }
            guard let versions, let service = try await services.service(versions.definition) else { return nil }
            var kept: [(answers: JSON, service: CompiledService)] = []
            for one in versions.kept {
                if let service = try await services.service(one.definition) { kept.append((one.answers, service)) }
            }
            let file = try await database.read { [kept] tx in
                // The case may have gone on under another version since: then all is read again.
                try Versions.find(id, in: tx) == versions ? try self.file(id, service, kept, in: tx) : nil
            }
            guard var file else { continue }
            file.origin = try await origin(of: file.dossier)
            file.children = try await children(of: id)
            return file
        }
    }

    private func file(
        _ id: Dossier.ID, _ service: CompiledService, _ kept: [(answers: JSON, service: CompiledService)],
        in tx: any Transaction
    ) throws -> CaseFile? {
        guard let dossier = try DossierStore.find(id, in: tx)?.dossier, let content = try ContentStore.find(id, in: tx)
        else { return nil }
        let papers = try PaperStore.papers(of: id, in: tx)
        let requests = try SupplementStore.requests(of: id, in: tx)
        let unanswered = Set(requests.filter { $0.answeredAt == nil }.map(\.id))
        let isUnsent = { (paper: Paper) in paper.request.map(unanswered.contains) ?? false }
        return CaseFile(
            dossier: dossier, parties: content.parties, answers: content.answers, origins: content.origins, kept: kept,
            papers: papers.filter { !isUnsent($0) }, unsentPapers: papers.filter(isUnsent),
            unsentAnswers: try dossier.openRequest.flatMap { try SupplementStore.draft(of: $0, in: tx) },
            history: try DossierStore.history(of: id, in: tx),
            texts: try ContentStore.texts(of: id, in: tx), requests: requests,
            fees: try CaseFee.fees(of: id, in: tx), service: service, stepDueAt: try TaskStore.stepDue(of: id, in: tx))
    }
}

/// Under which versions of its service a dossier was worked: that of now, and those that asked for answers it keeps.
private struct Versions: Equatable {
    let definition: String
    let kept: [KeptAnswers]

    /// nil when there is no dossier, or its content is erased.
    static func find(_ id: Dossier.ID, in tx: any Transaction) throws -> Versions? {
        try tx.row(
            """
            SELECT definition, kept FROM dossier JOIN dossier_content ON dossier_id = dossier.id
            WHERE dossier.id = \(id)
            """
        ).map { row in
            Versions(
                definition: try row.get("definition"),
                kept: try row.find("kept", as: JSON.self)?.decoded(as: [KeptAnswers].self) ?? [])
        }
    }
}

extension CaseFee {
    package static func fees(of id: Dossier.ID, in tx: any Transaction) throws -> [CaseFee] {
        try tx.rows(
            "SELECT fee, title, amount, basis, paid_at FROM dossier_fee WHERE dossier_id = \(id) ORDER BY fee"
        ).map { row in
            CaseFee(
                key: try row.get("fee"), title: try row.get("title", as: JSON.self).decoded(as: Phrase.self),
                amount: try row.get("amount"), basis: try row.find("basis"), paidAt: try row.find("paid_at"))
        }
    }
}
