import Accounts
import Casework
import Catalogue
import Designer
import Directory
import Jobs
import Kernel
import Notices
import Payments
package import Site

extension Installation {
    /// Every route of the site.
    package func routes() -> Routes {
        var routes = Routes()
        routes.add(HomeRoutes.routes(self))
        routes.add(
            CatalogueRoutes.routes(
                CatalogueSite(shelf: catalogue, library: library, start: { ApplicantPaths.service($0) })))
        routes.add(
            AccountRoutes.routes(
                AccountSite(
                    accounts: accounts, limiter: RateLimiter(database: database, clock: clock), desk: HomePaths.desk)))
        routes.add(ApplicantRoutes.routes(applicantPages))
        routes.add(DeskRoutes.routes(deskPages))
        routes.add(PaymentRoutes.routes(paymentPages))
        routes.add(AdminRoutes.routes(self))
        routes.add(DesignerRoutes.routes(designerPages))
        routes.add(
            NoticeRoutes.routes(NoticeBox(database: database, clock: clock), Self.notices(settings)))
        return routes
    }

    var visitors: any SessionFinder { SignedInVisitors(accounts) }

    /// Who carries out which kind of job.
    func handlers() throws -> [any JobHandler] {
        [
            MailJob(sender: try mailSender()), AddressInquiry(accounts), RecalculateJob(office: office),
            ChildCaseJob(office),
        ]
    }
}
