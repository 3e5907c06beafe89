import Kernel

extension DefinitionReading {
    /// `steps:`, either a block of steps, or `use:` of a template with changes under `with`.
    func steps(_ node: SourceNode?) -> [Step] {
        guard let node else { return [] }
        var parts = node
        if node["use"] != nil {
            let values = block(node, .template)
            guard let root = values["use"].flatMap({ template($0) }) else { return [] }
            let shared = block(root, ["title", "steps"], required: ["steps"])
            guard let base = shared["steps"] else { return [] }
            // A step that the template has not, with everything that a step says, stands behind its own.
            parts = values["with"].map { changed(base, by: $0) { $0["title"] != nil && $0["role"] != nil } } ?? base
        }
        return named(parts, at: "steps").map { step($0) }
    }

    /// Who may work a step; the posts that hold these roles are kept by Directory.
    static let roles = ["one_stop", "specialist", "head", "leader"]

    private func step(_ entry: SourceEntry) -> Step {
        let values = block(entry.value, .step, reportingMissing: { $0 != "role" && $0 != "acts" })
        if values["acts"] == nil, values["parallel"] == nil {
            report(entry.value.place, Phrase(vi: "thiếu khóa “acts”", en: "the key “acts” is missing"))
        }
        if values["role"] == nil {
            report(
                entry.place,
                Phrase(
                    vi: "bước “\(entry.key)” không ghi ai làm", en: "the step “\(entry.key)” names nobody who works it"),
                kind: .role, proposal: Phrase(same: "role: " + Self.roles.joined(separator: " | ")))
        }
        for key in ["join", "to", "clock", "follow"] { remember("steps.\(entry.key).\(key)", values[key]) }
        let acts = values["acts"].map { named($0, at: "steps.\(entry.key)").map { act($0, in: entry.key) } } ?? []
        return Step(
            key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
            role: word(values["role"], of: Self.roles) ?? "", official: integer(values["official"], in: 1...10) ?? 4,
            limit: limit(values["limit"], at: "steps.\(entry.key).limit"), acts: acts,
            parallel: values["parallel"].map { branches($0, of: entry.key) }, join: join(values["join"]),
            to: text(values["to"]), clock: word(values["clock"], of: ["resume"]).flatMap(ClockChange.init),
            timers: values["timers"].map { timers($0, of: entry.key) },
            assign: values["assign"].map { assignment($0, of: entry.key) },
            follow: words(values["follow"], of: Self.roles))
    }

    /// `assign: load`, `assign: turn`, or a block with `by` and `unit`.
    private func assignment(_ node: SourceNode, of step: String) -> StepAssignment {
        let ways = StepAssignment.Way.allCases.map(\.rawValue)
        guard node.entries != nil else {
            return StepAssignment(by: word(node, of: ways).flatMap { .init(rawValue: $0) })
        }
        let values = block(node, .assign)
        remember("steps.\(step).assign", node)
        remember("steps.\(step).assign.unit", values["unit"])
        return StepAssignment(
            by: word(values["by"], of: ways).flatMap { .init(rawValue: $0) }, unit: text(values["unit"]))
    }

    private func act(_ entry: SourceEntry, in step: String) -> Act {
        let values = block(entry.value, .act)
        let kind = word(values["kind"], of: Act.Kind.allCases.map(\.rawValue)).flatMap(Act.Kind.init) ?? .move
        let isBack = boolean(values["back"]) ?? false
        for key in ["to", "when", "clock", "number", "by"] {
            remember("steps.\(step).\(entry.key).\(key)", values[key])
        }
        return Act(
            key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key), kind: kind,
            to: text(values["to"]), effect: phrase(values["effect"]),
            needsNote: boolean(values["needs_note"]) ?? (isBack || kind == .supplement || kind == .refuse),
            needsResult: boolean(values["needs_result"]) ?? (kind == .finish), isBack: isBack,
            when: text(values["when"]),
            clock: word(values["clock"], of: ClockChange.allCases.map(\.rawValue)).flatMap(ClockChange.init),
            reason: phrase(values["reason"]), number: series(values["number"]),
            by: word(values["by"], of: Act.Doer.allCases.map(\.rawValue)).flatMap(Act.Doer.init))
    }
}
