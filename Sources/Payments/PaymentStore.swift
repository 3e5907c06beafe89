import Casework
import Kernel
import Storage

/// The SQL of payments.
enum PaymentStore {
    private static let columns: SQL = """
        SELECT id, dossier_id, agency_id, year, number, amount, method, payer, official, official_name, at, voided_at,
            voided_by_name, void_reason FROM payment
        """

    /// The next number of an agency's receipts in a year. It locks the row of the series, so it comes after every other
    /// lock of its transaction; what is rolled back leaves no gap.
    static func nextNumber(at agency: String, year: Int, in tx: any Transaction) throws -> ReceiptNumber {
        let number = try tx.value(
            """
            INSERT INTO receipt_series (agency_id, year, last_number) VALUES (\(agency), \(year), 1)
            ON CONFLICT (agency_id, year) DO UPDATE SET last_number = receipt_series.last_number + 1
            RETURNING last_number
            """, as: Int.self)
        guard let number else { throw DatabaseFault(.other, code: "series", detail: "no number") }
        return ReceiptNumber(year: year, number: number)
    }

    static func insert(_ payment: Payment, in tx: any Transaction) throws {
        try tx.runAll(
            [
                """
                INSERT INTO payment (id, dossier_id, agency_id, year, number, amount, method, payer, official,
                    official_name, at, day)
                VALUES (\(payment.id), \(payment.dossier), \(payment.agency), \(payment.receipt.year),
                    \(payment.receipt.number), \(payment.amount), \(payment.method), \(payment.payer),
                    \(payment.official), \(payment.officialName), \(payment.at), \(payment.at.day))
                """
            ]
                + payment.items.map { item in
                    """
                    INSERT INTO payment_item (payment_id, fee, title, amount, basis)
                    VALUES (\(payment.id), \(item.fee), \(try JSON(encoding: item.title)), \(item.amount),
                        \(item.basis))
                    """
                })
    }

    static func void(
        _ id: Payment.ID, by account: String, name: String, reason: String, at now: Instant, in tx: any Transaction
    ) throws {
        try tx.run(
            """
            UPDATE payment SET voided_at = \(now), voided_on = \(now.day), voided_by = \(account),
                voided_by_name = \(name), void_reason = \(reason)
            WHERE id = \(id) AND voided_at IS NULL
            """)
    }

    static func find(_ id: Payment.ID, in tx: any Transaction) throws -> Payment? {
        try payments(columns + " WHERE id = \(id)", in: tx).first
    }

    /// All payments of a dossier, voided ones too, in the order of their numbers.
    static func payments(of dossier: Dossier.ID, in tx: any Transaction) throws -> [Payment] {
        try payments(columns + " WHERE dossier_id = \(dossier) ORDER BY year, number", in: tx)
    }

    private static func payments(_ sql: SQL, in tx: any Transaction) throws -> [Payment] {
        let rows = try tx.rows(sql)
        let ids = try rows.map { try $0.get("id", as: Payment.ID.self) }
        guard !ids.isEmpty else { return [] }
        var items: [Payment.ID: [Payment.Item]] = [:]
        for row in try tx.rows(
            """
            SELECT payment_id, fee, title, amount, basis FROM payment_item
            WHERE payment_id IN (\(list: ids)) ORDER BY payment_id, fee
            """)
        {
            items[try row.get("payment_id"), default: []].append(
                Payment.Item(
                    fee: try row.get("fee"), title: try row.get("title", as: JSON.self).decoded(as: Phrase.self),
                    amount: try row.get("amount"), basis: try row.find("basis")))
        }
        return try rows.map { row in
            let id: Payment.ID = try row.get("id")
            return Payment(
                id: id, dossier: try row.get("dossier_id"), agency: try row.get("agency_id"),
                receipt: ReceiptNumber(year: try row.get("year"), number: try row.get("number")),
                items: items[id] ?? [], amount: try row.get("amount"), method: try row.get("method"),
                payer: try row.get("payer"), official: try row.get("official"),
                officialName: try row.get("official_name"), at: try row.get("at"), voiding: try voiding(row))
        }
    }

    private static func voiding(_ row: Row) throws -> Payment.Voiding? {
        guard let at: Instant = try row.find("voided_at") else { return nil }
        return Payment.Voiding(
            at: at, by: try row.find("voided_by_name") ?? "", reason: try row.find("void_reason") ?? "")
    }
}
