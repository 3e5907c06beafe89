import Foundation
import Kernel
import Testing

@Suite struct DayAndInstantTests {
    @Test func `every day of four centuries goes to its parts and back`() throws {
        var day = try #require(Day("1900-01-01"))
        let end = try #require(Day("2300-01-01"))
        var weekday = Weekday.monday.rawValue
        while day < end {
            let (year, month, number) = day.parts
            #expect(Day(year: year, month: month, day: number) == day)
            #expect(day.weekday.rawValue == weekday)
            weekday = weekday % 7 + 1
            day = day.adding(days: 1)
        }
    }

    @Test func `a month later than the last of January is the last of February`() {
        #expect(Day("2026-01-31")?.adding(months: 1) == Day("2026-02-28"))
        #expect(Day("2024-01-31")?.adding(months: 1) == Day("2024-02-29"))
        #expect(Day("2025-11-30")?.adding(months: 3) == Day("2026-02-28"))
    }

    @Test(arguments: ["2026-04-22T09:00:00+07:00", "2026-04-22T00:00:00.5+07:00", "1969-12-31T23:59:59Z"])
    func `a moment reads back as it was written`(text: String) throws {
        let moment = try #require(Instant(text))
        #expect(Instant(moment.description) == moment)
    }

    @Test(arguments: [
        "", "2026-02-30T00:00:00Z", "2026-04-22T25:00:00Z", "2026-04-22T09:00:00", "2026-04-22T09:00:00+7",
    ])
    func `what is no moment is refused`(text: String) { #expect(Instant(text) == nil) }
}

@Suite struct IDTests {
    @Test func `ids made later sort later and read back`() {
        let a = ID<Day>(at: Instant(seconds: 1_000))
        let b = ID<Day>(at: Instant(seconds: 1_001))
        #expect(a < b)
        #expect(a.description < b.description)
        #expect(ID<Day>(a.description) == a)
        #expect(ID<Day>("not-an-id") == nil)
    }
}

@Suite struct FoldingTests {
    @Test func `marks, case and the place of the tone do not matter`() {
        #expect(Folding.fold("Đăng ký KHAI SINH") == "dang ky khai sinh")
        #expect(Folding.fold("Hòa") == Folding.fold("Hoà"))
        #expect(Folding.fold("Thừa Thiên Huế, ỷ ỵ ỹ ỳ ý") == "thua thien hue y y y y y")
        #expect(Folding.fold("ê\u{0301}") == Folding.fold("ế"))
    }
}

@Suite struct JSONTests {
    @Test func `canonical bytes do not depend on the order of members`() throws {
        let a = try JSON(parsing: #"{"b": [1, 2.50, "x\n\u0001"], "a": null, "ă": true}"#)
        #expect(a.canonical == #"{"a":null,"b":[1,2.5,"x\n\u0001"],"ă":true}"#)
        #expect(try JSON(parsing: a.canonical) == a)
    }

    @Test func `money is written with dots between thousands`() {
        #expect(Money(dong: 150_000).description == "150.000")
        #expect(Money(dong: -1_234_567).description == "-1.234.567")
        #expect(Money(dong: 5).description == "5")
    }
}
