import Kernel

extension WorkingCalendar {
    /// What is wrong with one year: days of another year, ranges backwards, days that contradict each other.
    func problems(of year: CalendarYear, _ number: Int) -> [FieldProblem] {
        let path = "years.\(number)"
        var found: [FieldProblem] = []
        if !(2_000...2_200).contains(number) {
            found.append(
                FieldProblem(
                    path, Phrase(vi: "Năm phải từ 2000 đến 2200", en: "The year must be between 2000 and 2200")))
        }
        for (index, holiday) in year.holidays.enumerated() {
            found += problems(of: holiday, "\(path).holidays[\(index)]", number, before: year.holidays[..<index])
        }
        for (index, makeUp) in year.makeUpDays.enumerated() {
            found += problems(
                of: makeUp, "\(path).make_up_days[\(index)]", number, year, before: year.makeUpDays[..<index])
        }
        for (index, half) in year.halfDays.enumerated() {
            found += problems(of: half, "\(path).half_days[\(index)]", number, year, before: year.halfDays[..<index])
        }
        return found
    }

    private func problems(
        of holiday: Holiday, _ path: String, _ number: Int, before: ArraySlice<Holiday>
    ) -> [FieldProblem] {
        var found: [FieldProblem] = []
        if holiday.from.year != number { found.append(FieldProblem("\(path).from", .notIn(number))) }
        if holiday.to.year != number { found.append(FieldProblem("\(path).to", .notIn(number))) }
        if holiday.to < holiday.from {
            found.append(
                FieldProblem(
                    "\(path).to",
                    Phrase(
                        vi: "Ngày cuối không được trước ngày đầu \(holiday.from.words.vi)",
                        en: "The last day cannot be before the first, \(holiday.from.words.en)")))
        }
        if let other = before.first(where: {
            $0.applies && holiday.applies && $0.from <= holiday.to && holiday.from <= $0.to
        }) {
            found.append(
                FieldProblem(
                    "\(path).from",
                    Phrase(
                        vi: "Trùng ngày với kỳ nghỉ \(other.name.vi)",
                        en: "Shares days with the holiday \(other.name.en)")))
        }
        return found + holiday.name.blankProblems("\(path).name")
    }

    private func problems(
        of makeUp: MakeUpDay, _ path: String, _ number: Int, _ year: CalendarYear, before: ArraySlice<MakeUpDay>
    ) -> [FieldProblem] {
        var found: [FieldProblem] = []
        if makeUp.day.year != number { found.append(FieldProblem("\(path).day", .notIn(number))) }
        if before.contains(where: { $0.day == makeUp.day }) { found.append(FieldProblem("\(path).day", .entered)) }
        if let holiday = year.holidays.first(where: { $0.applies && $0.contains(makeUp.day) }) {
            found.append(FieldProblem("\(path).day", .isHoliday(makeUp.day, holiday)))
        }
        if hours[makeUp.replaces.weekday].isEmpty {
            found.append(
                FieldProblem(
                    "\(path).replaces",
                    Phrase(
                        vi: "Ngày được làm bù phải là ngày làm việc trong tuần, vì ngày làm bù lấy giờ của ngày đó",
                        en: "The day made up for must be a working day of the week, whose hours the make-up day takes"))
            )
        } else if let other = years[makeUp.replaces.year],
            !other.holidays.contains(where: { $0.applies && $0.contains(makeUp.replaces) })
        {
            found.append(
                FieldProblem(
                    "\(path).replaces",
                    Phrase(
                        vi: "Ngày \(makeUp.replaces.words.vi) không phải ngày nghỉ lễ trong lịch nên không cần làm bù",
                        en: "\(makeUp.replaces.words.en) is not a holiday of the calendar, so nothing is made up for")))
        }
        return found
    }

    private func problems(
        of half: HalfDay, _ path: String, _ number: Int, _ year: CalendarYear, before: ArraySlice<HalfDay>
    ) -> [FieldProblem] {
        var found: [FieldProblem] = []
        if half.day.year != number { found.append(FieldProblem("\(path).day", .notIn(number))) }
        if before.contains(where: { $0.day == half.day }) || year.makeUpDays.contains(where: { $0.day == half.day }) {
            found.append(FieldProblem("\(path).day", .entered))
        }
        if let holiday = year.holidays.first(where: { $0.applies && $0.contains(half.day) }) {
            found.append(FieldProblem("\(path).day", .isHoliday(half.day, holiday)))
        }
        if half.hours.isEmpty || !half.hours.isInOrder {
            found.append(FieldProblem("\(path).hours", .hoursNotInOrder))
        } else if half.hours.minutes >= hours[half.day.weekday].minutes {
            found.append(
                FieldProblem(
                    "\(path).hours",
                    Phrase(
                        vi: "Ngày làm nửa ngày phải ngắn hơn giờ làm việc thường của \(half.day.weekday.name.vi)",
                        en: "A half day must be shorter than the usual hours of \(half.day.weekday.name.en)")))
        }
        return found + half.name.blankProblems("\(path).name")
    }
}

extension Phrase {
    fileprivate static func notIn(_ year: Int) -> Phrase {
        Phrase(vi: "Ngày phải thuộc năm \(year)", en: "The day must be in the year \(year)")
    }

    fileprivate static let entered = Phrase(
        vi: "Ngày này đã có trong lịch của năm", en: "This day is already in the calendar of the year")

    fileprivate static func isHoliday(_ day: Day, _ holiday: Holiday) -> Phrase {
        Phrase(
            vi: "Ngày \(day.words.vi) là ngày nghỉ lễ (\(holiday.name.vi))",
            en: "\(day.words.en) is a public holiday (\(holiday.name.en))")
    }
}
