/// A time of the day with nanoseconds, in a zone or without one (DMN 1.5, 10.3.2.3.4).
package struct FEELTime: Hashable, Sendable {
    /// Nanoseconds since midnight.
    package let nanoseconds: Int
    package let zone: FEELZone?

    static let day = 86_400 * second
    static let second = 1_000_000_000

    init(nanoseconds: Int, zone: FEELZone?) {
        self.nanoseconds = nanoseconds
        self.zone = zone
    }

    package init?(hour: Int, minute: Int, second: Int, nanoseconds: Int = 0, zone: FEELZone? = nil) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<Self.second).contains(nanoseconds)
        else { return nil }
        self.init(nanoseconds: ((hour * 60 + minute) * 60 + second) * Self.second + nanoseconds, zone: zone)
    }

    var hour: Int { nanoseconds / Self.second / 3_600 }
    var minute: Int { nanoseconds / Self.second / 60 % 60 }
    var second: Int { nanoseconds / Self.second % 60 }

    /// Seconds ahead of UTC, for named zones on 1970-01-01; nil without a zone.
    var offset: Int? { zone?.offset(atLocal: nanoseconds / Self.second) }

    /// Whole seconds since midnight in UTC, which may be below 0 or above a day.
    private var universal: Int? { offset.map { nanoseconds / Self.second - $0 } }

    /// The time `duration` later on the face of a clock, midnight passed over.
    func adding(_ duration: FEELDuration) -> FEELTime {
        let shift = duration.seconds.flooredRemainder(86_400) * Self.second + duration.nanoseconds
        return FEELTime(nanoseconds: (nanoseconds + shift).flooredRemainder(Self.day), zone: zone)
    }

    /// How many seconds the first is later, fractions left out (10.3.2.3.4: a time counts seconds). Both told in UTC, or
    /// both without a zone; otherwise they do not compare and this is nil.
    static func difference(_ a: FEELTime, _ b: FEELTime) -> Int? {
        switch (a.universal, b.universal) {
        case (let first?, let second?): first - second
        case (nil, nil): a.nanoseconds / second - b.nanoseconds / second
        default: nil
        }
    }
}

extension FEELTime: LosslessStringConvertible {
    package var description: String { clock + (zone?.description ?? "") }

    var clock: String {
        "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))\(fraction(nanoseconds % Self.second))"
    }

    /// `10:30:00`, `10:30:00.5Z`, `T10:30:00+07:00`, `10:30:00@Asia/Ho_Chi_Minh`; nil otherwise.
    package init?(_ text: String) {
        guard let (time, overnight) = FEELTime.read(text.hasPrefix("T") ? text.dropFirst() : text[...]), !overnight
        else { return nil }
        self = time
    }

    /// The time, and whether it was written 24:00:00, the end of the day.
    static func read(_ text: Substring) -> (time: FEELTime, overnight: Bool)? {
        var reader = DigitReader(text)
        guard var hour = reader.number(digits: 2), reader.take([":"]) != nil, let minute = reader.number(digits: 2),
            reader.take([":"]) != nil, let second = reader.number(digits: 2)
        else { return nil }
        var nanoseconds = 0
        if reader.take(["."]) != nil {
            guard let read = reader.nanoseconds() else { return nil }
            nanoseconds = read
        }
        var zone: FEELZone?
        if !reader.isAtEnd {
            zone = FEELZone(reader.rest)
            guard zone != nil else { return nil }
        }
        let overnight = hour == 24 && minute == 0 && second == 0 && nanoseconds == 0
        if overnight { hour = 0 }
        return FEELTime(hour: hour, minute: minute, second: second, nanoseconds: nanoseconds, zone: zone)
            .map { ($0, overnight) }
    }
}
