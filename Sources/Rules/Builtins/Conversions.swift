// Functions that make values of other values (DMN 1.5, table 57).
extension Builtin {
    static let conversions: [Builtin] = [
        Builtin("date(from: Any) -> date") { a, _ in
            switch a[0] {
            case .string(let text): FEELDate(text).map { .date($0) } ?? .null
            default: a[0].dayPart.map { .date($0) } ?? .null
            }
        },
        Builtin("date(year: number, month: number, day: number) -> date") { a, _ in
            guard let year = a[0].integer, let month = a[1].integer, let day = a[2].integer else { return .null }
            return FEELDate(year: year, month: month, day: day).map { .date($0) } ?? .null
        },
        Builtin("date and time(from: Any) -> date and time") { a, _ in
            switch a[0] {
            case .string(let text): FEELDateTime(text).map { .dateTime($0) } ?? .null
            case .dateTime: a[0]
            case .date(let date): .dateTime(FEELDateTime(date: date, time: FEELTime(nanoseconds: 0, zone: .universal)))
            default: .null
            }
        },
        Builtin("date and time(date: Any, time: time) -> date and time") { a, _ in
            guard let date = a[0].dayPart, case .time(let time) = a[1] else { return .null }
            return .dateTime(FEELDateTime(date: date, time: time))
        },
        Builtin(
            "date and time(year: number, month: number, day: number, hour: number, minute: number, second: number, "
                + "offset?: Any) -> date and time"
        ) { a, _ in
            guard let year = a[0].integer, let month = a[1].integer, let day = a[2].integer,
                let date = FEELDate(year: year, month: month, day: day),
                let time = clock(a[3], a[4], a[5], a.count > 6 ? a[6] : .null)
            else { return .null }
            return .dateTime(FEELDateTime(date: date, time: time))
        },
        Builtin("time(from: Any) -> time") { a, _ in
            switch a[0] {
            case .string(let text): FEELTime(text).map { .time($0) } ?? .null
            case .time: a[0]
            case .dateTime(let point): .time(point.time)
            case .date: .time(FEELTime(nanoseconds: 0, zone: .universal))
            default: .null
            }
        },
        Builtin("time(hour: number, minute: number, second: number, offset?: days and time duration) -> time") { a, _ in
            clock(a[0], a[1], a[2], a.count > 3 ? a[3] : .null).map { .time($0) } ?? .null
        },
        Builtin("number(from: Any) -> number") { a, _ in
            switch a[0] {
            case .string(let text): FEELValue(FEELNumber(text))
            case .number: a[0]
            default: .null
            }
        },
        Builtin("number(from: string, grouping separator?: string, decimal separator?: string) -> number") { a, _ in
            number(a[0].string ?? "", a.count > 1 ? a[1].string : nil, a.count > 2 ? a[2].string : nil)
        },
        Builtin("string(from: Any) -> string") { a, frame in
            if case .null = a[0] { return .null }
            guard frame.charge(a[0].weight) else { return .null }
            return frame.string(a[0].text)
        },
        Builtin("duration(from: Any) -> Any") { a, _ in
            switch a[0] {
            case .string(let text):
                FEELDuration(text).map { .duration($0) } ?? FEELMonths(text).map { .months($0) } ?? .null
            case .duration, .months: a[0]
            default: .null
            }
        },
        Builtin("years and months duration(from: Any, to: Any) -> years and months duration") { a, _ in
            guard let from = a[0].dayPart, let to = a[1].dayPart else { return .null }
            return .months(FEELMonths(months(from, to)))
        },
    ]

    /// Whole months from one date to the other; not begun ones do not count.
    private static func months(_ from: FEELDate, _ to: FEELDate) -> Int {
        let (a, b) = (from.parts, to.parts)
        let months = (b.year - a.year) * 12 + b.month - a.month
        if months > 0, b.day < a.day { return months - 1 }
        if months < 0, b.day > a.day { return months + 1 }
        return months
    }

    private static func clock(_ hour: FEELValue, _ minute: FEELValue, _ second: FEELValue, _ offset: FEELValue)
        -> FEELTime?
    {
        guard let hour = hour.integer, let minute = minute.integer, let number = second.number,
            let whole = number.floor.integer, let rest = number.subtracting(FEELNumber(whole)),
            let nanoseconds = rest.multiplied(by: FEELNumber(FEELTime.second))?.rounded(.down, scale: 0)?.integer
        else { return nil }
        var zone: FEELZone?
        switch offset {
        case .null: break
        case .duration(let duration):
            guard abs(duration.seconds) <= 18 * 3_600, duration.nanoseconds == 0 else { return nil }
            zone = .offset(seconds: Int32(duration.seconds))
        case .string(let name):
            guard let named = FEELZone("@\(name)") else { return nil }
            zone = named
        default: return nil
        }
        return FEELTime(hour: hour, minute: minute, second: whole, nanoseconds: nanoseconds, zone: zone)
    }

    /// A number written with separators: the grouping one is a space, comma or point, the decimal one a comma or point.
    private static func number(_ text: String, _ grouping: String?, _ decimal: String?) -> FEELValue {
        if let grouping, ![" ", ",", "."].contains(grouping) { return .null }
        if let decimal, ![",", "."].contains(decimal) { return .null }
        if let grouping, let decimal, grouping == decimal { return .null }
        var plain = ""
        for character in text {
            let sign = String(character)
            if sign == grouping { continue }
            plain += sign == decimal ?? "." ? "." : sign == "." ? "?" : sign
        }
        return FEELValue(FEELNumber(plain))
    }
}
