import Catalogue
import Kernel
import Storage

extension CaseOffice {
    /// To which unit and official a case goes that has come to its step (phân công), as the step says. Nothing where
    /// somebody was chosen already: what a person decides stands.
    ///
    /// - Parameter isPlaced: whether a person has passed the case to a unit just now.
    func assignment(
        _ dossier: Dossier, _ service: CompiledService, _ facts: CaseFacts?, isPlaced: Bool = false,
        at now: Instant, in tx: any Transaction
    ) throws -> [DossierEvent] {
        guard dossier.isOpen, dossier.assignee == nil, let step = service.step(dossier.step), let rule = step.assign
        else { return [] }
        var events: [DossierEvent] = []
        var unit = dossier.unit
        if !isPlaced, rule.unit != nil,
            let facts = try facts ?? ContentStore.find(dossier.id, in: tx).map(dossier.facts),
            let code = service.unit(ofStep: step.key, for: facts),
            let found = try seats.unit(code, of: dossier.agency, in: tx), found != unit
        {
            unit = found
            let text = try ContentStore.insert(text: step.title.vi, of: dossier.id, at: now, in: tx)
            events.append(.transferred(unit: found, text: text))
        }
        guard let way = rule.by else { return events }
        let people = try seats.staff(of: dossier.agency, in: tx).people(as: step.role, for: unit)
        let accounts = Set(people.map(\.account))
        guard !accounts.isEmpty else { return events }
        let chosen =
            try earlierHolder(of: dossier, among: accounts, in: tx)
            ?? TurnStore.next(way, among: accounts, of: dossier.agency, in: tx)
        try TurnStore.note(chosen, of: dossier.agency, at: now, in: tx)
        return events + [.assigned(to: chosen)]
    }

    /// Who had the case last in the step where it is again.
    private func earlierHolder(
        of dossier: Dossier, among accounts: Set<String>, in tx: any Transaction
    ) throws -> String? {
        var stood = Dossier(id: dossier.id)
        var holder: String?
        for record in try DossierStore.history(of: dossier.id, in: tx) {
            stood.apply(record.event, at: record.at)
            if stood.step == dossier.step, let account = stood.assignee { holder = account }
        }
        return holder.flatMap { accounts.contains($0) ? $0 : nil }
    }
}

/// The SQL of whose turn it is (lượt phân công): when an official of an agency was given a case last by the rule of a
/// step. Of two cases that come at once the second waits for the agency's own row, the one without an account, and then
/// finds the first one given.
enum TurnStore {
    /// Whom the next case is given to; never empty, for `accounts` is not.
    static func next(
        _ way: StepAssignment.Way, among accounts: Set<String>, of agency: String, in tx: any Transaction
    ) throws -> String {
        let all = accounts.sorted()
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
        } ?? ""
    }

    static func note(_ account: String, of agency: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO task_turn (agency_id, account, given_at) VALUES (\(agency), \(account), \(now))
            ON CONFLICT (agency_id, account) DO UPDATE SET given_at = excluded.given_at
            """)
    }
}
