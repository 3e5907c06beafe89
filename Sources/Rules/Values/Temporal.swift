/// Reading what stands behind `@` (DMN 1.5, 10.3.2.3, rule 64).
enum Temporal {
    /// A date, a date and time, a time or a duration, as the text's form tells; nil when it is none.
    static func read(_ text: String) -> FEELValue? {
        if let date = FEELDate(text) { return .date(date) }
        if text.contains("T"), !text.contains("P"), let point = FEELDateTime(text) { return .dateTime(point) }
        if let duration = FEELDuration(text) { return .duration(duration) }
        if let months = FEELMonths(text) { return .months(months) }
        return FEELTime(text).map { .time($0) } ?? dateTimeInZone(text)
    }

    /// A zone's name may hold a `P`: `2026-01-01T00:00:00@Asia/Phnom_Penh`.
    private static func dateTimeInZone(_ text: String) -> FEELValue? {
        text.contains("@") && text.contains("T") ? FEELDateTime(text).map { .dateTime($0) } : nil
    }
}
