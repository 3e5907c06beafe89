import Directory
import Kernel
import Rules

/// Writes the steps of a service as BPMN 2.0 XML with its diagram; `BPMNReader` reads equal steps from it.
package struct BPMNWriter {
    private let process: ServiceProcess
    private let graph: ProcessGraph
    private let layout: ProcessLayout

    /// The text of the file.
    package static func text(_ process: ServiceProcess) -> String {
        let graph = StepsDrawing.graph(of: process.steps)
        let writer = BPMNWriter(process: process, graph: graph, layout: ProcessLayout(graph))
        var xml = XMLWriter()
        writer.write(to: &xml)
        return xml.text
    }

    private var id: String { "process.\(process.name)" }

    private func write(to xml: inout XMLWriter) {
        let attributes = [
            ("xmlns:bpmn", BPMNVocabulary.model), ("xmlns:bpmndi", BPMNVocabulary.diagram),
            ("xmlns:dc", BPMNVocabulary.bounds), ("xmlns:di", BPMNVocabulary.waypoints),
            ("xmlns:xsi", BPMNVocabulary.instance), ("xmlns:motcua", BPMNVocabulary.own), ("id", "definitions"),
            ("targetNamespace", BPMNVocabulary.own), ("expressionLanguage", BPMNVocabulary.feel),
        ]
        xml.element("bpmn:definitions", attributes) { xml in
            xml.element("bpmn:collaboration", [("id", "collaboration")]) { xml in
                xml.element(
                    "bpmn:participant", [("id", "agency"), ("name", process.title.vi), ("processRef", id)])
                for partner in graph.partners {
                    xml.element("bpmn:participant", [("id", partner.id), ("name", partner.name)])
                }
                for message in graph.messages {
                    xml.element(
                        "bpmn:messageFlow",
                        [("id", message.id), ("sourceRef", message.from), ("targetRef", message.to)])
                }
            }
            writeProcess(to: &xml)
            DiagramWriter(graph: graph, layout: layout).write(to: &xml)
        }
    }

    private func writeProcess(to xml: inout XMLWriter) {
        let attributes = [("id", id), ("name", process.title.vi), ("isExecutable", "true")]
        xml.element("bpmn:process", attributes) { xml in
            write(ProcessMark("service", ["name": process.name, "en": process.title.en]), to: &xml)
            xml.element("bpmn:laneSet", [("id", "lanes")]) { xml in
                for lane in layout.lanes {
                    xml.element("bpmn:lane", [("id", "lane.\(lane.role)"), ("name", Self.name(ofRole: lane.role))]) {
                        xml in
                        write(ProcessMark("role", ["key": lane.role]), to: &xml)
                        for node in lane.nodes { xml.element("bpmn:flowNodeRef", text: node) }
                    }
                }
            }
            for node in graph.nodes { write(node, to: &xml) }
            for flow in graph.flows { write(flow, to: &xml) }
        }
    }

    static func name(ofRole role: String) -> String { Role(rawValue: role)?.phrase.vi ?? role }

    private func write(_ mark: ProcessMark?, to xml: inout XMLWriter) {
        guard let mark else { return }
        xml.element("bpmn:extensionElements") { mark.write(to: &$0) }
    }

    private func write(_ node: ProcessNode, to xml: inout XMLWriter) {
        var attributes: [(String, String?)] = [("id", node.id), ("name", node.name.isEmpty ? nil : node.name)]
        if case .timer(let host, _, let stops) = node.kind {
            attributes += [("attachedToRef", host), ("cancelActivity", "\(stops)")]
        }
        if node.kind == .choice || node.isGate {
            let (into, out) = (graph.entering(node.id).count, graph.leaving(node.id).count)
            if out > 1 {
                attributes.append(("gatewayDirection", into > 1 ? "Mixed" : "Diverging"))
            } else if into > 1 {
                attributes.append(("gatewayDirection", "Converging"))
            }
        }
        xml.element("bpmn:\(node.kind.element)", attributes) { xml in
            write(node.mark, to: &xml)
            for flow in graph.entering(node.id) { xml.element("bpmn:incoming", text: flow.id) }
            for flow in graph.leaving(node.id) { xml.element("bpmn:outgoing", text: flow.id) }
            let definition = [("id", Optional("\(node.id).event"))]
            switch node.kind {
            case .supplement: xml.element("bpmn:messageEventDefinition", definition)
            case .terminate: xml.element("bpmn:terminateEventDefinition", definition)
            case .timer(_, let after, _):
                xml.element("bpmn:timerEventDefinition", definition) { xml in
                    xml.element("bpmn:timeDuration", text: after, [("xsi:type", "bpmn:tFormalExpression")])
                }
            case .notify: xml.element("bpmn:messageEventDefinition", definition)
            case .escalate: xml.element("bpmn:escalationEventDefinition", definition)
            case .gate(.complex):
                guard let condition = node.condition else { break }
                xml.element(
                    "bpmn:activationCondition", text: condition,
                    [("xsi:type", "bpmn:tFormalExpression"), ("language", BPMNVocabulary.feel)])
            case .start, .task, .choice, .gate, .send, .receive, .end, .within, .race, .pause: break
            }
        }
    }

    private func write(_ flow: ProcessFlow, to xml: inout XMLWriter) {
        let attributes: [(String, String?)] = [
            ("id", flow.id), ("name", flow.name.isEmpty ? nil : flow.name), ("sourceRef", flow.from),
            ("targetRef", flow.to),
        ]
        guard flow.mark != nil || flow.condition != nil else { return xml.element("bpmn:sequenceFlow", attributes) }
        xml.element("bpmn:sequenceFlow", attributes) { xml in
            write(flow.mark, to: &xml)
            if let condition = flow.condition {
                xml.element(
                    "bpmn:conditionExpression", text: condition,
                    [("xsi:type", "bpmn:tFormalExpression"), ("language", BPMNVocabulary.feel)])
            }
        }
    }
}

extension ProcessNode.Kind {
    /// The element that it is written as.
    var element: String {
        switch self {
        case .start: "startEvent"
        case .task: "userTask"
        case .choice: "exclusiveGateway"
        case .supplement: "intermediateCatchEvent"
        case .timer: "boundaryEvent"
        case .gate(.parallel): "parallelGateway"
        case .gate(.inclusive): "inclusiveGateway"
        case .gate(.complex): "complexGateway"
        case .send: "sendTask"
        case .receive: "receiveTask"
        case .within: "subProcess"
        case .race: "eventBasedGateway"
        case .pause: "intermediateCatchEvent"
        case .end, .terminate, .notify, .escalate: "endEvent"
        }
    }
}
