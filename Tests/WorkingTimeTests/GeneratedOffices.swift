import Kernel
import WorkingTime

/// The same office twice, as a calendar of the project and as a plain list of days.
struct GeneratedOffice {
    var calendar: WorkingCalendar
    var plain: PlainOffice
    static let lastYear = 2039

    /// The national years, then generated ones; every year has half days, and the week may have a Saturday morning.
    init(saturdayMorning: Bool, cutOff: Int, seed: UInt64) {
        var random = SeededRandom(seed)
        let full = [(from: 450, to: 690), (from: 810, to: 1_050)]
        let week = Array(repeating: full, count: 5) + [saturdayMorning ? [(from: 450, to: 690)] : [], []]
        plain = PlainOffice(through: Self.lastYear, week: week, cutOff: cutOff)
        calendar = .national
        calendar.cutOff = TimeOfDay(minute: cutOff) ?? calendar.cutOff
        if saturdayMorning { calendar.hours[.saturday] = [HoursSpan](line: "07:30-11:30") ?? [] }
        enterNationalYears()
        for year in 2028...Self.lastYear {
            calendar.years[year] = CalendarYear()
            enterHolidays(of: year, &random)
            enterMakeUpDay(of: year, &random)
        }
        for year in 2024...Self.lastYear { enterHalfDays(of: year, &random) }
    }

    /// law.md section 11, written down a second time.
    private mutating func enterNationalYears() {
        let off: [(Int, [(from: (Int, Int), to: (Int, Int))])] = [
            (
                2024,
                [
                    ((1, 1), (1, 1)), ((2, 8), (2, 14)), ((4, 18), (4, 18)), ((4, 27), (5, 1)), ((8, 31), (9, 3)),
                ]
            ),
            (2025, [((1, 1), (1, 1)), ((1, 25), (2, 2)), ((4, 7), (4, 7)), ((4, 30), (5, 4)), ((8, 30), (9, 2))]),
            (2026, [((1, 1), (1, 2)), ((2, 14), (2, 22)), ((4, 26), (4, 27)), ((4, 30), (5, 3)), ((8, 29), (9, 2))]),
            (2027, [((1, 1), (1, 1)), ((2, 4), (2, 10)), ((4, 16), (4, 16)), ((4, 30), (5, 3)), ((9, 2), (9, 3))]),
        ]
        for (year, runs) in off {
            for run in runs {
                for day in plain.index(year, run.from.0, run.from.1)...plain.index(year, run.to.0, run.to.1) {
                    plain.open[day] = []
                }
            }
        }
        for (year, month, day) in [(2024, 5, 4), (2025, 4, 26), (2026, 1, 10), (2026, 8, 22)] {
            plain.open[plain.index(year, month, day)] = [(450, 690), (810, 1_050)]
        }
    }

    private mutating func enterHolidays(of year: Int, _ random: inout SeededRandom) {
        let tet = plain.index(year, 1, 21) + Int.random(in: 0...28, using: &random)
        let ancestors = plain.index(year, 4, 5) + Int.random(in: 0...20, using: &random)
        let runs = [
            (plain.index(year, 1, 1), 1), (tet, Int.random(in: 5...9, using: &random)), (ancestors, 1),
            (plain.index(year, 4, 30), 2), (plain.index(year, 9, 2), Int.random(in: 1...3, using: &random)),
        ]
        for (first, length) in runs {
            for day in first..<first + length { plain.open[day] = [] }
            calendar.years[year]?.holidays.append(
                Holiday(
                    from: plain.day(first), to: plain.day(first + length - 1),
                    name: Phrase(vi: "nghỉ \(first)", en: "off \(first)")))
        }
        calendar.years[year]?.holidays.append(
            Holiday(
                from: plain.day(plain.index(year, 11, 24)), to: plain.day(plain.index(year, 11, 24)),
                name: Phrase(vi: "chưa áp dụng", en: "not yet"), applies: false))
    }

    /// A Saturday or Sunday is worked for the first weekday off after New Year's Day.
    private mutating func enterMakeUpDay(of year: Int, _ random: inout SeededRandom) {
        guard
            let swapped = (plain.index(year, 1, 2)...plain.index(year, 12, 31)).first(where: {
                plain.weekdays[$0] < 5 && plain.open[$0].isEmpty
            })
        else { return }
        var made = plain.index(year, 3, 1) + Int.random(in: 0...20, using: &random)
        while plain.weekdays[made] < 5 { made += 1 }
        plain.open[made] = [(450, 690), (810, 1_050)]
        calendar.years[year]?.makeUpDays.append(MakeUpDay(day: plain.day(made), replaces: plain.day(swapped)))
    }

    private mutating func enterHalfDays(of year: Int, _ random: inout SeededRandom) {
        let made = Set(calendar.years[year]?.makeUpDays.map(\.day) ?? [])
        let choices: [[(from: Int, to: Int)]] = [[(450, 690)], [(810, 1_050)], [(480, 600), (840, 870)], [(540, 541)]]
        for _ in 0..<8 {
            let day = plain.index(year, 1, 1) + Int.random(in: 0..<365, using: &random)
            guard plain.open[day].count == 2, plain.open[day][0].from == 450, !made.contains(plain.day(day)) else {
                continue
            }
            let hours = choices[Int.random(in: 0..<choices.count, using: &random)]
            plain.open[day] = hours
            calendar.years[year]?.halfDays.append(
                HalfDay(
                    day: plain.day(day),
                    hours: hours.compactMap { span in
                        guard let from = TimeOfDay(minute: span.from), let to = TimeOfDay(minute: span.to) else {
                            return nil
                        }
                        return HoursSpan(from: from, to: to)
                    }, name: Phrase(vi: "nửa ngày", en: "half day")))
        }
    }
}
