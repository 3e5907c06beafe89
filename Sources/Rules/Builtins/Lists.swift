// Functions on lists (DMN 1.5, table 59 and 10.3.4.8).
extension Builtin {
    static let lists: [Builtin] = [
        Builtin("list contains(list: list, element: Any) -> boolean") { a, frame in
            .boolean((a[0].list ?? []).contains { frame.charge($0.weight) && $0.equals(a[1]) == true })
        },
        Builtin("count(list: list) -> number") { a, _ in FEELValue(a[0].list?.count ?? 0) },
        Builtin("sublist(list: list, start position: number, length?: number) -> list") { a, frame in
            let items = a[0].list ?? []
            guard let start = a[1].integer, start != 0 else { return .null }
            let first = start > 0 ? start - 1 : items.count + start
            guard first >= 0, first <= items.count else { return .null }
            guard a.count > 2, !a[2].isNull else { return frame.list(Array(items[first...])) }
            guard let length = a[2].integer, length >= 0, first + length <= items.count else { return .null }
            return frame.list(Array(items[first..<(first + length)]))
        },
        Builtin("append(list: list, item...: Any) -> list") { a, frame in frame.list((a[0].list ?? []) + a.dropFirst())
        },
        Builtin("concatenate(list...: list) -> list") { a, frame in frame.list(a.flatMap { $0.list ?? [] }) },
        Builtin("insert before(list: list, position: number, newItem: Any) -> list") { a, frame in
            var items = a[0].list ?? []
            guard let position = a[1].integer, let place = items.place(position) else { return .null }
            items.insert(a[2], at: place)
            return frame.list(items)
        },
        Builtin("remove(list: list, position: number) -> list") { a, frame in
            var items = a[0].list ?? []
            guard let position = a[1].integer, let place = items.place(position) else { return .null }
            items.remove(at: place)
            return frame.list(items)
        },
        Builtin("list replace(list: list, position: number, newItem: Any) -> list") { a, frame in
            var items = a[0].list ?? []
            // A position with decimals is cut off, as the standard's own kit has it.
            let whole = a[1].number?.rounded(.down, scale: 0)?.integer
            guard let position = whole, let place = items.place(position) else { return .null }
            items[place] = a[2]
            return frame.list(items)
        },
        Builtin("list replace(list: list, match: function, newItem: Any) -> list") { a, frame in
            guard case .function(let match) = a[1] else { return .null }
            var items = a[0].list ?? []
            for (index, item) in items.enumerated() {
                guard case .boolean(let holds) = frame.call(match, [item, a[2]]) else { return .null }
                if holds { items[index] = a[2] }
            }
            return frame.list(items)
        },
        Builtin("reverse(list: list) -> list") { a, frame in frame.list((a[0].list ?? []).reversed()) },
        Builtin("index of(list: list, match: Any) -> list<number>") { a, frame in
            let items = a[0].list ?? []
            let places = items.indices.filter { frame.charge(items[$0].weight) && items[$0].equals(a[1]) == true }
            return frame.list(places.map { FEELValue($0 + 1) })
        },
        Builtin("union(list...: list) -> list") { a, frame in distinct(a.flatMap { $0.list ?? [] }, frame) },
        Builtin("distinct values(list: list) -> list") { a, frame in distinct(a[0].list ?? [], frame) },
        Builtin("flatten(list: list) -> list") { a, frame in
            guard frame.charge(a[0].weight) else { return .null }
            var flat: [FEELValue] = []
            func gather(_ value: FEELValue) {
                if case .list(let list) = value { list.items.forEach(gather) } else { flat.append(value) }
            }
            gather(a[0])
            return frame.list(flat)
        },
        Builtin("sort(list: list, precedes?: function) -> list") { a, frame in
            let items = a[0].list ?? []
            guard a.count > 1, case .function(let precedes) = a[1] else {
                return sorted(items, frame) { natural($0, $1) }
            }
            return sorted(items, frame) { frame.call(precedes, [$0, $1]).boolean }
        },
    ]

    /// Whether the one comes before the other in the order of its kind.
    private static func natural(_ a: FEELValue, _ b: FEELValue) -> Bool? { a.order(b).map { $0 < 0 } }

    /// Merge sort, which keeps the order of equals whatever the function says; null when it says nothing.
    private static func sorted(_ items: [FEELValue], _ frame: Frame, _ precedes: (FEELValue, FEELValue) -> Bool?)
        -> FEELValue
    {
        var (current, width) = (items, 1)
        while width < items.count {
            var next: [FEELValue] = []
            next.reserveCapacity(items.count)
            for start in stride(from: 0, to: items.count, by: 2 * width) {
                var (left, right) = (start, min(start + width, items.count))
                let (middle, end) = (right, min(start + 2 * width, items.count))
                while left < middle, right < end {
                    guard frame.charge(1), let takesRight = precedes(current[right], current[left]) else {
                        return .null
                    }
                    next.append(takesRight ? current[right] : current[left])
                    if takesRight { right += 1 } else { left += 1 }
                }
                next += current[left..<middle] + current[right..<end]
            }
            (current, width) = (next, width * 2)
        }
        return frame.list(current)
    }

    private static func distinct(_ items: [FEELValue], _ frame: Frame) -> FEELValue {
        var kept: [FEELValue] = []
        var seen: Set<FEELValue> = []
        for item in items {
            guard frame.charge(item.weight) else { return .null }
            switch item {
            case .number, .string, .boolean, .date, .duration, .months, .null:
                if seen.insert(item).inserted { kept.append(item) }
            default:
                guard frame.charge(kept.count) else { return .null }
                if !kept.contains(where: { $0.equals(item) == true }) { kept.append(item) }
            }
        }
        return frame.list(kept)
    }
}

extension [FEELValue] {
    /// The index of a position from 1, or from the end below zero.
    fileprivate func place(_ position: Int) -> Int? {
        let place = position > 0 ? position - 1 : count + position
        return position != 0 && indices.contains(place) ? place : nil
    }
}
