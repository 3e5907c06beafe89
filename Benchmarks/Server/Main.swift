import Composition
import Hummingbird
import Logging

/// The site as `motcua serve` serves it without its worker, with the bare routes of the benchmarks beside it.
@main
struct BenchServer {
    static func main() async throws {
        let settings = try await Settings.load()
        var logger = Logger(label: "bench")
        logger.logLevel = settings.logLevel
        let installation = try Installation(settings: settings, logger: logger)
        let application = Application(
            responder: BareRoutes(site: installation.reception()), server: .http1(),
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            logger: logger)
        try await application.runService()
        await installation.close()
    }
}
