package import Kernel

extension WorkingCalendar {
    /// How long is left, for lists: `còn 2 ngày làm việc`, `đến hạn hôm nay, 17 giờ 30`, `quá hạn 3 ngày`.
    ///
    /// What is left is counted in working days after today, up to and with the day of the due moment (in days where the
    /// calendar lacks a year); what is late, in days, as the applicant feels them.
    package func remaining(until due: Instant, at now: Instant) -> Phrase {
        switch DueState(due: due, at: now) {
        case .today:
            return Phrase(vi: "đến hạn hôm nay, \(due.timeWords.vi)", en: "due today at \(due.timeWords.en)")
        case .overdue:
            let days = now.day.number - due.day.number
            if days == 0 {
                return Phrase(
                    vi: "quá hạn từ \(due.timeWords.vi) hôm nay", en: "overdue since \(due.timeWords.en) today")
            }
            return Phrase(vi: "quá hạn \(days) ngày", en: "\(LimitUnit.days.words(days).en) overdue")
        case .later:
            var reader = DayReader(self)
            var left = LimitUnit.days.words(due.day.number - now.day.number)
            if let days = try? reader.workingDays(after: now.day, through: due.day), days > 0 {
                left = LimitUnit.workingDays.words(days)
            }
            return Phrase(vi: "còn \(left.vi)", en: "\(left.en) left")
        }
    }
}

extension Deadline {
    /// How long is left, or since when the clock stands still.
    package func remaining(at now: Instant, in calendar: WorkingCalendar) -> Phrase {
        if let due { return calendar.remaining(until: due, at: now) }
        let since = (stoppedSince ?? now).day.words
        return Phrase(vi: "đồng hồ dừng từ \(since.vi)", en: "clock stopped since \(since.en)")
    }

    /// nil while the clock stands still.
    package func state(at now: Instant) -> DueState? { due.map { DueState(due: $0, at: now) } }
}

extension WorkingCalendar {
    /// How what is done stood to its limit: `xong trước hạn 2 ngày làm việc`, `xong đúng hạn`, `xong quá hạn 1 ngày làm việc`.
    ///
    /// The working days that were left, or that it took too long (in days where the calendar lacks a year).
    package func finished(at ended: Instant, due: Instant) -> Phrase {
        var reader = DayReader(self)
        let isLate = ended > due
        let (first, last) = isLate ? (due.day, ended.day) : (ended.day, due.day)
        let count = (try? reader.workingDays(after: first, through: last)).map { ($0, LimitUnit.workingDays) }
        let (days, unit) = count ?? (last.number - first.number, .days)
        guard days > 0 else {
            return isLate
                ? Phrase(vi: "xong quá hạn dưới một ngày", en: "done less than a day late")
                : Phrase(vi: "xong đúng hạn", en: "done in time")
        }
        let words = unit.words(days)
        return isLate
            ? Phrase(vi: "xong quá hạn \(words.vi)", en: "done \(words.en) late")
            : Phrase(vi: "xong trước hạn \(words.vi)", en: "done \(words.en) early")
    }
}
