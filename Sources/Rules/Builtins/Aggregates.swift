// Functions that make one value of a list, or of any number of arguments (DMN 1.5, table 59).
extension Builtin {
    static let aggregates: [Builtin] = [
        overList("min", "Any") { items, _ in extreme(items) { $0 < 0 } },
        overList("max", "Any") { items, _ in extreme(items) { $0 > 0 } },
        overList("sum", "number") { items, _ in sum(items) },
        overList("mean", "number") { items, _ in
            guard !items.isEmpty else { return .null }
            return Arithmetic.divide(sum(items), FEELValue(items.count))
        },
        overList("product", "number") { items, _ in
            items.isEmpty ? .null : items.reduce(FEELValue(1)) { Arithmetic.multiply($0, numeric($1)) }
        },
        overList("median", "number") { items, _ in
            guard let numbers = numbers(items)?.sorted(), !numbers.isEmpty else { return .null }
            let middle = numbers.count / 2
            if numbers.count % 2 == 1 { return .number(numbers[middle]) }
            return FEELValue(numbers[middle - 1].adding(numbers[middle])?.divided(by: FEELNumber(2)))
        },
        overList("stddev", "number") { items, _ in
            guard let numbers = numbers(items), numbers.count > 1,
                let mean = sum(items).number?.divided(by: FEELNumber(numbers.count))
            else { return .null }
            var squares = FEELNumber.zero
            for number in numbers {
                guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance),
                    let total = squares.adding(square)
                else { return .null }
                squares = total
            }
            return FEELValue(squares.divided(by: FEELNumber(numbers.count - 1))?.squareRoot)
        },
        overList("mode", "list<number>") { items, frame in
            guard let numbers = numbers(items) else { return .null }
            var counts: [FEELNumber: Int] = [:]
            for number in numbers { counts[number, default: 0] += 1 }
            let most = counts.values.max() ?? 0
            return frame.list(counts.filter { $0.value == most }.keys.sorted().map { .number($0) })
        },
        overList("all", "boolean") { items, _ in decided(items, by: false) },
        overList("any", "boolean") { items, _ in decided(items, by: true) },
    ].flatMap(\.self)

    /// The form with one list and the form with the items as arguments.
    private static func overList(
        _ name: String, _ result: String, _ body: @escaping @Sendable ([FEELValue], Frame) -> FEELValue
    ) -> [Builtin] {
        [
            Builtin("\(name)(list: list) -> \(result)") { a, frame in
                frame.charge(a[0].list?.count ?? 0) ? body(a[0].list ?? [], frame) : .null
            },
            Builtin("\(name)(item: Any, items...: Any) -> \(result)") { a, frame in body(a, frame) },
        ]
    }

    private static func numbers(_ items: [FEELValue]) -> [FEELNumber]? {
        let numbers = items.compactMap(\.number)
        return numbers.count == items.count ? numbers : nil
    }

    private static func numeric(_ value: FEELValue) -> FEELValue { value.number == nil ? .null : value }

    private static func sum(_ items: [FEELValue]) -> FEELValue {
        guard let first = items.first?.number else { return .null }
        var total = first
        for item in items.dropFirst() {
            guard let number = item.number, let next = total.adding(number) else { return .null }
            total = next
        }
        return .number(total)
    }

    private static func extreme(_ items: [FEELValue], _ isBetter: (Int) -> Bool) -> FEELValue {
        guard var best = items.first, best.order(best) != nil else { return .null }
        for item in items.dropFirst() {
            guard let order = item.order(best) else { return .null }
            if isBetter(order) { best = item }
        }
        return best
    }

    /// `all` and `any`: one value decides, otherwise everything must be a boolean.
    private static func decided(_ items: [FEELValue], by value: Bool) -> FEELValue {
        if items.contains(.boolean(value)) { return .boolean(value) }
        return items.allSatisfy { $0.boolean != nil } ? .boolean(!value) : .null
    }
}
