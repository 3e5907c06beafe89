import Accounts
import Casework
import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Storage

/// The home page and the readiness check.
enum HomeRoutes {
    static func routes(_ installation: Installation) -> Routes {
        var routes = Routes()
        let mostFiled = MostFiled(database: installation.database, clock: installation.clock)
        routes.get(HomePaths.home, .anyone) { _ in
            var services: [HomePage.Service] = []
            var byName: [String: HomePage.Service] = [:]
            var offering: Set<String> = []
            for head in try await installation.library.heads() where head.takes(.online) {
                let agencies = try await installation.library.agencies(offering: head.service)
                guard !agencies.isEmpty, let definition = try await installation.library.service(head.hash)?.definition
                else { continue }
                offering.formUnion(agencies)
                let shown = HomePage.Service(
                    title: definition.title, facts: definition.timeAndCost,
                    path: ApplicantPaths.service(definition.service))
                services.append(shown)
                byName[definition.service] = shown
            }
            let mostUsed = try await mostFiled(at: offering).compactMap { byName[$0.service] }.prefix(4)
            // A site with services has its administrator; only a new one is asked for.
            var isEmpty = services.isEmpty
            if isEmpty { isEmpty = try await installation.accounts.needsFirstAdministrator() }
            return .page(HomePage.page(services: services, mostUsed: Array(mostUsed), isEmptySite: isEmpty))
        }
        routes.get(HomePaths.ready, .anyone) { _ in
            await installation.database.isReachable() ? .text("ready\n") : .text("database away\n", status: 503)
        }
        return routes
    }
}
