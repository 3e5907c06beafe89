import Directory
import Kernel

/// Reads steps from a drawn process: each user task is a step, each way out of it an act.
struct StepsFromGraph {
    private let graph: ProcessGraph
    private let file: String
    private(set) var problems: [DefinitionProblem] = []
    /// The key of each user task.
    private var keys: [String: String] = [:]

    static func steps(
        of graph: ProcessGraph, file: String
    ) -> (steps: [Step], problems: [DefinitionProblem]) {
        var reading = StepsFromGraph(graph: graph, file: file)
        let steps = reading.steps()
        return (steps, reading.problems)
    }

    private init(graph: ProcessGraph, file: String) {
        self.graph = graph
        self.file = file
    }

    private mutating func refuse(_ line: Int, _ message: Phrase, proposal: Phrase? = nil) {
        problems.append(
            DefinitionProblem(SourcePlace(file: file, line: max(1, line)), message, proposal: proposal))
    }

    private mutating func steps() -> [Step] {
        let tasks = graph.nodes.filter { $0.kind == .task }
        nameTasks(tasks)
        guard let first = first() else { return [] }
        let ordered = tasks.filter { $0.id == first } + tasks.filter { $0.id != first }
        let steps = ordered.map { step($0, isFirst: $0.id == first) }
        refuseRest()
        return steps
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

    /// The task that the start event leads to.
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
            case .task? = graph.node(passing(flow.to)).map(\.kind)
        else {
            refuse(
                start.line,
                Phrase(
                    vi: "sự kiện bắt đầu phải dẫn đến đúng một userTask",
                    en: "the startEvent must lead to exactly one userTask"))
            return nil
        }
        return passing(flow.to)
    }

    /// Behind gateways where ways only come together.
    private func passing(_ id: String) -> String {
        var id = id
        for _ in 0...graph.nodes.count {
            guard graph.node(id)?.kind == .choice, let only = graph.leaving(id).first, graph.leaving(id).count == 1,
                only.condition == nil, graph.entering(id).count > 1
            else { return id }
            id = only.to
        }
        return id
    }

    private mutating func nameTasks(_ tasks: [ProcessNode]) {
        var taken: Set<String> = []
        for task in tasks {
            let wanted = task.mark?["key"] ?? StepName.plain(task.name)
            guard DefinitionReading.isName(wanted) else {
                refuse(
                    task.line,
                    Phrase(vi: "“\(wanted)” không dùng làm tên bước được", en: "“\(wanted)” cannot be a step's name"))
                continue
            }
            keys[task.id] = StepName.unused(wanted, &taken)
        }
    }

    private mutating func step(_ task: ProcessNode, isFirst: Bool) -> Step {
        if task.role == nil {
            let roles = DefinitionReading.roles.compactMap { Role(rawValue: $0)?.phrase }
            refuse(
                task.line,
                Phrase(
                    vi: "userTask “\(task.name)” không nằm trong làn của vai trò nào",
                    en: "the userTask “\(task.name)” stands in no lane of a role"),
                proposal: Phrase(
                    vi: "đặt vào một lane mang tên: \(roles.map(\.vi).joined(separator: ", "))",
                    en: "put it into a lane called: \(roles.map(\.en).joined(separator: ", "))"))
        }
        var step = Step(
            key: keys[task.id] ?? "", title: Phrase(vi: task.name, en: task.mark?["en"] ?? task.name),
            role: task.role ?? "", official: task.mark?["official"].flatMap { Int($0) } ?? (isFirst ? 1 : 4),
            limit: nil,
            acts: [])
        step.limit = limit(of: task)
        step.acts = acts(of: task, isFirst: isFirst)
        guard let more = task.mark?["more"] else { return step }
        if let whole = UndrawnMembers.adding(more, to: step) { return whole }
        refuse(
            task.line,
            Phrase(
                vi: "userTask “\(task.name)”: không hiểu phần mở rộng “more”",
                en: "the userTask “\(task.name)” has an extension “more” that is not understood"))
        return step
    }

