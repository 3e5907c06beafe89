import Catalogue
import Kernel
import WorkingTime

/// Everything about a draft that filing asks: what is unfinished, what will be due, when the result may be expected.
struct DraftCheck: Sendable {
    let open: OpenDraft
    /// The parts that still have something missing or wrong.
    let unfinished: [DraftPart]
    let fees: [FeeDue]
    let expected: CaseClock?
    /// The agency or the service does not take dossiers online any more.
    let isClosed: Bool

    var isComplete: Bool { unfinished.isEmpty && !isClosed }

    init(_ open: OpenDraft, calendar: WorkingCalendar?, now: Instant, isClosed: Bool) {
        self.open = open
        self.isClosed = isClosed
        let (service, facts) = (open.service, open.facts)
        var parts = PartiesForm.unfinished(open.draft.parties, service.definition)
        let pages = Set(
            service.problems(for: facts, places: open.places).map { $0.field.prefix { $0 != "." && $0 != "[" } })
        parts += service.visiblePages(facts).filter { pages.contains(Substring($0.key)) }.map { .page($0.key) }
        if !PapersPage.missing(open).isEmpty { parts.append(.papers) }
        let order = open.parts
        unfinished = order.filter { parts.contains($0) }
        fees = service.fees(for: facts)
        expected = calendar.flatMap { service.expected(facts, at: now, $0) }
    }
}

extension ApplicantSite {
    func check(_ open: OpenDraft) async throws -> DraftCheck {
        let isOffered = try await library.agencies(offering: open.draft.service).contains(open.draft.agency)
        let isInForce = try await library.current(open.draft.service) != nil
        return DraftCheck(
            open, calendar: try? await office.calendars.calendar(of: open.draft.agency), now: office.clock.now,
            isClosed: !isOffered || !isInForce)
    }
}
