/// What stands behind a dot: an entry of a context, or a property of a date, time, duration or range (DMN 1.5, table 65).
enum Members {
    /// The names of properties that consist of two words, for the parser.
    static let twoWords = ["time offset", "start included", "end included"]

    static func member(_ name: String, of value: FEELValue, _ frame: Frame) -> FEELValue {
        switch value {
        case .context(let context): return context[name] ?? .null
        case .list(let list):
            return frame.list(
                list.items.map { item in
                    if case .list = item { return .null }
                    return member(name, of: item, frame)
                })
        case .date(let date): return property(name, of: date) ?? .null
        case .time(let time): return property(name, of: time, offset: time.offset) ?? .null
        case .dateTime(let point):
            return property(name, of: point.date) ?? property(name, of: point.time, offset: point.offset) ?? .null
        case .duration(let duration): return property(name, of: duration)
        case .months(let length):
            return switch name {
            case "years": .number(FEELNumber(length.months / 12))
            case "months": .number(FEELNumber(length.months % 12))
            default: .null
            }
        case .range(let range): return property(name, of: range)
        default: return .null
        }
    }

    private static func property(_ name: String, of date: FEELDate) -> FEELValue? {
        switch name {
        case "year": .number(FEELNumber(date.parts.year))
        case "month": .number(FEELNumber(date.parts.month))
        case "day": .number(FEELNumber(date.parts.day))
        case "weekday": .number(FEELNumber(date.weekday))
        default: nil
        }
    }

    private static func property(_ name: String, of time: FEELTime, offset: Int?) -> FEELValue? {
        switch name {
        case "hour": .number(FEELNumber(time.hour))
        case "minute": .number(FEELNumber(time.minute))
        case "second": .number(FEELNumber(time.second))
        case "time offset": offset.map { .duration(FEELDuration(seconds: $0, nanoseconds: 0)) }
        case "timezone":
            if case .named(let zone) = time.zone { .string(zone.identifier) } else { nil }
        default: nil
        }
    }

    private static func property(_ name: String, of duration: FEELDuration) -> FEELValue {
        let size = duration.magnitude.seconds
        let part: Int? =
            switch name {
            case "days": size / 86_400
            case "hours": size / 3_600 % 24
            case "minutes": size / 60 % 60
            case "seconds": size % 60
            default: nil
            }
        return part.map { .number(FEELNumber(duration.isNegative ? -$0 : $0)) } ?? .null
    }

    private static func property(_ name: String, of range: FEELRange) -> FEELValue {
        switch name {
        case "start": range.start
        case "end": range.end
        case "start included": .boolean(range.includesStart)
        case "end included": .boolean(range.includesEnd)
        default: .null
        }
    }
}
