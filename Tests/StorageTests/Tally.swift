import Synchronization

/// A count that closures of transactions share with their test.
final class Tally: Sendable {
    private let counted = Atomic(0)

    /// How often this was called, this time included.
    @discardableResult
    func up() -> Int { counted.add(1, ordering: .relaxed).newValue }

    var count: Int { counted.load(ordering: .relaxed) }
}
