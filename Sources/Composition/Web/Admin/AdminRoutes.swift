import Accounts
import Casework
import Directory
import Kernel
import Site

/// Every screen of administration, from all rooms.
enum AdminRoutes {
    static func routes(_ installation: Installation) -> Routes {
        let frame = AdminFrame(sections: [
            .agencies, .officials, .services, .calendars, .procedures, .territories, .jobs,
        ])
        var routes = Routes()
        routes.get(AdminPaths.overview, .may(.administer)) { _, visitor in
            let reach = try await installation.directory.administration(of: visitor.actor)
            let state = try await SetupState.of(installation, reach, isSite: visitor.may(.administerSite))
            return .page(OverviewPage(reach: reach, state: state).page(frame, visitor))
        }
        routes.add(
            DirectoryRoutes.routes(
                installation.directory, frame: frame,
                openCases: { id, tx in try CaseOffice.openCases(at: id.description, in: tx) }
            ) { agencies, now, tx in
                try RecalculateJob.enqueue(agencies, at: now, in: tx)
            })
        routes.add(OfficialRoutes.routes(installation.accounts, frame: frame, sendsMail: installation.sendsMail))
        ServiceRoutes.add(to: &routes, installation, frame)
        ProcedureImportRoutes.add(to: &routes, installation, frame)
        TerritoryRoutes.add(to: &routes, installation, frame)
        JobRoutes.add(to: &routes, installation, frame)
        return routes
    }
}