    private mutating func limit(of task: ProcessNode) -> LimitRule? {
        var limit: LimitRule?
        for node in graph.nodes where node.host == task.id {
            guard case .timer(_, let after, let stops) = node.kind else { continue }
            let ends = graph.leaving(node.id).map(\.to).compactMap { graph.node($0)?.kind }
            guard limit == nil, !stops, ends.allSatisfy({ $0 == .end }) else {
                refuse(
                    node.line,
                    Phrase(
                        vi: "boundaryEvent “\(node.name)” không phải là thời hạn của bước",
                        en: "the boundaryEvent “\(node.name)” is no limit of a step"),
                    proposal: Phrase(
                        vi: "mỗi bước một hẹn giờ không ngắt (cancelActivity=\"false\"), dẫn đến sự kiện kết thúc",
                        en: "one timer a step that does not interrupt (cancelActivity=\"false\") and leads to an end"))
                continue
            }
            limit = BPMNDuration.limit(after)
            if limit == nil {
                refuse(
                    node.line,
                    Phrase(
                        vi: "hẹn giờ “\(after)” không phải số ngày, giờ hay tháng",
                        en: "the timer “\(after)” is no number of days, hours or months"),
                    proposal: Phrase(same: "P5D, PT8H, P1M"))
            }
            if let marked = node.mark.flatMap(Self.limit), BPMNDuration.text(marked.value, marked.unit) == after {
                limit = marked
            }
        }
        return limit
    }

    static func limit(_ mark: ProcessMark) -> LimitRule? {
        guard let value = mark["value"].flatMap({ Int($0) }), let unit = mark["unit"] else { return nil }
        let cases = mark.all("case").compactMap { part -> LimitCase? in
            guard let when = part["when"], let value = part["value"].flatMap({ Int($0) }), let unit = part["unit"]
            else {
                return nil
            }
            return LimitCase(when: when, value: value, unit: unit)
        }
        return LimitRule(value: value, unit: unit, cases: cases)
    }

    private mutating func acts(of task: ProcessNode, isFirst: Bool) -> [Act] {
        var flows = graph.leaving(task.id)
        let isDirect = flows.count == 1
        if isDirect, let target = graph.node(passing(flows[0].to)), target.kind == .choice {
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
                    vi: "đặt một exclusiveGateway sau userTask, mỗi lối ra là một hành động",
                    en: "put an exclusiveGateway behind the userTask, with a way out for each act"))
        }
        var taken: Set<String> = []
        return flows.compactMap { act($0, of: task, isFirst: isFirst, &taken) }
    }

    private mutating func act(
        _ flow: ProcessFlow, of task: ProcessNode, isFirst: Bool, _ taken: inout Set<String>
    ) -> Act? {
        guard let target = graph.node(passing(flow.to)), let found = outcome(at: target, of: task, flow, isFirst) else {
            return nil
        }
        let mark = flow.mark
        let title = flow.name.isEmpty ? target.name : flow.name
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
        guard let more = mark?["more"] else { return act }
        if let whole = UndrawnMembers.adding(more, to: act) { return whole }
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
        case .task:
            let fits = marked.map { [.receive, .move, .finish].contains($0) } ?? false
            let isForward = isFirst && target.id != task.id
            return (fits ? marked ?? .move : isForward ? .receive : .move, keys[target.id])
        case .end, .terminate:
            let fits = marked.map { [.give, .refuse].contains($0) } ?? false
            return (fits ? marked ?? .give : target.kind == .end ? .give : .refuse, flow.mark?["to"])
        case .supplement:
            guard let back = graph.leaving(target.id).first, graph.leaving(target.id).count == 1,
                let next = graph.node(passing(back.to)), next.kind == .task
            else {
                refuse(
                    target.line,
                    Phrase(
                        vi: "sau sự kiện chờ “\(target.name)” phải là đúng một userTask",
                        en: "behind the event “\(target.name)” there must be exactly one userTask"))
                return nil
            }
            return (.supplement, next.id == task.id ? flow.mark?["to"] : keys[next.id])
        case .choice, .start, .timer:
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
