/// Values as the kit's test files write them, and when two count as the same there.
enum KitValue {
    private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    static func read(_ element: XMLTree) -> FEELValue {
        if isNil(element) { return .null }
        if let list = element["list"] { return isNil(list) ? .null : FEELValue(list.all("item").map(read)) }
        let components = element.all("component")
        if !components.isEmpty {
            return .context(FEELContext(components.map { (key: $0.attribute("name") ?? "", value: read($0)) }))
        }
        guard let value = element["value"], !isNil(value) else { return .null }
        let type = value.attribute("type", in: instance)?.split(separator: ":").last ?? ""
        return scalar(value.text, String(type))
    }

    private static func isNil(_ element: XMLTree) -> Bool { element.attribute("nil", in: instance) == "true" }

    private static func scalar(_ text: String, _ type: String) -> FEELValue {
        switch type {
        case "boolean": .boolean(text.trimmed == "true")
        case "decimal", "double", "integer", "int", "float", "long": FEELValue(FEELNumber(text.trimmed))
        case "date": FEELDate(text).map { .date($0) } ?? .null
        case "time": FEELTime(text).map { .time($0) } ?? .null
        case "dateTime": FEELDateTime(text).map { .dateTime($0) } ?? .null
        case "duration", "dayTimeDuration", "yearMonthDuration":
            FEELDuration(text).map { .duration($0) } ?? FEELMonths(text).map { .months($0) } ?? .null
        default: .string(text)
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
