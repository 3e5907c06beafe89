import Directory
import Kernel
package import Site

/// The applicant's pages: filing a dossier and following it to the result.
package enum ApplicantRoutes {
    package static func routes(_ site: ApplicantSite) -> Routes {
        var routes = Routes()
        StartRoutes.add(to: &routes, site)
        PartiesRoutes.add(to: &routes, site)
        DraftFormRoutes.add(to: &routes, site)
        PaperRoutes.add(to: &routes, site)
        FilingRoutes.add(to: &routes, site)
        ChangedFormRoutes.add(to: &routes, site)
        MineRoutes.add(to: &routes, site)
        FollowRoutes.add(to: &routes, site)
        SupplementRoutes.add(to: &routes, site)
        LookupRoutes.add(to: &routes, site)
        routes.get(ApplicantPaths.communes, .anyone) { request in
            let table = try await site.territories()
            let found = table.search(request.query["q"], limit: 30).filter { $0.level == .commune }.prefix(10)
            return .json(
                .array(
                    found.map { commune in
                        [
                            "title": .string(commune.name),
                            "note": .string(commune.parent.flatMap { table.name($0) } ?? ""),
                        ]
                    }))
        }
        return routes
    }
}
