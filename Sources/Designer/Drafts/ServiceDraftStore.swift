import Kernel
package import Storage

/// The SQL of service drafts and their changes.
package enum ServiceDraftStore {
    package static let migrations = [
        Migration(
            "designer", 1,
            [
                """
                CREATE TABLE service_draft (
                    id UUID NOT NULL PRIMARY KEY,
                    service TEXT NOT NULL,
                    procedure_code TEXT NOT NULL,
                    title JSON NOT NULL,
                    agency_id TEXT NOT NULL,
                    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published')),
                    text TEXT NOT NULL,
                    missing JSON NOT NULL,
                    version INTEGER NOT NULL,
                    note TEXT,
                    hash TEXT,
                    changed_at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX service_draft_by_change ON service_draft (changed_at, id)",
                """
                CREATE TABLE service_draft_change (
                    draft_id UUID NOT NULL REFERENCES service_draft (id),
                    number INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    at INSTANT NOT NULL,
                    account TEXT NOT NULL,
                    name TEXT NOT NULL,
                    what TEXT NOT NULL,
                    text TEXT NOT NULL,
                    PRIMARY KEY (draft_id, number)
                )
                """,
            ])
    ]

    private static let columns: SQL = """
        SELECT id, service, procedure_code, title, agency_id, state, text, missing, version, note, hash, changed_at
        FROM service_draft
        """

    private static func read(_ row: Row) throws -> ServiceDraft {
        ServiceDraft(
            id: try row.get("id"), service: try row.get("service"), procedure: try row.get("procedure_code"),
            title: try (row.get("title") as JSON).decoded(as: Phrase.self), agency: try row.get("agency_id"),
            state: try row.get("state"), text: try row.get("text"),
            missing: try (row.get("missing") as JSON).decoded(as: [Phrase].self), version: try row.get("version"),
            note: try row.find("note"), hash: try row.find("hash"), changedAt: try row.get("changed_at"))
    }

    static func insert(_ draft: ServiceDraft, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO service_draft (id, service, procedure_code, title, agency_id, state, text, missing, version, note,
                hash, changed_at)
            VALUES (\(draft.id), \(draft.service), \(draft.procedure), \(try JSON(encoding: draft.title)),
                \(draft.agency), \(draft.state), \(draft.text), \(try JSON(encoding: draft.missing)),
                \(draft.version), \(draft.note), \(draft.hash), \(draft.changedAt))
            """)
    }

    static func update(_ draft: ServiceDraft, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE service_draft SET service = \(draft.service), procedure_code = \(draft.procedure),
                title = \(try JSON(encoding: draft.title)), state = \(draft.state), text = \(draft.text),
                missing = \(try JSON(encoding: draft.missing)), version = \(draft.version), note = \(draft.note),
                hash = \(draft.hash), changed_at = \(draft.changedAt)
            WHERE id = \(draft.id)
            """)
    }

    static func append(
        _ kind: ServiceDraftChange.Kind, to draft: ServiceDraft, what: String, by actor: Actor, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO service_draft_change (draft_id, number, kind, at, account, name, what, text)
            VALUES (\(draft.id), \(draft.version), \(kind), \(draft.changedAt), \(actor.account ?? actor.reference),
                \(actor.name), \(what), \(draft.text))
            """)
    }

    /// The published drafts by the definitions that they became.
    static func published(in tx: any Transaction) throws -> [String: ServiceDraft.ID] {
        var drafts: [String: ServiceDraft.ID] = [:]
        let state = ServiceDraft.State.published
        for row in try tx.rows("SELECT id, hash FROM service_draft WHERE state = \(state) AND hash IS NOT NULL") {
            drafts[try row.get("hash")] = try row.get("id")
        }
        return drafts
    }

    package static func find(_ id: ServiceDraft.ID, in tx: any Transaction) throws -> ServiceDraft? {
        try tx.row(columns + " WHERE id = \(id)").map(read)
    }

    static func lock(_ id: ServiceDraft.ID, in tx: any Transaction) throws -> ServiceDraft? {
        try tx.lockedRow(columns + " WHERE id = \(id)").map(read)
    }

    /// The last changed ones, the newest first.
    package static func newest(_ count: Int, in tx: any Transaction) throws -> [ServiceDraft] {
        try tx.rows(columns + " ORDER BY changed_at DESC, id DESC LIMIT \(count)").map(read)
    }

    /// The changes, the newest first.
    package static func changes(of id: ServiceDraft.ID, in tx: any Transaction) throws -> [ServiceDraftChange] {
        try tx.rows(
            """
            SELECT number, kind, at, account, name, what FROM service_draft_change WHERE draft_id = \(id)
            ORDER BY number DESC
            """
        ).map { row in
            ServiceDraftChange(
                number: try row.get("number"), kind: try row.get("kind"), at: try row.get("at"),
                account: try row.get("account"), name: try row.get("name"), what: try row.get("what"))
        }
    }

    static func text(of id: ServiceDraft.ID, after number: Int, in tx: any Transaction) throws -> String? {
        try tx.value(
            "SELECT text FROM service_draft_change WHERE draft_id = \(id) AND number = \(number)", as: String.self)
    }
}

extension ServiceDraft.State: SQLBindable, SQLReadable {}
extension ServiceDraftChange.Kind: SQLBindable, SQLReadable {}
