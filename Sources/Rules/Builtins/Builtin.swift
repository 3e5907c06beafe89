/// One form of a built-in function (DMN 1.5, 10.3.4): its parameters, the type of its result and what it does.
///
/// Declared by a line like `substring(string: string, start position: number, length?: number) -> string`. An argument
/// that is not of its parameter's type makes the result null, and so does null where the type is not `Any`, except for
/// parameters with `?`, which may be absent. A last parameter with `...` takes any number of arguments.
struct Builtin: Sendable {
    struct Parameter: Hashable, Sendable {
        let name: String
        let type: FEELType
        let isOptional: Bool
    }

    typealias Body = @Sendable ([FEELValue], Frame) -> FEELValue

    let name: String
    let parameters: [Parameter]
    let isVariadic: Bool
    let result: FEELType
    private let body: Body

    init(_ signature: String, _ body: @escaping Body) {
        let open = signature.firstIndex(of: "(") ?? signature.endIndex
        let close = signature.lastIndex(of: ")") ?? signature.endIndex
        name = String(signature[..<open])
        let inside = open < close ? signature[signature.index(after: open)..<close] : ""
        isVariadic = inside.contains("...")
        parameters = inside.split(separator: ",").map { Builtin.parameter($0) }
        let arrow = signature[close...].dropFirst(5)
        result = Builtin.types[String(arrow)] ?? .any
        self.body = body
    }

    private static func parameter(_ text: Substring) -> Parameter {
        let parts = text.split(separator: ":", maxSplits: 1)
        var name = parts[0].drop { $0 == " " }
        let isOptional = name.hasSuffix("?")
        if isOptional { name = name.dropLast() }
        if name.hasSuffix("...") { name = name.dropLast(3) }
        let type = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "Any"
        return Parameter(name: String(name), type: types[type] ?? .any, isOptional: isOptional)
    }

    private static let types: [String: FEELType] = [
        "number": .number, "string": .string, "boolean": .boolean, "date": .date, "time": .time,
        "date and time": .dateTime, "days and time duration": .duration, "years and months duration": .months,
        "list": .list(.any), "list<number>": .list(.number), "list<string>": .list(.string), "context": .context([:]),
        "list<context>": .list(.context([:])), "function": .any, "range": .range(.any), "Any": .any,
    ]

    /// Whether it can be called with that many arguments.
    func takes(_ count: Int) -> Bool {
        if isVariadic { return count >= max(1, parameters.count) }
        return count <= parameters.count && count >= parameters.count - parameters.filter(\.isOptional).count
    }

    func parameter(_ index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }

    /// Whether arguments of these types may be what it wants.
    func accepts(_ types: [FEELType]) -> Bool {
        types.indices.allSatisfy { types[$0].fits(parameter($0).type) }
    }

    /// Where each parameter's argument stands among the names given; nil when a name is foreign or one is missing.
    func order(_ names: [String]) -> [Int?]? {
        guard Set(names).count == names.count, names.allSatisfy({ name in parameters.contains { $0.name == name } })
        else { return nil }
        var order = parameters.map { names.firstIndex(of: $0.name) }
        guard zip(parameters, order).allSatisfy({ $0.isOptional || $1 != nil }) else { return nil }
        while case .some(nil) = order.last { order.removeLast() }
        return order
    }

    func ordered(_ arguments: [(name: String, value: FEELValue)]) -> [FEELValue]? {
        order(arguments.map(\.name))?.map { $0.map { arguments[$0].value } ?? .null }
    }

    func call(_ arguments: [FEELValue], _ frame: Frame) -> FEELValue {
        guard frame.charge(1) else { return .null }
        var values = arguments
        for (index, value) in arguments.enumerated() {
            let parameter = parameter(index)
            if parameter.type == .any || value.isNull && parameter.isOptional { continue }
            guard !value.isNull, let fitting = parameter.type.coerced(value) else { return .null }
            values[index] = fitting
        }
        return body(values, frame)
    }

    /// Calls the form whose parameters have these arguments' types, or else the first one.
    static func call(_ overloads: [Builtin], _ arguments: [FEELValue], _ frame: Frame) -> FEELValue {
        let exact = overloads.first { overload in
            arguments.indices.allSatisfy { overload.parameter($0).type.contains(arguments[$0]) }
        }
        return (exact ?? overloads.first)?.call(arguments, frame) ?? .null
    }

    /// The form as officials read it: `substring(string, start position, length?)`.
    var usage: String {
        "\(name)(\(parameters.map { $0.name + ($0.isOptional ? "?" : "") }.joined(separator: ", "))\(isVariadic ? ", …" : ""))"
    }

    /// All built-in functions by name.
    static let table: [String: [Builtin]] = Dictionary(
        grouping: conversions + strings + patterns + lists + aggregates + numbers + contexts + moments + intervals,
        by: \.name)
}

extension FEELValue {
    init(_ number: FEELNumber?) { self = number.map { .number($0) } ?? .null }
    init(_ integer: Int) { self = .number(FEELNumber(integer)) }
    init(_ flag: Bool?) { self = flag.map { .boolean($0) } ?? .null }

    /// The whole number that this value is; nil for fractions and everything else.
    var integer: Int? { number?.integer }
}
