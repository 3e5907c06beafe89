/// A part of a diagram that shares its stretch of the width with no other: a step with what stands around it, or a block of
/// branches, whose ways stand in the lanes of their roles.
struct LayoutColumn {
    /// Where the ways of a block stand.
    struct Way {
        let nodes: [ProcessNode]
        /// A limit with the end that it leads to.
        let timers: [ProcessNode]
        let lane: Int
        /// From the left edge of the column to the first node.
        var x = 0
        /// From the middle of the lane down to the middle of the way.
        var y = 0

        var isExchange: Bool { nodes.count > 1 }
        var width: Int { isExchange ? 2 * LayoutColumn.branchWidth + LayoutColumn.gap : LayoutColumn.branchWidth }
        var depth: Int { timers.isEmpty ? 50 : 170 }
    }

    static let (branchWidth, gap, gatewaySize) = (160, 50, 50)

    /// The node that others lead to: the task, or the gateway that forks.
    let entry: ProcessNode
    let lane: Int
    var gateway: ProcessNode?
    var events: [ProcessNode] = []
    var timers: [ProcessNode] = []
    /// Timers that lead into another column.
    var acting: [String] = []
    var join: ProcessNode?
    private(set) var ways: [Way] = []

    var isBlock: Bool { entry.kind != .task }

    init(task: ProcessNode, lane: Int) {
        entry = task
        self.lane = lane
    }

    /// Ways in one lane stand below each other. A message to another agency has its stretch of the width by itself, so that
    /// it runs down past everything.
    init(_ block: ProcessBlock, lane: Int, _ lanes: (ProcessNode) -> Int, _ timers: (ProcessNode) -> [ProcessNode]) {
        entry = block.fork
        self.lane = lane
        join = block.join
        var below: [Int: Int] = [:]
        var right = Self.forkRight + Self.gap
        let plain = block.ways.contains { $0.nodes.count == 1 }
        var nextExchange = plain ? right + Self.branchWidth + Self.gap : right
        for way in block.ways {
            guard let first = way.nodes.first else { continue }
            var placed = Way(nodes: way.nodes, timers: way.nodes.flatMap(timers), lane: lanes(first))
            placed.y = below[placed.lane] ?? 0
            below[placed.lane] = placed.y + placed.depth + 60
            placed.x = placed.isExchange ? nextExchange : right
            if placed.isExchange { nextExchange += placed.width + Self.gap }
            ways.append(placed)
        }
        right = ways.map { $0.x + $0.width }.max() ?? right
        joinLeft = right + Self.gap
    }

    /// The names of flows beside the column may reach into it: the gateway that forks stands clear of them.
    private static let forkLeft = 70
    private static let forkRight = forkLeft + gatewaySize
    private(set) var joinLeft = 0

    var forkLeft: Int { Self.forkLeft }

    var taskWidth: Int { max(120, 70 + (timers.count - 1) * Self.timerStep) }
    static let timerStep = 130

    var width: Int {
        if isBlock { return joinLeft + Self.gatewaySize }
        return taskWidth + (gateway == nil ? 0 : 100) + (events.isEmpty ? 0 : 36 + ProcessLayout.eventGap)
    }

    /// From the middle of the lane down to the lowest node of the column in it.
    func depth(in lane: Int) -> Int {
        if isBlock { return ways.filter { $0.lane == lane }.map { $0.y + $0.depth }.max() ?? 50 }
        return acting.isEmpty ? floor : floor + 20 + acting.count * Self.floorStep
    }

    /// Below everything in the column of a step.
    var floor: Int {
        let rows = gateway == nil ? events.count - 1 : events.count
        return max(timers.isEmpty ? 50 : 170, rows * ProcessLayout.rowHeight + 60)
    }

    static let floorStep = 16

    func stands(in lane: Int) -> Bool { self.lane == lane || ways.contains { $0.lane == lane } }

    /// Whether a flow from that node leaves the column.
    func holds(_ id: String) -> Bool {
        id == entry.id || id == gateway?.id || id == join?.id || events.contains { $0.id == id }
            || timers.contains { $0.id == id }
    }
}
