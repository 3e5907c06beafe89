// How the values that an answer may have are divided.
extension ExpectedAnswer {
    /// How many values may be named, and how many items a list may be tried with.
    private static let most = (points: 200, items: 1_000)
    /// Beyond this the 34 digits of a number could hide a value between two.
    private static let farthest = FEELNumber(1_000_000_000_000_000)

    /// A value of every part into which these constants divide the domain; nil when that cannot be told.
    func samples(around points: [FEELValue]) -> [FEELValue]? {
        guard points.count <= Self.most.points else { return nil }
        switch domain {
        case .values(let values, _): return values
        case .texts:
            var texts: [String] = []
            for case .string(let text) in points where !text.isEmpty && !texts.contains(text) { texts.append(text) }
            var other = "…"
            while texts.contains(other) { other += "…" }
            return (texts + [other]).map { .string($0) }
        case .days(let from, let to):
            var days: [Int] = []
            for case .date(let day) in points { days.append(day.number) }
            return Self.whole(days, from?.number, to?.number).compactMap { FEELDate(number: $0).map { .date($0) } }
        case .lists(let from, let to):
            guard let numbers = Self.numbers(points.compactMap(\.number), from, to, isWhole: true) else { return nil }
            let counts = numbers.compactMap(\.integer)
            guard counts.count == numbers.count, counts.allSatisfy({ $0 <= Self.most.items }) else { return nil }
            return counts.map { FEELValue(Array(repeating: FEELValue.context(FEELContext([])), count: $0)) }
        case .numbers(let from, let to, let isWhole):
            return Self.numbers(points.compactMap(\.number), from, to, isWhole: isWhole)?.map { .number($0) }
        }
    }

    /// The points themselves, one between two, one below the lowest and one above the highest, as far as they are allowed.
    private static func whole(_ points: [Int], _ from: Int?, _ to: Int?) -> [Int] {
        let sorted = Set(points + [from, to].compactMap { $0 }).sorted()
        guard let first = sorted.first, let last = sorted.last else { return [0] }
        var samples = [first - 1]
        for (point, next) in zip(sorted, sorted.dropFirst() + [last + 2]) {
            samples.append(point)
            if next > point + 1 { samples.append(point + 1) }
        }
        return samples.filter { $0 >= from ?? $0 && $0 <= to ?? $0 }
    }

    private static func numbers(_ points: [FEELNumber], _ from: Int?, _ to: Int?, isWhole: Bool) -> [FEELNumber]? {
        guard points.allSatisfy({ $0 < farthest && $0.negated < farthest }) else { return nil }
        let (least, greatest) = (from.map { FEELNumber($0) }, to.map { FEELNumber($0) })
        if isWhole {
            // Between whole numbers, only the whole numbers around a point matter.
            let around = points.flatMap { point in
                [point.floor, point.floor.adding(.one) ?? point].compactMap(\.integer)
            }
            return whole(around, from, to).map { FEELNumber($0) }
        }
        var sorted: [FEELNumber] = []
        for point in (points + [least, greatest].compactMap { $0 }).sorted(by: <) where sorted.last != point {
            sorted.append(point)
        }
        guard let first = sorted.first, let last = sorted.last else { return [.zero] }
        var samples = [first.subtracting(.one), last.adding(.one)].compactMap { $0 } + sorted
        for (point, next) in zip(sorted, sorted.dropFirst()) {
            guard let middle = point.adding(next)?.divided(by: FEELNumber(2)) else { return nil }
            samples.append(middle)
        }
        return samples.filter { sample in
            !(least.map { sample < $0 } ?? false) && !(greatest.map { $0 < sample } ?? false)
        }
    }
}
