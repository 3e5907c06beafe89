import Kernel

/// How timers on the edge of a user task become the limit and the timers of a step.
extension StepsFromGraph {
    mutating func timers(
        of task: ProcessNode, _ acts: inout [DrawnAct]
    ) -> (limit: LimitRule?, timers: [StepTimer]) {
        var limit: LimitRule?
        var timers: [StepTimer] = []
        var taken: Set<String> = []
        for node in graph.nodes where node.host == task.id {
            guard case .timer(_, let after, let stops) = node.kind else { continue }
            let flows = graph.leaving(node.id)
            let target = flows.first.flatMap { graph.node(graph.passing($0.to)) }
            guard flows.count < 2, let duration = duration(after, of: node) else {
                if flows.count > 1 { refuse(node, task) }
                continue
            }
            if !stops, node.mark?.name != "timer", [nil, .end].contains(target?.kind) {
                if limit != nil { refuse(node, task) }
                limit = duration
                continue
            }
            let meaning: TimerMeaning?
            if stops {
                meaning = flows.first.flatMap { flow in
                    act(by: node, flow, target, of: task, &acts).map { TimerMeaning.acts($0) }
                }
            } else {
                meaning = self.meaning(of: node, target, task)
            }
            guard let meaning else {
                if flows.isEmpty || !stops { refuse(node, task) }
                continue
            }
            let named = node.mark?["key"] ?? StepName.plain(node.name.isEmpty ? "hẹn giờ" : node.name)
            guard DefinitionReading.isName(named) else {
                refuse(node, task)
                continue
            }
            timers.append(timer(StepName.unused(named, &taken), duration, meaning, node))
        }
        for race in acts.map(\.target) where race.kind == .race {
            for flow in graph.leaving(race.id) {
                guard let pause = graph.node(flow.to), case .pause(let after) = pause.kind else { continue }
                guard let out = graph.leaving(pause.id).first, graph.leaving(pause.id).count == 1,
                    let duration = duration(after, of: pause),
                    let act = act(by: pause, out, graph.node(graph.passing(out.to)), of: task, &acts)
                else {
                    refuse(pause, task)
                    continue
                }
                let named = StepName.plain(pause.name.isEmpty ? "hết hạn chờ" : pause.name)
                var timer = timer(StepName.unused(named, &taken), duration, .acts(act), pause)
                timer.waiting = true
                timers.append(timer)
            }
        }
        return (limit, timers)
    }

    /// What a timer does, as it is drawn.
    enum TimerMeaning: Equatable {
        case nothing
        case reminds
        case tells(String)
        case acts(String)
    }

    private func meaning(of node: ProcessNode, _ target: ProcessNode?, _ task: ProcessNode) -> TimerMeaning? {
        switch target?.kind {
        case nil, .end: return .nothing
        case .notify: return .reminds
        case .send:
            let ends = graph.leaving(target?.id ?? "").map { graph.node(graph.passing($0.to))?.kind }
            return ends.allSatisfy { $0 == .end || $0 == .notify } ? .reminds : nil
        case .escalate:
            let highest = ["head", "leader"]
            if let lane = target?.role, lane != task.role, highest.contains(lane) { return .tells(lane) }
            if let marked = node.mark?["tell"], highest.contains(marked) { return .tells(marked) }
            return .tells(["head", "leader"].contains(task.role ?? "") ? "leader" : "head")
        default: return nil
        }
    }

    /// The act that a timer performs: the one of the step that leads to the same place, or one that is added for it.
    private mutating func act(
        by node: ProcessNode, _ flow: ProcessFlow, _ target: ProcessNode?, of task: ProcessNode,
        _ acts: inout [DrawnAct]
    ) -> String? {
        guard let target else { return nil }
        let fitting = acts.filter { one in
            one.target.id == target.id
                || (one.target.kind == target.kind && [.end, .terminate, .notify].contains(target.kind))
        }
        if let marked = node.mark?["act"], fitting.contains(where: { $0.act.key == marked }) { return marked }
        // Nobody gives a result because time is over: an end is a refusal.
        let isEnd = [.end, .terminate, .notify].contains(target.kind)
        if let first = isEnd ? acts.first(where: { $0.act.kind == .refuse }) : fitting.first { return first.act.key }
        var taken = Set(acts.map(\.act.key))
        guard var added = act(flow, of: task, isFirst: false, named: node.name, &taken) else { return nil }
        if added.act.kind == .give { (added.act.kind, added.act.needsNote) = (.refuse, true) }
        acts.append(added)
        tell(
            node.line,
            Phrase(
                vi: "\(node.shown) cần một hành động: đã thêm “\(added.act.key)” vào bước",
                en: "\(node.shown) needs an act: “\(added.act.key)” was added to the step"))
        return added.act.key
    }

