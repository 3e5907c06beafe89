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
                    try await site.library.heads().map { ($0.service, $0.title) },
                    uniquingKeysWith: { first, _ in first })
                var askers: [String: Phrase] = [:]
                for id in Set(listing.rows.compactMap(\.askedBy)) {
                    askers[id] = try await site.agencies.card(id)?.name
                }
                return .page(
                    InboxPage(
                        address: address, listing: listing, official: official,
                        staff: try await site.staff.of(official.agency), titles: titles,
                        calendar: try await site.office.calendars.calendar(of: official.agency),
                        now: site.office.clock.now, mayReceive: visitor.may(.receiveCases), askers: askers,
                        answered: request.query["da-tra-loi"]
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
        // What is typed comes in the body of a form; the page that shows what was found has a sealed address.
        routes.post(DeskPaths.search, .may(.workCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let typed = request.form["q"]
                guard !typed.isEmpty else { return .see(DeskPaths.search()) }
                return .see(try site.search(.init(typed: String(typed.prefix(200))), by: official))
            }
        }
        routes.get(DeskPaths.search, .may(.workCases)) { request, visitor in
            try await site.asOfficial(visitor) { official in
                let search = site.office.searches(of: official.account).open(request.query["t"])
                return try await site.found(search ?? .init(typed: ""), by: official)
            }
        }
    }
}

extension DeskSite {
    /// The address of a page of what a search found.
    fileprivate func search(_ search: SearchSeal.Search, by official: DeskOfficial) throws -> String {
        DeskPaths.search.with([("t", try office.searches(of: official.account).seal(search))])
    }

    fileprivate func found(_ search: SearchSeal.Search, by official: DeskOfficial) async throws -> Response {
        let code = try await agencies.card(official.agency)?.code ?? ""
        let term = SearchTerm(search.typed, agencyCode: code)
        let place = search.after.flatMap { FindCases.Place($0) }
        var found: FindCases.Page?
        if let term { found = try await FindCases(office)(term, by: official, after: place) }
        // The whole code of one case opens it.
        if let one = found?.found.first, found?.found.count == 1, term == .code(one.code) {
            return .see(DeskPaths.dossier(one.id))
        }
        let next = try found?.next.map {
            try self.search(.init(typed: search.typed, after: $0.description), by: official)
        }
        return .page(
            SearchPage(
                typed: search.typed, term: term, found: found,
                first: place == nil ? nil : try self.search(.init(typed: search.typed), by: official), next: next,
                calendar: try await office.calendars.calendar(of: official.agency), now: office.clock.now
            ).page)
    }
}
