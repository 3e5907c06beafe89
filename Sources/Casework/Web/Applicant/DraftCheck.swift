import Catalogue
import DesignSystem
import Kernel
import Site

/// Everything about a draft that filing asks: what is unfinished, what will be due.
struct DraftCheck: Sendable {
    let open: OpenDraft
    /// The parts that still have something missing or wrong.
    let unfinished: [DraftPart]
    /// The agency or the service does not take dossiers online any more.
    let isClosed: Bool

    var isComplete: Bool { unfinished.isEmpty && !isClosed }
    var fees: [FeeDue] { open.reading.fees }

    init(_ open: OpenDraft, isClosed: Bool) {
        self.open = open
        self.isClosed = isClosed
        var parts = PartiesForm.unfinished(open.draft.parties, open.service.definition)
        let pages = Set(
            open.reading.problems(places: open.places).map { $0.field.prefix { $0 != "." && $0 != "[" } })
        parts += open.reading.pages.filter { pages.contains(Substring($0.key)) }.map { .page($0.key) }
        if !PapersPage.missing(open).isEmpty { parts.append(.papers) }
        let order = open.parts
        unfinished = order.filter { parts.contains($0) }
    }
}

extension ApplicantSite {
    func check(_ open: OpenDraft) async throws -> DraftCheck {
        let isOffered = try await library.agencies(offering: open.draft.service).contains(open.draft.agency)
        let takes = try await library.current(open.draft.service)?.definition.takes(open.draft.channel) ?? false
        return DraftCheck(open, isClosed: !isOffered || !takes)
    }

    /// The page of a check, with the date that may be expected when the calendar can tell it.
    func page(
        _ check: DraftCheck, problems: [FieldProblem] = [], notice: Phrase? = nil
    ) async -> Page {
        let calendar = try? await office.calendars.calendar(of: check.open.draft.agency)
        let expected = calendar.flatMap { check.open.reading.expected(at: office.clock.now, $0) }
        return CheckPage(check: check, expected: expected, problems: problems, notice: notice).page
    }
}
