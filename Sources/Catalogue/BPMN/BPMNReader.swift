import Directory
import Kernel
import Rules

/// Reads steps from BPMN 2.0 XML: user tasks in lanes of roles, exclusive gateways, timers on the edge of tasks, awaited
/// messages, ends. What has no equal in steps is refused by its name; what only explains is passed over and told.
package struct BPMNReader {
    private let file: String
    private(set) var problems: [DefinitionProblem] = []
    private var graph = ProcessGraph()
    /// The role of the lane that a node stands in.
    private var roles: [String: String] = [:]
    /// The pools that belong to nobody here.
    private var language: String?

    /// The steps with what was passed over; or everything that is refused.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> Result<(process: ServiceProcess, notes: [DefinitionProblem]), DefinitionProblems> {
        var reader = BPMNReader(file: file)
        switch XMLReader.read(bytes) {
        case .failure(let fault): reader.refuse(fault.line, fault.message)
        case .success(let root):
            if let process = reader.definitions(root), !reader.isRefused { return .success((process, reader.problems)) }
        }
        return .failure(DefinitionProblems(reader.problems))
    }

    private init(file: String) { self.file = file }

    private var isRefused: Bool { problems.contains { $0.weight == .error } }

    private mutating func refuse(_ line: Int, _ message: Phrase, proposal: Phrase? = nil) {
        problems.append(DefinitionProblem(SourcePlace(file: file, line: max(1, line)), message, proposal: proposal))
    }

    private mutating func passOver(_ tree: XMLTree) {
        problems.append(
            DefinitionProblem(
                SourcePlace(file: file, line: tree.line),
                Phrase(
                    vi: "\(tree.shown) chỉ để giải thích, không được giữ lại",
                    en: "\(tree.shown) only explains; it is not kept"), weight: .warning))
    }

    private mutating func refuse(_ tree: XMLTree, in place: XMLTree? = nil, proposal: Phrase? = nil) {
        let (vi, en) = (place.map { " trong \($0.shown)" } ?? "", place.map { " in \($0.shown)" } ?? "")
        refuse(
            tree.line,
            Phrase(
                vi: "\(tree.shown)\(vi) không có gì tương đương trong quy trình của dịch vụ",
                en: "\(tree.shown)\(en) has no equal in the steps of a service"),
            proposal: proposal
                ?? Phrase(
                    vi: "được dùng: userTask, exclusiveGateway, hẹn giờ ở mép task, sự kiện chờ tin nhắn, endEvent",
                    en: "known are: userTask, exclusiveGateway, timers on tasks, awaited messages, endEvent"))
    }

    // MARK: the file

    private static let explaining: Set<String> = [
        "documentation", "textAnnotation", "association", "group", "category", "relationship", "message", "monitoring",
        "auditing", "property",
    ]

    private mutating func definitions(_ root: XMLTree) -> ServiceProcess? {
        guard root.name == "definitions", root.namespace == BPMNVocabulary.model else {
            refuse(
                root.line,
                Phrase(
                    vi: "tệp không phải BPMN 2.0 (phần tử gốc “\(root.name)”)",
                    en: "the file is no BPMN 2.0 (its root is “\(root.name)”)"))
            return nil
        }
        language = root.attribute("expressionLanguage")
        var processes: [XMLTree] = []
        for child in root.children where child.namespace == BPMNVocabulary.model {
            switch child.name {
            case "process": if !child.children.isEmpty || processes.isEmpty { processes.append(child) }
            case "collaboration": collaboration(child)
            case "extensionElements": continue
            default: if Self.explaining.contains(child.name) { passOver(child) } else { refuse(child) }
            }
        }
        guard let process = processes.first(where: { !$0.children.isEmpty }) ?? processes.first else {
            refuse(root.line, Phrase(vi: "tệp không có process nào", en: "the file has no process"))
            return nil
        }
        for other in processes where other.line != process.line && !other.children.isEmpty {
            refuse(
                other, proposal: Phrase(vi: "mỗi tệp một process có các bước", en: "one process with steps in a file"))
        }
        return self.process(process)
    }

    private mutating func collaboration(_ tree: XMLTree) {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            switch child.name {
            case "participant" where child.attribute("processRef") != nil, "extensionElements": continue
            default: if Self.explaining.contains(child.name) { passOver(child) } else { refuse(child, in: tree) }
            }
        }
    }

    private mutating func process(_ tree: XMLTree) -> ServiceProcess? {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            switch child.name {
            case "laneSet": lanes(child)
            case "sequenceFlow": flow(child)
            case "extensionElements": continue
            default:
                if Self.explaining.contains(child.name) { passOver(child) } else { node(child, in: tree) }
            }
        }
        for index in graph.nodes.indices { graph.nodes[index].role = roles[graph.nodes[index].id] }
        checkEnds()
        guard !isRefused else { return nil }
        let (steps, found) = StepsFromGraph.steps(of: graph, file: file)
        problems += found
        let mark = mark(tree, "service")
        let title = tree.attribute("name") ?? ""
        return ServiceProcess(
            name: mark?["name"] ?? tree.attribute("id") ?? "", title: Phrase(vi: title, en: mark?["en"] ?? title),
            steps: steps)
    }

    private mutating func lanes(_ tree: XMLTree) {
        for lane in tree.all("lane") {
            if let nested = lane["childLaneSet"] { lanes(nested) }
            let nodes = lane.all("flowNodeRef").map { $0.text.trimmingWhiteSpace }
            let name = lane.attribute("name") ?? ""
            let marked = mark(lane, "role")?["key"].flatMap { DefinitionReading.roles.contains($0) ? $0 : nil }
            let named = Role(typed: name)?.rawValue
            // Whoever renames a lane means another role.
            guard let role = [named, marked].compactMap(\.self).first(where: { DefinitionReading.roles.contains($0) })
            else {
                if !nodes.isEmpty {
                    let known = DefinitionReading.roles.map { BPMNWriter.name(ofRole: $0) }.joined(separator: ", ")
                    refuse(
                        lane.line,
                        Phrase(vi: "\(lane.shown) không phải là vai trò", en: "\(lane.shown) is no role"),
                        proposal: Phrase(vi: "đặt tên làn: \(known)", en: "call the lane: \(known)"))
                }
                continue
            }
            for node in nodes { roles[node] = role }
        }
    }

    // MARK: nodes and flows

    private mutating func node(_ tree: XMLTree, in process: XMLTree) {
        let definitions = tree.children.filter { $0.name.hasSuffix("EventDefinition") }
        var kind: ProcessNode.Kind?
        switch (tree.name, definitions.first?.name, definitions.count) {
        case ("startEvent", nil, _), ("startEvent", "messageEventDefinition", 1): kind = .start
        case ("userTask", nil, _): kind = .task
        case ("exclusiveGateway", nil, _): kind = .choice
        case ("endEvent", nil, _): kind = .end
        case ("endEvent", "terminateEventDefinition", 1): kind = .terminate
        case ("intermediateCatchEvent", "messageEventDefinition", 1): kind = .supplement
        case ("boundaryEvent", "timerEventDefinition", 1):
            guard let duration = definitions.first?["timeDuration"], let host = tree.attribute("attachedToRef") else {
                refuse(
                    definitions.first ?? tree, in: tree,
                    proposal: Phrase(vi: "dùng timeDuration, như P5D", en: "use timeDuration, such as P5D"))
                return
            }
            kind = .timer(
                on: host, after: duration.text.trimmingWhiteSpace, stops: tree.attribute("cancelActivity") != "false")
        default:
            if let definition = definitions.first,
                ["startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent"].contains(tree.name)
            {
                refuse(definition, in: tree)
            } else {
                refuse(
                    tree,
                    proposal: ["task", "manualTask"].contains(tree.name)
                        ? Phrase(vi: "đổi thành userTask", en: "make it a userTask") : nil)
            }
        }
        refuseInside(tree)
        if let other = tree.attribute("default"), !other.isEmpty {
            refuse(
                tree.line,
                Phrase(
                    vi: "\(tree.shown) có lối ra mặc định “\(other)” (default), không đọc thành điều kiện được",
                    en: "\(tree.shown) has a default way out, “\(other)”, which is no condition of an act"),
                proposal: Phrase(
                    vi: "bỏ default và viết điều kiện lên lối ra đó, ví dụ not(a) khi lối kia là a",
                    en: "leave default out and write the condition on that way, such as not(a) beside a"))
        }
        guard let kind, let id = tree.attribute("id") else { return }
        var node = ProcessNode(id: id, kind: kind, name: tree.attribute("name") ?? "")
        node.mark = mark(tree, kind == .task ? "step" : "limit")
        node.line = tree.line
        graph.nodes.append(node)
    }

    private static let inside: Set<String> = [
        "incoming", "outgoing", "extensionElements", "potentialOwner", "performer",
    ]

    /// Loops, data and the like within a node.
    private mutating func refuseInside(_ tree: XMLTree) {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            if Self.inside.contains(child.name) || child.name.hasSuffix("EventDefinition") { continue }
            if Self.explaining.contains(child.name) { passOver(child) } else { refuse(child, in: tree) }
        }
    }

    private mutating func flow(_ tree: XMLTree) {
        guard let id = tree.attribute("id"), let from = tree.attribute("sourceRef"),
            let to = tree.attribute("targetRef")
        else { return refuse(tree) }
        var flow = ProcessFlow(id: id, from: from, to: to, name: tree.attribute("name") ?? "")
        if let condition = tree["conditionExpression"] {
            if let spoken = condition.attribute("language") ?? language, !BPMNVocabulary.isFEEL(spoken) {
                refuse(
                    condition.line,
                    Phrase(
                        vi: "điều kiện của \(tree.shown) viết bằng “\(spoken)”, không phải FEEL",
                        en: "the condition of \(tree.shown) is written in “\(spoken)”, not in FEEL"))
            }
            flow.condition = condition.text
        }
        refuseInside(tree.without("conditionExpression"))
        flow.mark = mark(tree, "act")
        flow.line = tree.line
        graph.flows.append(flow)
    }

    /// Every flow joins two nodes, every event on an edge has its task, and no id stands twice.
    private mutating func checkEnds() {
        guard !isRefused else { return }
        var known: Set<String> = []
        for node in graph.nodes where !known.insert(node.id).inserted {
            refuse(node.line, Phrase(vi: "id “\(node.id)” dùng hai lần", en: "the id “\(node.id)” stands twice"))
        }
        let missing =
            graph.flows.flatMap { flow in [flow.from, flow.to].map { ($0, flow.line) } }
            + graph.nodes.compactMap { node in node.host.map { ($0, node.line) } }
        for (id, line) in missing where !known.contains(id) {
            refuse(line, Phrase(vi: "không có phần tử nào mang id “\(id)”", en: "no element has the id “\(id)”"))
        }
    }

    private func mark(_ tree: XMLTree, _ name: String) -> ProcessMark? {
        tree["extensionElements"]?.children.first { $0.name == name && $0.namespace == BPMNVocabulary.own }
            .map { ProcessMark($0) }
    }
}

extension XMLTree {
    /// How a refusal names it: `scriptTask “Tính phí” (id Activity_1)`.
    fileprivate var shown: String {
        let name = attribute("name").flatMap { $0.isEmpty ? nil : " “\($0)”" } ?? ""
        return "\(self.name)\(name)" + (attribute("id").map { " (id \($0))" } ?? "")
    }

    fileprivate func without(_ name: String) -> XMLTree {
        var copy = self
        copy.children.removeAll { $0.name == name }
        return copy
    }
}
