// Equality and order of values (DMN 1.5, 10.3.2.3 and tables 50 to 52).
extension FEELValue {
    /// Whether both are the same; nil when they are of different kinds and so do not compare.
    func equals(_ other: FEELValue) -> Bool? {
        switch (self, other) {
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.boolean(let a), .boolean(let b)): return a == b
        case (.number(let a), .number(let b)): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.date(let a), .date(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.months(let a), .months(let b)): return a == b
        case (.time(let a), .time(let b)): return FEELTime.difference(a, b).map { $0 == 0 } ?? false
        case (.dateTime(let a), .dateTime(let b)): return FEELDateTime.difference(a, b).map { $0 == .zero } ?? false
        case (.list(let a), .list(let b)):
            return a === b
                || a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { $0.equals($1) == true }
        case (.context(let a), .context(let b)):
            return a === b
                || a.keys.count == b.keys.count
                    && zip(a.keys, a.values).allSatisfy { key, value in b[key].map { value.equals($0) == true } ?? false
                    }
        case (.range(let a), .range(let b)):
            return a.start.equals(b.start) == true && a.end.equals(b.end) == true && a.form == b.form
                && (a.includesStart == b.includesStart || a.start.isNull)
                && (a.includesEnd == b.includesEnd || a.end.isNull)
        case (.function(let a), .function(let b)): return a == b
        default: return nil
        }
    }

    /// Below zero, zero or above, as this comes before, with or after the other; nil when they have no order.
    func order(_ other: FEELValue) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.string(let a), .string(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.date(let a), .date(let b)): return (a.number - b.number).signum()
        case (.duration(let a), .duration(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.months(let a), .months(let b)): return a == b ? 0 : a < b ? -1 : 1
        case (.time(let a), .time(let b)): return FEELTime.difference(a, b)?.signum()
        case (.dateTime(let a), .dateTime(let b)):
            return FEELDateTime.difference(a, b).map { $0 == .zero ? 0 : $0.isNegative ? -1 : 1 }
        default: return nil
        }
    }

    func compare(_ sign: Syntax.Operator, _ other: FEELValue) -> FEELValue {
        switch sign {
        case .equal: equals(other).map { .boolean($0) } ?? .null
        case .unequal: equals(other).map { .boolean(!$0) } ?? .null
        case .less: order(other).map { .boolean($0 < 0) } ?? .null
        case .lessOrEqual: order(other).map { .boolean($0 <= 0) } ?? .null
        case .greater: order(other).map { .boolean($0 > 0) } ?? .null
        case .greaterOrEqual: order(other).map { .boolean($0 >= 0) } ?? .null
        default: .null
        }
    }
}

extension FEELRange {
    /// Whether the value lies in the interval; nil when it does not compare with its ends.
    func includes(_ value: FEELValue) -> Bool? {
        switch form {
        case .interval: break
        case .equal: return value.equals(start)
        case .unequal: return value.equals(start).map { !$0 }
        }
        if start.isNull, end.isNull { return nil }
        var inside = true
        if !start.isNull {
            guard let order = value.order(start) else { return nil }
            inside = order > 0 || order == 0 && includesStart
        }
        if !end.isNull {
            guard let order = value.order(end) else { return nil }
            inside = inside && (order < 0 || order == 0 && includesEnd)
        }
        return inside
    }
}
