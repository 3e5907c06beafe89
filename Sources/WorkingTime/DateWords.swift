import Kernel

private let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

extension Day {
    /// `24/04/2026`, `24 April 2026`: the forms of the Wording room, which is above this one.
    var words: Phrase { Phrase(vi: "\(wordsWithoutYear.vi)/\(year)", en: "\(wordsWithoutYear.en) \(year)") }

    private var wordsWithoutYear: Phrase {
        let (_, month, day) = parts
        return Phrase(vi: "\(two(day))/\(two(month))", en: "\(day) \(months[month - 1])")
    }

    /// `24/04/2026` alone, `từ 30/04 đến 03/05/2026` for more; the first year is written when it differs.
    static func words(from first: Day, to last: Day) -> Phrase {
        guard first < last else { return first.words }
        let start = first.year == last.year ? first.wordsWithoutYear : first.words
        return Phrase(vi: "từ \(start.vi) đến \(last.words.vi)", en: "from \(start.en) to \(last.words.en)")
    }
}

extension Instant {
    /// `15 giờ 30`, `15:30`: papers name the minute (form 01), and no limit depends on less that a person could follow.
    var timeWords: Phrase {
        let second = secondOfDay
        let (hour, minute) = (two(second / 3_600), two(second / 60 % 60))
        return Phrase(vi: "\(hour) giờ \(minute)", en: "\(hour):\(minute)")
    }

    /// `15 giờ 30 ngày 24/04/2026`, `15:30 on 24 April 2026`.
    var words: Phrase {
        Phrase(vi: "\(timeWords.vi) ngày \(day.words.vi)", en: "\(timeWords.en) on \(day.words.en)")
    }
}
