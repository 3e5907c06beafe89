package import Kernel

/// When an office works: its hours, its cut-off, and for each known year the days that differ.
///
/// A year that is not in it is never guessed: whoever reads one is refused with words. The cut-off (NĐ 61/2018/NĐ-CP,
/// Đ.18) is the last moment at which a dossier counts as received on the day.
package struct WorkingCalendar: Hashable, Sendable {
    /// The calendar's short name in settings and definitions: `national`, `cong-an-xa`.
    package var code: String
    package var name: Phrase
    package var hours: OfficeHours
    package var cutOff: TimeOfDay
    package var years: [Int: CalendarYear]

    package init(
        code: String, name: Phrase, hours: OfficeHours = .usual, cutOff: TimeOfDay? = nil,
        years: [Int: CalendarYear] = [:]
    ) {
        self.code = code
        self.name = name
        self.hours = hours
        self.cutOff = cutOff ?? .threeInTheAfternoon
        self.years = years
    }

    /// This calendar with the years it lacks taken from `base`, so that an office with hours of its own need not
    /// repeat the national holidays.
    package func inheriting(from base: WorkingCalendar) -> WorkingCalendar {
        var calendar = self
        calendar.years.merge(base.years) { own, _ in own }
        return calendar
    }

    /// What `day` is in this calendar.
    package func kind(of day: Day) -> Result<DayKind, DeadlineRefusal> {
        guard let year = years[day.year] else { return .failure(.missingYear(day.year, calendar: name)) }
        return .success(kind(of: day, in: year))
    }

    func kind(of day: Day, in year: CalendarYear) -> DayKind {
        if let makeUp = year.makeUpDays.first(where: { $0.day == day }) {
            let hours = hours[makeUp.replaces.weekday]
            if !hours.isEmpty { return .makeUp(makeUp, hours) }
        }
        if let holiday = year.holidays.first(where: { $0.applies && $0.contains(day) }) {
            return .off(.holiday(holiday.name))
        }
        if let half = year.halfDays.first(where: { $0.day == day }), !half.hours.isEmpty { return .half(half) }
        let hours = hours[day.weekday]
        return hours.isEmpty ? .off(.weeklyRest) : .working(hours)
    }
}

extension WorkingCalendar: Codable {
    private enum CodingKeys: String, CodingKey {
        case code, name, hours, years
        case cutOff = "cut_off"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            code: try container.decode(String.self, forKey: .code),
            name: try container.decode(Phrase.self, forKey: .name),
            hours: try container.decodeIfPresent(OfficeHours.self, forKey: .hours) ?? .usual,
            cutOff: try container.decodeIfPresent(TimeOfDay.self, forKey: .cutOff),
            years: try container.decodeIfPresent([Int: CalendarYear].self, forKey: .years) ?? [:])
    }

    /// Reads the text that `canonical()` writes, or one with defaults left out.
    package init(parsing text: String) throws { self = try JSON(parsing: text).decoded(as: WorkingCalendar.self) }

    /// The text to store: equal calendars give equal bytes.
    package func canonical() throws -> String { try JSON(encoding: self).canonical }
}
