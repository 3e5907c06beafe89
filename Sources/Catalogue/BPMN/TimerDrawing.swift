import Kernel

/// How timers of a step are drawn on its edge: one that acts ends the task and leads where its act does; one that lets
/// somebody higher know leads to an escalation, one that reminds to a message.
extension StepsDrawing {
    mutating func draw(_ timer: StepTimer, of step: Step) {
        let (id, end) = ("timer.\(step.key).\(timer.key)", "timed.\(step.key).\(timer.key)")
        let act = timer.act.flatMap { key in step.acts.first { $0.key == key } }
        node(
            id,
            .timer(
                on: Self.id(step.key), after: BPMNDuration.text(timer.after.value, timer.after.unit),
                stops: act != nil), timer.after.words.vi, step.role, mark: Self.mark(timer))
        var target = end
        switch act?.kind {
        case .receive, .move, .finish: target = Self.id(act?.to ?? step.key)
        case .give: node(end, .end, "Kết thúc", step.role, mark: Self.aside)
        case .refuse, .supplement: node(end, .terminate, "Dừng hồ sơ", step.role, mark: Self.aside)
        case nil:
            if timer.tell != nil {
                node(end, .escalate, "Báo cấp trên", step.role, mark: Self.aside)
            } else if timer.remind == true {
                node(end, .notify, "Nhắc việc", step.role, mark: Self.aside)
            } else {
                node(end, .end, "", step.role, mark: Self.aside)
            }
        }
        flow("\(id).flow", id, target, target == end ? "" : act?.title.vi ?? "")
    }

    private static func mark(_ timer: StepTimer) -> ProcessMark {
        ProcessMark(
            "timer",
            [
                "key": timer.key, "value": "\(timer.after.value)", "unit": timer.after.unit,
                "remind": timer.remind.map { "\($0)" }, "tell": timer.tell, "act": timer.act,
                "waiting": timer.waiting.map { "\($0)" },
            ], children: [ProcessMark("note", timer.note)] + cases(of: timer.after))
    }
}

extension StepTimer {
    /// Whether the edge of a task can show it: what is counted while supplements are awaited, and what performs an act that
    /// is none of the step's or that asks for supplements, it cannot.
    func isDrawn(in step: Step) -> Bool {
        if waiting == true { return false }
        guard let act else { return true }
        return step.acts.contains { $0.key == act && $0.kind != .supplement }
    }
}
