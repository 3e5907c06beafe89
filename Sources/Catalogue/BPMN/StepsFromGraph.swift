import Directory
import Kernel

/// Reads steps from a drawn process: each user task is a step, each way out of it an act, each block of branches a step or a
/// part of the one before it.
struct StepsFromGraph {
    let graph: ProcessGraph
    let blocks: ProcessBlocks
    private let file: String
    private(set) var problems: [DefinitionProblem] = []
    /// The key of each node that is a step.
    private(set) var keys: [String: String] = [:]
    /// The block that belongs to a user task: the project's own drawing of a step with branches.
    private var joined: [String: ProcessBlock] = [:]

    static func steps(
        of drawn: ProcessGraph, file: String
    ) -> (steps: [Step], problems: [DefinitionProblem]) {
        let (graph, faults) = ProcessInlining.inlined(drawn)
        var reading = StepsFromGraph(graph: graph, file: file)
        for fault in faults { reading.refuse(fault) }
        guard faults.isEmpty else { return ([], reading.problems) }
        for fault in reading.blocks.faults { reading.refuse(fault) }
        let steps = reading.steps()
        return (steps, reading.problems)
    }

    private init(graph: ProcessGraph, file: String) {
        self.graph = graph
        self.file = file
        blocks = ProcessBlocks(graph)
    }

    mutating func refuse(_ line: Int, _ message: Phrase, proposal: Phrase? = nil) {
        problems.append(
            DefinitionProblem(SourcePlace(file: file, line: max(1, line)), message, proposal: proposal))
    }

    mutating func refuse(_ fault: ProcessFault) { refuse(fault.line, fault.message, proposal: fault.proposal) }

    mutating func tell(_ line: Int, _ message: Phrase) {
        problems.append(DefinitionProblem(SourcePlace(file: file, line: max(1, line)), message, weight: .warning))
    }

    private mutating func steps() -> [Step] {
        joinBlocks()
        let belonging = Set(joined.values.map(\.fork.id))
        let units = graph.nodes.filter { node in
            (node.kind == .task && !blocks.isInside(node.id))
                || (blocks.block(at: node.id) != nil && !belonging.contains(node.id))
        }
        name(units)
        guard let first = first() else { return [] }
        let ordered = units.filter { $0.id == first } + units.filter { $0.id != first }
        let steps = ordered.map { node in
            if node.kind != .task, let block = blocks.block(at: node.id) { return step(block) }
            return step(node, isFirst: node.id == first)
        }
        tellMessages()
        refuseRest()
        return steps
    }

    /// A gateway belongs to the step whose name it bears, as long as nothing but that step leads to it.
    private mutating func joinBlocks() {
        for block in blocks.list {
            guard let key = block.fork.mark?["step"], let flow = graph.entering(block.fork.id).first,
                graph.entering(block.fork.id).count == 1
            else { continue }
            var source = graph.node(flow.from)
            if let choice = source, choice.kind == .choice, let before = graph.entering(choice.id).first,
                graph.entering(choice.id).count == 1
            {
                source = graph.node(before.from)
            }
            guard let task = source, task.kind == .task, task.mark?["key"] == key, !blocks.isInside(task.id) else {
                continue
            }
            joined[task.id] = block
        }
    }

    /// What nothing was read from, told once everything else is in order.
    private mutating func refuseRest() {
        guard !problems.contains(where: { $0.weight == .error }) else { return }
        for part in ProcessRest.parts(of: graph) {
            refuse(
                part.line,
                Phrase(
                    vi: "\(part.name) không nối với bước nào: không đường đi nào từ một userTask đến đó",
                    en: "\(part.name) belongs to no step: no way leads to it from a userTask"),
                proposal: Phrase(vi: "nối vào quy trình, hoặc xóa", en: "join it to the process, or delete it"))
        }
    }

    /// Messages that no branch was read from, such as those of the applicant, only explain.
    private mutating func tellMessages() {
        let branches = Set(blocks.list.flatMap { $0.ways.flatMap(\.nodes) }.map(\.id))
        for message in graph.messages where !branches.contains(message.from) && !branches.contains(message.to) {
            tell(
                message.line,
                Phrase(
                    vi: "messageFlow (id \(message.id)) chỉ để giải thích, không được giữ lại",
                    en: "messageFlow (id \(message.id)) only explains; it is not kept"))
        }
    }

    /// The step that the start event leads to.
    private mutating func first() -> String? {
        let starts = graph.nodes.filter { $0.kind == .start }
        guard let start = starts.first, starts.count == 1 else {
            refuse(
                starts.last?.line ?? 1,
                Phrase(
                    vi: "quy trình cần đúng một sự kiện bắt đầu (startEvent), ở đây có \(starts.count)",
                    en: "a process needs exactly one startEvent; there are \(starts.count)"))
            return nil
        }
        guard let flow = graph.leaving(start.id).first, graph.leaving(start.id).count == 1,
            case .task? = graph.node(graph.passing(flow.to)).map(\.kind), keys[graph.passing(flow.to)] != nil
        else {
            refuse(
                start.line,
                Phrase(
                    vi: "sự kiện bắt đầu phải dẫn đến đúng một userTask",
                    en: "the startEvent must lead to exactly one userTask"),
                proposal: Phrase(
                    vi: "bước đầu là tiếp nhận; rẽ nhánh song song đặt sau bước ấy",
                    en: "the first step receives the dossier; ways part behind it"))
            return nil
        }
        return graph.passing(flow.to)
    }

