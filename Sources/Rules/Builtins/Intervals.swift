// Functions on points and intervals (DMN 1.5, 10.3.4.9, table 66), after Allen's interval algebra.
extension Builtin {
    static let intervals: [Builtin] = [
        relation("before", "point1", "point2") { a, b in a.endsBefore(b) },
        relation("after", "point1", "point2") { a, b in b.endsBefore(a) },
        relation("meets", "range1", "range2", points: false) { a, b in a.meets(b) },
        relation("met by", "range1", "range2", points: false) { a, b in b.meets(a) },
        relation("overlaps", "range1", "range2", points: false) { a, b in
            both(a.endsBefore(b).map { !$0 }, b.endsBefore(a).map { !$0 })
        },
        relation("overlaps before", "range1", "range2", points: false) { a, b in a.overlapsBefore(b) },
        relation("overlaps after", "range1", "range2", points: false) { a, b in b.overlapsBefore(a) },
        relation("finishes", "range1", "range2") { a, b in
            both(a.compareEnds(b).map { $0 == 0 }, a.compareStarts(b).map { $0 >= 0 })
        },
        relation("finished by", "range1", "range2") { a, b in
            both(a.compareEnds(b).map { $0 == 0 }, b.compareStarts(a).map { $0 >= 0 })
        },
        relation("includes", "range", "point") { a, b in
            both(a.compareStarts(b).map { $0 <= 0 }, a.compareEnds(b).map { $0 >= 0 })
        },
        relation("during", "point", "range") { a, b in
            both(b.compareStarts(a).map { $0 <= 0 }, b.compareEnds(a).map { $0 >= 0 })
        },
        relation("starts", "range1", "range2") { a, b in
            both(a.compareStarts(b).map { $0 == 0 }, a.compareEnds(b).map { $0 <= 0 })
        },
        relation("started by", "range1", "range2") { a, b in
            both(a.compareStarts(b).map { $0 == 0 }, b.compareEnds(a).map { $0 <= 0 })
        },
        relation("coincides", "point1", "point2") { a, b in
            both(a.compareStarts(b).map { $0 == 0 }, a.compareEnds(b).map { $0 == 0 })
        },
        [
            Builtin("range(from: string) -> range") { a, _ in
                FEELRange(literal: a[0].string ?? "").map { .range($0) } ?? .null
            }
        ],
    ].flatMap(\.self)

    /// A relation of two intervals; a point counts as the interval from itself to itself.
    private static func relation(
        _ name: String, _ first: String, _ second: String, points: Bool = true,
        _ holds: @escaping @Sendable (FEELRange, FEELRange) -> Bool?
    ) -> [Builtin] {
        let names = [
            (first, second), ("point", "range"), ("range", "point"), ("point1", "point2"), ("range1", "range2"),
        ]
        var seen: Set<String> = []
        return names.filter { seen.insert($0.0 + $0.1).inserted }.map { a, b in
            Builtin("\(name)(\(a): Any, \(b): Any) -> boolean") { values, _ in
                guard let one = interval(values[0], points: points), let two = interval(values[1], points: points)
                else {
                    return .null
                }
                return FEELValue(holds(one, two))
            }
        }
    }

    private static func interval(_ value: FEELValue, points: Bool) -> FEELRange? {
        if case .range(let range) = value { return range }
        return points && value.order(value) != nil ? FEELRange(value, value) : nil
    }

    private static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
        guard let a, let b else { return nil }
        return a && b
    }
}

extension FEELRange {
    /// Whether everything here lies before everything there.
    fileprivate func endsBefore(_ other: FEELRange) -> Bool? {
        if end.isNull || other.start.isNull { return false }
        return end.order(other.start).map { $0 < 0 || $0 == 0 && !(includesEnd && other.includesStart) }
    }

    fileprivate func meets(_ other: FEELRange) -> Bool? {
        if end.isNull || other.start.isNull { return false }
        return end.order(other.start).map { $0 == 0 && includesEnd && other.includesStart }
    }

    /// Which of the two begins earlier: below zero this one.
    fileprivate func compareStarts(_ other: FEELRange) -> Int? {
        if start.isNull || other.start.isNull { return start.isNull ? (other.start.isNull ? 0 : -1) : 1 }
        guard let order = start.order(other.start) else { return nil }
        if order != 0 || includesStart == other.includesStart { return order }
        return includesStart ? -1 : 1
    }

    /// Which of the two ends later: above zero this one.
    fileprivate func compareEnds(_ other: FEELRange) -> Int? {
        if end.isNull || other.end.isNull { return end.isNull ? (other.end.isNull ? 0 : 1) : -1 }
        guard let order = end.order(other.end) else { return nil }
        if order != 0 || includesEnd == other.includesEnd { return order }
        return includesEnd ? 1 : -1
    }

    /// Begins earlier, ends inside the other.
    fileprivate func overlapsBefore(_ other: FEELRange) -> Bool? {
        guard let starts = compareStarts(other), let ends = compareEnds(other), let apart = endsBefore(other) else {
            return nil
        }
        return starts < 0 && ends <= 0 && !apart
    }

    /// An interval written as text, its ends being literals (10.3.4.1, `range`).
    fileprivate convenience init?(literal: String) {
        guard var parser = try? Parser(literal, names: Compiler.knownWords), let syntax = try? parser.expression(),
            case .range(let low, let high, let includesStart, let includesEnd) = syntax.form,
            let start = FEELRange.literalValue(low), let end = FEELRange.literalValue(high)
        else { return nil }
        if start.isNull && end.isNull { return nil }
        if !start.isNull, !end.isNull {
            guard let order = start.order(end), order <= 0 else { return nil }
        }
        self.init(
            start, end, includesStart: includesStart && !start.isNull, includesEnd: includesEnd && !end.isNull)
    }

    /// The value of a literal, also one written as a constructor with a text; nil for other expressions.
    private static func literalValue(_ syntax: Syntax) -> FEELValue? {
        switch syntax.form {
        case .null: return .null
        case .number(let value): return .number(value)
        case .string(let value): return .string(value)
        case .at(let text): return Temporal.read(text)
        case .call(let function, let arguments):
            guard case .name(let name) = function.form, arguments.count == 1, case .string(let text) = arguments[0].form
            else { return nil }
            let value: FEELValue? =
                switch name {
                case "date": FEELDate(text).map { .date($0) }
                case "time": FEELTime(text).map { .time($0) }
                case "date and time": FEELDateTime(text).map { .dateTime($0) }
                case "duration": FEELDuration(text).map { .duration($0) } ?? FEELMonths(text).map { .months($0) }
                default: nil
                }
            return value
        default: return nil
        }
    }
}
