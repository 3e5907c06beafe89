/// A list of FEEL values that knows its depth and weight, so that no walk over it can run away.
package final class FEELList: Hashable, Sendable {
    package let items: [FEELValue]
    let depth: Int
    let weight: Int

    package init(_ items: [FEELValue]) {
        self.items = items
        (depth, weight) = FEELList.measure(items)
    }

    static func measure(_ items: [FEELValue]) -> (depth: Int, weight: Int) {
        var (depth, weight) = (0, 1)
        for item in items {
            switch item {
            case .list, .context, .function:
                depth = max(depth, item.depth)
                weight += item.weight
            default: weight += 1
            }
            if weight > 1 << 40 { weight = 1 << 40 }
        }
        return (depth + 1, weight)
    }

    package static func == (a: FEELList, b: FEELList) -> Bool { a === b || a.items == b.items }
    package func hash(into hasher: inout Hasher) { hasher.combine(items.count) }
}
