/// The steps of a service as BPMN draws them: nodes joined by flows. It stands between steps and XML, on the way out and
/// on the way back.
struct ProcessGraph: Sendable, Equatable {
    var nodes: [ProcessNode] = []
    var flows: [ProcessFlow] = []
    /// Other agencies, applicants: pools of which nothing is drawn but their edge.
    var partners: [ProcessPartner] = []
    var messages: [ProcessMessage] = []

    func node(_ id: String) -> ProcessNode? { nodes.first { $0.id == id } }
    func leaving(_ id: String) -> [ProcessFlow] { flows.filter { $0.from == id } }
    func entering(_ id: String) -> [ProcessFlow] { flows.filter { $0.to == id } }

    /// The pool with which a node exchanges messages.
    func partner(of node: String) -> ProcessPartner? {
        let ends = messages.flatMap { $0.from == node ? [$0.to] : $0.to == node ? [$0.from] : [] }
        return partners.first { ends.contains($0.id) }
    }

    /// Behind exclusive gateways where ways only come together.
    func passing(_ id: String) -> String {
        var id = id
        for _ in 0..<50 {
            guard node(id)?.kind == .choice, let only = leaving(id).first, leaving(id).count == 1,
                only.condition == nil, entering(id).count > 1
            else { return id }
            id = only.to
        }
        return id
    }
}

/// A node of a process: an event, a task, a gateway.
struct ProcessNode: Sendable, Equatable {
    /// What a node is, of the part of BPMN that has an equal in steps.
    enum Kind: Sendable, Equatable {
        case start
        /// A user task: a step, or a branch of one.
        case task
        /// An exclusive gateway: one of several acts is chosen, or ways come together.
        case choice
        /// A gateway at which ways part that are all gone, or join again.
        case gate(Gate)
        /// A message is awaited: the applicant's supplement, another agency's answer.
        case supplement
        /// A message to another agency.
        case send
        /// Its answer is awaited.
        case receive
        /// A timer on the edge of a task; `stops` when it ends the task.
        case timer(on: String, after: String, stops: Bool)
        /// A gateway behind which whatever happens first counts: the message, or the time that is over.
        case race
        /// A time that is waited for behind such a gateway.
        case pause(after: String)
        case end
        /// An end that ends everything: a refusal.
        case terminate
        /// An end that sends a message: behind a timer, a reminder.
        case notify
        /// An end that calls for somebody higher.
        case escalate
        /// A process within, until its content takes its place.
        case within
    }

    /// How a gateway parts and joins ways.
    enum Gate: Sendable, Equatable {
        /// All ways are gone, all are awaited.
        case parallel
        /// Those whose condition holds are gone, and awaited.
        case inclusive
        /// It goes on when its own condition holds.
        case complex
    }

    let id: String
    var kind: Kind
    var name: String
    /// Whose lane it stands in.
    var role: String?
    var mark: ProcessMark?
    /// When a complex gateway goes on.
    var condition: String?
    /// The element that it was read from, where that is another than the one it is written as.
    var element: String?
    /// The process within which it stands, and the names of those around it.
    var parent: String?
    var path: [String] = []
    /// The line of the file that it was read from; 0 when it was not.
    var line = 0

    init(id: String, kind: Kind, name: String, role: String? = nil, mark: ProcessMark? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
        self.role = role
        self.mark = mark
    }

    /// The node on whose edge it stands.
    var host: String? {
        if case .timer(let host, _, _) = kind { host } else { nil }
    }

    var isPause: Bool {
        if case .pause = kind { true } else { false }
    }

    var isGate: Bool {
        if case .gate = kind { true } else { false }
    }

    /// How a refusal names it: `parallelGateway “Lấy ý kiến” (id g1)`.
    var shown: String { "\(element ?? kind.element)\(name.shownAsName) (id \(id))" }
}

/// A sequence flow from one node to another.
struct ProcessFlow: Sendable, Equatable {
    let id: String
    var from: String
    var to: String
    var name = ""
    /// FEEL; nil when it is always open.
    var condition: String?
    var mark: ProcessMark?
    var line = 0

    var shown: String { "sequenceFlow\(name.shownAsName) (id \(id))" }
}

/// Another participant, drawn as an empty pool.
struct ProcessPartner: Sendable, Equatable {
    let id: String
    var name: String
    var line = 0
}

/// A message between a node and another participant.
struct ProcessMessage: Sendable, Equatable {
    let id: String
    let from: String
    let to: String
    var line = 0
}

extension String {
    /// A name as messages quote it, on one line: ` “Thẩm định”`; nothing where there is none.
    var shownAsName: String {
        let words = split { $0.isWhitespace }.joined(separator: " ")
        return words.isEmpty ? "" : " “\(words)”"
    }
}
