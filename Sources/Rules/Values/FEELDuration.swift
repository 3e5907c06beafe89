/// A days and time duration, to the nanosecond (DMN 1.5, 10.3.2.3.7).
package struct FEELDuration: Hashable, Sendable, Comparable {
    /// Whole seconds, rounded down, so that `nanoseconds` is never below zero.
    package let seconds: Int
    package let nanoseconds: Int

    static let zero = FEELDuration(seconds: 0, nanoseconds: 0)

    init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds + nanoseconds.flooredQuotient(FEELTime.second)
        self.nanoseconds = nanoseconds.flooredRemainder(FEELTime.second)
    }

    /// Whole days.
    package init(days: Int) { self.init(seconds: days * 86_400, nanoseconds: 0) }

    init?(_ number: FEELNumber) {
        let whole = number.floor
        guard let seconds = whole.integer, seconds.magnitude < 1 << 60, let rest = number.subtracting(whole),
            let nanoseconds = rest.multiplied(by: FEELNumber(FEELTime.second))?.rounded(.down, scale: 0)?.integer
        else { return nil }
        self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The length in seconds.
    var number: FEELNumber {
        let fraction = FEELNumber(negative: false, coefficient: UInt128(nanoseconds), exponent: -9) ?? .zero
        return FEELNumber(seconds).adding(fraction) ?? .zero
    }

    var isNegative: Bool { seconds < 0 }
    var negated: FEELDuration { FEELDuration(seconds: -seconds, nanoseconds: -nanoseconds) }
    var magnitude: FEELDuration { isNegative ? negated : self }

    func adding(_ other: FEELDuration) -> FEELDuration? {
        let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
        guard !overflow, sum.magnitude < 1 << 61 else { return nil }
        return FEELDuration(seconds: sum, nanoseconds: nanoseconds + other.nanoseconds)
    }

    func subtracting(_ other: FEELDuration) -> FEELDuration? { adding(other.negated) }

    package static func < (a: Self, b: Self) -> Bool { (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds) }
}

extension FEELDuration: LosslessStringConvertible {
    /// `P1DT2H`, `-PT0.5S`, `PT0S`.
    package var description: String {
        if self == .zero { return "PT0S" }
        let size = magnitude
        var text = isNegative ? "-P" : "P"
        if size.seconds >= 86_400 { text += "\(size.seconds / 86_400)D" }
        let (hours, minutes) = (size.seconds / 3_600 % 24, size.seconds / 60 % 60)
        let rest = "\(size.seconds % 60)\(fraction(size.nanoseconds))"
        if hours > 0 || minutes > 0 || rest != "0" { text += "T" }
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        if rest != "0" { text += "\(rest)S" }
        return text
    }

    /// XML Schema's dayTimeDuration; nil otherwise.
    package init?(_ text: String) {
        guard let duration = DurationText(text), !duration.hasMonths, duration.hasTime,
            let value = duration.seconds
        else { return nil }
        self = duration.negative ? value.negated : value
    }
}

/// A years and months duration, counted in months (DMN 1.5, 10.3.2.3.8).
package struct FEELMonths: Hashable, Sendable, Comparable, LosslessStringConvertible {
    package let months: Int

    package init(_ months: Int) { self.months = months }

    /// XML Schema's yearMonthDuration; nil otherwise.
    package init?(_ text: String) {
        guard let duration = DurationText(text), duration.hasMonths, !duration.hasTime, let months = duration.months
        else { return nil }
        self.months = duration.negative ? -months : months
    }

    /// `P1Y2M`, `-P3M`, `P0M`.
    package var description: String {
        if months == 0 { return "P0M" }
        let size = months.magnitude
        return (months < 0 ? "-P" : "P") + (size >= 12 ? "\(size / 12)Y" : "") + (size % 12 > 0 ? "\(size % 12)M" : "")
    }

    package static func < (a: Self, b: Self) -> Bool { a.months < b.months }
}
