import WorkingTime

/// The rules of law.md 1.3 in the plainest form: walk day by day, or minute by minute, and look each time.
extension PlainOffice {
    /// The working day that a minute counts as: its own, unless that is off or the minute is after the cut-off or the
    /// end of hours.
    func counts(_ minute: Int) -> Int {
        var day = minute / 1_440
        if !open[day].isEmpty, minute % 1_440 <= min(cutOff, closes(day)) { return day }
        repeat { day += 1 } while open[day].isEmpty
        return day
    }

    /// The minute at which each of the limits 1 to `most` is due, nil from the first that an open stop prevents.
    ///
    /// After each working day's hours, a limit is due when enough days have run and the clock runs at that moment. A day
    /// does not run when it lies after the beginning of a stop and not after the day that its end counts as.
    func dues(_ unit: LimitUnit, received: Int, most: Int, stops: [PlainStop] = []) -> [Int?] {
        if unit == .hours { return hourDues(received: received, most: most, stops: stops) }
        let ends = stops.map { $0.to.map(counts) ?? Int.max }
        var dues: [Int?] = []
        var ran = 0
        let start = counts(received)
        var day = start
        while dues.count < most, day + 1 < open.count {
            day += 1
            var held = false
            var stoppedAtClosing = false
            let closing = day * 1_440 + closes(day)
            for (stop, end) in zip(stops, ends) {
                if stop.from / 1_440 < day, day <= end { held = true }
                if stop.from < closing, end > day { stoppedAtClosing = true }
            }
            if !held, unit != .workingDays || !open[day].isEmpty { ran += 1 }
            guard !open[day].isEmpty, !stoppedAtClosing else {
                if stops.contains(where: { $0.to == nil && $0.from < closing }) { break }
                continue
            }
            while dues.count < most, ran >= needed(dues.count + 1, unit, start) { dues.append(closing) }
        }
        return dues + Array(repeating: nil, count: most - dues.count)
    }

    /// How many days a limit has: itself, or for months the days to that day of a later month.
    private func needed(_ limit: Int, _ unit: LimitUnit, _ start: Int) -> Int {
        guard unit == .months else { return limit }
        let date = dates[start]
        let month = months[(date.year - 2024) * 12 + date.month - 1 + limit]
        return month.first + min(date.day, month.length) - 1 - start
    }

    private func hourDues(received: Int, most: Int, stops: [PlainStop]) -> [Int?] {
        var dues: [Int?] = []
        var ran = 0
        var day = received / 1_440
        while dues.count < most {
            for span in open[day] {
                let closing = day * 1_440 + span.to
                var minute = max(received, day * 1_440 + span.from)
                let near = stops.filter { $0.from < closing && $0.to ?? .max > minute }
                while minute < closing, dues.count < most {
                    if !near.isEmpty, let stop = near.first(where: { $0.from <= minute && minute < $0.to ?? .max }) {
                        if stop.to == nil { return dues + Array(repeating: nil, count: most - dues.count) }
                    } else {
                        ran += 1
                        if ran % 60 == 0 { dues.append(minute + 1) }
                    }
                    minute += 1
                }
            }
            day += 1
        }
        return dues
    }
}
