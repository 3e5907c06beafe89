/// Where the nodes of a process stand and how its flows run, in the pixels of BPMN diagrams.
///
/// Lanes of roles lie one above the other. Every step has a column of its own; beside it stand its gateway and the events
/// that its acts lead to. A block of branches has one too, across all lanes. Flows to other steps run in channels between
/// columns and in a corridor at the top of each lane, where no node stands, so that no flow crosses one; other agencies
/// stand below everything.
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
        var top: Point { Point(x: x + width / 2, y: y) }
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
    /// The pools of other participants.
    private(set) var partners: [String: Box] = [:]
    private(set) var pool = Box(x: 0, y: 0, width: 0, height: 0)

    private let graph: ProcessGraph
    private var columns: [LayoutColumn] = []
    private var channels: [Channel] = []
    private var corridors: [Int] = []
    private var near: Set<String> = []
    /// Where the first row of each lane is.
    private var middles: [Int] = []

    /// The space between two columns, with a place for each flow that runs up or down in it.
    private struct Channel {
        var x = 0
        var flows: [String] = []
        var width: Int { 110 + flows.count * 12 }
    }

    static let (eventGap, rowHeight) = (100, 80)
    private static let corridorStep = 44
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
        let blocks = ProcessBlocks(graph)
        let roles = graph.nodes.filter { [.task, .send].contains($0.kind) }.reduce(into: [String]()) { roles, node in
            if !roles.contains(node.role ?? "") { roles.append(node.role ?? "") }
        }
        let lane = { (node: ProcessNode) in roles.firstIndex(of: node.role ?? "") ?? 0 }
        let timers = { [graph] (node: ProcessNode) in graph.nodes.filter { $0.host == node.id } }
        for node in graph.nodes {
            if let block = blocks.block(at: node.id) {
                columns.append(LayoutColumn(block, lane: lane(node), lane, timers))
            } else if node.kind == .task, !blocks.isInside(node.id) {
                columns.append(column(node, lane(node), timers(node)))
            }
        }
        lanes = roles.map { Lane(role: $0, box: Box(x: 0, y: 0, width: 0, height: 0), nodes: []) }
        if lanes.isEmpty { lanes = [Lane(role: "", box: Box(x: 0, y: 0, width: 0, height: 0), nodes: [])] }
        corridors = lanes.map { _ in 0 }
        channels = (0...columns.count).map { _ in Channel() }
    }

    private func column(_ task: ProcessNode, _ lane: Int, _ timers: [ProcessNode]) -> LayoutColumn {
        var column = LayoutColumn(task: task, lane: lane)
        column.timers = timers
        var sources = [task.id]
        for flow in graph.leaving(task.id) {
            if let next = graph.node(flow.to), next.kind == .choice {
                column.gateway = next
                sources.append(next.id)
            }
        }
        for flow in graph.flows where sources.contains(flow.from) {
            guard let next = graph.node(flow.to) else { continue }
            if [.end, .terminate, .supplement].contains(next.kind) { column.events.append(next) }
        }
        column.acting = timers.map(\.id).filter { timer in
            graph.leaving(timer).contains { graph.node($0.to)?.kind == .task }
        }
        return column
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
            guard let to = columns.firstIndex(where: { $0.entry.id == flow.to }) else { return nil }
            let from = columns.firstIndex { $0.holds(flow.from) }
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
        middles = []
        for lane in lanes.indices {
            let own = columns.filter { $0.stands(in: lane) }
            let corridor = 60 + corridors[lane] * Self.corridorStep
            let height = corridor + 50 + (own.map { $0.depth(in: lane) }.max() ?? 50) + 40
            lanes[lane].box = Box(x: Self.strip, y: y, width: width - Self.strip, height: height)
            middles.append(y + corridor + 50)
            y += height
        }
        for (index, column) in columns.enumerated() {
            if column.isBlock {
                placeBlock(column, x: lefts[index])
            } else {
                place(column, x: lefts[index], middle: middles[column.lane])
            }
        }
        let first = columns.first?.lane ?? 0
        if let start = graph.nodes.first(where: { $0.kind == .start }) {
            put(start, Box(x: 2 * Self.strip + 60, y: middles[first] - 18, width: 36, height: 36), in: first)
        }
        pool = Box(x: 0, y: 0, width: width, height: max(y, 100))
        placePartners()
    }

    private mutating func place(_ column: LayoutColumn, x: Int, middle: Int) {
        let task = Box(
            x: x, y: middle - Self.taskHeight / 2, width: column.taskWidth, height: Self.taskHeight)
        put(column.entry, task, in: column.lane)
        place(column.timers, on: task, in: column.lane)
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

    /// Timers on the lower edge of a task, and the ends that belong to them below.
    private mutating func place(_ timers: [ProcessNode], on task: Box, in lane: Int) {
        for (index, timer) in timers.enumerated() {
            let center = task.x + 35 + index * LayoutColumn.timerStep
            put(timer, Box(x: center - 18, y: task.bottom.y - 18, width: 36, height: 36), in: lane)
            guard let end = graph.leaving(timer.id).first.flatMap({ graph.node($0.to) }), end.kind != .task else {
                continue
            }
            put(end, Box(x: center - 18, y: task.middle.y + 95, width: 36, height: 36), in: lane)
        }
    }

    private mutating func placeBlock(_ column: LayoutColumn, x: Int) {
        let middle = middles[column.lane]
        let size = LayoutColumn.gatewaySize
        put(column.entry, Box(x: x + column.forkLeft, y: middle - size / 2, width: size, height: size), in: column.lane)
        for way in column.ways {
            let y = middles[way.lane] + way.y - Self.taskHeight / 2
            for (index, node) in way.nodes.enumerated() {
                let left = x + way.x + index * (LayoutColumn.branchWidth + LayoutColumn.gap)
                let box = Box(x: left, y: y, width: LayoutColumn.branchWidth, height: Self.taskHeight)
                put(node, box, in: way.lane)
                place(way.timers.filter { $0.host == node.id }, on: box, in: way.lane)
            }
        }
        if let join = column.join {
            put(join, Box(x: x + column.joinLeft, y: middle - size / 2, width: size, height: size), in: column.lane)
        }
    }

    /// Each other participant stands right below the nodes that exchange messages with it.
    private mutating func placePartners() {
        for partner in graph.partners {
            let ends = graph.messages.compactMap { message in
                message.to == partner.id ? boxes[message.from] : message.from == partner.id ? boxes[message.to] : nil
            }
            let left = ends.map(\.x).min() ?? 0
            let right = ends.map(\.right.x).max() ?? 200
            partners[partner.id] = Box(x: left, y: pool.height + 60, width: right - left, height: 60)
        }
    }

    private mutating func put(_ node: ProcessNode, _ box: Box, in lane: Int) {
        boxes[node.id] = box
        lanes[lane].nodes.append(node.id)
    }

    // MARK: lines

    private mutating func route() {
        let corridorTop = lanes.map { $0.box.y + 56 }
        var used = lanes.map { _ in 0 }
        for way in ways {
            guard let box = boxes[way.flow.from], let target = boxes[way.flow.to]?.left else { continue }
            let out = x(of: way.flow.id, in: way.from + 1)
            let start = start(of: way, from: box, out: out)
            if isNear(way) {
                let last = start.last ?? target
                lines[way.flow.id] =
                    start.count == 1 && last.y == target.y
                    ? [last, target] : start + [Point(x: out, y: last.y), Point(x: out, y: target.y), target]
                label(way.flow, at: Point(x: last.x + 6, y: last.y - 6))
                continue
            }
            let lane = columns[way.to].lane
            let y = corridorTop[lane] + used[lane] * Self.corridorStep
            used[lane] += 1
            let into = x(of: way.flow.id, in: way.to)
            lines[way.flow.id] =
                start + [
                    Point(x: out, y: start.last?.y ?? y), Point(x: out, y: y), Point(x: into, y: y),
                    Point(x: into, y: target.y), target,
                ]
            label(way.flow, at: Point(x: min(out, into) + 8, y: y - 2))
        }
        for flow in graph.flows where lines[flow.id] == nil {
            guard let source = boxes[flow.from], let target = boxes[flow.to] else { continue }
            lines[flow.id] = line(flow, from: source, to: target)
            guard graph.node(flow.from)?.host == nil else { continue }
            label(flow, at: Point(x: target.x - Self.eventGap + 4, y: target.middle.y - 4))
        }
        for message in graph.messages { route(message) }
    }

    /// The beginning of a way: to the right, or from a timer down below everything in its column.
    private func start(of way: Way, from box: Box, out: Int) -> [Point] {
        let column = columns[way.from]
        guard let place = column.acting.firstIndex(of: way.flow.from) else { return [box.right] }
        let y = middles[column.lane] + column.floor + 20 + place * LayoutColumn.floorStep
        return [box.bottom, Point(x: box.bottom.x, y: y)]
    }

    /// A message runs straight down to the pool of the other participant, or up from there.
    private mutating func route(_ message: ProcessMessage) {
        let isSent = partners[message.to] != nil
        guard let node = boxes[isSent ? message.from : message.to],
            let pool = partners[isSent ? message.to : message.from]
        else { return }
        // The answer stands clear of the limit on the lower edge and its name.
        let x = isSent ? node.middle.x : node.right.x - 8
        let line = [Point(x: x, y: node.bottom.y), Point(x: x, y: pool.y)]
        lines[message.id] = isSent ? line : line.reversed()
    }

    /// A flow within a column: straight, or down and to the right; into a gateway that joins, to the right and then up or
    /// down.
    private func line(_ flow: ProcessFlow, from source: Box, to target: Box) -> [Point] {
        if source.middle.y == target.middle.y { return [source.right, target.left] }
        if source.middle.x == target.middle.x { return [source.bottom, Point(x: target.middle.x, y: target.y)] }
        let isBelow = target.middle.y > source.middle.y
        if graph.node(flow.to)?.isGate == true {
            return [source.right, Point(x: target.middle.x, y: source.middle.y), isBelow ? target.top : target.bottom]
        }
        return [
            isBelow ? source.bottom : source.top, Point(x: source.middle.x, y: target.middle.y), target.left,
        ]
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
