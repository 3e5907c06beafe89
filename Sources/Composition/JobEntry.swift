import Jobs
import Journal
import Kernel

extension JobQueue {
    /// The journal's entry about a job that somebody tried again or gave up: whoever gives up a message to a citizen
    /// answers for it.
    static func entry(_ what: String, _ id: ID<Job>, by actor: Actor) -> Record {
        { kind, now, tx in
            try Journal.append(
                what, subject: "job", id.description, ["job": .string(kind)], by: actor, at: now, in: tx)
        }
    }
}
