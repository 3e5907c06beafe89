import Kernel

/// Counts a limit in working hours.
///
/// It runs from the moment of receipt (Bộ luật Dân sự 2015, Đ.147) or, outside office hours, from the next opening,
/// without the cut-off; only office hours outside every stop count. It is due at the first moment at which the limit is
/// used up.
struct HourCount {
    let limit: Limit
    let received: Instant
    let stops: [ClockStop]
    var days: DayReader

    mutating func derivation() throws(DeadlineRefusal) -> Derivation {
        let (start, shift) = try opening()
        var left = Int64(limit.amount) * 3_600_000_000
        var at = start
        var due: Instant?
        var stopped = false
        var effects: [Derivation.StopEffect] = []
        for stop in stops {
            if due == nil { due = try run(from: at, until: stop.from, left: &left) }
            guard due == nil else {
                effects.append(.init(stop: stop, outcome: .afterDue))
                continue
            }
            guard let to = stop.to else {
                effects.append(.init(stop: stop, outcome: .open))
                stopped = true
                break
            }
            var covered = Int64.max
            _ = try run(from: stop.from, until: to, left: &covered)
            effects.append(.init(stop: stop, outcome: .addedTime(microseconds: .max - covered)))
            at = to
        }
        if due == nil, !stopped { due = try run(from: at, until: nil, left: &left) }
        var notes = DayNotes()
        try notes.read(from: received.day, through: (due ?? effects.last?.stop.from ?? start).day, in: &days)
        return Derivation(
            limit: limit, received: received, start: .moment(start), shift: shift, notes: notes, stops: effects,
            firstEnd: nil, movedFrom: nil, provisionalYears: days.provisionalYears, due: due)
    }

    /// The moment from which the hours run.
    private mutating func opening() throws(DeadlineRefusal) -> (Instant, Derivation.Shift?) {
        let kind = try days.kind(of: received.day)
        for span in kind.hours where received < span.to.on(received.day) {
            let opens = span.from.on(received.day)
            return received < opens ? (opens, .outsideHours) : (received, nil)
        }
        let next = try days.workingDay(after: received.day)
        let opens = (try days.kind(of: next).hours.first?.from ?? days.calendar.cutOff).on(next)
        if case .off(let why) = kind { return (opens, .dayOff(why)) }
        return (opens, .outsideHours)
    }

    /// Takes the office hours between two moments off `left`; the moment at which nothing is left, nil when some is.
    private mutating func run(
        from: Instant, until end: Instant?, left: inout Int64
    ) throws(DeadlineRefusal) -> Instant? {
        var day = from.day
        while true {
            if let end, Instant(day, minute: 0) >= end { return nil }
            for span in try days.kind(of: day).hours {
                let opens = max(span.from.on(day), from)
                let closes = end.map { min($0, span.to.on(day)) } ?? span.to.on(day)
                guard opens < closes else { continue }
                let length = closes.microseconds - opens.microseconds
                if length >= left { return Instant(microseconds: opens.microseconds + left) }
                left -= length
            }
            day = day.adding(days: 1)
        }
    }
}
