import Foundation
import Kernel
import Storage

/// The SQL of the cases that have ended, served by `dossier_ended`.
enum EndedCaseStore {
    struct Row: Sendable {
        let id: Dossier.ID
        let code: String
        let service: String
        let definition: String
        let owner: String
        let official: OfficialState
        let isChild: Bool
        let clock: CaseClock?
        let endedAt: Instant
    }

    static func page(
        _ filter: EndedCases.Filter, _ since: Instant, _ official: DeskOfficial, after place: InboxPlace?,
        _ limit: Int, in tx: any Transaction
    ) throws -> [InboxPlace] {
        try tx.rows(pageSQL(filter, since, official, after: place, limit)).map { row in
            InboxPlace(sortAt: try row.get("ended_at"), dossier: try row.get("id"))
        }
    }

    static func pageSQL(
        _ filter: EndedCases.Filter, _ since: Instant, _ official: DeskOfficial, after place: InboxPlace?, _ limit: Int
    ) -> SQL {
        let from: SQL = place.map { " AND (ended_at, id) < (\($0.sortAt), \($0.dossier))" } ?? ""
        return "SELECT ended_at, id FROM dossier WHERE \(reach(official, since)) AND \(holds(filter.ending))" + from
            + " ORDER BY ended_at DESC, id DESC LIMIT \(limit)"
    }

    static func counts(
        _ since: Instant, _ official: DeskOfficial, in tx: any Transaction
    ) throws -> [EndedCases.Ending: Int] {
        var sql: SQL = "SELECT count(*) AS n"
        for one in EndedCases.Ending.allCases {
            sql = sql + ", count(*) FILTER (WHERE \(holds(one)))" + SQL(composed: " AS e_\(one.rawValue)")
        }
        let row = try tx.row(sql + " FROM dossier WHERE \(reach(official, since))")
        var counts: [EndedCases.Ending: Int] = [:]
        for one in EndedCases.Ending.allCases { counts[one] = try row?.get("e_\(one.rawValue)") ?? 0 }
        return counts
    }

    private static func reach(_ official: DeskOfficial, _ since: Instant) -> SQL {
        let unit: SQL = official.narrowingUnit.map { " AND (unit_id IS NULL OR unit_id = \($0))" } ?? ""
        return "agency_id = \(official.agency) AND ended_at IS NOT NULL AND ended_at >= \(since)\(unit)"
    }

    private static func holds(_ ending: EndedCases.Ending) -> SQL {
        ending == .all ? "1 = 1" : "official IN (\(list: ending.states))"
    }

    /// The rows of these dossiers, in that order.
    static func rows(_ ids: [Dossier.ID], in tx: any Transaction) throws -> [Row] {
        let found = try tx.rows(
            """
            SELECT d.id, d.code, d.service, d.definition, c.owner_name, d.official, d.clock, d.ended_at, d.origin_id
            FROM dossier d JOIN dossier_content c ON c.dossier_id = d.id WHERE d.id IN (\(list: ids))
            """
        ).map { row in
            let clock: String? = try row.find("clock")
            return Row(
                id: try row.get("id"), code: try row.get("code"), service: try row.get("service"),
                definition: try row.get("definition"), owner: try row.get("owner_name"),
                official: try row.get("official"),
                isChild: try row.find("origin_id", as: Dossier.ID.self) != nil,
                clock: try clock.map { try JSONDecoder().decode(CaseClock.self, from: Data($0.utf8)) },
                endedAt: try row.get("ended_at"))
        }
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }
}
