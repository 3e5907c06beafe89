import Directory
package import Site

/// The desk: receiving and working dossiers. All of it needs a post with `workCases`; taking dossiers at the counter
/// needs `receiveCases`.
package enum DeskRoutes {
    package static func routes(_ site: DeskSite) -> Routes {
        var routes = Routes()
        InboxRoutes.add(to: &routes, site)
        CaseRoutes.add(to: &routes, site)
        ActRoutes.add(to: &routes, site)
        BranchRoutes.add(to: &routes, site)
        ResultTakingBack.add(to: &routes, site)
        DirectRoutes.add(to: &routes, site)
        SheetRoutes.add(to: &routes, site)
        RegisterRoutes.add(to: &routes, site)
        ApplicantAtDeskRoutes.add(to: &routes, site)
        CounterRoutes.add(to: &routes, site)
        return routes
    }
}
