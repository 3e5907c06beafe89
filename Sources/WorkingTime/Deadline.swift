package import Kernel

/// When something is due, with the derivation that explains it.
///
/// A limit in days, working days or months is due when office hours end on its last day.
package struct Deadline: Hashable, Sendable, Codable {
    package let derivation: Derivation

    /// nil while the clock is stopped: nobody knows yet when it will run again.
    package var due: Instant? { derivation.due }

    /// Since when the clock stands still; nil while it runs.
    package var stoppedSince: Instant? { derivation.stoppedSince }
}

extension WorkingCalendar {
    /// When a limit ends that began to run on receipt at `received`.
    ///
    /// The stops may come in any order. Of a year without data, a limit that is no positive whole number, or stops
    /// that overlap or begin before receipt, nothing is guessed: they are refused.
    package func deadline(
        of limit: Limit, received: Instant, stops: [ClockStop] = []
    ) -> Result<Deadline, DeadlineRefusal> {
        do throws(DeadlineRefusal) {
            guard limit.isCountable else { throw .limitOutOfRange(limit) }
            let stops = try ClockStop.inOrder(stops, received: received)
            let derivation: Derivation
            if limit.unit == .hours {
                var count = HourCount(limit: limit, received: received, stops: stops, days: DayReader(self))
                derivation = try count.derivation()
            } else {
                var count = DayCount(limit: limit, received: received, stops: stops, days: DayReader(self))
                derivation = try count.derivation()
            }
            return .success(Deadline(derivation: derivation))
        } catch {
            return .failure(error)
        }
    }
}
