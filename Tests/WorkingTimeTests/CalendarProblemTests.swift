import Kernel
import Testing
import WorkingTime

/// What an administrator is told about a calendar that cannot be used.
struct CalendarProblemTests {
    func fields(_ change: (inout WorkingCalendar) -> Void) -> [String] {
        var calendar = WorkingCalendar.national
        change(&calendar)
        return calendar.problems.map(\.field)
    }

    @Test func `names and code are needed`() {
        #expect(fields { $0.code = "" } == ["code"])
        #expect(fields { $0.code = "Lịch" } == ["code"])
        #expect(fields { $0.name = Phrase(vi: " ", en: "") } == ["name.vi", "name.en"])
    }

    @Test func `office hours open before they close and follow each other`() {
        #expect(fields { $0.hours[.monday] = [HoursSpan](line: "11:30-07:30") ?? [] } == ["hours.monday"])
        #expect(fields { $0.hours[.friday] = [HoursSpan](line: "07:30-11:30, 11:00-17:30") ?? [] } == ["hours.friday"])
        #expect(
            fields { $0.hours = OfficeHours([:]) } == [
                "hours", "years.2024.make_up_days[0].replaces", "years.2025.make_up_days[0].replaces",
                "years.2026.make_up_days[0].replaces", "years.2026.make_up_days[1].replaces",
            ])
    }

    @Test func `the cut-off lies after the opening`() {
        #expect(fields { $0.cutOff = TimeOfDay("07:30") ?? $0.cutOff }.first == "cut_off")
        #expect(fields { $0.hours[.saturday] = [HoursSpan](line: "15:30-17:00") ?? [] } == ["cut_off"])
    }

    @Test func `holidays are in their year, forwards, named and apart`() {
        func holiday(_ from: String, _ to: String, _ name: String = "X", applies: Bool = true) -> [String] {
            fields {
                $0.years[2026]?.holidays.append(
                    Holiday(from: day(from), to: day(to), name: Phrase(same: name), applies: applies))
            }
        }
        #expect(holiday("2026-07-01", "2026-07-02") == [])
        #expect(holiday("2025-12-31", "2026-01-01").contains("years.2026.holidays[6].from"))
        #expect(holiday("2026-12-31", "2027-01-01") == ["years.2026.holidays[6].to"])
        #expect(holiday("2026-07-02", "2026-07-01") == ["years.2026.holidays[6].to"])
        #expect(holiday("2026-02-22", "2026-02-23") == ["years.2026.holidays[6].from"])
        #expect(holiday("2026-02-22", "2026-02-23", applies: false) == [])
        #expect(
            holiday("2026-07-01", "2026-07-01", "") == [
                "years.2026.holidays[6].name.vi", "years.2026.holidays[6].name.en",
            ])
    }

    @Test func `make-up days are in their year, no holiday, once, for a working weekday that is off`() {
        func makeUp(_ made: String, _ replaces: String) -> [String] {
            fields { $0.years[2026]?.makeUpDays.append(MakeUpDay(day: day(made), replaces: day(replaces))) }
        }
        #expect(makeUp("2026-05-09", "2026-04-30") == [])
        #expect(makeUp("2026-01-10", "2026-01-02") == ["years.2026.make_up_days[2].day"])
        #expect(makeUp("2025-12-27", "2026-01-02") == ["years.2026.make_up_days[2].day"])
        #expect(makeUp("2026-02-14", "2026-02-16") == ["years.2026.make_up_days[2].day"])
        #expect(makeUp("2026-05-09", "2026-05-06") == ["years.2026.make_up_days[2].replaces"])
        #expect(makeUp("2026-05-09", "2026-05-03") == ["years.2026.make_up_days[2].replaces"])
        #expect(makeUp("2026-12-26", "2028-01-03") == [])
    }

    @Test func `half days are in their year, on working days, shorter and in order`() {
        func half(_ on: String, _ hours: String) -> [String] {
            fields {
                $0.years[2026]?.halfDays.append(
                    HalfDay(day: day(on), hours: [HoursSpan](line: hours) ?? [], name: Phrase(same: "X")))
            }
        }
        #expect(half("2026-02-13", "07:30-11:30") == [])
        #expect(half("2025-02-13", "07:30-11:30").first == "years.2026.half_days[0].day")
        #expect(half("2026-01-10", "07:30-11:30").first == "years.2026.half_days[0].day")
        #expect(half("2026-02-16", "07:30-11:30") == ["years.2026.half_days[0].day"])
        #expect(half("2026-02-13", "") == ["years.2026.half_days[0].hours"])
        #expect(half("2026-02-13", "07:30-11:30, 13:30-17:30") == ["years.2026.half_days[0].hours"])
        #expect(half("2026-06-06", "07:30-11:30") == ["years.2026.half_days[0].hours"])
    }

    @Test func `years are plausible`() {
        #expect(fields { $0.years[26] = CalendarYear() } == ["years.26"])
    }
}
