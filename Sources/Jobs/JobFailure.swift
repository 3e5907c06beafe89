/// A failure that knows whether trying again helps. Of any other, a job is stuck after twelve attempts.
package protocol JobFailure: Error {
    var outlook: JobOutlook { get }
}

/// Whether a job that failed may succeed later.
package enum JobOutlook: Sendable {
    /// The world outside is away or set up wrongly: tried for as long as it takes, and never stuck.
    case passing
    /// The other side puts off this one piece and may never take it: tried for `JobQueue.patience`, then put aside where
    /// an administrator sees it, and its lane goes on without it.
    case deferred
    /// Nobody is there who would take it: tried for `JobQueue.patience`, and then it is too old to be worth anything.
    case expiring
    /// It will never succeed as it is: put aside where an administrator sees it, and its lane goes on without it.
    case final
    case unknown
}
