import Rules

/// Writes the diagram of a process (BPMN 2.0.2, 12): a shape for each node and lane, an edge for each flow.
struct DiagramWriter {
    let graph: ProcessGraph
    let layout: ProcessLayout

    func write(to xml: inout XMLWriter) {
        xml.element("bpmndi:BPMNDiagram", [("id", "diagram")]) { xml in
            xml.element("bpmndi:BPMNPlane", [("id", "plane"), ("bpmnElement", "collaboration")]) { xml in
                shape("agency", layout.pool, [("isHorizontal", "true")], to: &xml)
                for lane in layout.lanes { shape("lane.\(lane.role)", lane.box, [("isHorizontal", "true")], to: &xml) }
                for node in graph.nodes {
                    guard let box = layout.boxes[node.id] else { continue }
                    let marker: String? = node.kind == .choice ? "true" : nil
                    shape(node.id, box, [("isMarkerVisible", marker)], label: label(node, box), to: &xml)
                }
                for partner in graph.partners {
                    guard let box = layout.partners[partner.id] else { continue }
                    shape(partner.id, box, [("isHorizontal", "true")], to: &xml)
                }
                for id in graph.flows.map(\.id) + graph.messages.map(\.id) { edge(id, to: &xml) }
            }
        }
    }

    /// The name of an event stands below it.
    private func label(_ node: ProcessNode, _ box: ProcessLayout.Box) -> ProcessLayout.Box? {
        guard ![.task, .send, .receive].contains(node.kind), !node.name.isEmpty else { return nil }
        let isTimer = node.host != nil
        return ProcessLayout.Box(
            x: isTimer ? box.x + box.width + 2 : box.x - 17, y: box.y + box.height + (isTimer ? -4 : 2),
            width: 70, height: 28)
    }

    private func shape(
        _ element: String, _ box: ProcessLayout.Box, _ attributes: [(String, String?)] = [],
        label: ProcessLayout.Box? = nil, to xml: inout XMLWriter
    ) {
        xml.element("bpmndi:BPMNShape", [("id", "\(element).shape"), ("bpmnElement", element)] + attributes) { xml in
            bounds(box, to: &xml)
            if let label { xml.element("bpmndi:BPMNLabel") { bounds(label, to: &$0) } }
        }
    }

    private func edge(_ id: String, to xml: inout XMLWriter) {
        guard let line = layout.lines[id] else { return }
        xml.element("bpmndi:BPMNEdge", [("id", "\(id).edge"), ("bpmnElement", id)]) { xml in
            for point in line { xml.element("di:waypoint", [("x", "\(point.x)"), ("y", "\(point.y)")]) }
            if let label = layout.labels[id] { xml.element("bpmndi:BPMNLabel") { bounds(label, to: &$0) } }
        }
    }

    private func bounds(_ box: ProcessLayout.Box, to xml: inout XMLWriter) {
        xml.element(
            "dc:Bounds",
            [("x", "\(box.x)"), ("y", "\(box.y)"), ("width", "\(box.width)"), ("height", "\(box.height)")])
    }
}
