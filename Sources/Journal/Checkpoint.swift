package import Kernel

/// Where the log stood when it was signed: how many leaves, and the root of the tree over them (RFC 9162, section 2.1).
package struct Checkpoint: Codable, Sendable, Equatable {
    package let size: Int
    package let root: String
    package let at: Instant
    package let signature: String
}

/// Keeps the newest checkpoint outside the database, so that somebody who has only the database cannot cut the end of
/// the log off and let the site sign another one.
package protocol CheckpointShelf: Sendable {
    func kept() async throws -> Checkpoint?
    func keep(_ checkpoint: Checkpoint) async throws
}

/// The log in the database does not contain the checkpoint that was kept outside: its end was cut off, or exchanged.
package struct LogCutOff: Error, CustomStringConvertible {
    let kept: Checkpoint

    package var description: String {
        "the database does not hold the checkpoint \(kept.size) that was kept in the data folder: the end of the log was cut off, or another database put in place"
    }
}
