import Directory
import Jobs
import Kernel
import Site

/// The queue of jobs: what waits, what is stuck, trying again and giving up.
enum JobRoutes {
    static func add(to routes: inout Routes, _ installation: Installation, _ frame: AdminFrame) {
        let queue = installation.queue
        routes.get(AdminPaths.jobs, .may(.administerSite)) { request, visitor in
            let page = JobListPage(
                jobs: try await queue.waiting(limit: JobListPage.most), counts: try await queue.standing(),
                now: installation.clock.now, hasMail: installation.sendsMail)
            return .page(page.page(frame, request, visitor))
        }
        routes.post(AdminPaths.jobRetry, .may(.administerSite)) { _, visitor, id in
            // Done meanwhile, or being done, is as good as tried again.
            _ = try await queue.retry(id, record: JobQueue.entry("job.retried", id, by: visitor.actor))
            return .see(AdminNotice.retried.at(AdminPaths.jobs()))
        }
        routes.get(AdminPaths.jobEnd, .may(.administerSite)) { _, visitor, id in
            let job = try await queue.waiting(limit: JobListPage.most).first { $0.id == id && $0.isStuck }
            guard let job else { return .see(AdminPaths.jobs()) }
            return .page(JobEndPage(job: job).page(frame, visitor))
        }
        routes.post(AdminPaths.jobEnd, .may(.administerSite)) { _, visitor, id in
            guard try await queue.discard(id, record: JobQueue.entry("job.given-up", id, by: visitor.actor)) else {
                return .see(AdminPaths.jobs())
            }
            return .see(AdminNotice.givenUp.at(AdminPaths.jobs()))
        }
    }
}
