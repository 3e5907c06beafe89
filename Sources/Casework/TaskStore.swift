import Catalogue
import Kernel
import Storage
import WorkingTime

/// The SQL of tasks (việc cần làm): who has to do something about which open dossier, until when. A dossier has one task
/// for its step (`branch` is empty), one for each branch that awaits an answer, one for each role that a timer told
/// (`~` and the timer's name), and one for each role that follows the step (`=` and the role).
enum TaskStore {
    /// Brings the tasks of a dossier into line with the dossier. The calendar may be nil when the step has no limit.
    ///
    /// - Parameter hadMore: whether there may be tasks beside that of the step.
    static func write(
        _ dossier: Dossier, _ service: CompiledService, _ calendar: WorkingCalendar?, at now: Instant,
        hadMore: Bool, in tx: any Transaction
    ) throws {
        // Another version may not know the step: the case would be in nobody's inbox.
        guard dossier.definition == service.hash else { throw CaseOffice.OtherVersion() }
        guard dossier.isOpen, let step = service.step(dossier.step) else {
            try tx.runAll(["DELETE FROM task WHERE dossier_id = \(dossier.id)"])
            return
        }
        let waits = dossier.openRequest != nil
        // The applicant's time is not the step's: `countedSince` begins anew when the supplement has come.
        let stepDue = step.limit.flatMap { rule -> Instant? in
            guard !waits, let unit = LimitUnit(rawValue: rule.unit) else { return nil }
            return try? calendar?.deadline(of: Limit(rule.value, unit), received: dossier.countedSince).get().due
        }
        let due = dossier.clock?.endedAt == nil ? dossier.clock?.due : nil
        let stands = dossier.clock?.endedAt == nil && dossier.clock?.isStopped == true
        // What nobody can act on sorts last, and results that wait to be fetched; what has no date yet sorts by when it
        // came.
        let hasResult = dossier.clock?.endedAt != nil && stepDue == nil
        let sort =
            waits || hasResult || (stands && stepDue == nil) ? Instant.farFuture : due ?? stepDue ?? dossier.filedAt
        let timer = calendar.flatMap { StepTimers(dossier, service, $0).next?.at }
        let reminded = dossier.fired.contains(where: \.reminds)
        var statements: [SQL] = [
            """
            INSERT INTO task (dossier_id, branch, is_guest, agency_id, unit_id, role, step, assignee, official, service,
                opened_at, step_due_at, due_at, sort_at, reminded, timer_at)
            VALUES (\(dossier.id), '', \(false), \(dossier.agency), \(dossier.unit), \(step.role), \(step.key),
                \(dossier.assignee), \(dossier.official), \(dossier.service), \(now), \(stepDue), \(due), \(sort),
                \(reminded), \(timer))
            ON CONFLICT (dossier_id, branch) DO UPDATE SET unit_id = excluded.unit_id, role = excluded.role,
                step = excluded.step, assignee = excluded.assignee, official = excluded.official,
                opened_at = CASE WHEN task.step = excluded.step THEN task.opened_at ELSE excluded.opened_at END,
                step_due_at = excluded.step_due_at, due_at = excluded.due_at, sort_at = excluded.sort_at,
                reminded = excluded.reminded, timer_at = excluded.timer_at
            """
        ]
        if hadMore { statements.append("DELETE FROM task WHERE dossier_id = \(dossier.id) AND branch <> ''") }
        let state = OfficialState(rawValue: step.official) ?? .inProcess
        for branch in dossier.branches where branch.isOpen && !branch.isCase {
            guard let agency = branch.agency, let asked = branch.askedAt else { continue }
            let until = branch.due ?? (agency == dossier.agency ? due : nil)
            statements.append(
                beside(
                    dossier, branch.key, at: (agency, branch.unit), branch.role, step.key, state, opened: asked,
                    due: until))
        }
        for timer in dossier.fired {
            guard let role = timer.tells else { continue }
            statements.append(
                beside(
                    dossier, "~" + timer.key, at: (dossier.agency, role == "head" ? dossier.unit : nil), role,
                    step.key, dossier.official, opened: now, due: due))
        }
        for role in Set(step.follow ?? []).subtracting([step.role]).sorted() {
            statements.append(
                beside(
                    dossier, InboxRow.following + role, at: (dossier.agency, dossier.unit), role, step.key,
                    dossier.official, opened: dossier.countedSince, due: due, isLast: true))
        }
        try tx.runAll(statements)
    }

    /// Whether a dossier may have tasks beside that of its step; of another version nothing is known.
    static func hasMore(_ dossier: Dossier, _ service: CompiledService) -> Bool {
        dossier.branches.contains(where: \.isOpen) || dossier.fired.contains { $0.tells != nil }
            || dossier.definition != service.hash || service.step(dossier.step)?.follow != nil
    }

    private static func beside(
        _ dossier: Dossier, _ key: String, at place: (agency: String, unit: String?), _ role: String, _ step: String,
        _ state: OfficialState, opened: Instant, due: Instant?, isLast: Bool = false
    ) -> SQL {
        """
        INSERT INTO task (dossier_id, branch, is_guest, agency_id, unit_id, role, step, assignee, official, service,
            opened_at, step_due_at, due_at, sort_at, reminded, timer_at)
        VALUES (\(dossier.id), \(key), \(place.agency != dossier.agency), \(place.agency), \(place.unit), \(role), \(step),
            NULL, \(state), \(dossier.service), \(opened), NULL, \(due), \(isLast ? .farFuture : due ?? opened), \(false), NULL)
        """
    }

    static func stepDue(of id: Dossier.ID, in tx: any Transaction) throws -> Instant? {
        try tx.row("SELECT step_due_at FROM task WHERE dossier_id = \(id) AND branch = ''").flatMap {
            try $0.find("step_due_at")
        }
    }

    /// A dossier in which a timer has run out.
    struct Timed {
        let at: Instant
        let dossier: Dossier.ID
    }

    /// The dossiers in which a timer has run out, the first to do so first, from behind `last` on.
    static func timed(at now: Instant, after last: Timed?, limit: Int, in tx: any Transaction) throws -> [Timed] {
        try tx.rows(timedSQL(at: now, after: last, limit: limit)).map {
            Timed(at: try $0.get("timer_at"), dossier: try $0.get("dossier_id"))
        }
    }

    /// Served by `task_timer`.
    static func timedSQL(at now: Instant, after last: Timed?, limit: Int) -> SQL {
        let rest: SQL =
            last.map { "AND timer_at >= \($0.at) AND (timer_at, dossier_id) > (\($0.at), \($0.dossier))" } ?? ""
        return """
            SELECT timer_at, dossier_id FROM task WHERE timer_at <= \(now) \(rest)
            ORDER BY timer_at, dossier_id LIMIT \(limit)
            """
    }

    /// Puts off the timers of a dossier that could not be carried out; nil lets them rest until something happens in it.
    static func putOff(_ id: Dossier.ID, until later: Instant?, in tx: any Transaction) throws {
        try tx.runAll(["UPDATE task SET timer_at = \(later) WHERE dossier_id = \(id) AND branch = ''"])
    }
}

extension Instant {
    /// Later than anything: 9999-01-01.
    static let farFuture = Instant(seconds: 253_370_764_800)
}
