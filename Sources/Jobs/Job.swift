package import Kernel
package import Storage

/// One piece of work for the world outside a transaction: a message to send, a status to pass on.
///
/// It is written in the transaction of the act that wants it (the outbox) and carried out afterwards, at least once.
/// Jobs of one lane run one after the other in the order in which they were written; lanes run beside each other.
package struct Job: Sendable {
    package let id: ID<Job>
    package let kind: String
    package let lane: String
    package let payload: JSON
    package let attempts: Int

    /// When it was written: the id begins with the millisecond (RFC 9562, section 5.7).
    package var writtenAt: Instant { Instant(microseconds: Int64(id.high >> 16) * 1_000) }
}

/// Who carries out the jobs of one kind.
package protocol JobHandler: Sendable {
    var kind: String { get }
    /// Carries it out. `job.id` is the same on every attempt: use it as the idempotency key. What is thrown is kept as
    /// the reason of the failure, so its description holds no personal data.
    func run(_ job: Job) async throws
}

/// The outbox and the queue.
package enum Outbox {
    /// Writes jobs for later, in the transaction of the act that wants them.
    ///
    /// The order of a lane is that of writing: a job whose act began before the lane's last one was written, and waited
    /// for the lock of their common subject, stands behind it all the same.
    package static func enqueue(
        _ jobs: [(kind: String, lane: String, payload: JSON)], at now: Instant, in tx: any Transaction
    ) throws {
        try tx.runAll(
            jobs.map { job in
                """
                INSERT INTO job (id, kind, lane, payload, created_at, run_at, attempts)
                VALUES (\(ID<Job>(at: now)), \(job.kind), \(job.lane), \(job.payload), (
                    SELECT CASE WHEN max(created_at) >= \(now) THEN max(created_at) + 1 ELSE \(now) END
                    FROM job WHERE lane = \(job.lane)), \(now), 0)
                """
            })
    }
}

/// The tables of jobs.
package enum JobsSchema {
    package static let migrations = [
        Migration(
            "jobs", 1,
            [
                """
                CREATE TABLE job (
                    id UUID NOT NULL PRIMARY KEY,
                    kind TEXT NOT NULL,
                    lane TEXT NOT NULL,
                    payload JSON NOT NULL,
                    created_at INSTANT NOT NULL,
                    run_at INSTANT NOT NULL,
                    attempts INTEGER NOT NULL,
                    claimed_until INSTANT,
                    last_error TEXT,
                    stuck_at INSTANT
                )
                """,
                "CREATE INDEX job_by_lane ON job (lane, created_at, id)",
                "CREATE INDEX job_due ON job (run_at) WHERE stuck_at IS NULL",
                "CREATE INDEX job_stuck ON job (stuck_at) WHERE stuck_at IS NOT NULL",
            ])
    ]
}
