import Journal
import Kernel

/// What is personal in a dossier as it is filed, written as text once: for its row, its search keys, and the commitment
/// that its first event holds.
struct SealedContent: Sendable {
    let answers: String
    let parties: String
    let ownerName: String
    /// Where each answer came from.
    let origins: String
    let keys: Set<ContentStore.Key>
    let salt = Journal.salt()

    init(answers: JSON, parties: Parties, origins: AnswerOrigins) throws {
        self.answers = answers.canonical
        self.parties = try JSON(encoding: parties).canonical
        ownerName = parties.owner.name
        self.origins = try JSON(encoding: origins).canonical
        keys = ContentStore.keys(of: parties)
    }

    /// To the canonical text of both in one list.
    var commitment: String { Journal.commitment(to: "[\(answers),\(parties)]", salt: salt) }
}
