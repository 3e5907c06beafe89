package import Kernel
package import Storage

/// Who looked at whose data, in which case, for which purpose (Luật 91/2025/QH15 gives the person the right to know).
package struct AccessRecord: Sendable {
    package let at: Instant
    package let official: String
    package let agency: String
    package let dossier: String?
    package let purpose: String

    /// Writes one record for every person concerned. `people` are the keys under which a person finds it again: the
    /// account's id, or a keyed hash of a citizen number.
    package static func write(
        people: [String], dossier: String?, purpose: String, by actor: Actor, agencyName: String, at now: Instant,
        in tx: any Transaction
    ) throws {
        for person in people {
            try tx.run(
                """
                INSERT INTO access_record (id, person, dossier_id, official, agency, purpose, at)
                VALUES (\(ID<AccessRecord>(at: now)), \(person), \(dossier), \(actor.name), \(agencyName),
                    \(purpose), \(now))
                """)
        }
    }

    /// The newest records about a person.
    package static func about(_ people: [String], limit: Int, in tx: any Transaction) throws -> [AccessRecord] {
        try tx.rows(
            """
            SELECT at, official, agency, dossier_id, purpose FROM access_record
            WHERE person IN (\(list: people)) ORDER BY at DESC LIMIT \(limit)
            """
        ).map { row in
            AccessRecord(
                at: try row.get("at"), official: try row.get("official"), agency: try row.get("agency"),
                dossier: try row.find("dossier_id"), purpose: try row.get("purpose"))
        }
    }

    package static let migrations = [
        Migration(
            "access", 1,
            [
                """
                CREATE TABLE access_record (
                    id UUID NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL,
                    dossier_id TEXT,
                    official TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    purpose TEXT NOT NULL,
                    at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX access_record_by_person ON access_record (person, at)",
            ])
    ]
}
