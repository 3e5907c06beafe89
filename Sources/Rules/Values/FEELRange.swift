/// An interval of comparable values, or a comparison such as `< 10` written as one (DMN 1.5, 10.3.2.7).
package final class FEELRange: Hashable, Sendable {
    /// Null where the interval has no end on that side.
    package let start: FEELValue
    package let end: FEELValue
    package let includesStart: Bool
    package let includesEnd: Bool
    /// How it was written.
    enum Form: Sendable { case interval, equal, unequal }

    /// The unary test `= x` is `start` alone, `!= x` everything but `start`.
    let form: Form

    init(
        _ start: FEELValue, _ end: FEELValue, includesStart: Bool = true, includesEnd: Bool = true,
        form: Form = .interval
    ) {
        self.start = start
        self.end = end
        self.includesStart = includesStart
        self.includesEnd = includesEnd
        self.form = form
    }

    package static func == (a: FEELRange, b: FEELRange) -> Bool {
        a.start == b.start && a.end == b.end && a.includesStart == b.includesStart && a.includesEnd == b.includesEnd
            && a.form == b.form
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(start)
        hasher.combine(end)
    }
}
