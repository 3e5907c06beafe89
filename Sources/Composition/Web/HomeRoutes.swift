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
        routes.get(HomePaths.home, .anyone) { _ in
            let services = try await installation.library.inForce()
                .map { service in
                    let definition = service.definition
                    return HomePage.Service(
                        title: definition.title, facts: definition.timeAndCost,
                        path: ApplicantPaths.service(definition.service))
                }
            return .page(HomePage.page(services: services))
        }
        routes.get(HomePaths.ready, .anyone) { _ in
            await installation.database.isReachable() ? .text("ready\n") : .text("database away\n", status: 503)
        }
        return routes
    }
}
