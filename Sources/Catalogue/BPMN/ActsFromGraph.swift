import Kernel

/// How the ways out of a user task become the acts of a step.
extension StepsFromGraph {
    /// An act with the node that it leads to.
    typealias DrawnAct = (act: Act, target: ProcessNode)

    mutating func acts(of task: ProcessNode, isFirst: Bool) -> [DrawnAct] {
        var flows = graph.leaving(task.id)
        let isDirect = flows.count == 1
        if isDirect, let target = graph.node(graph.passing(flows[0].to)), target.kind == .choice {
            flows = graph.leaving(target.id)
        } else if flows.count > 1, let open = flows.first(where: { $0.condition == nil }) {
            // BPMN 2.0, 10.5: ways that leave a task without a gateway are all gone at once; acts are chosen from.
            refuse(
                open.line,
                Phrase(
                    vi: "userTask “\(task.name)” (id \(task.id)) có \(flows.count) lối ra cùng lúc, không qua cổng: "
                        + "đó là rẽ nhánh song song, không phải lựa chọn",
                    en: "\(flows.count) ways leave the userTask “\(task.name)” (id \(task.id)) without a gateway: "
                        + "that is a parallel fork, no choice"),
                proposal: Phrase(
                    vi: "đặt một exclusiveGateway sau userTask (mỗi lối ra là một hành động), "
                        + "hoặc parallelGateway nếu làm cùng lúc",
                    en: "put an exclusiveGateway behind the userTask, with a way out for each act, "
                        + "or a parallelGateway where all is done at once"))
        }
        if let fork = joined[task.id]?.fork.id {
            for flow in flows where flow.to == fork && ![nil, StepsDrawing.noAct].contains(flow.condition) {
                refuse(
                    flow.line,
                    Phrase(
                        vi: "\(flow.shown) đến các nhánh có điều kiện",
                        en: "\(flow.shown), which leads to the branches, has a condition"),
                    proposal: Phrase(vi: "viết điều kiện trên từng nhánh", en: "write the condition on each branch"))
            }
            flows.removeAll { $0.to == fork }
        }
        var taken: Set<String> = []
        return flows.compactMap { act($0, of: task, isFirst: isFirst, &taken) }
    }

    /// The act that a flow draws; `other` names it where the flow does not.
    mutating func act(
        _ flow: ProcessFlow, of task: ProcessNode, isFirst: Bool, named other: String = "", _ taken: inout Set<String>
    ) -> DrawnAct? {
        guard let target = graph.node(graph.passing(flow.to)), let found = outcome(at: target, of: task, flow, isFirst)
        else { return nil }
        let mark = flow.mark
        let plain = [flow.name, other, target.name].first { !$0.isEmpty }
        let title = plain.map { Phrase(same: $0) } ?? Self.title(of: found.kind)
        let named = mark?["key"] ?? ActCondition.key(flow.condition)
        let key = StepName.unused(named ?? StepName.plain(title.vi), &taken)
        guard DefinitionReading.isName(key) else {
            refuse(
                flow.line,
                Phrase(vi: "“\(key)” không dùng làm tên hành động được", en: "“\(key)” cannot be an act's name"))
            return nil
        }
        let isBack = mark?["back"].map { $0 == "true" } ?? false
        let act = Act(
            key: key, title: Phrase(vi: title.vi, en: mark?["en"] ?? title.en), kind: found.kind, to: found.to,
            effect: mark?.phrase("effect"),
            needsNote: mark?["needs_note"].map { $0 == "true" } ?? (found.kind == .supplement || found.kind == .refuse),
            needsResult: mark?["needs_result"].map { $0 == "true" } ?? (found.kind == .finish), isBack: isBack,
            when: ActCondition.when(flow.condition, key: named))
        guard let more = mark?["more"] else { return (act, target) }
        if let whole = UndrawnMembers.adding(more, to: act) { return (whole, target) }
        refuse(
            flow.line,
            Phrase(
                vi: "\(flow.shown): không hiểu phần mở rộng “more”",
                en: "\(flow.shown) has an extension “more” that is not understood"))
        return nil
    }

    /// What an act is called that nothing in the drawing names.
    private static func title(of kind: Act.Kind) -> Phrase {
        switch kind {
        case .receive: Phrase(vi: "Tiếp nhận", en: "Receive")
        case .supplement: Phrase(vi: "Yêu cầu bổ sung", en: "Ask for supplements")
        case .refuse: Phrase(vi: "Từ chối", en: "Refuse")
        case .move: Phrase(vi: "Chuyển tiếp", en: "Pass on")
        case .finish: Phrase(vi: "Hoàn thành", en: "Finish")
        case .give: Phrase(vi: "Trả kết quả", en: "Give the result")
        }
    }

