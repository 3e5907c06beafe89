import Kernel

/// Puts the content of each process within (sub-process, BPMN 2.0.2, 10.3.5) in its place: what leads to it leads to its
/// first work, and its ends lead on to where it leads. A process within that has several beginnings, or that waits at its
/// end for ways that no gateway joins, is a block of branches.
struct ProcessInlining {
    private var graph: ProcessGraph
    private var faults: [ProcessFault] = []

    /// The process without any within it, or why there cannot be one.
    static func inlined(_ graph: ProcessGraph) -> (graph: ProcessGraph, faults: [ProcessFault]) {
        var inlining = ProcessInlining(graph: graph)
        inlining.checkEdges()
        while inlining.faults.isEmpty, let next = inlining.graph.nodes.first(where: { $0.kind == .within }) {
            do throws(ProcessFault) { try inlining.inline(next) } catch { inlining.faults.append(error) }
        }
        return (inlining.graph, inlining.faults)
    }

    private init(graph: ProcessGraph) { self.graph = graph }

    private mutating func checkEdges() {
        let parents = Dictionary(graph.nodes.map { ($0.id, $0.parent) }) { first, _ in first }
        for flow in graph.flows where parents[flow.from] != parents[flow.to] {
            faults.append(
                ProcessFault(
                    flow.line, "\(flow.shown) đi qua mép của subProcess",
                    "\(flow.shown) crosses the edge of a subProcess",
                    "nối đến chính subProcess", "lead it to the subProcess itself"))
        }
    }

    private mutating func inline(_ whole: ProcessNode) throws(ProcessFault) {
        let children = graph.nodes.filter { $0.parent == whole.id }
        if children.isEmpty {
            throw ProcessFault(
                whole.line, "\(whole.shown) không có nội dung", "\(whole.shown) is empty",
                "vẽ nội dung vào trong, hoặc đổi thành userTask", "draw what is in it, or make it a userTask")
        }
        if let timer = graph.nodes.first(where: { $0.host == whole.id }) {
            throw ProcessFault(
                timer.line, "\(timer.shown) đứng trên \(whole.shown): hẹn giờ chỉ dùng cho một bước",
                "\(timer.shown) stands on \(whole.shown): a timer is of one step",
                "đặt lên mép của userTask bên trong", "put it on the edge of a userTask inside")
        }
        if let end = children.first(where: { [.terminate, .escalate].contains($0.kind) }) {
            throw ProcessFault(
                end.line, "\(end.shown) trong \(whole.shown) chỉ dừng phần bên trong",
                "\(end.shown) in \(whole.shown) ends what is within only",
                "dùng endEvent thường, hoặc đưa ra ngoài", "use a plain endEvent, or draw it outside")
        }
        guard graph.leaving(whole.id).count < 2 else {
            throw ProcessFault(
                whole.line, "nhiều đường ra khỏi \(whole.shown)", "several ways leave \(whole.shown)",
                "chọn ở exclusiveGateway sau userTask cuối cùng bên trong",
                "choose at an exclusiveGateway behind the last userTask inside")
        }
        let entry = try entry(of: whole, children)
        if let first = graph.node(entry), [.end, .notify].contains(first.kind) {
            throw ProcessFault(
                first.line, "\(whole.shown) không có việc gì bên trong", "there is no work in \(whole.shown)",
                "xóa đi, hoặc vẽ nội dung vào trong", "delete it, or draw what is in it")
        }
        leave(whole, children)
        for index in graph.flows.indices where graph.flows[index].to == whole.id { graph.flows[index].to = entry }
        graph.nodes.removeAll { $0.id == whole.id }
        for index in graph.nodes.indices where graph.nodes[index].parent == whole.id {
            graph.nodes[index].parent = whole.parent
            graph.nodes[index].path = whole.path + (whole.name.isEmpty ? [] : [whole.name])
            if graph.nodes[index].role == nil { graph.nodes[index].role = whole.role }
        }
        nameBlock(of: whole, children)
    }

