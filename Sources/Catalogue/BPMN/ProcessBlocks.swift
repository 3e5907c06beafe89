import Kernel

/// Finds the blocks of a drawn process, by walking from its start; what forks or joins in a way that steps have no equal
/// for is a fault.
struct ProcessBlocks {
    private(set) var list: [ProcessBlock] = []
    private var unfit: [ProcessFault] = []
    /// Gateways that join what none has parted.
    private var stray: [ProcessFault] = []
    /// Ways between two gateways on which nothing is done, such as a modeller leaves where a branch was deleted.
    private(set) var bare: [ProcessFlow] = []
    private let graph: ProcessGraph
    private var entries: [String: Int] = [:]
    private var inside: Set<String> = []
    private var seen: Set<String> = []

    init(_ graph: ProcessGraph) {
        self.graph = graph
        let tasks = graph.nodes.filter { $0.kind == .task }
        let forks = graph.nodes.filter { $0.isGate && graph.leaving($0.id).count > 1 }
        let seeds =
            graph.nodes.filter { $0.kind == .start } + tasks.filter { graph.entering($0.id).isEmpty } + forks + tasks
        for seed in seeds { walk(from: seed.id) }
    }

    /// Where ways part unfit, the gateway that joins them is stray for that reason only.
    var faults: [ProcessFault] { unfit.isEmpty ? stray : unfit }

    /// The block that begins at a node.
    func block(at id: String) -> ProcessBlock? { entries[id].map { list[$0] } }

    /// Whether a node is work within a block, or the gateway that joins it.
    func isInside(_ id: String) -> Bool { inside.contains(id) }

    private mutating func walk(from seed: String) {
        var open = [seed]
        while let id = open.popLast() {
            guard !inside.contains(id), seen.insert(id).inserted, let node = graph.node(id) else { continue }
            switch node.kind {
            case .gate where graph.leaving(id).count < 2 && graph.entering(id).count > 1: refuseStray(node)
            case .gate(let gate): take(Result { () throws(ProcessFault) in try block(node, gate) }, &open)
            case .send: take(Result { () throws(ProcessFault) in try block(node) }, &open)
            default: open += graph.leaving(id).map(\.to)
            }
        }
    }

    private mutating func take(_ found: Result<ProcessBlock, ProcessFault>, _ open: inout [String]) {
        switch found {
        case .failure(let fault): unfit.append(fault)
        case .success(let block):
            entries[block.fork.id] = list.count
            list.append(block)
            for node in block.ways.flatMap(\.nodes) where node.id != block.fork.id { inside.insert(node.id) }
            if let join = block.join {
                inside.insert(join.id)
                bare += graph.leaving(block.fork.id).filter { $0.to == join.id }
            }
            if let exit = block.exit { open.append(exit.to) }
        }
    }

    private mutating func refuseStray(_ join: ProcessNode) {
        stray.append(
            ProcessFault(
                join.line, "\(join.shown) nhập những đường không rẽ ra từ một cổng nào",
                "\(join.shown) joins ways that no gateway has parted",
                "đặt một parallelGateway trước các nhánh; đường chỉ gặp nhau thì dùng exclusiveGateway",
                "put a parallelGateway before the branches; where ways only meet, use an exclusiveGateway"))
    }

    // MARK: one block

    private func block(_ fork: ProcessNode, _ gate: ProcessNode.Gate) throws(ProcessFault) -> ProcessBlock {
        let flows = graph.leaving(fork.id)
        guard gate != .complex else {
            throw ProcessFault(
                fork.line, "\(fork.shown) rẽ nhánh theo điều kiện riêng", "\(fork.shown) parts ways by its own rule",
                "dùng parallelGateway, hoặc inclusiveGateway có điều kiện trên từng nhánh",
                "use a parallelGateway, or an inclusiveGateway with a condition on each way")
        }
        if gate == .parallel, let guarded = flows.first(where: { $0.condition != nil }) {
            throw ProcessFault(
                guarded.line, "\(guarded.shown) có điều kiện, nhưng \(fork.shown) đi mọi nhánh",
                "\(guarded.shown) has a condition, but \(fork.shown) takes every way",
                "đổi thành inclusiveGateway", "make it an inclusiveGateway")
        }
        var ways: [ProcessBlock.Way] = []
        var ends: [ProcessNode] = []
        for flow in flows {
            let (nodes, end) = try way(flow, from: fork)
            if !nodes.isEmpty { ways.append(ProcessBlock.Way(flow: flow, nodes: nodes)) }
            ends.append(end)
        }
        guard let join = ends.first, !ways.isEmpty else {
            throw ProcessFault(
                fork.line, "không có việc gì sau \(fork.shown)", "there is no work behind \(fork.shown)",
                "xóa cổng ấy", "delete that gateway")
        }
        try check(join, of: fork, gate, ends)
        let exits = graph.leaving(join.id)
        guard exits.count < 2, exits.allSatisfy({ $0.condition == nil }) else {
            throw ProcessFault(
                join.line, "\(join.shown) vừa nhập vừa rẽ nhánh", "\(join.shown) joins and parts ways at once",
                "dùng hai cổng: một để nhập, sau userTask một exclusiveGateway để chọn",
                "use two gateways: one that joins, and an exclusiveGateway behind a userTask to choose at")
        }
        return ProcessBlock(fork: fork, ways: ways, join: join, exit: exits.first)
    }

