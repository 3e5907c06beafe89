/// The steps of a service as BPMN draws them: nodes joined by flows. It stands between steps and XML, on the way out and
/// on the way back.
struct ProcessGraph: Sendable, Equatable {
    var nodes: [ProcessNode] = []
    var flows: [ProcessFlow] = []

    func node(_ id: String) -> ProcessNode? { nodes.first { $0.id == id } }
    func leaving(_ id: String) -> [ProcessFlow] { flows.filter { $0.from == id } }
    func entering(_ id: String) -> [ProcessFlow] { flows.filter { $0.to == id } }
}

/// A node of a process: an event, a task, a gateway.
struct ProcessNode: Sendable, Equatable {
    /// What a node is, of the part of BPMN that has an equal in steps.
    enum Kind: Sendable, Equatable {
        case start
        /// A user task: a step.
        case task
        /// An exclusive gateway: one of several acts is chosen, or ways come together.
        case choice
        /// A message is awaited: the applicant's supplement.
        case supplement
        /// A timer on the edge of a task; `stops` when it ends the task.
        case timer(on: String, after: String, stops: Bool)
        case end
        /// An end that ends everything: a refusal.
        case terminate
    }

    let id: String
    var kind: Kind
    var name: String
    /// Whose lane it stands in.
    var role: String?
    var mark: ProcessMark?
    /// The line of the file that it was read from; 0 when it was not.
    var line = 0

    /// The node on whose edge it stands.
    var host: String? {
        if case .timer(let host, _, _) = kind { host } else { nil }
    }
}

/// A sequence flow from one node to another.
struct ProcessFlow: Sendable, Equatable {
    let id: String
    let from: String
    let to: String
    var name = ""
    /// FEEL; nil when it is always open.
    var condition: String?
    var mark: ProcessMark?
    var line = 0
}
