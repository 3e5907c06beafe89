import Catalogue
import Directory
import Kernel
import Site

/// The inbox, what has ended, and the search.
enum InboxRoutes {
    static func add(to routes: inout Routes, _ site: DeskSite) {
        routes.get(DeskPaths.inbox, .may(.workCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let address = InboxAddress(request.query)
                let listing = try await Inbox(site.office)(address.filter, of: official, from: address.from)
                if listing.rows.isEmpty, address.from != .start { return .see(address.first) }
                let titles = Dictionary(
                    try await site.library.inForce().map { ($0.definition.service, $0.definition.title) },
                    uniquingKeysWith: { first, _ in first })
                return .page(
                    InboxPage(
                        address: address, listing: listing, official: official,
                        staff: try await site.staff.of(official.agency), titles: titles,
                        calendar: try await site.office.calendars.calendar(of: official.agency),
                        now: site.office.clock.now, mayReceive: visitor.may(.receiveCases)
                    ).page)
            }
        }
        routes.get(DeskPaths.ended, .may(.workCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let filter = EndedPage.filter(request.query)
                let place = InboxPlace(request.query["sau"])
                return .page(
                    EndedPage(
                        filter: filter, listing: try await EndedCases(site.office)(filter, of: official, after: place),
                        isFirst: place == nil,
                        calendar: try await site.office.calendars.calendar(of: official.agency)
                    ).page)
            }
        }
        routes.get(DeskPaths.search, .may(.workCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let typed = request.query["q"]
                let code = try await site.agencies.card(official.agency)?.code ?? ""
                let term = SearchTerm(typed, agencyCode: code)
                let place = FindCases.Place(request.query["sau"])
                var found: FindCases.Page?
                if let term { found = try await FindCases(site.office)(term, by: official, after: place) }
                // The whole code of one case opens it.
                if let one = found?.found.first, found?.found.count == 1, term == .code(one.code) {
                    return .see(DeskPaths.dossier(one.id))
                }
                return .page(
                    SearchPage(
                        typed: typed, term: term, found: found, isFirst: place == nil,
                        calendar: try await site.office.calendars.calendar(of: official.agency),
                        now: site.office.clock.now
                    ).page)
            }
        }
    }
}
