package import Kernel
package import Storage

/// The SQL of published definitions and of where they are offered.
package enum DefinitionStore {
    package static let migrations = [
        Migration(
            "services", 1,
            [
                """
                CREATE TABLE service_definition (
                    hash TEXT NOT NULL PRIMARY KEY,
                    service TEXT NOT NULL,
                    procedure_code TEXT NOT NULL,
                    effective_from DAY NOT NULL,
                    document JSON NOT NULL,
                    published_at INSTANT NOT NULL
                )
                """,
                "CREATE INDEX service_definition_by_service ON service_definition (service, effective_from)",
                """
                CREATE TABLE service_offer (
                    agency_id TEXT NOT NULL,
                    service TEXT NOT NULL,
                    is_on BOOLEAN NOT NULL,
                    changed_at INSTANT NOT NULL,
                    PRIMARY KEY (agency_id, service)
                )
                """,
            ]),
        // Where a case is opened at another agency, whoever takes its service is looked up while the origin is locked.
        Migration("services", 2, ["CREATE INDEX service_offer_by_service ON service_offer (service, agency_id)"]),
        Migration(
            "retirement", 1,
            [
                """
                CREATE TABLE service_retirement (
                    service TEXT NOT NULL PRIMARY KEY,
                    retired_on DAY NOT NULL,
                    changed_at INSTANT NOT NULL
                )
                """
            ]),
    ]

    /// Keeps a definition; false when it was here already.
    static func insert(_ published: PublishedDefinition, at now: Instant, in tx: any Transaction) throws -> Bool {
        let definition = published.definition
        return try tx.run(
            """
            INSERT INTO service_definition (hash, service, procedure_code, effective_from, document, published_at)
            VALUES (\(published.hash), \(definition.service), \(definition.procedure), \(definition.effectiveFrom),
                \(published.document), \(now))
            ON CONFLICT (hash) DO NOTHING
            """) == 1
    }

    package static func document(_ hash: String, in tx: any Transaction) throws -> String? {
        try tx.value("SELECT document FROM service_definition WHERE hash = \(hash)")
    }

    /// The document whose hash begins so; nil when there is none, or more than one.
    static func document(beginning prefix: String, in tx: any Transaction) throws -> String? {
        let found: [String] = try tx.rows(
            """
            SELECT document FROM service_definition WHERE hash >= \(prefix) AND hash < \(prefix + "g")
            ORDER BY hash LIMIT 2
            """
        ).map { try $0.get("document") }
        return found.count == 1 ? found.first : nil
    }

    /// Ends filing under a service from a day on; a version that begins then or later brings it back.
    static func retire(_ service: String, from day: Day, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO service_retirement (service, retired_on, changed_at) VALUES (\(service), \(day), \(now))
            ON CONFLICT (service) DO UPDATE SET retired_on = excluded.retired_on, changed_at = excluded.changed_at
            """)
    }

    static func retirements(in tx: any Transaction) throws -> [String: Day] {
        Dictionary(
            try tx.rows("SELECT service, retired_on FROM service_retirement").map {
                (try $0.get("service"), try $0.get("retired_on"))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The hash in force for each service on a day: the newest that is effective, unless the service is retired since.
    static func inForce(on day: Day, in tx: any Transaction) throws -> [(service: String, hash: String)] {
        var newest: [(service: String, hash: String)] = []
        let retired = try retirements(in: tx)
        var last: String?
        for row in try tx.rows(
            """
            SELECT service, hash, effective_from FROM service_definition WHERE effective_from <= \(day)
            ORDER BY service, effective_from DESC, published_at DESC
            """)
        {
            let service: String = try row.get("service")
            guard last != service else { continue }
            last = service
            let from: Day = try row.get("effective_from")
            if let end = retired[service], end <= day, from < end { continue }
            newest.append((service, try row.get("hash")))
        }
        return newest
    }

    /// The heads of these definitions. Few are fetched by their hash, many with one pass over the table.
    static func heads(_ hashes: [String], in tx: any Transaction) throws -> [ServiceHead] {
        guard hashes.count > 20 else {
            return try hashes.compactMap { hash in
                try document(hash, in: tx).flatMap { ServiceHead(hash: hash, document: $0) }
            }
        }
        let wanted = Set(hashes)
        return try tx.rows("SELECT hash, document FROM service_definition").compactMap { row in
            let hash: String = try row.get("hash")
            return wanted.contains(hash) ? ServiceHead(hash: hash, document: try row.get("document")) : nil
        }
    }

    package static func setOffer(
        _ service: String, at agency: String, on isOn: Bool, now: Instant, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO service_offer (agency_id, service, is_on, changed_at)
            VALUES (\(agency), \(service), \(isOn), \(now))
            ON CONFLICT (agency_id, service) DO UPDATE SET is_on = excluded.is_on, changed_at = excluded.changed_at
            """)
    }

    /// The agencies that have a service turned on, in the order of their ids.
    static func agencies(offering service: String, in tx: any Transaction) throws -> [String] {
        try tx.rows(offeringQuery(service)).map { try $0.get("agency_id") }
    }

    static func offeringQuery(_ service: String) -> SQL {
        "SELECT agency_id FROM service_offer WHERE service = \(service) AND is_on ORDER BY agency_id"
    }

    static func offers(in tx: any Transaction) throws -> [(agency: String, service: String)] {
        try tx.rows("SELECT agency_id, service FROM service_offer WHERE is_on").map {
            (try $0.get("agency_id"), try $0.get("service"))
        }
    }
}
