package import Kernel

// How days, moments, amounts and counts are written in each language.

private let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
/// With the capitals of NĐ 30/2020/NĐ-CP, Phụ lục II.
private let weekdays: [(vi: String, en: String)] = [
    ("thứ Hai", "Monday"), ("thứ Ba", "Tuesday"), ("thứ Tư", "Wednesday"), ("thứ Năm", "Thursday"),
    ("thứ Sáu", "Friday"), ("thứ Bảy", "Saturday"), ("Chủ nhật", "Sunday"),
]

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

extension Day {
    /// `24/04/2026`, `24 April 2026`.
    package var phrase: Phrase {
        let (year, month, day) = parts
        return Phrase(vi: "\(two(day))/\(two(month))/\(year)", en: "\(day) \(months[month - 1]) \(year)")
    }

    /// `thứ Sáu, 24/04/2026`, `Friday, 24 April 2026`.
    package var phraseWithWeekday: Phrase {
        let name = weekdays[weekday.rawValue - 1]
        return Phrase(vi: "\(name.vi), \(phrase.vi)", en: "\(name.en), \(phrase.en)")
    }

    /// `24/04`, `24 Apr`.
    package var shortPhrase: Phrase {
        let (_, month, day) = parts
        return Phrase(vi: "\(two(day))/\(two(month))", en: "\(day) \(months[month - 1].prefix(3))")
    }

    /// Reads what a person types: `24/4/2026`, `24-04-2026`, `24.4.2026`, `2026-04-24`; and `24042026`, since the digits
    /// of a telephone come without a slash.
    package init?(typed text: String) {
        let trimmed = text.filter { !$0.isWhitespace }
        if let iso = Day(trimmed) {
            self = iso
            return
        }
        if trimmed.utf8.count == 8, trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(trimmed) {
            guard digits % 10_000 >= 1_000 else { return nil }
            self.init(year: digits % 10_000, month: digits / 10_000 % 100, day: digits / 1_000_000)
            return
        }
        let parts = trimmed.split(whereSeparator: { "/-.".contains($0) }).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year >= 1_000 else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }
}

extension Instant {
    /// `15 giờ 30`, `15:30`.
    package var timePhrase: Phrase {
        let minute = minuteOfDay
        return Phrase(vi: "\(two(minute / 60)) giờ \(two(minute % 60))", en: "\(two(minute / 60)):\(two(minute % 60))")
    }

    /// `15 giờ 30 ngày 24/04/2026`, `24 April 2026, 15:30`.
    package var phrase: Phrase {
        Phrase(vi: "\(timePhrase.vi) ngày \(day.phrase.vi)", en: "\(day.phrase.en), \(timePhrase.en)")
    }
}

extension Money {
    /// `150.000 đồng`, `150,000 VND`.
    package var phrase: Phrase {
        Phrase(vi: "\(self) đồng", en: description.replacing(".", with: ",") + " VND")
    }
}

extension Phrase {
    /// The phrase with its first letter capital, for the beginning of a sentence.
    package var capitalized: Phrase {
        Phrase(vi: vi.prefix(1).uppercased() + vi.dropFirst(), en: en.prefix(1).uppercased() + en.dropFirst())
    }

    /// The phrase with its first letters small, for the inside of a sentence.
    package var lowercasedFirst: Phrase { Phrase(vi: vi.lowercasedFirst, en: en.lowercasedFirst) }

    /// A count with its noun: `3 hồ sơ`, `1 case`, `3 cases`.
    package static func count(_ count: Int, vi: String, one: String, many: String) -> Phrase {
        Phrase(vi: "\(Int64(count).groupedByThousands) \(vi)", en: "\(count) \(count == 1 ? one : many)")
    }
}

extension String {
    /// With its first letter small, as it stands inside a sentence.
    package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
