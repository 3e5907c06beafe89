import Catalogue
import Kernel
import Storage

/// The SQL of the inbox. It reads `task`, which has one row per open dossier and one for each branch that awaits an
/// answer; rows of a page are completed by their ids.
enum InboxStore {
    /// What a row of the inbox has in the tables.
    struct Found: Sendable {
        let id: Dossier.ID
        let branch: String
        let agency: String
        let isGuest: Bool
        let isReminded: Bool
        let isStopped: Bool
        let code: String
        let service: String
        let definition: String
        let owner: String
        let step: String
        let role: String
        let unit: String?
        let official: OfficialState
        let assignee: String?
        let channel: FilingChannel
        let filedAt: Instant
        let openedAt: Instant
        let stepDueAt: Instant?
        let dueAt: Instant?
        let isReceived: Bool
    }

    // MARK: the page

    /// The places of one page in the order of reading; those before a place come backwards.
    static func page(
        _ query: InboxQuery, from place: Inbox.From, limit: Int, in tx: any Transaction
    ) throws -> [InboxPlace] {
        try tx.rows(pageSQL(query, from: place, limit: limit)).map { row in
            InboxPlace(
                sortAt: try row.get("sort_at"), dossier: try row.get("dossier_id"), branch: try row.get("branch"))
        }
    }

    /// Served by `task_inbox`, for everything open by `task_open`.
    static func pageSQL(_ query: InboxQuery, from place: Inbox.From, limit: Int) -> SQL {
        let key: SQL
        let order: SQL
        switch place {
        case .start: (key, order) = ("", " ORDER BY sort_at, dossier_id, branch")
        case .after(let place):
            key = " AND (sort_at, dossier_id, branch) > (\(place.sortAt), \(place.dossier), \(place.branch))"
            order = " ORDER BY sort_at, dossier_id, branch"
        case .before(let place):
            key = " AND (sort_at, dossier_id, branch) < (\(place.sortAt), \(place.dossier), \(place.branch))"
            order = " ORDER BY sort_at DESC, dossier_id DESC, branch DESC"
        }
        let service: SQL = query.filter.service.map { " AND service = \($0)" } ?? ""
        let rest: SQL =
            " AND \(query.holds(query.filter.standing)) AND \(query.holds(query.filter.holder))\(service)"
        return "SELECT sort_at, dossier_id, branch FROM task WHERE \(query.reach)" + rest + key + order
            + " LIMIT \(limit)"
    }

    /// The rows at these places, in that order.
    static func rows(_ places: [InboxPlace], in tx: any Transaction) throws -> [Found] {
        let ids = places.map(\.dossier)
        let found = try tx.rows(
            """
            SELECT t.dossier_id, t.branch, t.is_guest, t.reminded, d.agency_id, d.code, t.service, d.definition, c.owner_name, t.step, t.role, t.unit_id, t.official,
                t.assignee, d.channel, d.filed_at, t.opened_at, t.step_due_at, t.due_at, d.clock IS NOT NULL AS received,
                t.due_at IS NULL AND d.clock IS NOT NULL AND t.branch = '' AS stopped
            FROM task t JOIN dossier d ON d.id = t.dossier_id JOIN dossier_content c ON c.dossier_id = t.dossier_id
            WHERE t.dossier_id IN (\(list: ids))
            """
        ).map { row in
            Found(
                id: try row.get("dossier_id"), branch: try row.get("branch"), agency: try row.get("agency_id"),
                isGuest: try row.get("is_guest"), isReminded: try row.get("reminded"),
                isStopped: try row.get("stopped"), code: try row.get("code"), service: try row.get("service"),
                definition: try row.get("definition"), owner: try row.get("owner_name"), step: try row.get("step"),
                role: try row.get("role"), unit: try row.find("unit_id"), official: try row.get("official"),
                assignee: try row.find("assignee"), channel: try row.get("channel"),
                filedAt: try row.get("filed_at"), openedAt: try row.get("opened_at"),
                stepDueAt: try row.find("step_due_at"), dueAt: try row.find("due_at"),
                isReceived: try row.get("received"))
        }
        return places.compactMap { place in
            found.first { $0.id == place.dossier && $0.branch == place.branch }
        }
    }

