import Synchronization

/// Counts how often sessions were ended on this node.
final class SessionEpoch: Sendable {
    private let number = Atomic<Int>(0)
    var current: Int { number.load(ordering: .acquiring) }
    func advance() { number.add(1, ordering: .releasing) }
}
