import Storage

/// The SQL of the numbers of results (số kết quả): running within a year at one agency and series, without gaps.
enum ResultNumberStore {
    /// The next number. It locks the row of the series, so it comes after every other lock of the act; an act that is
    /// not carried out gives its number back.
    static func next(_ series: String, of agency: String, year: Int, in tx: any Transaction) throws -> Int {
        let number: Int? = try tx.value(
            """
            INSERT INTO result_number (agency_id, series, year, last) VALUES (\(agency), \(series), \(year), 1)
            ON CONFLICT (agency_id, series, year) DO UPDATE SET last = result_number.last + 1
            RETURNING last
            """)
        guard let number else { throw DatabaseFault(.other, code: "series", detail: "no number") }
        return number
    }
}
