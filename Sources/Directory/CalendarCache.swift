import Kernel
import Storage
import Synchronization
import WorkingTime

/// Calendars as values, parsed once for each change: an act reads only the moment of the last change.
final class CalendarCache: Sendable {
    private let kept = Mutex<[String: (changedAt: Instant, calendar: WorkingCalendar)]>([:])

    /// The calendar of that name with the national years it lacks; the one the program brings along when there is none.
    func calendar(_ name: String, in tx: any Transaction) throws -> WorkingCalendar {
        let national = try stored(CalendarStore.national, in: tx) ?? .national
        guard name != CalendarStore.national else { return national }
        return try stored(name, in: tx)?.inheriting(from: national) ?? national
    }

    private func stored(_ name: String, in tx: any Transaction) throws -> WorkingCalendar? {
        guard let changedAt = try CalendarStore.changedAt(name, in: tx) else { return nil }
        if let kept = kept.withLock({ $0[name] }), kept.changedAt == changedAt { return kept.calendar }
        guard let calendar = try CalendarStore.find(name, in: tx)?.calendar else { return nil }
        kept.withLock { $0[name] = (changedAt, calendar) }
        return calendar
    }
}