    /// What an act does, by where its flow leads; its mark tells apart what looks the same.
    private mutating func outcome(
        at target: ProcessNode, of task: ProcessNode, _ flow: ProcessFlow, _ isFirst: Bool
    ) -> (kind: Act.Kind, to: String?)? {
        let marked = flow.mark?["kind"].flatMap { Act.Kind(rawValue: $0) }
        switch target.kind {
        case .task, .gate, .send:
            guard let key = keys[target.id] else {
                // A fault of the block is told already.
                if blocks.isInside(target.id) || target.kind == .task {
                    refuse(
                        flow.line,
                        Phrase(
                            vi: "\(flow.shown) dẫn vào giữa các nhánh song song, đến \(target.shown)",
                            en: "\(flow.shown) leads among the branches of a gateway, to \(target.shown)"),
                        proposal: Phrase(
                            vi: "dẫn đến cổng rẽ nhánh, hoặc đến bước sau cổng nhập",
                            en: "lead it to the gateway that parts, or to the step behind the one that joins"))
                }
                return nil
            }
            let fits = marked.map { [.receive, .move, .finish].contains($0) } ?? false
            let isForward = isFirst && target.id != task.id
            return (fits ? marked ?? .move : isForward ? .receive : .move, key)
        case .end, .terminate, .notify:
            let fits = marked.map { [.give, .refuse].contains($0) } ?? false
            return (fits ? marked ?? .give : target.kind == .terminate ? .refuse : .give, flow.mark?["to"])
        case .supplement, .receive:
            guard let next = behind(target) else { return nil }
            return (.supplement, next.id == task.id ? flow.mark?["to"] : keys[next.id])
        case .race:
            let waits = graph.leaving(target.id).compactMap { graph.node($0.to) }
            let messages = waits.filter { [.supplement, .receive].contains($0.kind) }
            guard messages.count == 1, waits.count == graph.leaving(target.id).count,
                waits.allSatisfy({ graph.entering($0.id).count == 1 }),
                waits.allSatisfy({ $0.id == messages[0].id || $0.isPause })
            else {
                refuse(
                    target.line,
                    Phrase(
                        vi: "\(target.shown) không chờ đúng một tin nhắn và thời hạn của nó",
                        en: "\(target.shown) does not await exactly one message and the time for it"),
                    proposal: Phrase(
                        vi: "sau cổng: một sự kiện chờ tin nhắn, và hẹn giờ nếu có; lựa chọn của người thì dùng "
                            + "exclusiveGateway",
                        en: "behind it: one awaited message, with timers if any; where somebody chooses, use an "
                            + "exclusiveGateway"))
                return nil
            }
            guard let next = behind(messages[0]) else { return nil }
            return (.supplement, next.id == task.id ? nil : keys[next.id])
        case .escalate:
            refuse(
                target.line,
                Phrase(
                    vi: "\(target.shown) kết thúc một hành động: báo cấp trên chỉ đứng sau hẹn giờ",
                    en: "\(target.shown) ends an act: letting somebody higher know stands behind timers only"),
                proposal: Phrase(vi: "dùng endEvent thường", en: "use a plain endEvent"))
            return nil
        case .pause:
            refusePause(target)
            return nil
        case .choice, .start, .timer, .within:
            refuse(
                flow.line,
                Phrase(
                    vi: "sau userTask “\(task.name)” có hai lần rẽ nhánh liền nhau (“\(target.id)”)",
                    en: "behind the userTask “\(task.name)” ways part twice in a row (“\(target.id)”)"),
                proposal: Phrase(
                    vi: "gộp thành một exclusiveGateway, mỗi lối ra là một hành động",
                    en: "make one exclusiveGateway of them, with a way out for each act"))
            return nil
        }
    }

    /// The step behind what is awaited.
    private mutating func behind(_ awaited: ProcessNode) -> ProcessNode? {
        if let back = graph.leaving(awaited.id).first, graph.leaving(awaited.id).count == 1,
            let next = graph.node(graph.passing(back.to)), keys[next.id] != nil
        {
            return next
        }
        refuse(
            awaited.line,
            Phrase(
                vi: "sau \(awaited.shown) phải là đúng một userTask",
                en: "behind \(awaited.shown) there must be exactly one userTask"))
        return nil
    }

    /// A time that is waited for in the middle of a way.
    private mutating func refusePause(_ pause: ProcessNode) {
        refuse(
            pause.line,
            Phrase(
                vi: "\(pause.shown) chờ hết giờ giữa đường đi", en: "\(pause.shown) waits in the middle of a way"),
            proposal: Phrase(
                vi: "đặt hẹn giờ ngắt lên mép của userTask trước đó, dẫn đến bước sau",
                en: "put an interrupting timer on the edge of the userTask before, leading to the step behind"))
    }
}