    /// The timer with what its mark says besides, as long as both say the same.
    private func timer(
        _ key: String, _ after: LimitRule, _ drawn: TimerMeaning, _ node: ProcessNode
    ) -> StepTimer {
        let mark = node.mark.flatMap { $0.name == "timer" ? $0 : nil }
        var timer = StepTimer(
            key: key, after: after, remind: mark?["remind"].map { $0 == "true" }, tell: mark?["tell"],
            act: mark?["act"], note: mark?.phrase("note"), waiting: mark?["waiting"].map { $0 == "true" })
        if Self.meaning(of: timer) == drawn { return timer }
        (timer.remind, timer.tell, timer.act) = (nil, nil, nil)
        switch drawn {
        case .nothing: break
        case .reminds: timer.remind = true
        case .tells(let role): timer.tell = role
        case .acts(let act):
            timer.act = act
            if timer.note == nil, !node.name.isEmpty { timer.note = Phrase(same: node.name) }
        }
        return timer
    }

    private static func meaning(of timer: StepTimer) -> TimerMeaning {
        if let act = timer.act { return .acts(act) }
        if let role = timer.tell { return .tells(role) }
        return timer.remind == true ? .reminds : .nothing
    }

    static func ordered(_ timers: [StepTimer], by keys: String?) -> [StepTimer] {
        let order = (keys ?? "").split(separator: " ").map(String.init)
        return timers.enumerated().sorted { one, other in
            let places = [one, other].map { order.firstIndex(of: $0.element.key) ?? .max }
            return (places[0], one.offset) < (places[1], other.offset)
        }.map(\.element)
    }

    /// The time that a timer waits; what its mark says of it counts as long as it gives the same duration.
    mutating func duration(_ after: String, of node: ProcessNode) -> LimitRule? {
        if let marked = node.mark.flatMap(Self.limit), BPMNDuration.text(marked.value, marked.unit) == after {
            return marked
        }
        if let limit = BPMNDuration.limit(after) {
            if limit.unit == "hours", limit.value >= 24 { tellHours(limit.value, after, of: node) }
            return limit
        }
        if let days = BPMNDuration.wholeDays(ofMixed: after) {
            refuse(
                node.line,
                Phrase(
                    vi: "\(node.shown): hẹn giờ “\(after)” gồm cả ngày và giờ; giờ ở đây là giờ làm việc, không cộng "
                        + "với ngày được",
                    en: "\(node.shown): the timer “\(after)” mixes days and hours; hours are working hours here and do "
                        + "not add up with days"),
                proposal: Phrase(
                    vi: "chỉ viết ngày, như P\(days)D, hoặc chỉ viết giờ làm việc, như PT8H",
                    en: "write days only, such as P\(days)D, or working hours only, such as PT8H"))
            return nil
        }
        refuse(
            node.line,
            Phrase(
                vi: "hẹn giờ “\(after)” không phải số ngày, giờ hay tháng",
                en: "the timer “\(after)” is no number of days, hours or months"),
            proposal: Phrase(same: "P5D, PT8H, P1M"))
        return nil
    }

    /// Whoever draws a day as hours of the clock reads that it became more.
    private mutating func tellHours(_ hours: Int, _ after: String, of node: ProcessNode) {
        tell(
            node.line,
            Phrase(
                vi: "\(node.shown): “\(after)” được đọc là \(hours) giờ làm việc, không phải giờ đồng hồ; muốn tính "
                    + "theo ngày thì viết như P\(BPMNDuration.days(ofHours: hours))D",
                en:
                    "\(node.shown): “\(after)” is read as \(hours) working hours, not hours of the clock; where days are "
                    + "meant, write P\(BPMNDuration.days(ofHours: hours))D"))
    }

    private mutating func refuse(_ timer: ProcessNode, _ task: ProcessNode) {
        refuse(
            timer.line,
            Phrase(
                vi: "\(timer.shown) trên userTask “\(task.name)” không có gì tương đương",
                en: "\(timer.shown) on the userTask “\(task.name)” has no equal"),
            proposal: Phrase(
                vi: "không ngắt: một hẹn giờ dẫn đến endEvent thường là thời hạn, đến endEvent tin nhắn là nhắc việc, "
                    + "đến endEvent escalation là báo cấp trên; ngắt: một đường đến bước hoặc endEvent",
                en:
                    "not interrupting: one that leads to a plain endEvent is the limit, to a message endEvent a reminder, "
                    + "to an escalation endEvent tells somebody higher; interrupting: one way to a step or an endEvent")
        )
    }
}
