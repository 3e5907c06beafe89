import Kernel

/// Draws steps as a process: a step is a user task in the lane of its role, its acts leave it through an exclusive gateway,
/// its limit is a timer on its edge.
struct StepsDrawing {
    private(set) var graph = ProcessGraph()

    static func graph(of steps: [Step]) -> ProcessGraph {
        var drawing = StepsDrawing()
        if let first = steps.first {
            drawing.node("start", .start, Phrase(vi: "Hồ sơ được nộp", en: "Filed").vi, first.role)
            drawing.flow("start.flow", "start", Self.id(first.key))
        }
        for step in steps { drawing.draw(step) }
        return drawing.graph
    }

    static func id(_ step: String) -> String { "step.\(step)" }

    private mutating func node(
        _ id: String, _ kind: ProcessNode.Kind, _ name: String, _ role: String, mark: ProcessMark? = nil
    ) {
        graph.nodes.append(
            ProcessNode(id: id, kind: kind, name: name, role: role.isEmpty ? nil : role, mark: mark))
    }

    private mutating func flow(
        _ id: String, _ from: String, _ to: String, _ name: String = "", when condition: String? = nil,
        mark: ProcessMark? = nil
    ) {
        graph.flows.append(ProcessFlow(id: id, from: from, to: to, name: name, condition: condition, mark: mark))
    }

    private mutating func draw(_ step: Step) {
        let task = Self.id(step.key)
        node(
            task, .task, step.title.vi, step.role,
            mark: ProcessMark(
                "step",
                [
                    "key": step.key, "official": "\(step.official)", "en": step.title.en,
                    "more": UndrawnMembers.text(step),
                ]))
        if let limit = step.limit { draw(limit, of: step) }
        var source = task
        if step.acts.count > 1 {
            source = "choice.\(step.key)"
            node(source, .choice, "", step.role)
            flow("choice.\(step.key).flow", task, source)
        }
        for act in step.acts { draw(act, of: step, from: source, isOne: step.acts.count == 1) }
    }

    private mutating func draw(_ limit: LimitRule, of step: Step) {
        let id = "limit.\(step.key)"
        let timer = ProcessNode.Kind.timer(
            on: Self.id(step.key), after: BPMNDuration.text(limit.value, limit.unit), stops: false)
        node(id, timer, limit.words.vi, step.role, mark: Self.mark(limit))
        node("overdue.\(step.key)", .end, "Quá hạn bước", step.role)
        flow("limit.\(step.key).flow", id, "overdue.\(step.key)")
    }

    static func mark(_ limit: LimitRule) -> ProcessMark {
        ProcessMark(
            "limit", ["value": "\(limit.value)", "unit": limit.unit],
            children: limit.cases.map {
                ProcessMark("case", ["when": $0.when, "value": "\($0.value)", "unit": $0.unit])
            })
    }

    private mutating func draw(_ act: Act, of step: Step, from source: String, isOne: Bool) {
        let (id, mark) = ("act.\(step.key).\(act.key)", Self.mark(act, of: step))
        let target: String
        switch act.kind {
        case .receive, .move, .finish: target = Self.id(act.to ?? step.key)
        case .give:
            target = "end.\(step.key).\(act.key)"
            node(target, .end, "Kết thúc", step.role)
        case .refuse:
            target = "end.\(step.key).\(act.key)"
            node(target, .terminate, "Dừng hồ sơ", step.role)
        case .supplement:
            target = "wait.\(step.key).\(act.key)"
            node(target, .supplement, "Chờ bổ sung", step.role)
        }
        flow(id, source, target, act.title.vi, when: ActCondition.text(act, isOne: isOne), mark: mark)
        if act.kind == .supplement { flow("\(target).flow", target, Self.id(act.to ?? step.key)) }
    }

    /// What an act says that the flow itself does not.
    private static func mark(_ act: Act, of step: Step) -> ProcessMark {
        // Where the case stays or ends, no flow can say that the act names a step all the same.
        let isHidden =
            switch act.kind {
            case .give, .refuse: true
            case .supplement: act.to == step.key
            case .receive, .move, .finish: false
            }
        return ProcessMark(
            "act",
            [
                "key": act.key, "kind": act.kind.rawValue, "en": act.title.en, "to": isHidden ? act.to : nil,
                "needs_note": "\(act.needsNote)", "needs_result": "\(act.needsResult)", "back": "\(act.isBack)",
                "more": UndrawnMembers.text(act),
            ], children: [ProcessMark("effect", act.effect)])
    }
}
