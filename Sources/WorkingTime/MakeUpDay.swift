package import Kernel

/// A day of rest that is worked instead of another that was given off; it counts as a working day for deadlines
/// (swaps of working days announced by the Government for a year) and has the hours of the day it replaces.
package struct MakeUpDay: Hashable, Sendable, Codable {
    package var day: Day
    package var replaces: Day

    package init(day: Day, replaces: Day) {
        self.day = day
        self.replaces = replaces
    }
}
