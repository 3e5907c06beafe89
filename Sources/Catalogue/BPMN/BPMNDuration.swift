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

    /// The limit that a duration says; nil when it is none of days, weeks, hours or months alone.
    static func limit(_ text: String) -> LimitRule? {
        func rule(_ digits: Substring, _ unit: String, times: Int = 1) -> LimitRule? {
            guard let value = Int(digits), value <= 100_000 else { return nil }
            return LimitRule(value: value * times, unit: unit, cases: [])
        }
        if let match = text.wholeMatch(of: /P([0-9]+)D/) { return rule(match.1, "days") }
        if let match = text.wholeMatch(of: /P([0-9]+)W/) { return rule(match.1, "days", times: 7) }
        if let match = text.wholeMatch(of: /P([0-9]+)M/) { return rule(match.1, "months") }
        if let match = text.wholeMatch(of: /PT([0-9]+)H/) { return rule(match.1, "hours") }
        return nil
    }
}