    /// The first node of the content; its start event goes.
    private mutating func entry(
        of whole: ProcessNode, _ children: [ProcessNode]
    ) throws(ProcessFault) -> String {
        let starts = children.filter { $0.kind == .start }
        if let start = starts.first {
            let out = graph.leaving(start.id)
            guard starts.count == 1, out.count == 1, out[0].condition == nil else {
                throw ProcessFault(
                    start.line, "\(whole.shown) không bắt đầu từ đúng một chỗ",
                    "\(whole.shown) does not begin at exactly one place",
                    "một startEvent, một đường đi từ đó", "one startEvent, one way from it")
            }
            graph.nodes.removeAll { $0.id == start.id }
            graph.flows.removeAll { $0.id == out[0].id }
            return out[0].to
        }
        let heads = children.filter { graph.entering($0.id).isEmpty && $0.host == nil }
        guard let only = heads.first else {
            throw ProcessFault(
                whole.line, "\(whole.shown) không có chỗ bắt đầu", "\(whole.shown) begins nowhere",
                "thêm một startEvent bên trong", "put a startEvent into it")
        }
        if heads.count == 1 { return only.id }
        let fork = add(.parallel, "\(whole.id).fork", whole)
        for head in heads { connect(fork, head.id, whole.line) }
        return fork
    }

    /// Leads the ends of the content to where the process within leads.
    private mutating func leave(_ whole: ProcessNode, _ children: [ProcessNode]) {
        let exit = graph.leaving(whole.id).first
        let ends = Set(children.filter { [.end, .notify].contains($0.kind) }.map(\.id))
        let own = Set(children.filter { graph.node($0.id) != nil }.map(\.id)).union(["\(whole.id).fork"])
        // Overdue ends belong to their timers.
        let timers = Set(children.filter { $0.host != nil }.map(\.id))
        let tails = graph.flows.filter { ends.contains($0.to) && !timers.contains($0.from) }
        let bare = children.filter { node in
            own.contains(node.id) && node.host == nil && !ends.contains(node.id) && graph.leaving(node.id).isEmpty
        }
        var target = exit?.to
        var through = exit
        if tails.count + bare.count > 1, let gate = unjoined(own) {
            let join = add(gate, "\(whole.id).join", whole)
            if let exit { connect(join, exit.to, exit.line, exit.name, exit.condition) }
            (target, through) = (join, nil)
        }
        if let exit { graph.flows.removeAll { $0.id == exit.id } }
        guard let target else { return }
        for node in bare { connect(node.id, target, node.line, through?.name ?? "", through?.condition) }
        for tail in tails {
            guard let index = graph.flows.firstIndex(where: { $0.id == tail.id }) else { continue }
            graph.flows[index].to = target
            if tail.name.isEmpty { graph.flows[index].name = through?.name ?? "" }
            if tail.condition == nil { graph.flows[index].condition = through?.condition }
        }
        let left = Set(tails.map(\.to))
        let reached = Set(graph.flows.map(\.to))
        graph.nodes.removeAll { left.contains($0.id) && !reached.contains($0.id) }
    }

    /// The gateway that parts ways in the content where none joins them: the end of the process within does.
    private func unjoined(_ own: Set<String>) -> ProcessNode.Gate? {
        var forked: ProcessNode.Gate?
        for node in graph.nodes where own.contains(node.id) {
            guard case .gate(let gate) = node.kind else { continue }
            if graph.leaving(node.id).count > 1 {
                forked = gate
            } else if graph.entering(node.id).count > 1 {
                return nil
            }
        }
        return forked
    }

    /// A process within that is one block gives it its name.
    private mutating func nameBlock(of whole: ProcessNode, _ children: [ProcessNode]) {
        let own = Set(children.map(\.id)).union(["\(whole.id).fork"])
        let forks = graph.nodes.indices.filter { index in
            let node = graph.nodes[index]
            return own.contains(node.id) && node.isGate && graph.leaving(node.id).count > 1
        }
        guard forks.count == 1, graph.nodes[forks[0]].name.isEmpty else { return }
        graph.nodes[forks[0]].name = whole.name
        graph.nodes[forks[0]].path = whole.path
    }

    private mutating func add(_ gate: ProcessNode.Gate, _ wanted: String, _ whole: ProcessNode) -> String {
        var node = ProcessNode(id: wanted, kind: .gate(gate), name: "", role: whole.role)
        (node.parent, node.line) = (whole.id, whole.line)
        graph.nodes.insert(node, at: graph.nodes.firstIndex { $0.id == whole.id } ?? graph.nodes.endIndex)
        return node.id
    }

    @discardableResult
    private mutating func connect(
        _ from: String, _ to: String, _ line: Int, _ name: String = "", _ condition: String? = nil
    ) -> ProcessFlow {
        var flow = ProcessFlow(id: "\(from).\(to)", from: from, to: to, name: name, condition: condition)
        flow.line = line
        graph.flows.append(flow)
        return flow
    }
}
