/// The condition on the flow of an act: which act an official chose, and the act's own guard.
///
/// BPMN wants every way out of an exclusive gateway to have a condition; here it is the official's choice.
enum ActCondition {
    static func text(_ act: Act, isOne: Bool) -> String? {
        if isOne { return act.when }
        let choice = choice(of: act.key)
        return act.when.map { "\(choice) and (\($0))" } ?? choice
    }

    private static func choice(of key: String) -> String { "act = \"\(key)\"" }

    /// The guard in a condition on the way out of a gateway; `key` is the act's.
    static func when(_ text: String?, key: String?) -> String? {
        guard let text, let key else { return text }
        let choice = choice(of: key)
        if text == choice { return nil }
        let start = "\(choice) and ("
        guard text.hasPrefix(start), text.hasSuffix(")") else { return text }
        return String(text.dropFirst(start.count).dropLast())
    }

    /// The key of the act that a condition asks for.
    static func key(_ text: String?) -> String? {
        text?.prefixMatch(of: /act = "([a-z][a-z0-9_]*)"/).map { String($0.1) }
    }
}