    private mutating func name(_ units: [ProcessNode]) {
        var taken: Set<String> = []
        for unit in units {
            let wanted =
                (unit.kind == .task ? unit.mark?["key"] : nil)
                ?? StepName.plain((unit.path + [title(of: unit).vi]).joined(separator: " "))
            guard DefinitionReading.isName(wanted) else {
                refuse(
                    unit.line,
                    Phrase(vi: "“\(wanted)” không dùng làm tên bước được", en: "“\(wanted)” cannot be a step's name"))
                continue
            }
            keys[unit.id] = StepName.unused(wanted, &taken)
        }
    }

    /// What a step is called where its node has no name.
    func title(of node: ProcessNode) -> Phrase {
        if node.name.isEmpty, node.isGate { return Phrase(vi: "Làm song song", en: "Beside each other") }
        return Phrase(same: node.name)
    }

    mutating func role(of node: ProcessNode) -> String {
        if let role = node.role { return role }
        let roles = DefinitionReading.roles.compactMap { Role(rawValue: $0)?.phrase }
        refuse(
            node.line,
            Phrase(
                vi: "\(node.shown) không nằm trong làn của vai trò nào",
                en: "\(node.shown) stands in no lane of a role"),
            proposal: Phrase(
                vi: "đặt vào một lane mang tên: \(roles.map(\.vi).joined(separator: ", "))",
                en: "put it into a lane called: \(roles.map(\.en).joined(separator: ", "))"))
        return ""
    }

    private mutating func step(_ task: ProcessNode, isFirst: Bool) -> Step {
        var step = Step(
            key: keys[task.id] ?? "", title: Phrase(vi: task.name, en: task.mark?["en"] ?? task.name),
            role: role(of: task), official: task.mark?["official"].flatMap { Int($0) } ?? (isFirst ? 1 : 4),
            limit: nil,
            acts: [])
        var acts = acts(of: task, isFirst: isFirst)
        let timed = timers(of: task, &acts)
        step.limit = timed.limit
        step.acts = acts.map(\.act)
        if let more = task.mark?["more"] {
            if let whole = UndrawnMembers.adding(more, to: step) {
                step = whole
            } else {
                refuse(
                    task.line,
                    Phrase(
                        vi: "userTask “\(task.name)”: không hiểu phần mở rộng “more”",
                        en: "the userTask “\(task.name)” has an extension “more” that is not understood"))
            }
        }
        if !timed.timers.isEmpty {
            step.timers = Self.ordered(timed.timers + (step.timers ?? []), by: task.mark?["timers"])
        }
        if let block = joined[task.id] {
            (step.parallel, step.join, step.to) = (branches(of: block), join(of: block), target(of: block))
        }
        return step
    }

    static func limit(_ mark: ProcessMark) -> LimitRule? {
        guard let value = mark["value"].flatMap({ Int($0) }), let unit = mark["unit"] else { return nil }
        let cases = mark.all("case").compactMap { part -> LimitCase? in
            guard let when = part["when"], let value = part["value"].flatMap({ Int($0) }), let unit = part["unit"]
            else { return nil }
            return LimitCase(when: when, value: value, unit: unit)
        }
        return LimitRule(value: value, unit: unit, cases: cases)
    }

    /// An act with the node that it leads to.
    typealias DrawnAct = (act: Act, target: ProcessNode)

    private mutating func acts(of task: ProcessNode, isFirst: Bool) -> [DrawnAct] {
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
        let title = [flow.name, other, target.name].first { !$0.isEmpty } ?? title(of: target).vi
        let named = mark?["key"] ?? ActCondition.key(flow.condition)
        let key = StepName.unused(named ?? StepName.plain(title), &taken)
        guard DefinitionReading.isName(key) else {
            refuse(
                flow.line,
                Phrase(vi: "“\(key)” không dùng làm tên hành động được", en: "“\(key)” cannot be an act's name"))
            return nil
        }
        let isBack = mark?["back"].map { $0 == "true" } ?? false
        let act = Act(
            key: key, title: Phrase(vi: title, en: mark?["en"] ?? title), kind: found.kind, to: found.to,
            effect: mark?.phrase("effect"),
            needsNote: mark?["needs_note"].map { $0 == "true" } ?? (found.kind == .supplement || found.kind == .refuse),
            needsResult: mark?["needs_result"].map { $0 == "true" } ?? (found.kind == .finish), isBack: isBack,
            when: ActCondition.when(flow.condition, key: named))
        guard let more = mark?["more"] else { return (act, target) }
        if let whole = UndrawnMembers.adding(more, to: act) { return (whole, target) }
        refuse(
            flow.line,
            Phrase(
                vi: "sequenceFlow “\(title)”: không hiểu phần mở rộng “more”",
                en: "the sequenceFlow “\(title)” has an extension “more” that is not understood"))
        return nil
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
            guard let back = graph.leaving(target.id).first, graph.leaving(target.id).count == 1,
                let next = graph.node(graph.passing(back.to)), keys[next.id] != nil
            else {
                refuse(
                    target.line,
                    Phrase(
                        vi: "sau sự kiện chờ “\(target.name)” phải là đúng một userTask",
                        en: "behind the event “\(target.name)” there must be exactly one userTask"))
                return nil
            }
            return (.supplement, next.id == task.id ? flow.mark?["to"] : keys[next.id])
        case .escalate:
            refuse(
                target.line,
                Phrase(
                    vi: "\(target.shown) kết thúc một hành động: báo cấp trên chỉ đứng sau hẹn giờ",
                    en: "\(target.shown) ends an act: letting somebody higher know stands behind timers only"),
                proposal: Phrase(vi: "dùng endEvent thường", en: "use a plain endEvent"))
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
}
