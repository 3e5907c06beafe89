/// Where the nodes of a process stand and how its flows run, in the pixels of BPMN diagrams.
///
/// Lanes of roles lie one above the other. Every step has a column of its own; beside it stand its gateway and the events
/// that its acts lead to. Flows to other steps run in channels between columns and in a corridor at the top of each lane,
/// where no node stands, so that no flow crosses one.
struct ProcessLayout: Sendable {
    /// A point of the diagram.
    struct Point: Hashable, Sendable {
        var x: Int
        var y: Int
    }

    /// A rectangle of the diagram.
    struct Box: Hashable, Sendable {
        var x: Int
        var y: Int
        var width: Int
        var height: Int

        var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
        var left: Point { Point(x: x, y: y + height / 2) }
        var right: Point { Point(x: x + width, y: y + height / 2) }
        var bottom: Point { Point(x: x + width / 2, y: y + height) }
    }

    /// A lane with the nodes that stand in it.
    struct Lane: Sendable {
        let role: String
        var box: Box
        var nodes: [String]
    }

    private(set) var boxes: [String: Box] = [:]
    private(set) var lines: [String: [Point]] = [:]
    private(set) var labels: [String: Box] = [:]
    private(set) var lanes: [Lane] = []
    private(set) var pool = Box(x: 0, y: 0, width: 0, height: 0)

    private let graph: ProcessGraph
    private var columns: [Column] = []
    private var channels: [Channel] = []
    private var corridors: [Int] = []
    private var near: Set<String> = []

    /// A step with what stands around it.
    private struct Column {
        let task: ProcessNode
        let lane: Int
        var gateway: ProcessNode?
        var events: [ProcessNode] = []
        var timers: [ProcessNode] = []

        var taskWidth: Int { max(120, 20 + timers.count * 50) }
        var width: Int {
            taskWidth + (gateway == nil ? 0 : 100) + (events.isEmpty ? 0 : 36 + ProcessLayout.eventGap)
        }
        /// From the middle of the task down to its lowest node.
        var depth: Int {
            let rows = gateway == nil ? events.count - 1 : events.count
            return max(timers.isEmpty ? 50 : 150, rows * ProcessLayout.rowHeight + 50)
        }
    }

    /// The space between two columns, with a place for each flow that runs up or down in it.
    private struct Channel {
        var x = 0
        var flows: [String] = []
        var width: Int { 110 + flows.count * 12 }
    }

    private static let (eventGap, rowHeight, corridorStep) = (100, 80, 44)
    /// The names of the pool and of the lanes stand in strips on the left.
    private static let strip = 30
    private static let taskHeight = 80

    init(_ graph: ProcessGraph) {
        self.graph = graph
        makeColumns()
        planFlows()
        place()
        route()
    }

    private mutating func makeColumns() {
        var roles: [String] = []
        for node in graph.nodes where node.kind == .task {
            let role = node.role ?? ""
            if !roles.contains(role) { roles.append(role) }
            var column = Column(task: node, lane: roles.firstIndex(of: role) ?? 0)
            var sources = [node.id]
            for flow in graph.leaving(node.id) {
                if let next = graph.node(flow.to), next.kind == .choice {
                    column.gateway = next
                    sources.append(next.id)
                }
            }
            for flow in graph.flows where sources.contains(flow.from) {
                guard let next = graph.node(flow.to) else { continue }
                if [.end, .terminate, .supplement].contains(next.kind) { column.events.append(next) }
            }
            column.timers = graph.nodes.filter { $0.host == node.id }
            columns.append(column)
        }
        lanes = roles.map { Lane(role: $0, box: Box(x: 0, y: 0, width: 0, height: 0), nodes: []) }
        if lanes.isEmpty { lanes = [Lane(role: "", box: Box(x: 0, y: 0, width: 0, height: 0), nodes: [])] }
        corridors = lanes.map { _ in 0 }
        channels = (0...columns.count).map { _ in Channel() }
    }

    // MARK: flows between columns

    /// A flow that leaves one column for another or for its own beginning.
    private struct Way {
        let flow: ProcessFlow
        let from: Int
        let to: Int
    }

    private var ways: [Way] {
        graph.flows.compactMap { flow in
            guard let to = columns.firstIndex(where: { $0.task.id == flow.to }) else { return nil }
            let from = columns.firstIndex { column in
                flow.from == column.task.id || flow.from == column.gateway?.id
                    || column.events.contains { $0.id == flow.from }
            }
            return from.map { Way(flow: flow, from: $0, to: to) }
        }
    }

    /// Whether a flow only has to cross one channel; of several to the same column, one does.
    private func isNear(_ way: Way) -> Bool { near.contains(way.flow.id) }

    private mutating func planFlows() {
        let ways = ways
        for column in columns.indices {
            if let first = ways.first(where: { $0.from == column && $0.to == column + 1 }) {
                near.insert(first.flow.id)
            }
        }
        for way in ways {
            channels[way.from + 1].flows.append(way.flow.id)
            guard !isNear(way) else { continue }
            channels[way.to].flows.append(way.flow.id)
            corridors[columns[way.to].lane] += 1
        }
    }

