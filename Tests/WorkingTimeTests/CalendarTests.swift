import Kernel
import Testing
import WorkingTime

/// Calendars as data: the national years, validation, the stored form.
struct CalendarTests {
    let national = WorkingCalendar.national

    /// Days off besides weekends and weekends worked, law.md section 11.
    static let rows: [(year: Int, off: [String], worked: [String])] = [
        (
            2024,
            [
                "01-01", "02-08", "02-09", "02-12", "02-13", "02-14", "04-18", "04-29", "04-30", "05-01", "09-02",
                "09-03",
            ], ["05-04"]
        ),
        (
            2025,
            [
                "01-01", "01-27", "01-28", "01-29", "01-30", "01-31", "04-07", "04-30", "05-01", "05-02", "09-01",
                "09-02",
            ], ["04-26"]
        ),
        (
            2026,
            [
                "01-01", "01-02", "02-16", "02-17", "02-18", "02-19", "02-20", "04-27", "04-30", "05-01", "08-31",
                "09-01", "09-02",
            ], ["01-10", "08-22"]
        ),
        (
            2027,
            ["01-01", "02-04", "02-05", "02-08", "02-09", "02-10", "04-16", "04-30", "05-03", "09-02", "09-03"], []
        ),
    ]

    @Test(arguments: rows.indices)
    func `law.md 11: the national years are off and worked on exactly these days`(index: Int) throws {
        let row = Self.rows[index]
        var off: [String] = []
        var worked: [String] = []
        for day in day("\(row.year)-01-01")...day("\(row.year)-12-31") {
            let weekend = day.weekday == .saturday || day.weekday == .sunday
            let working = try national.kind(of: day).get().isWorking
            if !working, !weekend { off.append(String(day.description.suffix(5))) }
            if working, weekend { worked.append(String(day.description.suffix(5))) }
        }
        #expect(off == row.off)
        #expect(worked == row.worked)
    }

