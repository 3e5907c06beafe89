import Catalogue
import Kernel
import Storage

/// The SQL of whose turn it is (lượt phân công): when an official of an agency was given a case last by the rule of a
/// step. Of two cases that come at once the second waits for the agency's own row, the one without an account, and then
/// finds the first one given.
enum TurnStore {
    /// Whom the next case is given to; nil when there is nobody.
    static func next(
        _ way: StepAssignment.Way, among accounts: Set<String>, of agency: String, in tx: any Transaction
    ) throws -> String? {
        let all = accounts.sorted()
        guard !all.isEmpty else { return nil }
        try note("", of: agency, at: Instant(seconds: 0), in: tx)
        var given: [String: Instant] = [:]
        let rows = try tx.rows(
            "SELECT account, given_at FROM task_turn WHERE agency_id = \(agency) AND account IN (\(list: all))")
        for row in rows { given[try row.get("account")] = try row.get("given_at", as: Instant.self) }
        var open: [String: Int] = [:]
        if way == .load {
            let counts = try tx.rows(
                """
                SELECT assignee, count(*) AS open FROM task
                WHERE agency_id = \(agency) AND assignee IN (\(list: all)) AND official <> \(OfficialState.finished)
                GROUP BY assignee
                """)
            for row in counts { open[try row.get("assignee")] = try row.get("open", as: Int.self) }
        }
        let never = Instant(seconds: 0)
        return all.min { one, other in
            (open[one] ?? 0, given[one] ?? never, one) < (open[other] ?? 0, given[other] ?? never, other)
        }
    }

    static func note(_ account: String, of agency: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO task_turn (agency_id, account, given_at) VALUES (\(agency), \(account), \(now))
            ON CONFLICT (agency_id, account) DO UPDATE SET given_at = excluded.given_at
            """)
    }
}
