import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What the visitor has at this site: drafts, open dossiers, ended ones.
enum MineRoutes {
    static func add(to routes: inout Routes, _ site: ApplicantSite) {
        routes.get(ApplicantPaths.mine, .person) { request, visitor in
            let mine = MyDossiers(site.office)
            let places = [(MyDossiers.Part.open, ApplicantPaths.openAfter), (.ended, ApplicantPaths.endedAfter)]
            let later = places.lazy.compactMap { part, name in
                MyDossiers.Place(request.query[name]).map { (part: part, place: $0) }
            }.first
            let list =
                if let later {
                    try await mine(of: visitor.account, later.part, after: later.place)
                } else {
                    try await mine(of: visitor.account)
                }
            return .page(
                try await MinePage(
                    list: list, cards: site.rows(list), isFirst: later == nil,
                    isSaved: request.query["luu"] == "1", now: site.office.clock.now
                ).page)
        }
        routes.get(ApplicantPaths.looks, .person) { _, visitor in
            let profile = try await site.profiles(visitor.account)
            let looks = try await WhoLooked(site.office)(account: visitor.account, citizen: profile?.seenNumber)
            return .page(LooksPage(looks: looks).page)
        }
    }
}

extension ApplicantSite {
    /// The names of services and agencies that a list shows, by definition's hash and by agency.
    fileprivate func rows(_ list: MyDossiers.Listing) async throws -> MinePage.Names {
        var names = MinePage.Names()
        let dossiers = list.open.dossiers + list.ended.dossiers
        for hash in Set(list.drafts.map(\.definition) + dossiers.map(\.definition)) {
            if let service = try await library.service(hash) { names.services[hash] = service.definition.title }
        }
        for agency in Set(list.drafts.map(\.agency) + dossiers.map(\.agency)) {
            if let card = try await agencies.card(agency) { names.agencies[agency] = card.name }
        }
        return names
    }
}
