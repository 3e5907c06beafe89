import Kernel

/// Counts a limit in working days, days or months.
///
/// The day of receipt is not counted (Bộ luật Dân sự 2015, Đ.147); a last day that is off moves to the next working
/// day (Đ.148). A stop adds the days after the one on which it began up to and with the one on which it ended: working
/// days to a limit in working days, days to the others. A day is added once, and only after the day of receipt: before
/// that nothing ran that could be stopped. A stop that begins when the limit has already ended changes nothing.
struct DayCount {
    let limit: Limit
    let received: Instant
    let stops: [ClockStop]
    var days: DayReader

    mutating func derivation() throws(DeadlineRefusal) -> Derivation {
        let (start, shift) = try days.countedDay(of: received)
        let firstEnd = try advance(start, by: limit.amount, months: limit.unit == .months)
        var last = firstEnd
        var due = try days.endOfHours(onOrAfter: last)
        var held = start
        var effects: [Derivation.StopEffect] = []
        var stopped: Instant?
        for stop in stops {
            guard stop.from < due else {
                effects.append(.init(stop: stop, outcome: .afterDue))
                continue
            }
            guard let to = stop.to else {
                effects.append(.init(stop: stop, outcome: .open))
                stopped = stop.from
                break
            }
            let (end, late) = try days.countedDay(of: to)
            let first = max(stop.from.day, held)
            let added = try length(after: first, through: end)
            last = try advance(max(last, first), by: added)
            held = max(held, end)
            due = try days.endOfHours(onOrAfter: last)
            effects.append(.init(stop: stop, outcome: .addedDays(added, through: late == nil ? nil : end)))
        }
        var notes = DayNotes()
        if limit.unit == .workingDays {
            try notes.read(from: received.day, through: stopped?.day ?? due.day, in: &days)
        } else {
            try notes.read(from: received.day, through: start, in: &days)
            if stopped == nil { try notes.read(from: last, through: due.day, in: &days) }
        }
        return Derivation(
            limit: limit, received: received, start: .day(start), shift: shift, notes: notes, stops: effects,
            firstEnd: limit.unit == .workingDays ? nil : firstEnd,
            movedFrom: stopped != nil || last == due.day ? nil : last, provisionalYears: days.provisionalYears,
            due: stopped == nil ? due : nil)
    }

    private mutating func advance(_ day: Day, by amount: Int, months: Bool = false) throws(DeadlineRefusal) -> Day {
        if limit.unit == .workingDays { return try days.workingDay(amount, after: day) }
        return months ? day.adding(months: amount) : day.adding(days: amount)
    }

    private mutating func length(after first: Day, through last: Day) throws(DeadlineRefusal) -> Int {
        if limit.unit == .workingDays { return try days.workingDays(after: first, through: last) }
        return max(0, last.number - first.number)
    }
}
