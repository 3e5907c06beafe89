import Kernel
import Testing
import WorkingTime

/// `2026-04-22 09:00` in Vietnam.
func at(_ text: String) -> Instant {
    guard let instant = Instant("\(text)+07:00") else {
        Issue.record("not a moment: \(text)")
        return Instant(seconds: 0)
    }
    return instant
}

func day(_ text: String) -> Day {
    guard let day = Day(text) else {
        Issue.record("not a day: \(text)")
        return Day(number: 0)
    }
    return day
}

func stop(_ from: String, _ to: String?) -> ClockStop { ClockStop(from: at(from), to: to.map(at)) }

extension WorkingCalendar {
    /// The due moment as `2026-04-28 17:30`; the words of the refusal otherwise.
    func due(_ amount: Int, _ unit: LimitUnit, from received: String, stops: [ClockStop] = []) -> String {
        switch deadline(of: Limit(amount, unit), received: at(received), stops: stops) {
        case .success(let deadline):
            deadline.due.map { "\($0.description.prefix(16))".replacing("T", with: " ") } ?? "unknown"
        case .failure(let refusal): refusal.words.vi
        }
    }

    func derived(_ amount: Int, _ unit: LimitUnit, from received: String, stops: [ClockStop] = []) throws -> Derivation
    {
        try deadline(of: Limit(amount, unit), received: at(received), stops: stops).get().derivation
    }

    /// The national calendar with Saturday mornings, as the police keep them.
    static var saturdayMorning: WorkingCalendar {
        var calendar = WorkingCalendar.national
        calendar.code = "saturday-morning"
        calendar.hours[.saturday] = calendar.hours[.monday].dropLast()
        return calendar
    }

    /// The national calendar with the morning of Tuesday 2 June 2026 as a half day.
    static var withHalfDay: WorkingCalendar {
        var calendar = WorkingCalendar.national
        calendar.years[2026]?.halfDays = [
            HalfDay(
                day: day("2026-06-02"), hours: [HoursSpan](line: "07:30-11:30") ?? [],
                name: Phrase(vi: "Họp toàn cơ quan", en: "All-staff meeting"))
        ]
        return calendar
    }
}
