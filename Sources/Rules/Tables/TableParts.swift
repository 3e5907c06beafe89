import Kernel

// How the values of a column are divided.
extension TableColumn {
    /// The parts around the values that are named; nil when these are of several kinds.
    static func parts(_ named: [FEELValue], _ type: FEELType) -> [Part]? {
        let points = named.filter { !$0.isNull }
        let absent = points.count < named.count ? [Part(sample: .null)] : []
        if case .choice(let codes) = type { return codes.map { Part(sample: .string($0)) } + absent }
        guard let first = points.first else {
            return type == .boolean ? [Part(sample: true), Part(sample: false)] + absent : [Part(sample: .null)]
        }
        switch first {
        case .boolean:
            guard points.allSatisfy({ $0.boolean != nil }) else { return nil }
            return [Part(sample: true), Part(sample: false)] + absent
        case .string:
            guard points.allSatisfy({ $0.string != nil }) else { return nil }
            return points.map { Part(sample: $0) } + [Part(sample: other(than: points), isRest: true)] + absent
        default: return ordered(points).map { $0 + absent }
        }
    }

    private static func other(than points: [FEELValue]) -> FEELValue {
        var text = "…"
        while points.contains(.string(text)) { text += "…" }
        return .string(text)
    }

    /// Below the first point, the points themselves, between them, above the last.
    private static func ordered(_ points: [FEELValue]) -> [Part]? {
        var sorted: [FEELValue] = []
        for point in points {
            guard let place = place(of: point, in: sorted) else { return nil }
            if place < sorted.count, point.order(sorted[place]) == 0 { continue }
            sorted.insert(point, at: place)
        }
        guard let first = sorted.first, let last = sorted.last, let below = neighbour(first, -1),
            let above = neighbour(last, 1)
        else { return nil }
        var parts = [Part(sample: below)]
        for (index, point) in sorted.enumerated() {
            parts.append(Part(sample: point))
            guard index + 1 < sorted.count else { break }
            if let middle = between(point, sorted[index + 1]) { parts.append(Part(sample: middle)) }
        }
        return parts + [Part(sample: above)]
    }

    /// Where a point belongs among sorted ones; nil when they have no common order.
    private static func place(of point: FEELValue, in sorted: [FEELValue]) -> Int? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            guard let order = point.order(sorted[middle]) else { return nil }
            if order <= 0 { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static func neighbour(_ point: FEELValue, _ step: Int) -> FEELValue? {
        let length: FEELValue =
            switch point {
            case .number, .months: point.number == nil ? .months(FEELMonths(step)) : .number(FEELNumber(step))
            default: .duration(FEELDuration(seconds: step * 86_400, nanoseconds: 0))
            }
        if case .time = point { return nil }
        let frame = Frame(scope: RuleScope([:], now: Instant(seconds: 0)), limits: .standard)
        let moved = Arithmetic.add(point, length, frame)
        return moved.order(point) == step ? moved : nil
    }

    /// A value between two, a plain one if possible; nil when there is none.
    private static func between(_ low: FEELValue, _ high: FEELValue) -> FEELValue? {
        if let next = neighbour(low, 1), next.order(high) == -1 {
            if let number = next.number?.rounded(.down, scale: 0), FEELValue.number(number).order(low) == 1,
                FEELValue.number(number).order(high) == -1
            {
                return .number(number)
            }
            return next
        }
        let frame = Frame(scope: RuleScope([:], now: Instant(seconds: 0)), limits: .standard)
        let middle: FEELValue =
            switch (low, high) {
            case (.number, .number), (.duration, .duration): Arithmetic.divide(Arithmetic.add(low, high, frame), 2)
            case (.dateTime, .dateTime):
                Arithmetic.add(low, Arithmetic.divide(Arithmetic.subtract(high, low), 2), frame)
            default: .null
            }
        return middle.order(low) == 1 && middle.order(high) == -1 ? middle : nil
    }
}
