import Kernel
import WorkingTime

/// When a desk is open, in a few lines: days of the week with the same hours stand together.
struct DeskHours {
    let hours: OfficeHours

    var lines: [Phrase] {
        var groups: [(first: Weekday, last: Weekday, spans: [HoursSpan])] = []
        for day in Weekday.allCases where !hours[day].isEmpty {
            if let last = groups.last, last.spans == hours[day], last.last.isBefore(day) {
                groups[groups.count - 1].last = day
            } else {
                groups.append((day, day, hours[day]))
            }
        }
        return groups.map { group in
            let spans = group.spans.map(\.words)
            let (first, last) = (group.first.dayName, group.last.dayName)
            let days =
                group.first == group.last
                ? first
                : Phrase(vi: "\(first.vi) đến \(last.vi)", en: "\(first.en) to \(last.en)")
            return Phrase(
                vi: "\(days.vi): \(spans.map(\.vi).joined(separator: ", "))",
                en: "\(days.en): \(spans.map(\.en).joined(separator: ", "))")
        }
    }
}

extension Weekday {
    /// Whether the other day is the next one of the same week.
    fileprivate func isBefore(_ next: Weekday) -> Bool {
        let all = Weekday.allCases
        guard let here = all.firstIndex(of: self), let there = all.firstIndex(of: next) else { return false }
        return here + 1 == there
    }

    fileprivate var dayName: Phrase {
        switch self {
        case .monday: Phrase(vi: "Thứ Hai", en: "Monday")
        case .tuesday: Phrase(vi: "Thứ Ba", en: "Tuesday")
        case .wednesday: Phrase(vi: "Thứ Tư", en: "Wednesday")
        case .thursday: Phrase(vi: "Thứ Năm", en: "Thursday")
        case .friday: Phrase(vi: "Thứ Sáu", en: "Friday")
        case .saturday: Phrase(vi: "Thứ Bảy", en: "Saturday")
        case .sunday: Phrase(vi: "Chủ nhật", en: "Sunday")
        }
    }
}
