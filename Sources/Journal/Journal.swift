import Crypto
import Foundation
package import Kernel
package import Storage

/// The journal (nhật ký): what was done, append-only, in chains nobody can change unnoticed.
///
/// An entry is written in the transaction of its act. It holds no personal data: what is personal stays in erasable
/// rows, and the entry holds a salted commitment to it. Its hash covers the previous entry of the same subject; a
/// sequencer later puts all entries as leaves into one Merkle log (RFC 9162, section 2.1).
package enum Journal {
    /// Where a subject's chain stands. The owner of the subject may keep it in its row and spare a look-up.
    package struct Head: Sendable, Hashable {
        package let number: Int
        package let hash: String
        package init(number: Int, hash: String) {
            self.number = number
            self.hash = hash
        }
        /// Before the first entry.
        package static let none = Head(number: 0, hash: "")
    }

    /// Writes an entry about a subject. Call it with the subject's root row locked.
    ///
    /// - Parameters:
    ///   - kind: what happened, as `feature.noun`: `dossier.filed`.
    ///   - content: facts without personal data.
    ///   - head: the subject's chain so far, when the caller knows it; otherwise it is looked up.
    /// - Returns: the subject's chain with this entry.
    @discardableResult
    package static func append(
        _ kind: String, subject: String, _ id: String, _ content: JSON, by actor: Actor, at now: Instant,
        after head: Head? = nil, in tx: any Transaction
    ) throws -> Head {
        try append(kind, subject: subject, id, canonical: content.canonical, by: actor, at: now, after: head, in: tx)
    }

    /// The same with the canonical text of the content, for an act that writes the text elsewhere too.
    package static func append(
        _ kind: String, subject: String, _ id: String, canonical contentText: String, by actor: Actor, at now: Instant,
        after head: Head? = nil, in tx: any Transaction
    ) throws -> Head {
        let previous = try head ?? self.head(subject, id, in: tx)
        let contentHash = hex(SHA256.hash(data: Data(contentText.utf8)))
        let entry = Entry(
            subject: subject, id: id, number: previous.number + 1, at: now, kind: kind, actor: actor.reference,
            contentHash: contentHash, previousHash: previous.hash)
        try tx.runAll([
            """
            INSERT INTO journal_entry
                (id, subject, subject_id, number, at, kind, actor, content, content_hash, previous_hash, entry_hash, has_leaf)
            VALUES
                (\(ID<Entry>(at: now)), \(subject), \(id), \(entry.number), \(now), \(kind), \(entry.actor),
                 \(contentText), \(contentHash), \(previous.hash), \(entry.hash), \(false))
            """
        ])
        return Head(number: entry.number, hash: entry.hash)
    }

    /// The end of a subject's chain.
    package static func head(_ subject: String, _ id: String, in tx: any Transaction) throws -> Head {
        let row = try tx.row(
            """
            SELECT number, entry_hash FROM journal_entry WHERE subject = \(subject) AND subject_id = \(id)
            ORDER BY number DESC LIMIT 1
            """)
        guard let row else { return .none }
        return Head(number: try row.get("number"), hash: try row.get("entry_hash"))
    }

    /// A salted commitment to something personal: it can be proved while the salt and the text are kept, and tells
    /// nothing once they are erased.
    package static func commitment(to text: String, salt: String) -> String {
        hex(SHA256.hash(data: Data((salt + "\n" + text).utf8)))
    }

    /// A new salt of 128 random bits.
    package static func salt() -> String {
        SymmetricKey(size: .bits128).withUnsafeBytes { hex($0) }
    }

    static func hex(_ bytes: some Sequence<UInt8>) -> String { Hex.text(bytes) }
}

/// What a leaf of the log commits to.
struct Entry {
    let subject: String
    let id: String
    let number: Int
    let at: Instant
    let kind: String
    let actor: String
    let contentHash: String
    let previousHash: String

    /// The canonical bytes: one JSON array of texts, in the order of the fields above.
    var canonical: String {
        JSON.array([
            .string(subject), .string(id), .number(Decimal(number)), .string(at.description), .string(kind),
            .string(actor), .string(contentHash), .string(previousHash),
        ]).canonical
    }

    /// The leaf hash of RFC 9162, section 2.1.1.
    var hash: String { Journal.hex(MerkleTree.leaf(Array(canonical.utf8))) }
}

/// The tables of the journal and its log.
package enum JournalSchema {
    package static let migrations = [
        Migration(
            "journal", 1,
            [
                """
                CREATE TABLE journal_entry (
                    id UUID NOT NULL PRIMARY KEY,
                    subject TEXT NOT NULL,
                    subject_id TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    at INSTANT NOT NULL,
                    kind TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    content JSON NOT NULL,
                    content_hash TEXT NOT NULL,
                    previous_hash TEXT NOT NULL,
                    entry_hash TEXT NOT NULL,
                    has_leaf BOOLEAN NOT NULL,
                    UNIQUE (subject, subject_id, number)
                )
                """,
                "CREATE INDEX journal_entry_without_leaf ON journal_entry (id) WHERE NOT has_leaf",
                """
                CREATE TABLE log_leaf (
                    position INTEGER NOT NULL PRIMARY KEY,
                    entry_id UUID NOT NULL UNIQUE,
                    leaf_hash TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE log_checkpoint (
                    size INTEGER NOT NULL PRIMARY KEY,
                    root TEXT NOT NULL,
                    edge JSON NOT NULL,
                    at INSTANT NOT NULL,
                    signature TEXT NOT NULL
                )
                """,
            ])
    ]
}
