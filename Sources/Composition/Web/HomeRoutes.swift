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
                .map { (title: $0.definition.title, path: ApplicantPaths.service($0.definition.service)) }
            return .page(HomePage.page(services: services))
        }
        routes.get(HomePaths.ready, .anyone) { _ in
            await installation.database.isReachable() ? .text("ready\n") : .text("database away\n", status: 503)
        }
        return routes
    }
}
