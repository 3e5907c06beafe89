import Directory
import Kernel
import Rules

/// Reads steps from BPMN 2.0 XML: user tasks in lanes of roles, gateways, timers on the edge of tasks, messages, processes
/// within, ends. What has no equal in steps is refused by its name; what only explains is passed over and told.
package struct BPMNReader {
    private let file: String
    private(set) var problems: [DefinitionProblem] = []
    var graph = ProcessGraph()
    /// The role of the lane that a node stands in.
    var roles: [String: String] = [:]
    private var language: String?
    /// Pools, with the process that stands in each.
    private var pools: [(partner: ProcessPartner, process: String?)] = []

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

    mutating func refuse(_ line: Int, _ message: Phrase, proposal: Phrase? = nil) {
        problems.append(DefinitionProblem(SourcePlace(file: file, line: max(1, line)), message, proposal: proposal))
    }

    mutating func passOver(_ tree: XMLTree) {
        problems.append(
            DefinitionProblem(
                SourcePlace(file: file, line: tree.line),
                Phrase(
                    vi: "\(tree.shown) chỉ để giải thích, không được giữ lại",
                    en: "\(tree.shown) only explains; it is not kept"), weight: .warning))
    }

    mutating func refuse(_ tree: XMLTree, in place: XMLTree? = nil, proposal: Phrase? = nil) {
        let (vi, en) = (place.map { " trong \($0.shown)" } ?? "", place.map { " in \($0.shown)" } ?? "")
        refuse(
            tree.line,
            Phrase(
                vi: "\(tree.shown)\(vi) không có gì tương đương trong quy trình của dịch vụ",
                en: "\(tree.shown)\(en) has no equal in the steps of a service"),
            proposal: proposal
                ?? Phrase(
                    vi:
                        "được dùng: userTask, exclusiveGateway, parallelGateway, inclusiveGateway, complexGateway để nhập, "
                        + "hẹn giờ ở mép task, tin nhắn gửi và chờ trả lời, subProcess, endEvent",
                    en: "known are: userTask, exclusiveGateway, parallelGateway, inclusiveGateway, complexGateway that "
                        + "joins, timers on tasks, messages sent and awaited, subProcess, endEvent"))
    }

    // MARK: the file

    private static let sizeLimit = 3000

    /// What is only declared for others to refer to: what uses it is judged where it stands.
    private static let declared: Set<String> = [
        "itemDefinition", "resource", "import", "dataStore", "signal", "error", "interface", "endPoint",
        "partnerEntity",
        "partnerRole", "correlationProperty", "message", "escalation",
    ]

    static let explaining: Set<String> = [
        "documentation", "textAnnotation", "association", "group", "category", "relationship", "monitoring", "auditing",
        "property",
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
            case let name where Self.declared.contains(name): continue
            case "extension" where child.attribute("mustUnderstand") != "true": continue
            default: if Self.explaining.contains(child.name) { passOver(child) } else { refuse(child) }
            }
        }
        let place = processes.firstIndex { !$0.children.isEmpty } ?? processes.startIndex
        guard processes.indices.contains(place) else {
            refuse(root.line, Phrase(vi: "tệp không có process nào", en: "the file has no process"))
            return nil
        }
        // By their place in the file: several may stand on one line.
        for other in processes[(place + 1)...] where !other.children.isEmpty {
            refuse(
                other,
                proposal: Phrase(
                    vi: "mỗi tệp một process có các bước; cơ quan khác vẽ thành bể (pool) rỗng",
                    en: "one process with steps in a file; other agencies are empty pools"))
        }
        return process(processes[place])
    }

    private mutating func collaboration(_ tree: XMLTree) {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            switch child.name {
            case "extensionElements": continue
            case "participant" where child["participantMultiplicity"] == nil:
                guard let id = child.attribute("id") else { return refuse(child) }
                let partner = ProcessPartner(id: id, name: child.attribute("name") ?? "", line: child.line)
                pools.append((partner, child.attribute("processRef")))
            case "messageFlow":
                guard let id = child.attribute("id"), let from = child.attribute("sourceRef"),
                    let to = child.attribute("targetRef")
                else { return refuse(child) }
                graph.messages.append(ProcessMessage(id: id, from: from, to: to, line: child.line))
            default: if Self.explaining.contains(child.name) { passOver(child) } else { refuse(child, in: tree) }
            }
        }
    }

    private mutating func process(_ tree: XMLTree) -> ServiceProcess? {
        content(of: tree)
        // Ways are looked up by walking over all; no service has steps enough for that to be slow.
        guard graph.nodes.count + graph.flows.count + graph.messages.count <= Self.sizeLimit else {
            refuse(
                tree.line,
                Phrase(
                    vi: "\(tree.shown) có hơn \(Self.sizeLimit) phần tử",
                    en: "\(tree.shown) has more than \(Self.sizeLimit) elements"),
                proposal: Phrase(vi: "chia thành nhiều quy trình", en: "make several processes of it"))
            return nil
        }
        graph.partners = pools.filter { $0.process == nil || $0.process != tree.attribute("id") }.map(\.partner)
        for index in graph.nodes.indices { graph.nodes[index].role = roles[graph.nodes[index].id] }
        checkEnds()
        guard !isRefused else { return nil }
        let (steps, found) = StepsFromGraph.steps(of: graph, file: file)
        problems += found
        let mark = mark(tree, "service")
        let pool = pools.first { $0.process == tree.attribute("id") }?.partner.name ?? ""
        let title = tree.attribute("name") ?? pool
        return ServiceProcess(
            name: mark?["name"] ?? tree.attribute("id") ?? "", title: Phrase(vi: title, en: mark?["en"] ?? title),
            steps: steps)
    }

    /// Nodes, flows and lanes of a process, or of one within.
    mutating func content(of tree: XMLTree, within parent: String? = nil) {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            switch child.name {
            case "laneSet": lanes(child)
            case "sequenceFlow": flow(child)
            case "extensionElements": continue
            case "incoming" where parent != nil, "outgoing" where parent != nil: continue
            default:
                if Self.explaining.contains(child.name) { passOver(child) } else { node(child, within: parent) }
            }
        }
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

    // MARK: flows

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
            // Some modellers mark an expression with a leading sign of equality, as spreadsheets do.
            let text = condition.text
            flow.condition = text.hasPrefix("=") ? String(text.dropFirst()) : text
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
        let ends = graph.messages.flatMap { flow in [flow.from, flow.to].map { ($0, flow.line) } }
            .filter { end in !pools.contains { $0.partner.id == end.0 } }
        for (id, line) in missing + ends where !known.contains(id) {
            refuse(line, Phrase(vi: "không có phần tử nào mang id “\(id)”", en: "no element has the id “\(id)”"))
        }
    }

    func mark(_ tree: XMLTree, _ names: String...) -> ProcessMark? {
        tree["extensionElements"]?.children.first { names.contains($0.name) && $0.namespace == BPMNVocabulary.own }
            .map { ProcessMark($0) }
    }
}

extension XMLTree {
    /// How a refusal names it: `scriptTask “Tính phí” (id Activity_1)`.
    var shown: String {
        "\(name)\((attribute("name") ?? "").shownAsName)" + (attribute("id").map { " (id \($0))" } ?? "")
    }

    fileprivate func without(_ name: String) -> XMLTree {
        var copy = self
        copy.children.removeAll { $0.name == name }
        return copy
    }
}
