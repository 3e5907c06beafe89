import Kernel
import Testing
import WorkingTime

/// How limits are counted when nothing stops them; each test names its source.
struct CountingRuleTests {
    let national = WorkingCalendar.national

    @Test func `NĐ 61/2018 Đ.18: received at 15:00 is today, a moment later is the next working day`() {
        #expect(national.due(1, .workingDays, from: "2026-06-03T15:00:00") == "2026-06-04 17:30")
        #expect(national.due(1, .workingDays, from: "2026-06-03T15:00:00.000001") == "2026-06-05 17:30")
        #expect(national.due(1, .workingDays, from: "2026-06-03T23:59:59") == "2026-06-05 17:30")
    }

    @Test func `NĐ 61/2018 Đ.18: the cut-off is a setting of the calendar`() {
        var late = national
        late.cutOff = TimeOfDay("16:30") ?? late.cutOff
        #expect(late.due(1, .workingDays, from: "2026-06-03T16:30") == "2026-06-04 17:30")
        #expect(late.due(1, .workingDays, from: "2026-06-03T16:31") == "2026-06-05 17:30")
    }

    @Test func `NĐ 61/2018 Đ.18: in the day means the day of receipt, after the cut-off the next working day`() {
        #expect(national.due(0, .workingDays, from: "2026-06-05T09:00") == "2026-06-05 17:30")
        #expect(national.due(0, .workingDays, from: "2026-06-05T15:01") == "2026-06-08 17:30")
        #expect(national.due(0, .workingDays, from: "2026-06-06T09:00") == "2026-06-08 17:30")
    }

    @Test func `received before office hours or at night counts on that working day`() {
        #expect(national.due(1, .workingDays, from: "2026-06-03T00:00") == "2026-06-04 17:30")
        #expect(national.due(1, .workingDays, from: "2026-06-03T06:00") == "2026-06-04 17:30")
        #expect(national.due(1, .workingDays, from: "2026-06-03T12:15") == "2026-06-04 17:30")
    }

    @Test func `law.md 1.3: received on a day off counts as received on the next working day, in every unit of days`() {
        #expect(national.due(1, .workingDays, from: "2026-06-06T09:00") == "2026-06-09 17:30")
        #expect(national.due(1, .days, from: "2026-06-06T09:00") == "2026-06-09 17:30")
        #expect(national.due(1, .months, from: "2026-06-06T09:00") == "2026-07-08 17:30")
    }

    @Test func `Bộ luật Dân sự 2015 Đ.147: the first day of a limit in days is not counted`() {
        #expect(national.due(1, .days, from: "2026-06-03T07:30") == "2026-06-04 17:30")
        #expect(national.due(2, .days, from: "2026-06-03T07:30") == "2026-06-05 17:30")
    }

    @Test func `Bộ luật Dân sự 2015 Đ.148: a last day on a weekend or holiday moves to the next working day`() {
        #expect(national.due(3, .days, from: "2026-06-03T09:00") == "2026-06-08 17:30")
        #expect(national.due(4, .days, from: "2026-06-03T09:00") == "2026-06-08 17:30")
        #expect(national.due(5, .days, from: "2026-06-03T09:00") == "2026-06-08 17:30")
        #expect(national.due(1, .days, from: "2026-02-13T09:00") == "2026-02-23 17:30")
    }

    @Test func `Bộ luật Dân sự 2015 Đ.148: months end on the day of the same number or the month's last`() {
        #expect(national.due(1, .months, from: "2026-05-08T09:00") == "2026-06-08 17:30")
        #expect(national.due(1, .months, from: "2026-03-31T09:00") == "2026-05-04 17:30")
        #expect(national.due(2, .months, from: "2025-12-31T09:00") == "2026-03-02 17:30")
        #expect(national.due(2, .months, from: "2024-12-31T09:00") == "2025-02-28 17:30")
        #expect(national.due(1, .months, from: "2024-01-31T09:00") == "2024-02-29 17:30")
        #expect(national.due(18, .months, from: "2025-06-30T09:00") == "2026-12-30 17:30")
    }

    @Test func `Bộ luật Dân sự 2015 Đ.147: a limit in hours runs from the moment, without the cut-off`() {
        #expect(national.due(1, .hours, from: "2026-06-03T16:00") == "2026-06-03 17:00")
        #expect(national.due(1, .hours, from: "2026-06-03T09:12") == "2026-06-03 10:12")
    }

