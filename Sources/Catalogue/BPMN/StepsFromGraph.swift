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
    private(set) var joined: [String: ProcessBlock] = [:]

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
        for flow in blocks.bare {
            tell(
                flow.line,
                Phrase(
                    vi: "\(flow.shown) không có việc gì giữa hai cổng, không được giữ lại",
                    en: "\(flow.shown) has no work between two gateways; it is not kept"))
        }
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
        for part in ProcessRest.parts(of: graph) where !part.isAside {
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
                    vi: "\(start.shown) phải dẫn đến đúng một userTask",
                    en: "\(start.shown) must lead to exactly one userTask"),
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
}
