import Catalogue
package import Kernel
import Storage

/// The cases of the agency that have ended (hồ sơ đã xong), the last first: given, refused or stopped, withdrawn. They
/// have no task any more; what ended long ago is found by its code or name.
package struct EndedCases: Sendable {
    /// How far back it looks.
    package enum Span: String, Sendable, CaseIterable {
        case today, week, month

        /// The moment after which a case must have ended.
        func start(_ now: Instant) -> Instant {
            let today = Instant(now.day, minute: 0)
            switch self {
            case .today: return today
            case .week: return today.adding(days: -6)
            case .month: return today.adding(days: -29)
            }
        }
    }

    /// How they ended.
    package enum Ending: String, Sendable, CaseIterable {
        case all, given, refused, withdrawn

        var states: [OfficialState] {
            switch self {
            case .all: [.returned, .notReceived, .stopped, .withdrawn]
            case .given: [.returned]
            case .refused: [.notReceived, .stopped]
            case .withdrawn: [.withdrawn]
            }
        }
    }

    /// What is asked for; it stands in the page's address.
    package struct Filter: Sendable, Equatable {
        package var span = Span.week
        package var ending = Ending.all

        package init(span: Span = .week, ending: Ending = .all) {
            self.span = span
            self.ending = ending
        }
    }

    /// One case that has ended.
    package struct Ended: Sendable {
        package let id: Dossier.ID
        package let code: String
        package let title: Phrase
        package let owner: String
        package let official: OfficialState
        package let isChild: Bool
        package let clock: CaseClock?
        package let endedAt: Instant
    }

    /// One page with how many each filter would show.
    package struct Listing: Sendable {
        package let ended: [Ended]
        package let counts: [Ending: Int]
        package let next: InboxPlace?
    }

    package static let perPage = 25

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ filter: Filter, of official: DeskOfficial, after place: InboxPlace? = nil
    ) async throws -> Listing {
        let since = filter.span.start(office.clock.now)
        let (rows, counts, next) = try await office.database.read { tx in
            var places = try EndedCaseStore.page(filter, since, official, after: place, Self.perPage + 1, in: tx)
            let isMore = places.count > Self.perPage
            if isMore { places.removeLast() }
            return (
                try EndedCaseStore.rows(places.map(\.dossier), in: tx),
                try EndedCaseStore.counts(since, official, in: tx), isMore ? places.last : nil
            )
        }
        var ended: [Ended] = []
        for row in rows {
            let service = try await office.services.service(row.definition)
            ended.append(
                Ended(
                    id: row.id, code: row.code, title: service?.definition.title ?? Phrase(same: row.service),
                    owner: row.owner, official: row.official, isChild: row.isChild, clock: row.clock,
                    endedAt: row.endedAt))
        }
        return Listing(ended: ended, counts: counts, next: next)
    }
}
