/// A limit as a duration of ISO 8601, which timers of BPMN carry. It knows no working days: they are written as days, and
/// the extension element beside them says what they are. Its hours are working hours, so that they do not add up with days.
enum BPMNDuration {
    static func text(_ value: Int, _ unit: String) -> String {
        switch unit {
        case "hours": "PT\(value)H"
        case "months": "P\(value)M"
        default: "P\(value)D"
        }
    }

    /// The limit that a duration says: years and months, or weeks and days, or hours; nil when it says anything else.
    static func limit(_ text: String) -> LimitRule? {
        guard let (months, days, hours) = parts(text), [months, days, hours].count(where: { $0 ?? 0 > 0 }) < 2 else {
            return nil
        }
        if let months, months > 0 { return rule(months, "months") }
        if let days, days > 0 { return rule(days, "days") }
        if let hours { return rule(hours, "hours") }
        return rule(0, "days")
    }

    /// The days, rounded up, of a duration that mixes days and hours of the clock; nil of any other.
    static func wholeDays(ofMixed text: String) -> Int? {
        guard let (months, days, hours) = parts(text), months ?? 0 == 0, let days, let hours, days > 0, hours > 0 else {
            return nil
        }
        return days + self.days(ofHours: hours)
    }

    /// The days, rounded up, that hours of the clock are.
    static func days(ofHours hours: Int) -> Int { (hours + 23) / 24 }

    /// Months, days and hours as far as they are written; nil for what is no duration, or has minutes or seconds.
    private static func parts(_ text: String) -> (months: Int?, days: Int?, hours: Int?)? {
        let written = /P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T([0-9]+)H)?/
        guard let match = text.wholeMatch(of: written) else { return nil }
        let found = [match.1, match.2, match.3, match.4, match.5].map { $0.map { Int($0) ?? .max } }
        guard found.contains(where: { $0 != nil }), found.allSatisfy({ $0 ?? 0 <= 100_000 }) else { return nil }
        func sum(_ large: Int?, _ size: Int, _ small: Int?) -> Int? {
            large == nil && small == nil ? nil : (large ?? 0) * size + (small ?? 0)
        }
        return (sum(found[0], 12, found[1]), sum(found[2], 7, found[3]), found[4])
    }

    private static func rule(_ value: Int, _ unit: String) -> LimitRule {
        LimitRule(value: value, unit: unit, cases: [])
    }
}
