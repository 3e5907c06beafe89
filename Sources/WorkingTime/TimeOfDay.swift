package import Kernel

/// A time on the clock of the counter, in whole minutes after midnight in Vietnam (0 to 1439).
package struct TimeOfDay: Hashable, Sendable, Comparable {
    package let minute: Int

    /// nil outside the day.
    package init?(minute: Int) {
        guard (0..<1_440).contains(minute) else { return nil }
        self.minute = minute
    }

    package static func < (a: Self, b: Self) -> Bool { a.minute < b.minute }

    /// The default cut-off of receipt: 15:00 (NĐ 61/2018/NĐ-CP, Đ.18: handed over the same day or, received after
    /// 15:00, at the start of the next working day).
    static let threeInTheAfternoon = TimeOfDay(unchecked: 900)

    private init(unchecked minute: Int) { self.minute = minute }

    /// The moment on `day`.
    func on(_ day: Day) -> Instant { Instant(day, minute: minute) }

    /// As sentences say it: `15 giờ 00`, `15:00`.
    package var words: Phrase { Phrase(vi: description.replacing(":", with: " giờ "), en: description) }
}

extension TimeOfDay: LosslessStringConvertible {
    /// ISO 8601: `07:30`.
    package var description: String {
        let (hour, rest) = (minute / 60, minute % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Reads `07:30` and what people type for it: `7:30`, `7h30`, `7 giờ 30`, `15h`, `15 giờ`.
    package init?(_ text: String) {
        let bare = text.filter { !$0.isWhitespace }.lowercased()
        guard let mark = ["giờ", "h", ":"].first(where: bare.contains), let at = bare.firstRange(of: mark) else {
            return nil
        }
        let minutes = bare[at.upperBound...]
        guard let hour = TimeOfDay.digits(bare[..<at.lowerBound]), hour < 24,
            let minute = minutes.isEmpty && mark != ":" ? 0 : TimeOfDay.digits(minutes), minute < 60
        else { return nil }
        self.init(unchecked: hour * 60 + minute)
    }

    private static func digits(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}

extension TimeOfDay: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = TimeOfDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time like 07:30")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
