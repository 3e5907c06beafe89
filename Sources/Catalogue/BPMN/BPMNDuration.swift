/// A limit as a duration of ISO 8601, which timers of BPMN carry. It knows no working days: they are written as days, and
/// the extension element beside them says what they are.
enum BPMNDuration {
    static func text(_ value: Int, _ unit: String) -> String {
        switch unit {
        case "hours": "PT\(value)H"
        case "months": "P\(value)M"
        default: "P\(value)D"
        }
    }

    /// The limit that a duration says: years and months, or weeks, days and hours, one kind of both; nil when it says
    /// anything else.
    static func limit(_ text: String) -> LimitRule? {
        let parts = /P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?(?:T([0-9]+)H)?/
        guard let match = text.wholeMatch(of: parts) else { return nil }
        let found = [match.1, match.2, match.3, match.4, match.5]
        let numbers = found.map { $0.map { Int($0) ?? .max } ?? 0 }
        guard found.contains(where: { $0 != nil }), numbers.allSatisfy({ $0 <= 100_000 }) else { return nil }
        let months = numbers[0] * 12 + numbers[1]
        let days = numbers[2] * 7 + numbers[3]
        let hours = numbers[4]
        if hours > 0, months == 0 { return rule(days * 24 + hours, "hours") }
        if months > 0 { return days + hours > 0 ? nil : rule(months, "months") }
        return rule(days, found[4] != nil && days == 0 ? "hours" : "days")
    }

    private static func rule(_ value: Int, _ unit: String) -> LimitRule {
        LimitRule(value: value, unit: unit, cases: [])
    }
}