    // MARK: the counts

    /// All counts in one statement.
    static func counts(_ query: InboxQuery, in tx: any Transaction) throws -> InboxCounts {
        var counts = InboxCounts()
        let chosen = query.filter
        for row in try tx.rows(countsSQL(query)) {
            let service: String = try row.get("service")
            let shown: Int = try row.get("shown")
            counts.services += shown
            if shown > 0 || service == chosen.service { counts.service[service] = shown }
            guard chosen.service == nil || chosen.service == service else { continue }
            counts.shown += shown
            for standing in InboxFilter.Standing.allCases {
                counts.standing[standing, default: 0] += try row.get("s_\(standing.rawValue)", as: Int.self)
            }
            for holder in InboxFilter.Holder.allCases {
                counts.holder[holder, default: 0] += try row.get("h_\(holder.rawValue)", as: Int.self)
            }
        }
        return counts
    }

    static func countsSQL(_ query: InboxQuery) -> SQL {
        let standing = query.holds(query.filter.standing)
        let holder = query.holds(query.filter.holder)
        var sql: SQL = "SELECT service, count(*) FILTER (WHERE \(standing) AND \(holder)) AS shown"
        for one in InboxFilter.Standing.allCases {
            sql =
                sql + ", count(*) FILTER (WHERE \(query.holds(one)) AND \(holder))"
                + SQL(composed: " AS s_\(one.rawValue)")
        }
        for one in InboxFilter.Holder.allCases {
            sql =
                sql + ", count(*) FILTER (WHERE \(standing) AND \(query.holds(one)))"
                + SQL(composed: " AS h_\(one.rawValue)")
        }
        return sql + " FROM task WHERE \(query.reach) GROUP BY service"
    }
}

extension InboxQuery {
    /// Which tasks the official has before them at all.
    var reach: SQL {
        let unit: SQL = official.narrowingUnit.map { " AND (unit_id IS NULL OR unit_id = \($0))" } ?? ""
        switch filter.reach {
        case .own: return "agency_id = \(official.agency) AND role = \(official.role)\(unit)"
        // Of the agency's own cases the step stands for the whole; of another's there is the question alone.
        case .everything: return "agency_id = \(official.agency)\(unit) AND (branch = '' OR is_guest)"
        }
    }

    /// The states in which the agency waits for the applicant.
    private static let waits = [OfficialState.supplementRequested, .paymentRequested]

    /// What is only followed is nobody's work: it stands among all, and in no count of what is to be done.
    private static let isWork: SQL = "substr(branch, 1, 1) <> \(InboxRow.following)"

    func holds(_ standing: InboxFilter.Standing) -> SQL {
        standing == .all ? "1 = 1" : "(" + isStanding(standing) + " AND " + Self.isWork + ")"
    }

    private func isStanding(_ standing: InboxFilter.Standing) -> SQL {
        let today = Instant(now.day, minute: 0)
        switch standing {
        case .all: return "1 = 1"
        case .new:
            return """
                (official = \(OfficialState.registered)
                OR (opened_at >= \(today) AND official NOT IN (\(list: Self.waits))))
                """
        case .overdue: return "due_at < \(now)"
        case .today: return "(due_at >= \(now) AND due_at < \(today.adding(days: 1)))"
        case .stepLate: return "step_due_at < \(now)"
        case .inWork: return "official IN (\(list: [OfficialState.received, .inProcess]))"
        case .waiting: return "official IN (\(list: Self.waits))"
        case .finished: return "official = \(OfficialState.finished)"
        }
    }

    func holds(_ holder: InboxFilter.Holder) -> SQL {
        switch holder {
        case .anyone: "1 = 1"
        case .mine: "assignee = \(official.account)"
        case .nobody: "(assignee IS NULL AND " + Self.isWork + ")"
        }
    }
}
