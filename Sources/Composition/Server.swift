import Accounts
import Blobs
import Casework
import Catalogue
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Jobs
package import Journal
import Kernel
import Logging
import NIOPosix
import Notices
import ServiceLifecycle
package import Site
import Storage
import UnixSignals

extension Installation {
    /// The site as it meets requests.
    package func reception() -> Reception {
        let frame = SiteFrame(settings: settings, notices: NoticeBox(database: database, clock: clock))
        metrics.onReading(gauges)
        return Reception(
            routes: routes(),
            settings: SiteSettings(
                isSecure: settings.isSecure, address: settings.baseURL, trustsProxy: settings.trustsProxy,
                secret: settings.secret, uploadFolder: blobs.incoming, metricsToken: settings.metricsToken),
            sessions: visitors, signInPath: HomePaths.signIn, database: database, clock: clock, metrics: metrics,
            logger: logger, frame: { page, request in try await frame.document(page, request) })
    }

    /// Serves the site until the process is told to stop; with `working`, carries out jobs and keeps the log as well.
    package func serve(working: Bool) async throws {
        // Whoever sends nothing for a while gives the connection back.
        let http = HTTP1Channel.Configuration(idleTimeout: .seconds(75))
        let server: HTTPServerBuilder =
            if let certificate = settings.tlsCertificate, let key = settings.tlsKey {
                try .tls(
                    .http1(configuration: http),
                    tlsConfiguration: ServerTLS.configuration(certificate: certificate, key: key))
            } else {
                .http1(configuration: http)
            }
        let application = Application(
            responder: reception(), server: server,
            configuration: .init(address: .hostname(settings.host, port: settings.port), serverName: nil),
            logger: logger)
        var services: [any Service] = [application]
        if working {
            services += try workers()
            // The catalogue is read before the first visitor asks for it.
            _ = try await catalogue.contents()
        }
        try await run(services)
    }

    /// Carries out jobs and keeps the log, without serving.
    package func work() async throws { try await run(try workers()) }

    private func run(_ services: [any Service]) async throws {
        let group = ServiceGroup(
            configuration: .init(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await close()
    }

    /// The job worker, for commands that want the queue emptied.
    package func worker() throws -> Worker { Worker(queue: queue, handlers: try handlers(), logger: logger) }

    /// The newest checkpoint of the log, outside the database.
    var checkpoint: CheckpointFile { CheckpointFile(in: settings.data, of: database.dialect) }

    package var sequencer: Sequencer {
        Sequencer(
            database: database, clock: clock, key: LogKey(secret: settings.secret), logger: logger, shelf: checkpoint)
    }

    private func workers() throws -> [any Service] {
        [Loop(run: try worker().run), Loop(run: sequencer.run), Loop(run: housekeeping), Loop(run: timers)]
    }

    /// Every half minute: the timers of steps that have run out. Nodes may do it beside each other.
    private func timers() async throws {
        let timers = RunTimers(office) { [logger] id, fault in
            logger.error("timer", metadata: ["dossier": "\(id)", "error": "\(String(describing: fault))"])
        }
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await timers()
            } catch {
                logger.warning("timers", metadata: ["error": "\(String(describing: error))"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(30)) }
        }
    }

    /// Every minute: what has ended is swept away, and one part of the files, so that all have their turn in hours.
    private func housekeeping() async throws {
        let limiter = RateLimiter(database: database, clock: clock)
        let files = SweepFiles(database: database, blobs: blobs)
        var part = Int.random(in: 0..<BlobStore.parts)
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await limiter.sweep()
                try await accounts.sweep()
                try await NIOThreadPool.singleton.runIfActive { [blobs] in
                    try blobs.sweepIncoming(olderThan: 86_400)
                }
                // Once in a while is enough for drafts: the question reads all of them.
                if part % 64 == 0 { _ = try await KeepDraft(office).sweep() }
                part = (part + 1) % BlobStore.parts
                try await files(part: part)
            } catch {
                logger.warning("housekeeping", metadata: ["error": "\(String(describing: error))"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(60)) }
        }
    }
}

/// A loop of the service group.
private struct Loop: Service {
    let body: @Sendable () async throws -> Void
    init(run body: @escaping @Sendable () async throws -> Void) { self.body = body }
    func run() async throws { try await body() }
}
