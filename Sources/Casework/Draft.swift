package import Catalogue
package import Kernel
package import Storage

/// A draft: what an applicant, or an official for somebody at the counter, has filled in so far. It keeps every answer
/// as typed, and becomes the dossier of the same id when it is filed.
package struct Draft: Sendable {
    package typealias ID = Kernel.ID<Draft>

    package let id: ID
    package let account: String
    package let service: String
    /// The definition under which it was begun, or the later one whose changed questions were answered since.
    package var definition: String
    package let agency: String
    package let channel: FilingChannel
    package var answers: JSON
    package var parties: Parties
    /// Where the answers that nobody typed come from.
    package var origins: AnswerOrigins
    /// The page where the applicant was last; empty until one was sent.
    package var page: String
    package let version: Int
    package let createdAt: Instant
    package let changedAt: Instant
}

extension Kernel.ID where Subject == Dossier {
    /// The dossier that a draft becomes.
    package init(_ draft: Draft.ID) { self.init(high: draft.high, low: draft.low) }
}

/// The SQL of drafts. Every statement names the account, so that nobody reaches another's.
package enum DraftStore {
    private static let columns: SQL = """
        SELECT id, account, service, definition, agency_id, channel, answers, owner, page, version, created_at,
            changed_at, origins FROM draft
        """

    static func insert(_ draft: Draft, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO draft (id, account, service, definition, agency_id, channel, answers, owner, page, version,
                created_at, changed_at, origins)
            VALUES (\(draft.id), \(draft.account), \(draft.service), \(draft.definition), \(draft.agency),
                \(draft.channel), \(draft.answers), \(try JSON(encoding: draft.parties)), \(draft.page),
                \(draft.version), \(draft.createdAt), \(draft.changedAt), \(try JSON(encoding: draft.origins)))
            """)
    }

    package static func find(_ id: Draft.ID, of account: String, in tx: any Transaction) throws -> Draft? {
        try tx.row(columns + " WHERE id = \(id) AND account = \(account)").map(draft)
    }

    static func lock(_ id: Draft.ID, in tx: any Transaction) throws -> Draft? {
        try tx.lockedRow(columns + " WHERE id = \(id)").map(draft)
    }

    /// How a draft stands, without what it holds: for whoever has read it already.
    struct Standing {
        let account: String
        let version: Int
        let changedAt: Instant
    }

    static func lockStanding(_ id: Draft.ID, in tx: any Transaction) throws -> Standing? {
        try tx.lockedRow("SELECT account, version, changed_at FROM draft WHERE id = \(id)").map { row in
            Standing(
                account: try row.get("account"), version: try row.get("version"), changedAt: try row.get("changed_at"))
        }
    }

    /// All of an account, the last changed first. `KeepDraft.most` bounds them.
    package static func drafts(of account: String, in tx: any Transaction) throws -> [Draft] {
        try tx.rows(columns + " WHERE account = \(account) ORDER BY changed_at DESC LIMIT \(2 * KeepDraft.most)").map(
            draft)
    }

    static func count(of account: String, in tx: any Transaction) throws -> Int {
        try tx.value("SELECT count(*) FROM draft WHERE account = \(account)") ?? 0
    }

    static func update(_ draft: Draft, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE draft SET answers = \(draft.answers), owner = \(try JSON(encoding: draft.parties)),
                origins = \(try JSON(encoding: draft.origins)), page = \(draft.page), definition = \(draft.definition), version = version + 1, changed_at = \(now)
            WHERE id = \(draft.id)
            """)
    }

    static func delete(_ id: Draft.ID, in tx: any Transaction) throws {
        try tx.runAll(["DELETE FROM draft WHERE id = \(id)"])
    }

    private static func draft(_ row: Row) throws -> Draft {
        Draft(
            id: try row.get("id"), account: try row.get("account"), service: try row.get("service"),
            definition: try row.get("definition"), agency: try row.get("agency_id"),
            channel: try row.get("channel"), answers: try row.get("answers"),
            parties: try row.get("owner", as: JSON.self).decoded(as: Parties.self),
            origins: try AnswerOrigins(in: row), page: try row.get("page"),
            version: try row.get("version"), createdAt: try row.get("created_at"),
            changedAt: try row.get("changed_at"))
    }
}
