package import Kernel

extension Day {
    /// `24/04/2026`, as Vietnamese papers write it.
    package var words: String { "\(shortWords)/\(year)" }

    /// `24/04`.
    var shortWords: String {
        let (_, month, day) = parts
        return (day < 10 ? "0" : "") + "\(day)/" + (month < 10 ? "0" : "") + "\(month)"
    }

    /// `24/04/2026` alone, `từ 30/04 đến 03/05/2026` for more; the first year is written when it differs.
    static func words(from first: Day, to last: Day) -> Phrase {
        guard first < last else { return Phrase(same: first.words) }
        let start = first.year == last.year ? first.shortWords : first.words
        return Phrase(vi: "từ \(start) đến \(last.words)", en: "from \(start) to \(last.words)")
    }
}

extension Instant {
    /// `9 giờ`, `15 giờ 30`, with seconds only when there are any: `15 giờ 00 phút 20 giây`.
    package var timeWords: Phrase {
        let second = secondOfDay
        let (hour, minute) = (second / 3_600, second / 60 % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        guard second % 60 != 0 else {
            return Phrase(vi: "\(hour) giờ" + (minute == 0 ? "" : " \(two(minute))"), en: "\(two(hour)):\(two(minute))")
        }
        return Phrase(
            vi: "\(hour) giờ \(two(minute)) phút \(two(second % 60)) giây",
            en: "\(two(hour)):\(two(minute)):\(two(second % 60))")
    }

    /// `15 giờ 30 ngày 24/04/2026`, `15:30 on 24/04/2026`.
    package var momentWords: Phrase {
        Phrase(vi: "\(timeWords.vi) ngày \(day.words)", en: "\(timeWords.en) on \(day.words)")
    }

    /// `lúc 15 giờ 30 ngày 24/04/2026`, `at 15:30 on 24/04/2026`.
    var words: Phrase { Phrase(vi: "lúc \(momentWords.vi)", en: "at \(momentWords.en)") }
}