    /// A message and its answer, without gateways.
    private func block(_ send: ProcessNode) throws(ProcessFault) -> ProcessBlock {
        let nodes = try exchange(send)
        let exits = nodes.last.map { graph.leaving($0.id) } ?? []
        guard let exit = exits.first, exits.count == 1, exit.condition == nil else {
            throw ProcessFault(
                send.line, "sau câu trả lời của \(send.shown) phải là đúng một đường đi",
                "behind the answer to \(send.shown) there must be exactly one way",
                "nối đến userTask tiếp theo", "lead it to the next userTask")
        }
        return ProcessBlock(fork: send, ways: [ProcessBlock.Way(flow: nil, nodes: nodes)], join: nil, exit: exit)
    }

    private func check(
        _ join: ProcessNode, of fork: ProcessNode, _ gate: ProcessNode.Gate, _ ends: [ProcessNode]
    ) throws(ProcessFault) {
        if let other = ends.first(where: { $0.id != join.id }) {
            throw ProcessFault(
                other.line, "các nhánh của \(fork.shown) nhập vào hai cổng: \(join.id) và \(other.id)",
                "the ways of \(fork.shown) lead to two gateways: \(join.id) and \(other.id)",
                "nhập mọi nhánh vào một cổng", "join all ways at one gateway")
        }
        guard graph.entering(join.id).count == ends.count else {
            throw ProcessFault(
                join.line, "\(join.shown) còn nhận đường không rẽ ra từ \(fork.shown)",
                "other ways than those of \(fork.shown) lead to \(join.shown)",
                "chỉ nhập các nhánh của cổng ấy", "join only the ways of that gateway")
        }
        if gate == .inclusive, join.kind == .gate(.parallel) {
            throw ProcessFault(
                join.line, "\(join.shown) chờ mọi nhánh, nhưng \(fork.shown) có thể bỏ qua nhánh: hồ sơ sẽ kẹt",
                "\(join.shown) awaits every way, but \(fork.shown) may leave some out: the case would be stuck",
                "đổi thành inclusiveGateway", "make it an inclusiveGateway")
        }
    }

    /// The work on a way and the gateway behind it.
    private func way(
        _ flow: ProcessFlow, from fork: ProcessNode
    ) throws(ProcessFault) -> (nodes: [ProcessNode], end: ProcessNode) {
        guard let first = graph.node(flow.to) else { throw misfit(flow, fork, flow.shown) }
        var nodes = [first]
        switch first.kind {
        case .task, .receive, .supplement: break
        case .send: nodes = try exchange(first)
        case .gate where graph.leaving(first.id).count < 2 && !counts(first, fork): return ([], first)
        case .gate:
            throw ProcessFault(
                flow.line, "\(flow.shown) nối hai cổng \(fork.id) và \(first.id), không có việc gì ở giữa",
                "\(flow.shown) joins the gateways \(fork.id) and \(first.id) with no work between them",
                "mỗi nhánh một userTask; nhánh lồng trong nhánh thì đưa ra cùng một cổng",
                "one userTask on each way; branches within branches go to the one gateway")
        default: throw misfit(flow, fork, first.shown)
        }
        for node in nodes where graph.entering(node.id).count > 1 {
            throw ProcessFault(
                node.line, "\(node.shown) nhận nhiều đường", "several ways lead to \(node.shown)",
                "một nhánh chỉ bắt đầu từ cổng rẽ", "a branch begins only at the gateway that parts")
        }
        guard let last = nodes.last, let out = graph.leaving(last.id).first, graph.leaving(last.id).count == 1,
            out.condition == nil, let end = graph.node(out.to), end.isGate
        else {
            let next = nodes.last.flatMap { graph.leaving($0.id).first }.flatMap { graph.node($0.to) }
            throw misfit(flow, fork, next?.shown ?? first.shown)
        }
        return (nodes, end)
    }

    /// Whether a gateway counts ways that are gone, so that one without work makes a difference.
    private func counts(_ join: ProcessNode, _ fork: ProcessNode) -> Bool {
        join.kind == .gate(.complex) && fork.mark?.name != "branches"
    }

    private func misfit(_ flow: ProcessFlow, _ fork: ProcessNode, _ found: String) -> ProcessFault {
        ProcessFault(
            flow.line,
            "nhánh \(flow.id) của \(fork.shown) không phải một việc rồi nhập lại (ở đây có \(found))",
            "the way \(flow.id) of \(fork.shown) is not one piece of work that is joined again (there is \(found))",
            "mỗi nhánh đúng một userTask hoặc một tin nhắn có trả lời, rồi đến cổng nhập; việc khác đặt sau cổng ấy",
            "on each way one userTask, or one message with its answer, then the gateway that joins; the rest behind it")
    }

    private func exchange(_ send: ProcessNode) throws(ProcessFault) -> [ProcessNode] {
        guard let out = graph.leaving(send.id).first, graph.leaving(send.id).count == 1,
            let answer = graph.node(out.to), [.receive, .supplement].contains(answer.kind)
        else {
            throw ProcessFault(
                send.line, "\(send.shown) gửi tin mà không chờ trả lời", "\(send.shown) sends and awaits no answer",
                "đặt receiveTask ngay sau nó; thông báo cho người nộp thì xóa đi, hệ thống tự gửi",
                "put a receiveTask right behind it; what only tells the applicant can go, the system tells them")
        }
        guard graph.entering(answer.id).count == 1 else {
            throw ProcessFault(
                answer.line, "\(answer.shown) nhận nhiều đường", "several ways lead to \(answer.shown)",
                "mỗi tin nhắn một chỗ chờ trả lời", "one place to await the answer for each message")
        }
        return [send, answer]
    }
}