    // MARK: places

    private mutating func place() {
        var x = 2 * Self.strip + 60
        channels[0].x = x + 36
        x += 36 + channels[0].width
        var lefts: [Int] = []
        for (index, column) in columns.enumerated() {
            lefts.append(x)
            channels[index + 1].x = x + column.width
            x += column.width + channels[index + 1].width
        }
        let width = x + 40
        var y = 0
        for lane in lanes.indices {
            let own = columns.filter { $0.lane == lane }
            let corridor = 48 + corridors[lane] * Self.corridorStep
            let height = corridor + 50 + (own.map(\.depth).max() ?? 50) + 40
            lanes[lane].box = Box(x: Self.strip, y: y, width: width - Self.strip, height: height)
            for index in columns.indices where columns[index].lane == lane {
                place(columns[index], x: lefts[index], middle: y + corridor + 50)
            }
            if lane == columns.first?.lane ?? 0, let start = graph.nodes.first(where: { $0.kind == .start }) {
                put(start, Box(x: 2 * Self.strip + 60, y: y + corridor + 50 - 18, width: 36, height: 36), in: lane)
            }
            y += height
        }
        pool = Box(x: 0, y: 0, width: width, height: max(y, 100))
    }

    private mutating func place(_ column: Column, x: Int, middle: Int) {
        let task = Box(
            x: x, y: middle - Self.taskHeight / 2, width: column.taskWidth, height: Self.taskHeight)
        put(column.task, task, in: column.lane)
        for (index, timer) in column.timers.enumerated() {
            let center = x + 35 + index * 50
            put(timer, Box(x: center - 18, y: task.bottom.y - 18, width: 36, height: 36), in: column.lane)
            guard let end = graph.leaving(timer.id).first.flatMap({ graph.node($0.to) }), end.kind == .end else {
                continue
            }
            put(end, Box(x: center - 18, y: middle + 95, width: 36, height: 36), in: column.lane)
        }
        var right = task.right.x
        if let gateway = column.gateway {
            put(gateway, Box(x: right + 50, y: middle - 25, width: 50, height: 50), in: column.lane)
            right += 100
        }
        let first = column.gateway == nil ? 0 : 1
        for (index, event) in column.events.enumerated() {
            let y = middle + (index + first) * Self.rowHeight
            put(event, Box(x: right + Self.eventGap, y: y - 18, width: 36, height: 36), in: column.lane)
        }
    }

    private mutating func put(_ node: ProcessNode, _ box: Box, in lane: Int) {
        boxes[node.id] = box
        lanes[lane].nodes.append(node.id)
    }

    // MARK: lines

    private mutating func route() {
        let corridorTop = lanes.map { $0.box.y + 44 }
        var used = lanes.map { _ in 0 }
        for way in ways {
            guard let source = boxes[way.flow.from]?.right, let target = boxes[way.flow.to]?.left else { continue }
            let out = x(of: way.flow.id, in: way.from + 1)
            if isNear(way) {
                lines[way.flow.id] =
                    source.y == target.y
                    ? [source, target]
                    : [source, Point(x: out, y: source.y), Point(x: out, y: target.y), target]
                label(way.flow, at: Point(x: source.x + 6, y: source.y - 6))
                continue
            }
            let lane = columns[way.to].lane
            let y = corridorTop[lane] + used[lane] * Self.corridorStep
            used[lane] += 1
            let into = x(of: way.flow.id, in: way.to)
            lines[way.flow.id] = [
                source, Point(x: out, y: source.y), Point(x: out, y: y), Point(x: into, y: y),
                Point(x: into, y: target.y), target,
            ]
            label(way.flow, at: Point(x: min(out, into) + 8, y: y - 2))
        }
        for flow in graph.flows where lines[flow.id] == nil {
            guard let source = boxes[flow.from], let target = boxes[flow.to] else { continue }
            lines[flow.id] = line(from: source, to: target)
            label(flow, at: Point(x: target.x - Self.eventGap + 4, y: target.middle.y - 4))
        }
    }

    /// A flow within a column: straight, or down and to the right.
    private func line(from source: Box, to target: Box) -> [Point] {
        if source.middle.y == target.middle.y { return [source.right, target.left] }
        if source.middle.x == target.middle.x { return [source.bottom, Point(x: target.middle.x, y: target.y)] }
        return [source.bottom, Point(x: source.middle.x, y: target.middle.y), target.left]
    }

    private func x(of flow: String, in channel: Int) -> Int {
        channels[channel].x + 90 + (channels[channel].flows.firstIndex(of: flow) ?? 0) * 12
    }

    /// The words of a flow end above this place.
    private mutating func label(_ flow: ProcessFlow, at place: Point) {
        let width = 84
        guard !flow.name.isEmpty else { return }
        let lines = (flow.name.count * 7 + width - 1) / width
        let height = 14 * max(1, lines)
        labels[flow.id] = Box(x: place.x, y: place.y - height, width: width, height: height)
    }
}
