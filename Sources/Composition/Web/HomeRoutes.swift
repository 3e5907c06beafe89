import Casework
import DesignSystem
import Kernel
import Markup
import Site
import Storage

/// The home page and the readiness check.
enum HomeRoutes {
    static func routes(_ installation: Installation) -> Routes {
        var routes = Routes()
        routes.get(HomePaths.home, .anyone) { _ in .page(HomePage.page()) }
        routes.get(HomePaths.ready, .anyone) { _ in
            await installation.database.isReachable() ? .text("ready\n") : .text("database away\n", status: 503)
        }
        return routes
    }
}
