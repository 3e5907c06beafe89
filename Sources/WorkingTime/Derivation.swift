package import Kernel

/// How a deadline was counted: from when, over which days, with which stops; enough to explain it to the applicant and
/// to count it again by hand.
package struct Derivation: Hashable, Sendable, Codable {
    package let limit: Limit
    package let received: Instant
    package let start: Start
    /// Why the count does not start at receipt; nil when it does.
    package let shift: Shift?
    /// Days off that were passed over, in order.
    package let skipped: [DaysOff]
    package let makeUpDays: [MakeUpDay]
    package let halfDays: [HalfDay]
    package let stops: [StopEffect]
    /// For days and months: the last day of the limit before any stop or move.
    package let firstEnd: Day?
    /// The last day when it was off, so that the due moment lies on a later one.
    package let movedFrom: Day?
    /// Years read whose holidays are not decided yet.
    package let provisionalYears: [Int]
    package let due: Instant?

    init(
        limit: Limit, received: Instant, start: Start, shift: Shift?, notes: DayNotes, stops: [StopEffect],
        firstEnd: Day?, movedFrom: Day?, provisionalYears: [Int], due: Instant?
    ) {
        self.limit = limit
        self.received = received
        self.start = start
        self.shift = shift
        skipped = notes.skipped
        makeUpDays = notes.makeUpDays
        halfDays = notes.halfDays
        self.stops = stops
        self.firstEnd = firstEnd
        self.movedFrom = movedFrom
        self.provisionalYears = provisionalYears
        self.due = due
    }

    package var stoppedSince: Instant? {
        guard let last = stops.last, case .open = last.outcome else { return nil }
        return last.stop.from
    }

    /// From where a limit is counted.
    package enum Start: Hashable, Sendable, Codable {
        /// The day that counts as the day of receipt; it is not itself counted.
        case day(Day)
        /// The moment from which working hours run.
        case moment(Instant)
    }

    /// Why something counts as later than it happened.
    package enum Shift: Hashable, Sendable, Codable {
        /// After the cut-off, or after the end of that day's hours where they end earlier.
        case afterCutOff(TimeOfDay)
        case dayOff(DayOff)
        /// For limits in hours: on a working day, while the office was closed.
        case outsideHours
    }

    /// Days off in a row for the same reason.
    package struct DaysOff: Hashable, Sendable, Codable {
        package let from: Day
        package let to: Day
        package let why: DayOff

        package var count: Int { to.number - from.number + 1 }
    }

    /// What one stop did to the deadline.
    package struct StopEffect: Hashable, Sendable, Codable {
        package let stop: ClockStop
        package let outcome: Outcome

        package enum Outcome: Hashable, Sendable, Codable {
            /// Days of the limit's kind; `through` is the day that the end counts as, when that is a later one.
            case addedDays(Int, through: Day?)
            case addedTime(microseconds: Int64)
            /// It began when the limit had already ended.
            case afterDue
            /// It still lasts.
            case open
        }
    }
}
