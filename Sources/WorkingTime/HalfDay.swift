package import Kernel

/// A working day with shorter hours than its weekday has.
///
/// It counts as one working day; what is due on it is due when its own hours end, and a cut-off later than that means
/// the end of its hours. A setting of the calendar: no law fixes half days.
package struct HalfDay: Hashable, Sendable, Codable {
    package var day: Day
    package var hours: [HoursSpan]
    package var name: Phrase

    package init(day: Day, hours: [HoursSpan], name: Phrase) {
        self.day = day
        self.hours = hours
        self.name = name
    }
}
