import Kernel

/// Reads one calendar day by day and remembers which provisional years it met.
struct DayReader {
    let calendar: WorkingCalendar
    private(set) var provisionalYears: [Int] = []
    private var year = CalendarYear()
    private var span = 0..<0

    init(_ calendar: WorkingCalendar) { self.calendar = calendar }

    mutating func kind(of day: Day) throws(DeadlineRefusal) -> DayKind {
        if !span.contains(day.number) { try open(day.year, with: day) }
        return calendar.kind(of: day, in: year)
    }

    private mutating func open(_ number: Int, with day: Day) throws(DeadlineRefusal) {
        guard let found = calendar.years[number], let first = Day(year: number, month: 1, day: 1) else {
            throw .missingYear(number, calendar: calendar.name)
        }
        year = found
        span = first.number..<first.number + 365 + (Day.length(ofMonth: 2, year: number) - 28)
        if found.provisional, !provisionalYears.contains(number) { provisionalYears.append(number) }
    }

    mutating func workingDay(after day: Day) throws(DeadlineRefusal) -> Day {
        try workingDay(onOrAfter: day.adding(days: 1))
    }

    /// Bộ luật Dân sự 2015, Đ.148 khoản 5: a last day that is off moves to the next working day.
    mutating func workingDay(onOrAfter day: Day) throws(DeadlineRefusal) -> Day {
        var day = day
        while try !kind(of: day).isWorking { day = day.adding(days: 1) }
        return day
    }

    /// The `count`th working day after `day`; `day` itself when `count` is 0.
    mutating func workingDay(_ count: Int, after day: Day) throws(DeadlineRefusal) -> Day {
        var day = day
        for _ in 0..<count { day = try workingDay(after: day) }
        return day
    }

    mutating func workingDays(after first: Day, through last: Day) throws(DeadlineRefusal) -> Int {
        var count = 0
        var day = first
        while day < last {
            day = day.adding(days: 1)
            if try kind(of: day).isWorking { count += 1 }
        }
        return count
    }

    /// The end of office hours of the first working day from `day` on.
    mutating func endOfHours(onOrAfter day: Day) throws(DeadlineRefusal) -> Instant {
        let day = try workingDay(onOrAfter: day)
        return (try kind(of: day).hours.closing ?? calendar.cutOff).on(day)
    }

    /// The working day that a moment belongs to, and why it is a later one: after the cut-off (or the end of that
    /// day's hours, where they end earlier), or on a day off, it counts as the next working day.
    mutating func countedDay(of moment: Instant) throws(DeadlineRefusal) -> (day: Day, shift: Derivation.Shift?) {
        let day = moment.day
        let kind = try kind(of: day)
        if case .off(let why) = kind { return (try workingDay(after: day), .dayOff(why)) }
        let last = min(calendar.cutOff, kind.hours.closing ?? calendar.cutOff)
        guard moment > last.on(day) else { return (day, nil) }
        return (try workingDay(after: day), .afterCutOff(last))
    }
}
