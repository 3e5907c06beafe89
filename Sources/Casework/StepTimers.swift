import Catalogue
import Kernel
import WorkingTime

/// The timers of the step in which a case is, and when each runs out. Pure.
struct StepTimers {
    /// A timer that has not run out yet, or that has and was not carried out.
    struct Due {
        let timer: StepTimer
        let at: Instant
    }

    /// The first first.
    let due: [Due]

    /// - Parameter dossier: those of its timers that have fired are left out.
    init(_ dossier: Dossier, _ service: CompiledService, _ calendar: WorkingCalendar) {
        guard dossier.isOpen, let step = service.step(dossier.step) else {
            due = []
            return
        }
        let fired = Set(dossier.fired.map(\.key))
        due = (step.timers ?? []).filter { !fired.contains($0.key) }.compactMap { timer in
            // The applicant's time is not the agency's.
            let start =
                timer.waiting == true
                ? dossier.waitingSince : dossier.openRequest == nil ? Self.start(timer, dossier) : nil
            guard let start, let unit = LimitUnit(rawValue: timer.after.unit),
                let at = try? calendar.deadline(of: Limit(timer.after.value, unit), received: start).get().due
            else { return nil }
            return Due(timer: timer, at: at)
        }.sorted { $0.at < $1.at }
    }

    var next: Due? { due.first }

    /// From when a timer is counted. Silence of those who are asked means something once all of them have been: what
    /// ends the wait for their answers runs from when the last was.
    private static func start(_ timer: StepTimer, _ dossier: Dossier) -> Instant? {
        let awaited = dossier.branches.filter { !$0.isAnswered }
        guard timer.act != nil, !awaited.isEmpty else { return dossier.countedSince }
        let asked = awaited.compactMap(\.askedAt)
        guard asked.count == awaited.count, let last = asked.max() else { return nil }
        return max(dossier.countedSince, last)
    }
}
