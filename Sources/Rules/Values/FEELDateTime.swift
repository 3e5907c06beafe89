package import Kernel

/// A date and a time together, in a zone or without one (DMN 1.5, 10.3.2.3.6).
package struct FEELDateTime: Hashable, Sendable {
    package let date: FEELDate
    package let time: FEELTime

    package init(date: FEELDate, time: FEELTime) {
        self.date = date
        self.time = time
    }

    /// A moment as clocks in Vietnam show it.
    package init(_ instant: Instant) {
        let second = FEELTime.second
        let micro = Int(instant.microseconds - instant.microseconds.floorDivided(by: 1_000_000) * 1_000_000)
        date = FEELDate(instant.day)
        time = FEELTime(
            nanoseconds: instant.secondOfDay * second + micro * 1_000,
            zone: .offset(seconds: Int32(Instant.vietnamOffset)))
    }

    var zone: FEELZone? { time.zone }

    /// Seconds since 1970-01-01T00:00:00 as the local clock counts.
    var localSeconds: Int { date.number * 86_400 + time.nanoseconds / FEELTime.second }

    var offset: Int? { zone?.offset(atLocal: localSeconds) }

    /// On the line of UTC when there is a zone, in whole seconds (10.3.2.3.6).
    private var position: FEELDuration { FEELDuration(seconds: localSeconds - (offset ?? 0), nanoseconds: 0) }

    /// How long after `b` this is; nil when only one of them has a zone.
    static func difference(_ a: FEELDateTime, _ b: FEELDateTime) -> FEELDuration? {
        guard (a.zone == nil) == (b.zone == nil) else { return nil }
        return a.position.subtracting(b.position)
    }

    /// Later by a duration; the clock of the zone is what is moved, and nil is outside the calendar.
    func adding(_ duration: FEELDuration) -> FEELDateTime? {
        let start = FEELDuration(seconds: localSeconds, nanoseconds: time.nanoseconds % FEELTime.second)
        guard let sum = start.adding(duration) else { return nil }
        let day = sum.seconds.flooredQuotient(86_400)
        guard let date = FEELDate(number: day) else { return nil }
        let rest = (sum.seconds - day * 86_400) * FEELTime.second + sum.nanoseconds
        return FEELDateTime(date: date, time: FEELTime(nanoseconds: rest, zone: zone))
    }

    func adding(months: Int) -> FEELDateTime? {
        date.adding(months: months).map { FEELDateTime(date: $0, time: time) }
    }

    /// As a moment; without a zone the clock is Vietnam's. Nil outside the range of `Instant`.
    package var instant: Instant? {
        let seconds = localSeconds - (offset ?? Int(Instant.vietnamOffset))
        guard seconds.magnitude < 9_000_000_000_000 else { return nil }
        return Instant(microseconds: Int64(seconds) * 1_000_000 + Int64(time.nanoseconds % FEELTime.second / 1_000))
    }
}

extension FEELDateTime: LosslessStringConvertible {
    package var description: String { "\(date)T\(time)" }

    /// `2026-04-22T09:00:00+07:00`; a date alone is its midnight; 24:00:00 is the next midnight; nil otherwise.
    package init?(_ text: String) {
        guard let mark = text.firstIndex(of: "T") else {
            guard let date = FEELDate(text) else { return nil }
            self.init(date: date, time: FEELTime(nanoseconds: 0, zone: nil))
            return
        }
        guard let date = FEELDate(String(text[..<mark])),
            let (time, overnight) = FEELTime.read(text[text.index(after: mark)...]),
            let day = overnight ? date.adding(days: 1) : date
        else { return nil }
        self.init(date: day, time: time)
    }
}
