/// A moment on the time line, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Both databases keep it as a 64-bit integer, so that comparing and ordering are the same in each.
package struct Instant: Hashable, Sendable, Comparable, Codable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }
    package init(seconds: Int64) { self.microseconds = seconds * 1_000_000 }

    package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

    /// This moment `seconds` later (earlier when negative).
    package func adding(seconds: Int64) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }
    package func adding(minutes: Int64) -> Instant { adding(seconds: minutes * 60) }
    package func adding(hours: Int64) -> Instant { adding(seconds: hours * 3_600) }
    package func adding(days: Int64) -> Instant { adding(seconds: days * 86_400) }

    package func secondsSince(_ other: Instant) -> Int64 {
        (microseconds - other.microseconds).floorDivided(by: 1_000_000)
    }

    /// Vietnam keeps UTC+07:00 all year (QĐ 134/2002/QĐ-TTg); every civil date of the project is in it.
    package static let vietnamOffset: Int64 = 7 * 3_600

    /// The civil day in Vietnam.
    package var day: Day {
        Day(number: Int((microseconds.floorDivided(by: 1_000_000) + Self.vietnamOffset).floorDivided(by: 86_400)))
    }

    /// Seconds since midnight of `day` in Vietnam, 0..<86400.
    package var secondOfDay: Int {
        let seconds = microseconds.floorDivided(by: 1_000_000) + Self.vietnamOffset
        return Int(seconds - seconds.floorDivided(by: 86_400) * 86_400)
    }

    /// Minutes since midnight in Vietnam, 0..<1440.
    package var minuteOfDay: Int { secondOfDay / 60 }

    /// The moment on `day` in Vietnam that is `minute` minutes after midnight.
    package init(_ day: Day, minute: Int) {
        self.init(seconds: Int64(day.number) * 86_400 + Int64(minute) * 60 - Self.vietnamOffset)
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, as days before 1970 need it.
    package func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Instant: LosslessStringConvertible {
    /// RFC 3339 with Vietnam's offset: `2026-04-22T09:00:00+07:00`; fractions of a second only when there are any.
    package var description: String {
        let second = secondOfDay
        var text = "\(day)T\(twoDigits(second / 3_600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))"
        let fraction = microseconds - microseconds.floorDivided(by: 1_000_000) * 1_000_000
        if fraction != 0 {
            let digits = String(fraction)
            text += "." + String(repeating: "0", count: 6 - digits.count) + digits
        }
        return text + "+07:00"
    }

    /// Reads RFC 3339 (`2026-04-22T09:00:00+07:00`, `…Z`, seconds and their fraction may be absent); nil otherwise.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, let day = Day(String(text.prefix(10))), bytes[10] == 0x54 || bytes[10] == 0x20 else {
            return nil
        }
        guard let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2), bytes[13] == 0x3A,
            hour < 24, minute < 60
        else { return nil }
        var at = 16
        var second = 0
        var micro: Int64 = 0
        if at < bytes.count, bytes[at] == 0x3A {
            guard let read = number(bytes, 17, 2), read < 60 else { return nil }
            second = read
            at = 19
            if at < bytes.count, bytes[at] == 0x2E {
                at += 1
                var scale: Int64 = 100_000
                let start = at
                while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 {
                    micro += Int64(bytes[at] - 0x30) * scale
                    scale /= 10
                    at += 1
                }
                guard at > start else { return nil }
            }
        }
        guard at < bytes.count else { return nil }
        var offset: Int64 = 0
        if bytes[at] == 0x5A {
            guard at + 1 == bytes.count else { return nil }
        } else {
            guard bytes[at] == 0x2B || bytes[at] == 0x2D, bytes.count == at + 6, bytes[at + 3] == 0x3A,
                let hours = number(bytes, at + 1, 2), let minutes = number(bytes, at + 4, 2), hours < 24, minutes < 60
            else { return nil }
            offset = Int64(hours * 3_600 + minutes * 60) * (bytes[at] == 0x2B ? 1 : -1)
        }
        let seconds = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - offset
        self.init(microseconds: seconds * 1_000_000 + micro)
    }
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[start..<start + count] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}
