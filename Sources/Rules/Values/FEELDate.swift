package import Kernel

/// A civil date of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999 (DMN 1.5, 10.3.2.3.5).
package struct FEELDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01, as Kernel's `Day` counts them.
    package let number: Int

    static let years = -999_999_999...999_999_999
    static let numbers = FEELDate.number(-999_999_999, 1, 1)...FEELDate.number(999_999_999, 12, 31)

    package init(_ day: Day) { number = day.number }

    /// Nil outside the range of years.
    init?(number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        number = Self.number(year, month, day)
    }

    /// The calendar is counted in eras of 400 years that begin in March, so that leap days stand last.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Monday is 1, Sunday 7.
    var weekday: Int { (number + 3).flooredRemainder(7) + 1 }

    var dayOfYear: Int { number - Self.number(parts.year, 1, 1) + 1 }

    /// The week of ISO 8601, 1 to 53: the one with the year's first Thursday is the first.
    var weekOfYear: Int {
        let thursday = FEELDate(number: number - weekday + 4) ?? self
        return (thursday.dayOfYear - 1) / 7 + 1
    }

    func adding(days: Int) -> FEELDate? {
        let (sum, overflow) = number.addingReportingOverflow(days)
        return overflow ? nil : FEELDate(number: sum)
    }

    /// The day of the same number `months` later, or else that month's last day.
    func adding(months: Int) -> FEELDate? {
        guard abs(months) <= 40_000_000_000 else { return nil }
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index.flooredQuotient(12), index.flooredRemainder(12) + 1)
        guard Self.years.contains(newYear) else { return nil }
        return FEELDate(
            year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, year: newYear)))
    }

    package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

    /// As Kernel's day; nil outside the years 1 to 9999.
    package var day: Day? {
        let (year, month, day) = parts
        return Day(year: year, month: month, day: day)
    }
}

extension Int {
    func flooredQuotient(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}
