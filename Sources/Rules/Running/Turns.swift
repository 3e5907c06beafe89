/// The values that a loop goes through: the items of a list, or the whole numbers or days of an interval, upwards or
/// downwards (DMN 1.5, 10.3.2.14).
struct Turns: Sequence, IteratorProtocol {
    private enum Kind {
        case items([FEELValue])
        case numbers, days
    }

    private let kind: Kind
    private var position: Int
    private let end: Int
    private let step: Int

    /// Nil for null and for intervals that cannot be counted through. Any other value is a list of one.
    init?(_ value: FEELValue) {
        switch value {
        case .null, .function: return nil
        case .list(let list): self.init(.items(list.items), 0, list.items.count - 1, step: 1)
        case .range(let range):
            let step: Int
            let bounds: (kind: Kind, start: Int, end: Int)
            switch (range.start, range.end) {
            case (.number(let a), .number(let b)):
                guard let first = a.integer, let last = b.integer, first.magnitude < 1 << 60, last.magnitude < 1 << 60
                else { return nil }
                bounds = (.numbers, first, last)
            case (.date(let a), .date(let b)): bounds = (.days, a.number, b.number)
            default: return nil
            }
            step = bounds.start <= bounds.end ? 1 : -1
            self.init(
                bounds.kind, bounds.start + (range.includesStart ? 0 : step),
                bounds.end - (range.includesEnd ? 0 : step),
                step: step)
        default: self.init(.items([value]), 0, 0, step: 1)
        }
    }

    private init(_ kind: Kind, _ position: Int, _ end: Int, step: Int) {
        self.kind = kind
        self.position = position
        self.end = end
        self.step = step
    }

    mutating func next() -> FEELValue? {
        guard step > 0 ? position <= end : position >= end else { return nil }
        defer { position += step }
        switch kind {
        case .items(let items): return items[position]
        case .numbers: return .number(FEELNumber(position))
        case .days: return FEELDate(number: position).map { .date($0) }
        }
    }
}
