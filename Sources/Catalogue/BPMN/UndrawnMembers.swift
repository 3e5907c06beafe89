import Kernel

/// What a step or an act says beyond what is drawn, as canonical JSON in its extension element, so that nothing is lost on
/// the way out and back.
enum UndrawnMembers {
    private static let ofStep: Set<String> = ["key", "title", "role", "official", "limit", "acts"]
    private static let ofAct: Set<String> = [
        "key", "title", "kind", "to", "effect", "needsNote", "needsResult", "isBack", "when",
    ]

    static func text(_ step: Step) -> String? { text(step, without: ofStep) }
    static func text(_ act: Act) -> String? { text(act, without: ofAct) }

    private static func text(_ value: some Encodable, without drawn: Set<String>) -> String? {
        guard let members = try? JSON(encoding: value).object else { return nil }
        let rest = members.filter { !drawn.contains($0.key) && $0.value != .null }
        return rest.isEmpty ? nil : JSON.object(rest).canonical
    }

    /// The step with those members; nil when they are none of a step's.
    static func adding(_ text: String, to step: Step) -> Step? { added(text, step, without: ofStep) }
    static func adding(_ text: String, to act: Act) -> Act? { added(text, act, without: ofAct) }

    private static func added<Value: Codable>(_ text: String, _ value: Value, without drawn: Set<String>) -> Value? {
        guard let more = try? JSON(parsing: text).object, var members = try? JSON(encoding: value).object else {
            return nil
        }
        for (key, value) in more where !drawn.contains(key) { members[key] = value }
        return try? JSON.object(members).decoded(as: Value.self)
    }
}
