package import Kernel

// Values from and to JSON. Dates, times and durations are strings there, in the standard's text form.
extension FEELValue {
    /// The value as one of the type: a string becomes a date where a date is expected. Null where it does not fit.
    package init(_ json: JSON, as type: FEELType = .any) {
        switch (json, type) {
        case (.null, _): self = .null
        case (.bool(let value), .any), (.bool(let value), .boolean): self = .boolean(value)
        case (.number(let value), .any), (.number(let value), .number):
            self = FEELNumber(value).map { .number($0) } ?? .null
        case (.string(let text), _): self = FEELValue.read(text, as: type)
        case (.array(let items), .list(let item)): self.init(items.map { FEELValue($0, as: item) })
        case (.array(let items), .any): self.init(items.map { FEELValue($0) })
        case (.object(let members), .context(let entries)):
            self = FEELValue.context(members) { entries[$0] ?? .any }
        case (.object(let members), .any): self = FEELValue.context(members) { _ in .any }
        default: self = .null
        }
    }

    private static func context(_ members: [String: JSON], _ type: (String) -> FEELType) -> FEELValue {
        .context(
            FEELContext(
                members.sorted { $0.key < $1.key }.map { (key: $0.key, value: FEELValue($0.value, as: type($0.key))) }))
    }

    private static func read(_ text: String, as type: FEELType) -> FEELValue {
        switch type {
        case .any, .string, .choice: .string(text)
        case .number: FEELNumber(text).map { .number($0) } ?? .null
        case .date: FEELDate(text).map { .date($0) } ?? .null
        case .time: FEELTime(text).map { .time($0) } ?? .null
        case .dateTime: FEELDateTime(text).map { .dateTime($0) } ?? .null
        case .duration: FEELDuration(text).map { .duration($0) } ?? .null
        case .months: FEELMonths(text).map { .months($0) } ?? .null
        default: .null
        }
    }

    /// As JSON; ranges are their text, functions null.
    package var json: JSON {
        switch self {
        case .null, .function: .null
        case .boolean(let value): .bool(value)
        case .number(let value): value.decimal.map { .number($0) } ?? .null
        case .string(let value): .string(value)
        case .list(let list): .array(list.items.map(\.json))
        case .context(let context):
            .object(Dictionary(zip(context.keys, context.values.map(\.json)), uniquingKeysWith: { $1 }))
        default: .string(text)
        }
    }
}