    @Test func `hours outside office hours run from the next opening`() {
        #expect(national.due(1, .hours, from: "2026-06-03T05:00") == "2026-06-03 08:30")
        #expect(national.due(1, .hours, from: "2026-06-03T11:30") == "2026-06-03 14:30")
        #expect(national.due(1, .hours, from: "2026-06-03T12:00") == "2026-06-03 14:30")
        #expect(national.due(1, .hours, from: "2026-06-05T17:30") == "2026-06-08 08:30")
        #expect(national.due(1, .hours, from: "2026-06-06T09:00") == "2026-06-08 08:30")
    }

    @Test func `the closing moment is outside office hours, the opening moment is not`() throws {
        let noon = try national.derived(1, .hours, from: "2026-06-03T11:30")
        #expect(noon.start == .moment(at("2026-06-03T13:30")))
        #expect(noon.shift == .outsideHours)
        let morning = try national.derived(1, .hours, from: "2026-06-03T07:30")
        #expect(morning.start == .moment(at("2026-06-03T07:30")))
        #expect(morning.shift == nil)
    }

    @Test func `hours that are used up at closing time are due at closing time`() {
        #expect(national.due(4, .hours, from: "2026-06-05T07:30") == "2026-06-05 11:30")
        #expect(national.due(8, .hours, from: "2026-06-05T07:30") == "2026-06-05 17:30")
        #expect(national.due(8, .hours, from: "2026-06-05T13:30") == "2026-06-08 11:30")
    }

    @Test func `law.md 11: make-up Saturdays count as working days, in working days, days and hours`() {
        #expect(national.due(1, .workingDays, from: "2026-08-21T09:00") == "2026-08-22 17:30")
        #expect(national.due(1, .days, from: "2026-08-21T09:00") == "2026-08-22 17:30")
        #expect(national.due(9, .hours, from: "2026-08-21T07:30") == "2026-08-22 08:30")
        #expect(national.due(1, .workingDays, from: "2026-08-22T09:00") == "2026-08-24 17:30")
    }

    @Test func `a make-up day has the hours of the day that it replaces`() {
        #expect(WorkingCalendar.saturdayMorning.due(1, .workingDays, from: "2026-08-21T09:00") == "2026-08-22 17:30")
        #expect(WorkingCalendar.saturdayMorning.due(1, .workingDays, from: "2026-08-14T09:00") == "2026-08-15 11:30")
    }

    @Test func `a Saturday morning is a working day that ends with its own hours`() {
        let morning = WorkingCalendar.saturdayMorning
        #expect(morning.due(1, .workingDays, from: "2026-06-05T15:01") == "2026-06-08 17:30")
        #expect(morning.due(1, .workingDays, from: "2026-06-06T11:30") == "2026-06-08 17:30")
        #expect(morning.due(1, .workingDays, from: "2026-06-06T11:31") == "2026-06-09 17:30")
        #expect(morning.due(3, .days, from: "2026-06-03T09:00") == "2026-06-06 11:30")
        #expect(morning.due(8, .hours, from: "2026-06-05T13:30") == "2026-06-06 11:30")
    }

    @Test func `a half day is one working day, due when its own hours end`() {
        let half = WorkingCalendar.withHalfDay
        #expect(half.due(1, .workingDays, from: "2026-06-01T09:00") == "2026-06-02 11:30")
        #expect(half.due(2, .workingDays, from: "2026-06-01T09:00") == "2026-06-03 17:30")
        #expect(half.due(1, .days, from: "2026-06-01T09:00") == "2026-06-02 11:30")
    }

    @Test func `on a half day the cut-off is not later than the end of its hours`() {
        let half = WorkingCalendar.withHalfDay
        #expect(half.due(1, .workingDays, from: "2026-06-02T11:30") == "2026-06-03 17:30")
        #expect(half.due(1, .workingDays, from: "2026-06-02T11:31") == "2026-06-04 17:30")
    }

    @Test func `hours on a half day are its own`() {
        #expect(WorkingCalendar.withHalfDay.due(8, .hours, from: "2026-06-01T13:30") == "2026-06-02 11:30")
        #expect(WorkingCalendar.withHalfDay.due(9, .hours, from: "2026-06-01T13:30") == "2026-06-03 08:30")
    }

    @Test func `a limit is a positive whole number of bounded size`() {
        for unit in LimitUnit.allCases {
            for amount in [-1, 10_001, Int.max, Int.min] + (unit == .workingDays ? [] : [0]) {
                #expect(
                    national.deadline(of: Limit(amount, unit), received: at("2026-06-01T09:00"))
                        == .failure(.limitOutOfRange(Limit(amount, unit))))
            }
        }
    }
}
