import Foundation

@testable import Rules

/// Values as the kit's test files write them.
enum KitValue {
    static func read(_ element: KitElement) -> FEELValue {
        if element.attributes["xsi:nil"] == "true" { return .null }
        if let list = element["list"] {
            return list.attributes["xsi:nil"] == "true" ? .null : FEELValue(list.all("item").map(read))
        }
        let components = element.all("component")
        if !components.isEmpty {
            return .context(FEELContext(components.map { (key: $0.attributes["name"] ?? "", value: read($0)) }))
        }
        guard let value = element["value"], value.attributes["xsi:nil"] != "true" else { return .null }
        let text = value.text
        let type = (value.attributes.first { $0.key.hasSuffix(":type") }?.value ?? "").split(separator: ":").last ?? ""
        switch type {
        case "boolean": return .boolean(text.trimmingCharacters(in: .whitespaces) == "true")
        case "decimal", "double", "integer", "int", "float", "long":
            return FEELNumber(text.trimmingCharacters(in: .whitespacesAndNewlines)).map { .number($0) } ?? .null
        case "date": return FEELDate(text).map { .date($0) } ?? .null
        case "time": return FEELTime(text).map { .time($0) } ?? .null
        case "dateTime": return FEELDateTime(text).map { .dateTime($0) } ?? .null
        case "duration", "dayTimeDuration", "yearMonthDuration":
            return FEELDuration(text).map { .duration($0) } ?? FEELMonths(text).map { .months($0) } ?? .null
        default: return .string(text)
        }
    }

    /// Equal as FEEL has it; of numbers the first eight decimals count, for the kit writes no more.
    static func isSame(_ a: FEELValue, _ b: FEELValue) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)):
            guard let tolerance = FEELNumber("1e-8"), let difference = a.subtracting(b)?.magnitude else { return false }
            return difference <= tolerance
        case (.list(let a), .list(let b)):
            return a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { isSame($0, $1) }
        case (.context(let a), .context(let b)):
            return a.keys.count == b.keys.count
                && zip(a.keys, a.values).allSatisfy { key, value in b[key].map { isSame(value, $0) } ?? false }
        default: return a.equals(b) == true
        }
    }
}
