package import Kernel
package import WorkingTime

/// The legal clock of a dossier: when it was received, how long it may take, when it stood still, when it is due.
package struct CaseClock: Codable, Sendable, Equatable {
    package var received: Instant
    package var limit: Limit
    /// From when the limit is counted now: the receipt, or the day a full supplement came when that restarts it.
    package var countedFrom: Instant
    package var stops: [ClockStop]
    package var deadline: Deadline
    /// Ended: when the result existed.
    package var endedAt: Instant?

    package var due: Instant? { deadline.due }
    package var isStopped: Bool { deadline.stoppedSince != nil }

    /// What is waited for while it stands still, or was the last time.
    package var stopReason: Phrase? { stops.last?.reason }

    /// Starts on receipt.
    package static func starting(
        at received: Instant, limit: Limit, calendar: WorkingCalendar
    ) -> Result<CaseClock, DeadlineRefusal> {
        calendar.deadline(of: limit, received: received).map {
            CaseClock(received: received, limit: limit, countedFrom: received, stops: [], deadline: $0)
        }
    }

    /// Stands still: something is asked of the applicant.
    package func stopping(
        at now: Instant, because reason: Phrase, calendar: WorkingCalendar
    ) -> Result<CaseClock, DeadlineRefusal> {
        var copy = self
        copy.stops.append(ClockStop(from: max(now, countedFrom), to: nil, reason: reason))
        return copy.recalculated(with: calendar)
    }

    /// Goes on where it stood.
    package func resuming(at now: Instant, calendar: WorkingCalendar) -> Result<CaseClock, DeadlineRefusal> {
        var copy = self
        if let open = copy.stops.indices.last, copy.stops[open].to == nil {
            let from = copy.stops[open].from
            // A stop has a length, if only the shortest there is.
            copy.stops[open] = ClockStop(
                from: from, to: max(now, Instant(microseconds: from.microseconds + 1)), reason: copy.stops[open].reason)
        }
        return copy.recalculated(with: calendar)
    }

    /// Begins again from zero (NĐ 61/2018, Đ.17: after a full supplement the limit is counted anew).
    package func restarting(at now: Instant, calendar: WorkingCalendar) -> Result<CaseClock, DeadlineRefusal> {
        var copy = self
        copy.countedFrom = now
        copy.stops = []
        return copy.recalculated(with: calendar)
    }

    package func recalculated(with calendar: WorkingCalendar) -> Result<CaseClock, DeadlineRefusal> {
        calendar.deadline(of: limit, received: countedFrom, stops: stops).map { deadline in
            var copy = self
            copy.deadline = deadline
            return copy
        }
    }
}
