// The implicit conversions of DMN 1.5, 10.3.2.9.4.
extension FEELType {
    /// The value as one of this type: a list of one for its item, an item for the list of it, a date for its midnight
    /// in UTC. Nil when it cannot be one; null is admitted everywhere.
    func coerced(_ value: FEELValue) -> FEELValue? {
        if self == .any || admits(value) { return value }
        switch (self, value) {
        case (.dateTime, .date(let date)):
            return .dateTime(FEELDateTime(date: date, time: FEELTime(nanoseconds: 0, zone: .universal)))
        case (.limited(let base, let allowed), _):
            return base.coerced(value).flatMap { $0.isNull || allowed.admits($0) ? $0 : nil }
        case (.list(let item), _):
            if case .list = value { return nil }
            return item.coerced(value).map { FEELValue([$0]) }
        case (_, .list(let list)) where list.items.count == 1: return coercedItem(list.items[0])
        default: return nil
        }
    }

    private func coercedItem(_ value: FEELValue) -> FEELValue? {
        if case .list = value { return nil }
        return coerced(value)
    }
}
