import Catalogue
import Directory
import Kernel

/// A dossier being entered at the counter for somebody present.
struct CounterEntry: Sendable {
    /// The draft with the definition in force today, whichever it was begun under.
    let file: DraftFile
    /// The service was turned off since.
    let isOff: Bool
    let official: DeskOfficial
    let agency: AgencyCard
    let table: TerritoryTable
    let handed: [HandedPaper]
    let expected: CaseClock?
    let today: Day
    /// What the agency holds of the owner already, by the papers of this dossier that have no scans yet.
    var offers: [String: [EarlierPapers.Offer]] = [:]

    var draft: Draft { file.draft }
    var id: Draft.ID { file.draft.id }
    var service: CompiledService { file.service }
    /// Another definition is in force than the one under which it was kept last.
    var isChanged: Bool { draft.definition != service.hash }
    var places: PlaceLookup { PlaceLookup(table) }
    var facts: CaseFacts { draft.facts(today) }
    var due: [PaperDue] { service.papers(for: facts).filter { !$0.rule.isForm } }

    func files(_ rule: String) -> [Paper] { file.papers.filter { $0.rule == rule } }
}

extension DeskSite {
    /// The entry of that id; nil when this official has none.
    func entry(_ id: Draft.ID, of official: DeskOfficial) async throws -> CounterEntry? {
        guard let file = try await office.draft(id, of: official.account), file.draft.agency == official.agency,
            file.draft.channel != .online
        else { return nil }
        let now = office.clock.now
        let calendar = try await office.calendars.calendar(of: official.agency)
        let inForce = try await office.services.offered(file.draft.service, at: official.agency)
        let service = inForce ?? file.service
        var entry = CounterEntry(
            file: DraftFile(draft: file.draft, service: service, papers: file.papers), isOff: inForce == nil,
            official: official,
            agency: try await agencies.card(official.agency)
                ?? AgencyCard(id: official.agency, name: Phrase(same: official.agencyName), code: "000"),
            table: try await territories(), handed: try await office.handedPapers(of: Dossier.ID(id)),
            expected: service.expected(file.draft.facts(now.day), at: now, calendar), today: now.day)
        entry.offers = try await EarlierPapers(office)(
            for: entry.due.map(\.rule).filter { entry.files($0.key).isEmpty }, of: file.draft.parties,
            at: official.agency, except: Dossier.ID(id), to: .desk(official))
        return entry
    }
}
