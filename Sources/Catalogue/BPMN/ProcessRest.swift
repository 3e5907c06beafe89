import Kernel

/// The nodes and flows of a drawn process that no step and no act was read from. Whoever drew them meant something by
/// them, so they are refused by name instead of vanishing.
struct ProcessRest {
    private let graph: ProcessGraph
    private var flows: Set<String> = []
    private var nodes: Set<String> = []

    /// Those parts, each with its line, in the order of the file.
    static func parts(of graph: ProcessGraph) -> [(line: Int, name: String)] {
        var rest = ProcessRest(graph: graph)
        rest.read()
        let flows = graph.flows.filter { !rest.flows.contains($0.id) }.map { flow in
            (line: flow.line, name: "sequenceFlow\(Self.shown(flow.name)) (id \(flow.id))")
        }
        let nodes = graph.nodes.filter { !rest.nodes.contains($0.id) }.map { node in
            (line: node.line, name: "\(node.kind.element)\(Self.shown(node.name)) (id \(node.id))")
        }
        return (flows + nodes).sorted { $0.line < $1.line }
    }

    private init(graph: ProcessGraph) { self.graph = graph }

    private static func shown(_ name: String) -> String { name.isEmpty ? "" : " “\(name)”" }

    /// The ways that steps are read from: from the start, out of each task, its timers and what is awaited behind it.
    private mutating func read() {
        for node in graph.nodes {
            switch node.kind {
            case .start: follow(from: node.id)
            case .task: follow(from: node.id)
            case .timer(let host, _, _):
                guard case .task? = graph.node(host)?.kind else { continue }
                follow(from: node.id)
            case .choice, .supplement, .end, .terminate: continue
            }
        }
    }

    private mutating func follow(from id: String) {
        guard nodes.insert(id).inserted else { return }
        for flow in graph.leaving(id) {
            flows.insert(flow.id)
            switch graph.node(flow.to)?.kind {
            case .choice, .supplement: follow(from: flow.to)
            case .end, .terminate: nodes.insert(flow.to)
            case .start, .task, .timer, nil: continue
            }
        }
    }
}
