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

    /// The calendar that an agency keeps: its own, or the nearest above it, or the national one.
    func calendar(of agency: Agency.ID, in tx: any Transaction) throws -> WorkingCalendar {
        let found = try CalendarStore.kept(by: agency, in: tx)
        let national =
            try found.first { $0.name == CalendarStore.national }
            .flatMap { try stored($0.name, changedAt: $0.changedAt, in: tx) } ?? .national
        guard let own = found.first(where: { $0.name != CalendarStore.national }) else { return national }
        return try stored(own.name, changedAt: own.changedAt, in: tx)?.inheriting(from: national) ?? national
    }

    private func stored(_ name: String, in tx: any Transaction) throws -> WorkingCalendar? {
        guard let changedAt = try CalendarStore.changedAt(name, in: tx) else { return nil }
        return try stored(name, changedAt: changedAt, in: tx)
    }

    private func stored(_ name: String, changedAt: Instant, in tx: any Transaction) throws -> WorkingCalendar? {
        if let kept = kept.withLock({ $0[name] }), kept.changedAt == changedAt { return kept.calendar }
        guard let calendar = try CalendarStore.find(name, in: tx)?.calendar else { return nil }
        kept.withLock { $0[name] = (changedAt, calendar) }
        return calendar
    }
}
