package import Logging
import ServiceLifecycle

/// Carries out jobs until it is told to stop; what it had begun, it ends.
package struct Worker: Sendable {
    let queue: JobQueue
    let handlers: [String: any JobHandler]
    let logger: Logger
    let pause: Duration
    let renewal: Duration

    /// - Parameters:
    ///   - pause: how long to wait when nothing is due.
    ///   - renewal: after which time the claim of a running job is renewed.
    package init(
        queue: JobQueue, handlers: [any JobHandler], logger: Logger, pause: Duration = .milliseconds(500),
        renewal: Duration = .seconds(JobQueue.lease) / 3
    ) {
        self.queue = queue
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        self.logger = logger
        self.pause = pause
        self.renewal = renewal
    }

    /// How many jobs are carried out beside each other.
    static let slots = 16

    package func run() async throws { await cancelWhenGracefulShutdown { await keepBusy() } }

    private enum Ended { case job, pause }

    /// Claims jobs as long as slots are free, so that one that takes long keeps its own slot alone. As every claim is a
    /// transaction, it waits until half of the slots are free, or for the pause.
    private func keepBusy() async {
        await withTaskGroup(of: Ended.self) { group in
            var running = 0
            var isPausing = false
            var mayClaim = true
            while !Task.isCancelled {
                if mayClaim, running < Self.slots {
                    do {
                        let jobs = try await queue.claim(Self.slots - running)
                        running += jobs.count
                        for job in jobs {
                            group.addTask {
                                await carryOut(job)
                                return .job
                            }
                        }
                    } catch is CancellationError {
                        return
                    } catch {
                        logger.error("jobs cannot be taken", metadata: ["error": "\(String(describing: error))"])
                    }
                }
                if !isPausing {
                    isPausing = true
                    group.addTask {
                        try? await Task.sleep(for: pause)
                        return .pause
                    }
                }
                switch await group.next() {
                case .job:
                    running -= 1
                    mayClaim = running <= Self.slots / 2
                case .pause:
                    isPausing = false
                    mayClaim = true
                case nil: return
                }
            }
        }
    }

    /// Claims a handful of jobs and carries them out beside each other; returns how many there were, when all have ended.
    package func runOnce() async throws -> Int {
        let jobs = try await queue.claim(Self.slots)
        await withTaskGroup { group in
            for job in jobs { group.addTask { await carryOut(job) } }
        }
        return jobs.count
    }

    /// Carries out everything that is due, for tests and for commands that end.
    package func drain() async throws {
        while try await runOnce() > 0 {}
    }

    private func carryOut(_ job: Job) async {
        do {
            guard let handler = handlers[job.kind] else { throw NoHandler(kind: job.kind) }
            try await run(job, by: handler)
            try await queue.finish(job)
        } catch {
            let reason = String(describing: error)
            logger.warning("a job failed", metadata: ["job": "\(job.id)", "kind": "\(job.kind)", "error": "\(reason)"])
            do {
                try await queue.postpone(job, because: reason, (error as? any JobFailure)?.outlook ?? .unknown)
            } catch {
                // The claim runs out by itself and the job is taken again.
                logger.error("a job cannot be put back", metadata: ["job": "\(job.id)"])
            }
        }
    }

    /// Runs the job, and renews its claim for as long as that takes.
    private func run(_ job: Job, by handler: any JobHandler) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await handler.run(job)
                return true
            }
            group.addTask {
                await renewing(job)
                return false
            }
            defer { group.cancelAll() }
            while let isDone = try await group.next(), !isDone {}
        }
    }

    private func renewing(_ job: Job) async {
        while (try? await Task.sleep(for: renewal)) != nil {
            // A database that does not answer now may answer before the claim runs out.
            if (try? await queue.renew(job)) == false { return }
        }
    }

    private struct NoHandler: Error, CustomStringConvertible {
        let kind: String
        var description: String { "nobody carries out jobs of the kind \(kind)" }
    }
}
