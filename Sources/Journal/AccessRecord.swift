package import Kernel
package import Storage

/// Who looked at whose data, in which case, for which purpose (Luật 91/2025/QH15 gives the person the right to know).
package struct AccessRecord: Sendable {
    package let at: Instant
    package let official: String
    package let agency: String
    package let dossier: String?
    package let purpose: String

    /// A person looked at, in a case or without one.
    package struct Look: Sendable, Hashable {
        package let person: String
        package let dossier: String?

        package init(_ person: String, _ dossier: String?) {
            self.person = person
            self.dossier = dossier
        }
    }

    /// For how long one record stands for every look of the same official at the same case for the same purpose.
    static let minutesOfOneLook: Int64 = 60

    /// Those of `looks` that no record of the last hour tells of.
    package static func fresh(
        _ looks: [Look], purpose: String, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> [Look] {
        guard !looks.isEmpty else { return [] }
        let cases = Set(looks.compactMap(\.dossier))
        let ofCases: SQL =
            looks.contains { $0.dossier == nil }
            ? "(dossier_id IS NULL OR dossier_id IN (\(list: cases)))" : "dossier_id IN (\(list: cases))"
        let known = try tx.rows(
            """
            SELECT person, dossier_id FROM access_record
            WHERE person IN (\(list: Set(looks.map(\.person)))) AND at > \(now.adding(minutes: -minutesOfOneLook))
              AND account = \(actor.account) AND purpose = \(purpose) AND \(ofCases)
            """
        ).map { Look(try $0.get("person"), try $0.find("dossier_id")) }
        var seen = Set(known)
        return looks.filter { seen.insert($0).inserted }
    }

    /// Writes one record for every look.
    package static func write(
        _ looks: [Look], purpose: String, by actor: Actor, agencyName: String, at now: Instant, in tx: any Transaction
    ) throws {
        try tx.runAll(
            looks.map { look in
                """
                INSERT INTO access_record (id, person, dossier_id, official, account, agency, purpose, at)
                VALUES (\(ID<AccessRecord>(at: now)), \(look.person), \(look.dossier), \(actor.name),
                    \(actor.account), \(agencyName), \(purpose), \(now))
                """
            })
    }

    /// Writes one record for every person concerned. `people` are the keys under which a person finds it again: the
    /// account's id, or a keyed hash of a citizen number.
    package static func write(
        people: [String], dossier: String?, purpose: String, by actor: Actor, agencyName: String, at now: Instant,
        in tx: any Transaction
    ) throws {
        try write(
            people.map { Look($0, dossier) }, purpose: purpose, by: actor, agencyName: agencyName, at: now, in: tx)
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
            ]),
        // Names are not unique: the account tells whose look an hour of silence belongs to.
        Migration("access", 2, ["ALTER TABLE access_record ADD COLUMN account TEXT"]),
    ]
}
