package import Catalogue
import Directory
package import Kernel
import Site

/// A draft in the hands of its applicant: everything that its screens show.
struct OpenDraft: Sendable {
    let file: DraftFile
    let agency: AgencyCard
    let table: TerritoryTable
    /// The draft as its definition sees it today.
    let reading: CaseReading

    init(file: DraftFile, agency: AgencyCard, table: TerritoryTable, today: Day) {
        self.file = file
        self.agency = agency
        self.table = table
        reading = file.service.reading(file.draft.facts(today))
    }

    var draft: Draft { file.draft }
    var id: Draft.ID { file.draft.id }
    var service: CompiledService { file.service }
    var places: PlaceLookup { PlaceLookup(table) }

    var facts: CaseFacts { reading.facts }
    var today: Day { reading.facts.day }

    var parts: [DraftPart] { file.parts(reading) }

    /// Where the applicant was last, or the first part.
    var resume: DraftPart {
        let parts = parts
        return parts.first { $0.key == draft.page } ?? parts.first ?? .check
    }

    func next(after part: DraftPart) -> String {
        let parts = parts
        guard let place = parts.firstIndex(of: part), place + 1 < parts.count else {
            return ApplicantPaths.check(id)
        }
        return parts[place + 1].address(id)
    }

    /// Where "back" leads.
    func before(_ part: DraftPart) -> String {
        let parts = parts
        guard let place = parts.firstIndex(of: part), place > 0 else {
            return ApplicantPaths.service(draft.service)
        }
        return parts[place - 1].address(id)
    }

    /// The answers that are not the applicant's to change.
    var locked: [String: AnswerOrigin] { service.lockedAnswers(facts, draft.origins) }

    /// The files of a paper or of a question, by the rule's key.
    func files(_ rule: String) -> [Paper] { file.papers.filter { $0.rule == rule } }
}

extension Draft {
    /// What the rules of its service may see of it.
    package func facts(_ today: Day) -> CaseFacts {
        CaseFacts(
            answers: answers, owner: parties.kind, isAuthorised: parties.isAuthorised, channel: channel, day: today)
    }
}

extension ApplicantSite {
    /// Lets `body` answer for a draft of the visitor. One that was filed meanwhile says so; somebody else's looks
    /// like a missing one.
    func withDraft(
        _ id: Draft.ID, of visitor: Visitor, isFiling: Bool = false, _ body: (OpenDraft) async throws -> Response
    ) async throws -> Response {
        guard let file = try await office.draft(id, of: visitor.account) else {
            guard try await office.isFiled(id, by: visitor.account) else { return .notFound }
            // Pressed twice, the button that files leads where it led the first time.
            return isFiling
                ? .see(ApplicantPaths.receipt(Dossier.ID(id))) : .page(FiledDraftPage(id: Dossier.ID(id)).page)
        }
        return try await body(try await opened(file))
    }

    func opened(_ file: DraftFile) async throws -> OpenDraft {
        let id = file.draft.agency
        let card = try await agencies.card(id) ?? AgencyCard(id: id, name: Phrase(same: id), code: "000")
        return OpenDraft(file: file, agency: card, table: try await territories(), today: office.clock.now.day)
    }

    /// Changes the draft and reads it again; nil when it is gone (filed or thrown away in another tab).
    ///
    /// - Parameters:
    ///   - service: the definition under which it is kept from now on; its own when absent.
    ///   - blanks: what becomes of questions without an answer that a register could answer.
    func change(
        _ open: OpenDraft, under service: CompiledService? = nil, blanks: KeepDraft.Filling.Blanks = .left,
        _ change: @escaping @Sendable (inout Draft) -> Void
    ) async throws -> OpenDraft? {
        let account = open.draft.account
        let filling = KeepDraft.Filling(
            service: service ?? open.service, asker: .account(account), blanks: blanks)
        guard try await KeepDraft(office).change(open.id, of: account, filling: filling, change) != nil,
            let file = try await office.draft(open.id, of: account)
        else { return nil }
        return try await opened(file)
    }

    /// Where somebody is led whose draft went away under their hands.
    func gone(_ id: Draft.ID, _ visitor: Visitor) async throws -> Response {
        try await withDraft(id, of: visitor) { .see(ApplicantPaths.draft($0.id)) }
    }
}
