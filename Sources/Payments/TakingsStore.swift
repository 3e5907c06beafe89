import Kernel
import Storage

/// The SQL of the day's takings.
enum TakingsStore {
    private static let columns: SQL = """
        SELECT p.id, p.year, p.number, p.dossier_id, d.code, p.amount, p.method, p.official_name, p.at, p.voided_at
        FROM payment p JOIN dossier d ON d.id = p.dossier_id
        """

    static func lines(
        at agency: String, on day: Day, of account: String?, after number: Int, limit: Int, in tx: any Transaction
    ) throws -> [Takings.Line] {
        try tx.rows(linesSQL(at: agency, on: day, of: account, after: number, limit: limit)).map(line)
    }

    static func linesSQL(at agency: String, on day: Day, of account: String?, after number: Int, limit: Int) -> SQL {
        let whose: SQL = account.map { " AND p.official = \($0)" } ?? ""
        return columns + " WHERE p.agency_id = \(agency) AND p.day = \(day)" + whose
            + " AND p.number > \(number) ORDER BY p.number LIMIT \(limit)"
    }

    /// Receipts of earlier days that were voided on the day.
    static func voided(
        at agency: String, on day: Day, by account: String?, in tx: any Transaction
    ) throws -> [Takings.Line] {
        let whose: SQL = account.map { " AND p.voided_by = \($0)" } ?? ""
        return try tx.rows(
            columns + " WHERE p.agency_id = \(agency) AND p.voided_on = \(day) AND p.day < \(day)" + whose
                + " ORDER BY p.number LIMIT 500"
        ).map(line)
    }

    static func sums(at agency: String, on day: Day, in tx: any Transaction) throws -> [Takings.Sum] {
        var sums: [String: Takings.Sum] = [:]
        for row in try tx.rows(
            """
            SELECT official, max(official_name) AS name, method, count(*) AS receipts,
                CAST(sum(amount) AS BIGINT) AS total
            FROM payment WHERE agency_id = \(agency) AND day = \(day) AND (voided_on IS NULL OR voided_on <> \(day))
            GROUP BY official, method
            """)
        {
            let official: String = try row.get("official")
            var sum = try sums[official] ?? Takings.Sum(official: official, name: row.get("name"))
            sum.receipts += try row.get("receipts")
            switch try row.get("method", as: Payment.Method.self) {
            case .cash: sum.cash = try row.get("total")
            case .transfer: sum.transfer = try row.get("total")
            }
            sums[official] = sum
        }
        for row in try tx.rows(
            """
            SELECT voided_by, max(voided_by_name) AS name, CAST(sum(amount) AS BIGINT) AS total
            FROM payment WHERE agency_id = \(agency) AND voided_on = \(day) AND day < \(day)
            GROUP BY voided_by
            """)
        {
            let official: String = try row.get("voided_by")
            var sum = try sums[official] ?? Takings.Sum(official: official, name: row.get("name"))
            sum.returned = try row.get("total")
            sums[official] = sum
        }
        return sums.values.sorted { ($0.name, $0.official) < ($1.name, $1.official) }
    }

    private static func line(_ row: Row) throws -> Takings.Line {
        Takings.Line(
            payment: try row.get("id"),
            receipt: ReceiptNumber(year: try row.get("year"), number: try row.get("number")),
            dossier: try row.get("dossier_id"), code: try row.get("code"), amount: try row.get("amount"),
            method: try row.get("method"), officialName: try row.get("official_name"), at: try row.get("at"),
            voidedAt: try row.find("voided_at"))
    }
}
