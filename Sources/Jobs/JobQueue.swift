package import Kernel
package import Storage

/// Takes jobs from the queue and puts them away again.
package struct JobQueue: Sendable {
    /// Attempts after which a job is stuck and waits for an administrator.
    static let mostAttempts = 12
    /// Seconds for which a claim holds. A worker that lives renews it; when one is killed, its jobs are free again
    /// after this time. Nodes must agree about the time to within half of it.
    static let lease: Int64 = 30
    /// Days for which something is tried that is put off again and again; as long as mail servers try (RFC 5321, section
    /// 4.5.4.1).
    package static let patience: Int64 = 5

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// Claims up to `limit` jobs that are first in their lane and due.
    func claim(_ limit: Int) async throws -> [Job] {
        let now = clock.now
        // Mostly nothing is due, and on SQLite a transaction that writes keeps everybody else from writing.
        let isAnyDue = try await database.read { tx in try !tx.rows(Self.firstOfLanes(due: now, limit: 1)).isEmpty }
        guard isAnyDue else { return [] }
        return try await database.write { tx in
            let jobs = try tx.unclaimedRows(Self.firstOfLanes(due: now, limit: limit)).map { row in
                Job(
                    id: try row.get("id"), kind: try row.get("kind"), lane: try row.get("lane"),
                    payload: try row.get("payload"), attempts: try row.get("attempts"))
            }
            guard !jobs.isEmpty else { return [] }
            let until = now.adding(seconds: Self.lease)
            try tx.run(
                "UPDATE job SET claimed_until = \(until), attempts = attempts + 1 WHERE id IN (\(list: jobs.map(\.id)))"
            )
            return jobs
        }
    }

    private static func firstOfLanes(due now: Instant, limit: Int) -> SQL {
        """
        SELECT id, kind, lane, payload, attempts FROM job
        WHERE stuck_at IS NULL AND run_at <= \(now) AND (claimed_until IS NULL OR claimed_until < \(now))
          AND NOT EXISTS (
            SELECT 1 FROM job AS earlier
            WHERE earlier.lane = job.lane AND (earlier.created_at, earlier.id) < (job.created_at, job.id))
        ORDER BY run_at LIMIT \(limit)
        """
    }

    /// Keeps a claim for another while. False when it was lost: the job is done, given up, or somebody else's.
    func renew(_ job: Job) async throws -> Bool {
        let until = clock.now.adding(seconds: Self.lease)
        return try await database.write { tx in
            try tx.run(
                """
                UPDATE job SET claimed_until = \(until)
                WHERE id = \(job.id) AND attempts = \(job.attempts + 1) AND claimed_until IS NOT NULL
                """) == 1
        }
    }

    /// What is done stays done, also when the claim was lost meanwhile.
    func finish(_ job: Job) async throws {
        _ = try await database.write { tx in try tx.run("DELETE FROM job WHERE id = \(job.id)") }
    }

    /// Puts a job back for a later attempt: after 10 s, then twice as long each time, at most an hour; or aside, out of
    /// its lane, when no attempt can succeed; or lets it go when nobody took it in time. Does nothing when somebody else has claimed it meanwhile.
    func postpone(_ job: Job, because reason: String, _ outlook: JobOutlook = .unknown) async throws {
        let now = clock.now
        let attempts = job.attempts + 1
        let delay = min(3_600, Int64(10) << Int64(min(attempts - 1, 10)))
        let isTooOld = now >= job.writtenAt.adding(days: Self.patience)
        if outlook == .expiring, isTooOld {
            _ = try await database.write { tx in
                try tx.run("DELETE FROM job WHERE id = \(job.id) AND attempts = \(attempts)")
            }
            return
        }
        let isAside = outlook == .final || (outlook == .deferred && isTooOld)
        let isStuck = isAside || (outlook == .unknown && attempts >= Self.mostAttempts)
        let stuck: Instant? = isStuck ? now : nil
        let lane = isAside ? "aside:\(job.id)" : job.lane
        _ = try await database.write { tx in
            try tx.run(
                """
                UPDATE job SET claimed_until = NULL, run_at = \(now.adding(seconds: delay)),
                    last_error = \(String(reason.prefix(500))), stuck_at = \(stuck), lane = \(lane)
                WHERE id = \(job.id) AND attempts = \(attempts)
                """)
        }
    }

    /// A job as the list of administrators shows it.
    package struct Waiting: Sendable {
        package let id: ID<Job>
        package let kind: String
        package let lane: String
        package let createdAt: Instant
        package let runAt: Instant
        package let attempts: Int
        package let lastError: String?
        package let isStuck: Bool
    }

    /// What waits, the stuck ones first, at most `limit`.
    package func waiting(limit: Int = 100) async throws -> [Waiting] {
        try await database.read { tx in
            let columns: SQL = "SELECT id, kind, lane, created_at, run_at, attempts, last_error, stuck_at FROM job "
            let stuck = try tx.rows(columns + "WHERE stuck_at IS NOT NULL ORDER BY stuck_at LIMIT \(limit)")
            let due = try tx.rows(columns + "WHERE stuck_at IS NULL ORDER BY run_at LIMIT \(limit)")
            return try (stuck + due).prefix(limit).map { row in
                Waiting(
                    id: try row.get("id"), kind: try row.get("kind"), lane: try row.get("lane"),
                    createdAt: try row.get("created_at"), runAt: try row.get("run_at"),
                    attempts: try row.get("attempts"), lastError: try row.find("last_error"),
                    isStuck: try row.find("stuck_at", as: Instant.self) != nil)
            }
        }
    }

    /// How the queue stands.
    package struct Standing: Sendable, Equatable {
        package let waiting: Int
        package let stuck: Int
        /// For how long the first of those that wait has been due; 0 when none is.
        package let overdueSeconds: Int

        package init(waiting: Int, stuck: Int, overdueSeconds: Int) {
            self.waiting = waiting
            self.stuck = stuck
            self.overdueSeconds = overdueSeconds
        }
    }

    package func standing() async throws -> Standing {
        let now = clock.now
        return try await database.read { tx in
            let first = try tx.value("SELECT min(run_at) FROM job WHERE stuck_at IS NULL", as: Instant.self)
            return Standing(
                waiting: try tx.value("SELECT count(*) FROM job WHERE stuck_at IS NULL") ?? 0,
                stuck: try tx.value("SELECT count(*) FROM job WHERE stuck_at IS NOT NULL") ?? 0,
                overdueSeconds: first.map { max(0, Int(now.secondsSince($0))) } ?? 0)
        }
    }

    /// Writes down, in the act's own transaction, what somebody did with a job of this kind.
    package typealias Record = @Sendable (_ kind: String, _ at: Instant, any Transaction) throws -> Void

    /// Tries a job again at once. False, and nothing is recorded, when it is gone or somebody is carrying it out now.
    package func retry(_ id: ID<Job>, record: @escaping Record) async throws -> Bool {
        let now = clock.now
        return try await database.write { tx in
            let kind = try tx.value(
                """
                UPDATE job SET stuck_at = NULL, attempts = 0, run_at = \(now), claimed_until = NULL
                WHERE id = \(id) AND (stuck_at IS NOT NULL OR claimed_until IS NULL OR claimed_until < \(now))
                RETURNING kind
                """, as: String.self)
            guard let kind else { return false }
            try record(kind, now, tx)
            return true
        }
    }

    /// Gives a stuck job up, so that its lane goes on.
    package func discard(_ id: ID<Job>, record: @escaping Record) async throws -> Bool {
        let now = clock.now
        return try await database.write { tx in
            let kind = try tx.value(
                "DELETE FROM job WHERE id = \(id) AND stuck_at IS NOT NULL RETURNING kind", as: String.self)
            guard let kind else { return false }
            try record(kind, now, tx)
            return true
        }
    }
}
