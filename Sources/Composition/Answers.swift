import WorkingTime

/// Questions that need no installation.
package enum Answers {
    /// One JSON line of `motcua deadline`, by the national calendar.
    package static func deadline(_ line: String) -> String {
        DeadlineLines.answer(line: line, calendars: [:])
    }
}
