import Kernel
import Rules

/// How nodes of a BPMN file are read.
extension BPMNReader {
    mutating func node(_ tree: XMLTree, within parent: String?) {
        guard let kind = kind(of: tree) else { return }
        if kind != .within { refuseInside(tree) }
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
        guard let id = tree.attribute("id") else {
            return refuse(
                tree.line, Phrase(vi: "\(tree.shown) không có id", en: "\(tree.shown) has no id"))
        }
        var node = ProcessNode(id: id, kind: kind, name: tree.attribute("name") ?? "")
        node.mark = mark(tree, "step", "limit", "timer", "branch", "branches", "join", "aside")
        node.condition = tree["activationCondition"]?.text
        node.element = tree.name
        (node.parent, node.line) = (parent, tree.line)
        graph.nodes.append(node)
        if kind == .within { content(of: tree, within: id) }
    }

    /// What a node is; nil when it was refused.
    private mutating func kind(of tree: XMLTree) -> ProcessNode.Kind? {
        let definitions = tree.children.filter { $0.name.hasSuffix("EventDefinition") }
        switch (tree.name, definitions.first?.name, definitions.count) {
        case ("startEvent", nil, _), ("startEvent", "messageEventDefinition", 1): return .start
        case ("userTask", nil, _): return .task
        case ("exclusiveGateway", nil, _): return .choice
        case ("parallelGateway", nil, _): return .gate(.parallel)
        case ("inclusiveGateway", nil, _): return .gate(.inclusive)
        case ("complexGateway", nil, _): return .gate(.complex)
        case ("endEvent", nil, _): return .end
        case ("endEvent", "terminateEventDefinition", 1): return .terminate
        case ("endEvent", "messageEventDefinition", 1): return .notify
        case ("endEvent", "escalationEventDefinition", 1): return .escalate
        case ("intermediateCatchEvent", "messageEventDefinition", 1): return .supplement
        case ("eventBasedGateway", nil, _) where tree.attribute("instantiate") != "true": return .race
        case ("intermediateCatchEvent", "timerEventDefinition", 1) where definitions.first?["timeDuration"] != nil:
            return .pause(after: definitions.first?["timeDuration"]?.text.trimmingWhiteSpace ?? "")
        case ("sendTask", nil, _), ("intermediateThrowEvent", "messageEventDefinition", 1): return .send
        case ("receiveTask", nil, _) where tree.attribute("instantiate") != "true": return .receive
        case ("subProcess", nil, _) where tree.attribute("triggeredByEvent") != "true": return .within
        case ("boundaryEvent", "timerEventDefinition", 1):
            if let duration = definitions.first?["timeDuration"], let host = tree.attribute("attachedToRef") {
                return .timer(
                    on: host, after: duration.text.trimmingWhiteSpace,
                    stops: tree.attribute("cancelActivity") != "false")
            }
            refuse(
                definitions.first ?? tree, in: tree,
                proposal: Phrase(vi: "dùng timeDuration, như P5D", en: "use timeDuration, such as P5D"))
        default:
            if let definition = definitions.first,
                ["startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"]
                    .contains(tree.name)
            {
                refuse(definition, in: tree, proposal: Self.proposals["\(tree.name) \(definition.name)"])
            } else {
                refuse(tree, proposal: Self.proposals[tree.name])
            }
        }
        return nil
    }

    private static let data = Phrase(
        vi: "giấy tờ và câu trả lời khai trong định nghĩa dịch vụ; xóa khỏi sơ đồ",
        en: "papers and answers stand in the service's definition; delete it here")

    /// What to draw instead of what has no equal.
    private static let proposals: [String: Phrase] = [
        "task": Phrase(vi: "đổi thành userTask", en: "make it a userTask"),
        "manualTask": Phrase(vi: "đổi thành userTask", en: "make it a userTask"),
        "serviceTask": Phrase(
            vi: "nếu có người làm, đổi thành userTask; nếu hệ thống tự làm khi đến hạn, dùng hẹn giờ ở mép userTask",
            en: "make it a userTask where somebody does it; what the system does by itself is a timer on a userTask"),
        "scriptTask": Phrase(
            vi: "công thức thuộc về biểu mẫu và phí; nếu có người làm, đổi thành userTask",
            en: "formulas belong to the form and the fees; make it a userTask where somebody does it"),
        "businessRuleTask": Phrase(
            vi: "viết quy tắc bằng FEEL làm điều kiện của lối ra",
            en: "write the rule in FEEL as the condition of a way out"),
        "callActivity": Phrase(
            vi: "vẽ nội dung vào một subProcess tại đây", en: "draw its content here as a subProcess"),
        "transaction": Phrase(vi: "đổi thành subProcess", en: "make it a subProcess"),
        "adHocSubProcess": Phrase(
            vi: "đổi thành các nhánh giữa hai parallelGateway", en: "make it branches between two parallelGateways"),
        "subProcess": Phrase(
            vi: "subProcess chạy theo sự kiện: dùng hẹn giờ ở mép userTask",
            en: "a subProcess that an event starts: use a timer on the edge of a userTask"),
        "eventBasedGateway": Phrase(vi: "bắt đầu bằng startEvent", en: "begin with a startEvent"),
        "receiveTask": Phrase(
            vi: "bắt đầu bằng startEvent", en: "begin with a startEvent"),
        "multiInstanceLoopCharacteristics": Phrase(
            vi: "vẽ từng nhánh giữa hai parallelGateway", en: "draw each branch between two parallelGateways"),
        "standardLoopCharacteristics": Phrase(
            vi: "vẽ đường quay lại sau một exclusiveGateway", en: "draw the way back behind an exclusiveGateway"),
        "dataObject": data, "dataObjectReference": data,
        "ioSpecification": data, "dataInputAssociation": data, "dataOutputAssociation": data,
        "dataStoreReference": data,
        "intermediateCatchEvent timerEventDefinition": Phrase(
            vi: "đặt hẹn giờ ngắt lên mép của userTask trước đó, dẫn đến bước sau",
            en: "put an interrupting timer on the edge of the userTask before, leading to the step behind"),
        "startEvent timerEventDefinition": Phrase(
            vi: "hồ sơ bắt đầu khi được nộp: dùng startEvent thường",
            en: "a case begins when it is filed: use a plain startEvent"),
        "boundaryEvent messageEventDefinition": Phrase(
            vi: "vẽ thành lối ra của exclusiveGateway sau userTask",
            en: "draw it as a way out of the exclusiveGateway behind the userTask"),
        "endEvent errorEventDefinition": Phrase(
            vi: "dùng terminateEventDefinition khi hồ sơ bị từ chối",
            en: "use a terminateEventDefinition where the case is refused"),
    ]

    private static let inside: Set<String> = [
        "incoming", "outgoing", "extensionElements", "potentialOwner", "performer", "humanPerformer", "rendering",
    ]

    /// Loops, data and the like within a node.
    mutating func refuseInside(_ tree: XMLTree) {
        for child in tree.children where child.namespace == BPMNVocabulary.model {
            if Self.inside.contains(child.name) || child.name.hasSuffix("EventDefinition") { continue }
            if tree.name == "complexGateway", child.name == "activationCondition" { continue }
            if Self.explaining.contains(child.name) {
                passOver(child)
            } else {
                refuse(child, in: tree, proposal: Self.proposals[child.name])
            }
        }
    }
}