    @Test func `Bộ luật Lao động 2019 Đ.112: a year has eleven days off, swapped days apart`() throws {
        for row in Self.rows { #expect(row.off.count - row.worked.count == 11, "\(row.year)") }
    }

    @Test func `the built-in calendar is complete and has no problems`() {
        #expect(national.years.keys.sorted() == [2024, 2025, 2026, 2027])
        #expect(national.problems == [])
        #expect(WorkingCalendar.saturdayMorning.problems == [])
        #expect(WorkingCalendar.withHalfDay.problems == [])
        #expect(national.years.filter(\.value.provisional).keys.sorted() == [2027])
    }

    @Test func `24 November is a switch, off until the Code names it`() throws {
        #expect(national.due(1, .workingDays, from: "2026-11-23T09:00") == "2026-11-24 17:30")
        var switched = national
        let index = try #require(switched.years[2026]?.holidays.firstIndex { !$0.applies })
        switched.years[2026]?.holidays[index].applies = true
        #expect(switched.due(1, .workingDays, from: "2026-11-23T09:00") == "2026-11-25 17:30")
        #expect(try switched.kind(of: day("2026-11-24")).get().isWorking == false)
        #expect(switched.problems == [])
    }

    @Test func `a year without data is refused with words, wherever it is read`() {
        func refused(_ amount: Int, _ unit: LimitUnit, _ received: String, _ stops: [ClockStop] = []) -> Int? {
            guard
                case .failure(.missingYear(let year, _)) = national.deadline(
                    of: Limit(amount, unit), received: at(received), stops: stops)
            else { return nil }
            return year
        }
        for unit in LimitUnit.allCases { #expect(refused(1, unit, "2023-12-29T09:00") == 2023) }
        #expect(refused(20, .workingDays, "2027-12-15T09:00") == 2028)
        #expect(refused(20, .days, "2027-12-15T09:00") == 2028)
        #expect(refused(1, .months, "2027-12-15T09:00") == 2028)
        #expect(refused(200, .hours, "2027-12-15T09:00") == 2028)
        #expect(refused(9, .hours, "2027-12-31T07:30") == 2028)
        #expect(refused(8, .hours, "2027-12-31T07:30") == nil)
        #expect(refused(1, .workingDays, "2027-12-31T15:01") == 2028)
        #expect(refused(2, .days, "2027-12-29T09:00", [stop("2027-12-30T09:00", "2028-01-05T09:00")]) == 2028)
        #expect(
            DeadlineRefusal.missingYear(2028, calendar: national.name).words.vi
                == "Lịch quốc gia chưa có dữ liệu năm 2028. Hãy nhập ngày nghỉ và ngày làm bù của năm 2028 vào lịch rồi "
                + "tính lại.")
    }

    @Test func `a calendar without any working day ends in a refusal, not in an endless count`() {
        var closed = national
        closed.hours = OfficeHours([:])
        #expect(closed.due(1, .workingDays, from: "2026-06-01T09:00").contains("năm 2028"))
        #expect(closed.due(1, .hours, from: "2026-06-01T09:00").contains("năm 2028"))
    }

    @Test func `a calendar survives being stored, and equal calendars give equal bytes`() throws {
        let stored = try WorkingCalendar.withHalfDay.canonical()
        let read = try WorkingCalendar(parsing: stored)
        #expect(read == .withHalfDay)
        #expect(try read.canonical() == stored)
        #expect(stored.contains(#""make_up_days":[{"day":"2026-01-10","replaces":"2026-01-02"}"#))
        #expect(stored.contains(#""saturday""#) == false)
        #expect(try WorkingCalendar(parsing: WorkingCalendar.saturdayMorning.canonical()) == .saturdayMorning)
    }

    @Test func `what a stored calendar leaves out is the usual`() throws {
        let read = try WorkingCalendar(parsing: #"{"code": "x", "name": {"vi": "X", "en": "X"}}"#)
        #expect(read.hours == .usual)
        #expect(read.cutOff.description == "15:00")
        #expect(read.years.isEmpty)
    }

    @Test(arguments: [
        #"{"name": {"vi": "X", "en": "X"}}"#,
        #"{"code": "x", "name": {"vi": "X", "en": "X"}, "cut_off": "25:00"}"#,
        #"{"code": "x", "name": {"vi": "X", "en": "X"}, "hours": {"funday": ["07:30-11:30"]}}"#,
        #"{"code": "x", "name": {"vi": "X", "en": "X"}, "hours": {"monday": ["07:30"]}}"#,
        #"{"code": "x", "name": {"vi": "X", "en": "X"}, "years": {"next": {}}}"#,
        #"{"code": "x", "name": {"vi": "X", "en": "X"}, "years": {"2026": {"holidays": [{"from": "2026-02-30"}]}}}"#,
    ])
    func `a stored calendar that is not one is not read`(text: String) {
        #expect(throws: (any Error).self) { try WorkingCalendar(parsing: text) }
    }

    @Test func `an office with hours of its own takes the years it lacks from another calendar`() {
        var own = WorkingCalendar(code: "cong-an-xa", name: Phrase(vi: "Công an xã", en: "Commune police"))
        own.hours[.saturday] = [HoursSpan](line: "07:30-11:30") ?? []
        own.years[2026] = CalendarYear()
        let both = own.inheriting(from: national)
        #expect(both.years[2026] == CalendarYear())
        #expect(both.years[2025] == national.years[2025])
        #expect(both.hours == own.hours)
    }

    @Test func `times are read as people type them`() {
        for text in ["07:30", "7:30", "7h30", "7 giờ 30", " 7 h 30 ", "07H30"] {
            #expect(TimeOfDay(text)?.description == "07:30", "\(text)")
        }
        for text in ["15h", "15 giờ", "15:00"] { #expect(TimeOfDay(text)?.description == "15:00", "\(text)") }
        for text in ["", "7", "730", "24:00", "7:60", "7:", ":30", "-7:30", "7:30:00", "7h3x", "007:30", "7.30"] {
            #expect(TimeOfDay(text) == nil, "\(text)")
        }
        #expect([HoursSpan](line: "7h30 – 11h30; 13:30-17:30")?.line == "07:30-11:30, 13:30-17:30")
        #expect([HoursSpan](line: " ") == [])
        #expect([HoursSpan](line: "07:30-11:30-13:00") == nil)
    }
}
