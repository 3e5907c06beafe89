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
        let edges: [(id: String, from: String, to: String)] =
            graph.flows.map { ($0.id, $0.from, $0.to) } + graph.messages.map { ($0.id, $0.from, $0.to) }
        #expect(
            layout.boxes.count == graph.nodes.count && layout.lines.count == graph.flows.count + graph.messages.count)
        #expect(layout.partners.count == graph.partners.count)
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
            for edge in edges where edge.from != node.id && edge.to != node.id {
                // A timer stands on the edge of its task; what leaves it begins there.
                if graph.node(edge.from)?.host == node.id { continue }
                guard let line = layout.lines[edge.id], let box = layout.boxes[node.id] else { continue }
                let isCrossed = zip(line, line.dropFirst()).contains { overlaps(span($0, $1), box) }
                #expect(!isCrossed, "\(edge.id) crosses \(node.id)")
            }
        }
        for edge in edges {
            guard let line = layout.lines[edge.id] else { continue }
            #expect(zip(line, line.dropFirst()).allSatisfy { $0.x == $1.x || $0.y == $1.y }, "\(edge.id) is slanted")
        }
        checkPartners(graph, layout)
    }

    /// Other participants stand outside of the agency's pool and beside each other, and no message to one touches another.
    private func checkPartners(_ graph: ProcessGraph, _ layout: ProcessLayout) {
        for (id, box) in layout.partners {
            #expect(!overlaps(box, layout.pool))
            for (other, place) in layout.partners where other != id {
                #expect(!overlaps(box, place), "\(id) stands on \(other)")
            }
            for message in graph.messages where message.from != id && message.to != id {
                let line = layout.lines[message.id] ?? []
                #expect(!zip(line, line.dropFirst()).contains { overlaps(span($0, $1), box) })
            }
        }
    }

    @Test func `the templates' diagrams can be read`() throws {
        let library = try Samples.library()
        for name in library.templateNames { check(try #require(library.process(ofTemplate: name)).steps) }
    }

    /// Of every kind that a step with branches has.
    @Test func `ways of a block stand in the lanes of their roles, clear of each other`() throws {
        let limit = LimitRule(value: 3, unit: "working_days", cases: [])
        let places: [(role: String, at: String?)] = [
            ("head", nil), ("specialist", StepBranch.chosen), ("specialist", nil), ("head", "H99.12"), ("leader", nil),
        ]
        let branches = places.enumerated().map { number, place in
            StepBranch(
                key: "b\(number)", title: Phrase(same: "Ý kiến \(number)"), role: place.role,
                limit: number.isMultiple(of: 2) ? limit : nil, at: place.at, when: number == 1 ? "a.b" : nil,
                answer: nil)
        }
        var steps = try #require(try Samples.library().process(ofTemplate: "short")).steps
        steps[1].parallel = branches
        steps[1].to = steps[2].key
        steps[1].timers = [
            StepTimer(key: "remind", after: limit, remind: true),
            StepTimer(key: "act", after: limit, act: steps[1].acts[0].key),
        ]
        check(steps)
        let graph = StepsDrawing.graph(of: steps)
        let layout = ProcessLayout(graph)
        for (number, place) in places.enumerated() {
            let name = "\(place.at == nil ? "branch" : "ask").\(steps[1].key).b\(number)"
            #expect(layout.lanes.first { $0.role == place.role }?.nodes.contains(name) == true, "\(name)")
        }
        #expect(layout.partners.count == 2)
    }

    @Test func `random diagrams can be read`() {
        var random = RandomSteps(seed: 9)
        for _ in 0..<150 { check(random.steps()) }
    }
}
