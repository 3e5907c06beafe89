import Directory
import Kernel
import Storage

/// The rows of mandates and organisations.
enum MandateStore {
    private static let columns: SQL = """
        mandate.id, mandate.account_id, mandate.kind, mandate.organisation_id, mandate.name, mandate.citizen_number,
        mandate.born_on, mandate.valid_from, mandate.valid_until, organisation.tax_code
        """

    private static func read(_ row: Row) throws -> Mandate {
        let organisation: Organisation? = try row.find("organisation_id", as: Organisation.ID.self).flatMap { id in
            try TaxCode(row.get("tax_code", as: String.self)).map { Organisation(id: id, taxCode: $0) }
        }
        return Mandate(
            id: try row.get("id"), account: try row.get("account_id"), kind: try row.get("kind"),
            organisation: organisation, name: try row.get("name"),
            citizenNumber: try row.find("citizen_number", as: String.self).flatMap(CitizenNumber.init),
            bornOn: try row.find("born_on"),
            validity: Validity(from: try row.get("valid_from"), until: try row.find("valid_until")))
    }

    static func all(of account: Account.ID, in tx: any Transaction) throws -> [Mandate] {
        try tx.rows(
            """
            SELECT \(columns) FROM mandate LEFT JOIN organisation ON organisation.id = mandate.organisation_id
            WHERE mandate.account_id = \(account) ORDER BY mandate.created_at, mandate.id
            """
        ).map(read)
    }

    static func find(_ id: Mandate.ID, of account: Account.ID, in tx: any Transaction) throws -> Mandate? {
        try all(of: account, in: tx).first { $0.id == id }
    }

    static func insert(_ mandate: Mandate, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO mandate (id, account_id, kind, organisation_id, name, citizen_number, born_on, valid_from,
                valid_until, created_at)
            VALUES (\(mandate.id), \(mandate.account), \(mandate.kind), \(mandate.organisation?.id), \(mandate.name),
                \(mandate.citizenNumber?.digits), \(mandate.bornOn), \(mandate.validity.from),
                \(mandate.validity.until), \(now))
            """)
    }

    static func end(_ id: Mandate.ID, until day: Day, in tx: any Transaction) throws {
        try tx.run("UPDATE mandate SET valid_until = \(day) WHERE id = \(id)")
    }

    /// The organisation of a tax code, made when it is not there yet. What it is called stands in the mandates: the
    /// first who names it does not name it for others.
    static func organisation(
        _ taxCode: TaxCode, name: String, at now: Instant, in tx: any Transaction
    ) throws -> Organisation {
        let id = try tx.value(
            """
            INSERT INTO organisation (id, tax_code, name, created_at)
            VALUES (\(Organisation.ID(at: now)), \(taxCode.text), \(name), \(now))
            ON CONFLICT (tax_code) DO UPDATE SET tax_code = excluded.tax_code RETURNING id
            """, as: Organisation.ID.self)
        guard let id else { throw DatabaseFault(.other, code: "organisation", detail: "no organisation was returned") }
        return Organisation(id: id, taxCode: taxCode)
    }
}

extension Mandate.Kind: SQLBindable, SQLReadable {}
