/// The operations on numbers, strings, dates and durations (DMN 1.5, 10.3.2.8 and tables 50 to 53); null otherwise.
enum Arithmetic {
    static func apply(_ sign: Syntax.Operator, _ a: FEELValue, _ b: FEELValue, _ frame: Frame) -> FEELValue {
        switch sign {
        case .add: add(a, b, frame)
        case .subtract: subtract(a, b)
        case .multiply: multiply(a, b)
        case .divide: divide(a, b)
        case .power: power(a, b)
        default: a.compare(sign, b)
        }
    }

    static func add(_ a: FEELValue, _ b: FEELValue, _ frame: Frame) -> FEELValue {
        switch (a, b) {
        case (.number(let a), .number(let b)): a.adding(b).map { .number($0) } ?? .null
        case (.string(let a), .string(let b)): frame.string(a + b)
        case (.duration(let a), .duration(let b)): a.adding(b).map { .duration($0) } ?? .null
        case (.months(let a), .months(let b)): months(a.months.addingReportingOverflow(b.months))
        case (.duration, .date), (.duration, .dateTime), (.duration, .time), (.months, .date), (.months, .dateTime):
            shift(b, by: a)
        default: shift(a, by: b)
        }
    }

    static func subtract(_ a: FEELValue, _ b: FEELValue) -> FEELValue {
        switch (a, b) {
        case (.number(let a), .number(let b)): a.subtracting(b).map { .number($0) } ?? .null
        case (.duration(let a), .duration(let b)): a.subtracting(b).map { .duration($0) } ?? .null
        case (.months(let a), .months(let b)): months(a.months.subtractingReportingOverflow(b.months))
        case (.date(let a), .date(let b)): .duration(FEELDuration(days: a.number - b.number))
        case (.dateTime(let a), .dateTime(let b)): difference(a, b)
        case (.date(let a), .dateTime(let b)): difference(midnight(a), b)
        case (.dateTime(let a), .date(let b)): difference(a, midnight(b))
        case (.time(let a), .time(let b)):
            FEELTime.difference(a, b).map { .duration(FEELDuration(seconds: $0, nanoseconds: 0)) } ?? .null
        case (_, .duration(let b)): shift(a, by: .duration(b.negated))
        case (_, .months(let b)): shift(a, by: .months(FEELMonths(-b.months)))
        default: .null
        }
    }

    /// A date stands for its midnight in UTC (10.3.2.3.6).
    private static func midnight(_ date: FEELDate) -> FEELDateTime {
        FEELDateTime(date: date, time: FEELTime(nanoseconds: 0, zone: .universal))
    }

    private static func difference(_ a: FEELDateTime, _ b: FEELDateTime) -> FEELValue {
        FEELDateTime.difference(a, b).map { .duration($0) } ?? .null
    }

    private static func shift(_ point: FEELValue, by length: FEELValue) -> FEELValue {
        switch (point, length) {
        case (.date(let date), .duration(let length)):
            FEELDateTime(date: date, time: FEELTime(nanoseconds: 0, zone: nil)).adding(length)
                .map { .date($0.date) } ?? .null
        case (.date(let date), .months(let length)): date.adding(months: length.months).map { .date($0) } ?? .null
        case (.dateTime(let point), .duration(let length)): point.adding(length).map { .dateTime($0) } ?? .null
        case (.dateTime(let point), .months(let length)):
            point.adding(months: length.months).map { .dateTime($0) } ?? .null
        case (.time(let time), .duration(let length)): .time(time.adding(length))
        default: .null
        }
    }

    static func multiply(_ a: FEELValue, _ b: FEELValue) -> FEELValue {
        switch (a, b) {
        case (.number(let a), .number(let b)): a.multiplied(by: b).map { .number($0) } ?? .null
        case (.duration(let length), .number(let factor)), (.number(let factor), .duration(let length)):
            length.number.multiplied(by: factor).flatMap { FEELDuration($0) }.map { .duration($0) } ?? .null
        case (.months(let length), .number(let factor)), (.number(let factor), .months(let length)):
            months(FEELNumber(length.months).multiplied(by: factor))
        default: .null
        }
    }

    static func divide(_ a: FEELValue, _ b: FEELValue) -> FEELValue {
        switch (a, b) {
        case (.number(let a), .number(let b)): a.divided(by: b).map { .number($0) } ?? .null
        case (.duration(let length), .number(let divisor)):
            length.number.divided(by: divisor).flatMap { FEELDuration($0) }.map { .duration($0) } ?? .null
        case (.duration(let a), .duration(let b)): a.number.divided(by: b.number).map { .number($0) } ?? .null
        case (.months(let length), .number(let divisor)): months(FEELNumber(length.months).divided(by: divisor))
        case (.months(let a), .months(let b)):
            FEELNumber(a.months).divided(by: FEELNumber(b.months)).map { .number($0) } ?? .null
        default: .null
        }
    }

    static func power(_ a: FEELValue, _ b: FEELValue) -> FEELValue {
        guard case .number(let base) = a, case .number(let exponent) = b else { return .null }
        return base.raised(to: exponent).map { .number($0) } ?? .null
    }

    static func negate(_ value: FEELValue) -> FEELValue {
        switch value {
        case .number(let number): .number(number.negated)
        case .duration(let duration): .duration(duration.negated)
        case .months(let length): .months(FEELMonths(-length.months))
        default: .null
        }
    }

    private static let monthsLimit = 12_000_000_000_000

    private static func months(_ sum: (partialValue: Int, overflow: Bool)) -> FEELValue {
        sum.overflow || sum.partialValue.magnitude > monthsLimit ? .null : .months(FEELMonths(sum.partialValue))
    }

    private static func months(_ number: FEELNumber?) -> FEELValue {
        guard let months = number?.rounded(.down, scale: 0)?.integer, months.magnitude <= monthsLimit else {
            return .null
        }
        return .months(FEELMonths(months))
    }
}
