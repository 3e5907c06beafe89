import Catalogue
import Kernel
import Storage

/// The inbox of an official (hộp việc): the open cases of the agency that wait for their role, most urgent first, with
/// how many each filter would show. A head sees everything open in the unit besides, a leader in the agency.
package struct Inbox: Sendable {
    package static let perPage = 25

    /// Where a page begins.
    package enum From: Sendable, Equatable {
        case start
        case after(InboxPlace)
        case before(InboxPlace)
    }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Rows and counts come from one snapshot at one moment, so that they agree with each other.
    package func callAsFunction(
        _ filter: InboxFilter, of official: DeskOfficial, from place: From = .start
    ) async throws -> InboxListing {
        let query = InboxQuery(filter, official, now: office.clock.now)
        let (page, found, counts) = try await office.database.read { tx in
            var page = try InboxStore.page(query, from: place, limit: Self.perPage + 1, in: tx)
            let isMore = page.count > Self.perPage
            if isMore { page.removeLast() }
            if case .before = place { page.reverse() }
            return (
                (places: page, isMore: isMore), try InboxStore.rows(page, in: tx),
                try InboxStore.counts(query, in: tx)
            )
        }
        var rows: [InboxRow] = []
        for row in found { rows.append(try await named(row)) }
        let isFirst: Bool
        let isLast: Bool
        switch place {
        case .start: (isFirst, isLast) = (true, !page.isMore)
        case .after: (isFirst, isLast) = (false, !page.isMore)
        case .before: (isFirst, isLast) = (!page.isMore, false)
        }
        return InboxListing(
            rows: rows, counts: counts, previous: isFirst ? nil : page.places.first,
            next: isLast ? nil : page.places.last)
    }

    private func named(_ row: InboxStore.Found) async throws -> InboxRow {
        let service = try await office.services.service(row.definition)
        let step = service?.step(row.step)?.title ?? Phrase(same: row.step)
        let branch = service?.branch(row.branch, in: row.step)?.title
        return InboxRow(
            id: row.id, branch: row.branch, askedBy: row.isGuest ? row.agency : nil, isReminded: row.isReminded,
            isStopped: row.isStopped && row.official != .finished, code: row.code, service: row.service,
            title: service?.definition.title ?? Phrase(same: row.service), owner: row.owner,
            step: branch ?? step, role: row.role, unit: row.unit,
            official: row.official, assignee: row.assignee, channel: row.channel, filedAt: row.filedAt,
            openedAt: row.openedAt, stepDueAt: row.stepDueAt, dueAt: row.dueAt, isReceived: row.isReceived)
    }
}

/// The question that an inbox page asks of the tasks.
struct InboxQuery: Sendable {
    let filter: InboxFilter
    let official: DeskOfficial
    let now: Instant

    init(_ filter: InboxFilter, _ official: DeskOfficial, now: Instant) {
        var filter = filter
        if !official.mayOversee { filter.reach = .own }
        self.filter = filter
        self.official = official
        self.now = now
    }
}

extension DeskOfficial {
    /// Whether everything open in the unit or agency is shown on demand: to heads and leaders.
    package var mayOversee: Bool { role == "head" || role == "leader" }
}
