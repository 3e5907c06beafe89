// Functions on dates and times (DMN 1.5, tables 62 and 63).
extension Builtin {
    static let moments: [Builtin] = [
        Builtin("now() -> date and time") { _, frame in .dateTime(FEELDateTime(frame.scope.now)) },
        Builtin("today() -> date") { _, frame in .date(FEELDate(frame.scope.today)) },
        Builtin("day of year(date: Any) -> number") { a, _ in FEELValue(ofDate: a[0]) { FEELValue($0.dayOfYear) } },
        Builtin("day of week(date: Any) -> string") { a, _ in
            FEELValue(ofDate: a[0]) { .string(weekdays[$0.weekday - 1]) }
        },
        Builtin("month of year(date: Any) -> string") { a, _ in
            FEELValue(ofDate: a[0]) { .string(months[$0.parts.month - 1]) }
        },
        Builtin("week of year(date: Any) -> number") { a, _ in FEELValue(ofDate: a[0]) { FEELValue($0.weekOfYear) } },
        Builtin("last day of month(date: Any) -> number") { a, _ in
            FEELValue(ofDate: a[0]) { FEELValue(FEELDate.length(ofMonth: $0.parts.month, year: $0.parts.year)) }
        },
    ]

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension FEELValue {
    /// The date of this value, when it is a date or a date and time.
    var dayPart: FEELDate? {
        switch self {
        case .date(let date): date
        case .dateTime(let point): point.date
        case .list(let list) where list.items.count == 1: list.items[0].dayPart
        default: nil
        }
    }

    fileprivate init(ofDate value: FEELValue, _ result: (FEELDate) -> FEELValue) {
        self = value.dayPart.map(result) ?? .null
    }
}
