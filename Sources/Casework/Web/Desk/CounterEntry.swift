import Catalogue
import Directory
import Kernel

/// A dossier being entered at the counter for somebody present.
struct CounterEntry: Sendable {
    let file: DraftFile
    let official: DeskOfficial
    let agency: AgencyCard
    let table: TerritoryTable
    let handed: [HandedPaper]
    let expected: CaseClock?
    let today: Day

    var draft: Draft { file.draft }
    var id: Draft.ID { file.draft.id }
    var service: CompiledService { file.service }
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
        return CounterEntry(
            file: file, official: official,
            agency: try await agencies.card(official.agency)
                ?? AgencyCard(id: official.agency, name: Phrase(same: official.agencyName), code: "000"),
            table: try await territories(), handed: try await office.handedPapers(of: Dossier.ID(id)),
            expected: file.service.expected(file.draft.facts(now.day), at: now, calendar), today: now.day)
    }
}
