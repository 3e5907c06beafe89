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
            let list = try await MyDossiers(site.office)(
                of: visitor.account, after: MyDossiers.Place(request.query["sau"]))
            return .page(
                try await MinePage(
                    list: list, cards: site.rows(list), isFirst: request.query["sau"].isEmpty,
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
        for hash in Set(list.drafts.map(\.definition) + (list.open + list.ended).map(\.definition)) {
            if let service = try await library.service(hash) { names.services[hash] = service.definition.title }
        }
        for agency in Set(list.drafts.map(\.agency) + (list.open + list.ended).map(\.agency)) {
            if let card = try await agencies.card(agency) { names.agencies[agency] = card.name }
        }
        return names
    }
}
