import Kernel

/// The nodes and flows of a drawn process that no step and no act was read from. Whoever drew them meant something by
/// them, so they are refused by name instead of vanishing.
struct ProcessRest {
    private let graph: ProcessGraph
    private var flows: Set<String> = []
    private var nodes: Set<String> = []

    /// Those parts, each with its line, in the order of the file; an end that only stood behind a timer is aside.
    static func parts(of graph: ProcessGraph) -> [(line: Int, name: String, isAside: Bool)] {
        var rest = ProcessRest(graph: graph)
        rest.read()
        let flows = graph.flows.filter { !rest.flows.contains($0.id) }.map {
            (line: $0.line, name: $0.shown, isAside: false)
        }
        let nodes = graph.nodes.filter { !rest.nodes.contains($0.id) }.map { node in
            (line: node.line, name: node.shown, isAside: node.mark?.name == "aside" && graph.entering(node.id).isEmpty)
        }
        return (flows + nodes).sorted { $0.line < $1.line }
    }

    private init(graph: ProcessGraph) { self.graph = graph }

    /// The ways that steps are read from: from the start, out of each task, its timers and what is awaited behind it.
    private mutating func read() {
        for node in graph.nodes {
            switch node.kind {
            case .start, .task: follow(from: node.id)
            case .timer(let host, _, _):
                guard let kind = graph.node(host)?.kind, [.task, .receive].contains(kind) else { continue }
                follow(from: node.id)
            default: continue
            }
        }
    }

    private mutating func follow(from id: String) {
        var open = [id]
        while let id = open.popLast() {
            guard nodes.insert(id).inserted else { continue }
            for flow in graph.leaving(id) {
                flows.insert(flow.id)
                switch graph.node(flow.to)?.kind {
                case .choice, .supplement, .gate, .send, .receive, .race, .pause: open.append(flow.to)
                case .end, .terminate, .notify, .escalate: nodes.insert(flow.to)
                case .start, .task, .timer, .within, nil: continue
                }
            }
        }
    }
}
