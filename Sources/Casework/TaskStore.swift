import Catalogue
import Kernel
import Storage
import WorkingTime

/// The SQL of tasks (việc cần làm): who has to do something about which open dossier, until when.
enum TaskStore {
    /// Brings the task of a dossier into line with the dossier. The calendar may be nil when the step has no limit.
    static func write(
        _ dossier: Dossier, _ service: CompiledService, _ calendar: WorkingCalendar?, at now: Instant,
        in tx: any Transaction
    ) throws {
        guard dossier.isOpen, let step = service.step(dossier.step) else {
            try tx.runAll(["DELETE FROM task WHERE dossier_id = \(dossier.id)"])
            return
        }
        let waits = dossier.openRequest != nil
        // The applicant's time is not the step's: it is counted anew when the supplement has come.
        let stepDue = step.limit.flatMap { rule -> Instant? in
            guard !waits, let unit = LimitUnit(rawValue: rule.unit) else { return nil }
            return try? calendar?.deadline(of: Limit(rule.value, unit), received: now).get().due
        }
        let due = dossier.clock?.endedAt == nil ? dossier.clock?.due : nil
        // What nobody can act on sorts last; what has no date yet sorts by when it came.
        let sort = waits ? Instant.farFuture : due ?? dossier.filedAt
        try tx.runAll([
            """
            INSERT INTO task (dossier_id, agency_id, unit_id, role, step, assignee, official, service, opened_at,
                step_due_at, due_at, sort_at)
            VALUES (\(dossier.id), \(dossier.agency), \(dossier.unit), \(step.role), \(step.key), \(dossier.assignee),
                \(dossier.official), \(dossier.service), \(now), \(stepDue), \(due), \(sort))
            ON CONFLICT (dossier_id) DO UPDATE SET unit_id = excluded.unit_id, role = excluded.role,
                step = excluded.step, assignee = excluded.assignee, official = excluded.official,
                opened_at = CASE WHEN task.step = excluded.step THEN task.opened_at ELSE excluded.opened_at END,
                step_due_at = CASE WHEN task.step = excluded.step AND task.step_due_at IS NOT NULL
                    AND excluded.step_due_at IS NOT NULL THEN task.step_due_at ELSE excluded.step_due_at END,
                due_at = excluded.due_at, sort_at = excluded.sort_at
            """
        ])
    }

    static func stepDue(of id: Dossier.ID, in tx: any Transaction) throws -> Instant? {
        try tx.row("SELECT step_due_at FROM task WHERE dossier_id = \(id)").flatMap { try $0.find("step_due_at") }
    }
}

extension Instant {
    /// Later than anything: 9999-01-01.
    static let farFuture = Instant(seconds: 253_370_764_800)
}
