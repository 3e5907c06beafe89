import Kernel

/// Draws steps as a process: a step is a user task in the lane of its role, its acts leave it through an exclusive gateway,
/// its limit and its timers stand on its edge, its branches between two gateways behind it.
struct StepsDrawing {
    private(set) var graph = ProcessGraph()

    static func graph(of steps: [Step]) -> ProcessGraph {
        var drawing = StepsDrawing()
        if let first = steps.first {
            drawing.node("start", .start, "Hồ sơ được nộp", first.role)
            drawing.flow("start.flow", "start", Self.id(first.key))
        }
        for step in steps { drawing.draw(step) }
        return drawing.graph
    }

    static func id(_ step: String) -> String { "step.\(step)" }

    mutating func node(
        _ id: String, _ kind: ProcessNode.Kind, _ name: String, _ role: String, mark: ProcessMark? = nil,
        condition: String? = nil
    ) {
        var node = ProcessNode(id: id, kind: kind, name: name, role: role.isEmpty ? nil : role, mark: mark)
        node.condition = condition
        graph.nodes.append(node)
    }

    mutating func flow(
        _ id: String, _ from: String, _ to: String, _ name: String = "", when condition: String? = nil,
        mark: ProcessMark? = nil
    ) {
        graph.flows.append(ProcessFlow(id: id, from: from, to: to, name: name, condition: condition, mark: mark))
    }

    mutating func exchange(_ id: String, _ name: String, ask: String, answer: String) {
        graph.partners.append(ProcessPartner(id: id, name: name))
        graph.messages.append(ProcessMessage(id: "\(ask).message", from: ask, to: id))
        graph.messages.append(ProcessMessage(id: "\(answer).message", from: id, to: answer))
    }

    private mutating func draw(_ step: Step) {
        let task = Self.id(step.key)
        let branches = step.parallel ?? []
        let timers = (step.timers ?? []).filter { $0.isDrawn(in: step) }
        var rest = step
        if !branches.isEmpty { (rest.parallel, rest.join, rest.to) = (nil, nil, nil) }
        let undrawn = (step.timers ?? []).filter { !$0.isDrawn(in: step) }
        rest.timers = timers.isEmpty ? step.timers : undrawn.isEmpty ? nil : undrawn
        node(
            task, .task, step.title.vi, step.role,
            mark: ProcessMark(
                "step",
                [
                    "key": step.key, "official": "\(step.official)", "en": step.title.en,
                    "timers": timers.isEmpty ? nil : (step.timers ?? []).map(\.key).joined(separator: " "),
                    "more": UndrawnMembers.text(rest),
                ]))
        if let limit = step.limit { draw(limit, on: task, as: step.key, step.role) }
        for timer in timers { draw(timer, of: step) }
        var source = task
        let ways = step.acts.count + (branches.isEmpty ? 0 : 1)
        if ways > 1 {
            source = "choice.\(step.key)"
            node(source, .choice, "", step.role)
            flow("choice.\(step.key).flow", task, source)
        }
        for act in step.acts { draw(act, of: step, from: source, isOne: ways == 1) }
        if !branches.isEmpty { draw(branches, of: step, from: source) }
    }

    /// A limit on the edge of a task; `name` tells it from others.
    mutating func draw(_ limit: LimitRule, on task: String, as name: String, _ role: String) {
        let id = "limit.\(name)"
        let timer = ProcessNode.Kind.timer(
            on: task, after: BPMNDuration.text(limit.value, limit.unit), stops: false)
        node(id, timer, limit.words.vi, role, mark: Self.mark(limit))
        node("overdue.\(name)", .end, "Quá hạn", role, mark: Self.aside)
        flow("limit.\(name).flow", id, "overdue.\(name)")
    }

    /// The end behind a timer: nobody misses it when the timer is deleted.
    static let aside = ProcessMark("aside")

    static func mark(_ limit: LimitRule) -> ProcessMark {
        ProcessMark("limit", ["value": "\(limit.value)", "unit": limit.unit], children: cases(of: limit))
    }

    static func cases(of limit: LimitRule) -> [ProcessMark] {
        limit.cases.map { ProcessMark("case", ["when": $0.when, "value": "\($0.value)", "unit": $0.unit]) }
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
