import Kernel
import Testing

@testable import Catalogue

/// The diagram can be read: nothing stands on anything else, no flow crosses a node.
@Suite struct ProcessLayoutTests {
    private func overlaps(_ a: ProcessLayout.Box, _ b: ProcessLayout.Box) -> Bool {
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
    }

    /// The rectangle of a piece of a line, as thin as it is.
    private func span(_ a: ProcessLayout.Point, _ b: ProcessLayout.Point) -> ProcessLayout.Box {
        ProcessLayout.Box(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x) + 1, height: abs(a.y - b.y) + 1)
    }

    private func check(_ steps: [Step]) {
        let graph = StepsDrawing.graph(of: steps)
        let layout = ProcessLayout(graph)
        #expect(layout.boxes.count == graph.nodes.count && layout.lines.count == graph.flows.count)
        #expect(Set(layout.lanes.flatMap(\.nodes)) == Set(graph.nodes.map(\.id)))
        for lane in layout.lanes {
            for node in lane.nodes.compactMap({ layout.boxes[$0] }) {
                #expect(
                    node.x > lane.box.x && node.y > lane.box.y && node.x + node.width < lane.box.x + lane.box.width
                        && node.y + node.height < lane.box.y + lane.box.height)
            }
        }
        for (index, node) in graph.nodes.enumerated() {
            for other in graph.nodes[..<index] where node.host != other.id && other.host != node.id {
                guard let a = layout.boxes[node.id], let b = layout.boxes[other.id] else { continue }
                #expect(!overlaps(a, b), "\(node.id) stands on \(other.id)")
            }
            for flow in graph.flows where flow.from != node.id && flow.to != node.id {
                // A timer stands on the edge of its task; what leaves it begins there.
                if graph.node(flow.from)?.host == node.id { continue }
                guard let line = layout.lines[flow.id], let box = layout.boxes[node.id] else { continue }
                let isCrossed = zip(line, line.dropFirst()).contains { overlaps(span($0, $1), box) }
                #expect(!isCrossed, "\(flow.id) crosses \(node.id)")
            }
        }
        for flow in graph.flows {
            guard let line = layout.lines[flow.id] else { continue }
            #expect(zip(line, line.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y }, "\(flow.id) is slanted")
        }
    }

    @Test func `the templates' diagrams can be read`() throws {
        let library = try Samples.library()
        for name in library.templateNames { check(try #require(library.process(ofTemplate: name)).steps) }
    }

    @Test func `random diagrams can be read`() {
        var random = RandomSteps(seed: 9)
        for _ in 0..<150 { check(random.steps()) }
    }
}
