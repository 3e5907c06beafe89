package import Storage

/// Compares where each dossier says its journal stands with the entry that stands there: the end of a chain cannot be
/// cut off unnoticed, not even before it has a leaf in the log.
package struct CheckJournalHeads: Sendable {
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// The first entry that is missing or another one; nil when all are there.
    package func callAsFunction() async throws -> String? {
        var last = "00000000-0000-0000-0000-000000000000"
        while true {
            let after = last
            let rows = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT head.id, head.journal_number, head.journal_hash, journal_entry.entry_hash
                    FROM (SELECT id, journal_number, journal_hash FROM dossier WHERE id > \(after) ORDER BY id LIMIT 2000)
                      AS head
                    LEFT JOIN journal_entry ON journal_entry.subject = 'dossier'
                      AND journal_entry.subject_id = CAST(head.id AS TEXT)
                      AND journal_entry.number = head.journal_number
                    ORDER BY head.id
                    """)
            }
            guard !rows.isEmpty else { return nil }
            for row in rows {
                let id: String = try row.get("id")
                let number: Int = try row.get("journal_number")
                guard let hash: String = try row.find("entry_hash") else {
                    return "dossier \(id) entry \(number): it is missing"
                }
                guard try row.get("journal_hash") == hash else {
                    return "dossier \(id) entry \(number): it is not the one that the dossier was left with"
                }
                last = id
            }
        }
    }
}
