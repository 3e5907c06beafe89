/// Turns syntax into code and tells, on the way, what cannot be right: unknown names and types that do not fit.
///
/// Local values live on a stack whose shape is known beforehand, so that code finds them by number.
struct Compiler {
    /// What an expression became.
    struct Compiled {
        let code: Code
        let type: FEELType
        /// The value, when it is the same in every scope.
        var constant: FEELValue?
        /// The name in the scope that it reads, with dots.
        var path: String?

        init(_ type: FEELType, constant: FEELValue? = nil, path: String? = nil, _ code: @escaping Code) {
            self.code = code
            self.type = type
            self.constant = constant
            self.path = path
        }
    }

    /// A local value: named, or the item of a filter, whose entries can be read without a path.
    struct Local {
        let name: String
        let type: FEELType
        var isItem = false
    }

    let names: RuleNames
    var locals: [Local] = []
    var usedNames: Set<String> = []
    var findings: [Finding] = []
    /// The decision tables met, with the types of their inputs, for looking through them afterwards.
    var tables: [(table: TableSyntax, types: [FEELType], at: Syntax)] = []

    init(names: RuleNames) { self.names = names }

    /// Built-in names of several words, which the parser has to know.
    static let knownWords = KnownNames(Array(Builtin.table.keys) + Members.twoWords)

    mutating func compile(_ syntax: Syntax) -> Compiled {
        switch syntax.form {
        case .null: return constant(.null, .null)
        case .boolean(let value): return constant(.boolean(value), .boolean)
        case .number(let value): return constant(.number(value), .number)
        case .string(let value): return constant(.string(value), .string)
        case .at(let text):
            let value = Temporal.read(text) ?? .null
            return constant(value, FEELType(of: value))
        case .name(let name): return compileName(name, at: syntax)
        case .path(let base, let member): return compilePath(base, member, at: syntax)
        case .filter(let base, let filter): return compileFilter(base, filter)
        case .call(let function, let arguments): return compileCall(function, arguments, at: syntax)
        case .callNamed(let function, let arguments): return compileCall(function, named: arguments, at: syntax)
        case .negative(let operand): return compileNegative(operand)
        case .binary(let sign, let a, let b): return compileBinary(sign, a, b, at: syntax)
        case .all(let items): return compileLogic(items, absorbing: false)
        case .any(let items): return compileLogic(items, absorbing: true)
        case .between(let value, let low, let high): return compileBetween(value, low, high, at: syntax)
        case .within(let value, let tests): return compileWithin(value, tests, at: syntax)
        case .instance(let value, let type):
            let (value, type) = (compile(value).code, type.structure)
            return Compiled(.boolean) { frame in
                let value = value(frame)
                return .boolean(type.contains(value) && (!value.isNull || type == .null))
            }
        case .choice(let condition, let yes, let no): return compileChoice(condition, yes, no)
        case .loop(let iterations, let body): return compileLoop(iterations, body)
        case .some(let iterations, let body): return compileQuantified(iterations, body, stopping: true)
        case .every(let iterations, let body): return compileQuantified(iterations, body, stopping: false)
        case .list(let items): return compileList(items)
        case .context(let entries): return compileContext(entries, at: syntax)
        case .function(let parameters, let body): return compileFunction(parameters, body)
        case .external:
            findings.append(externalFunction(at: syntax))
            return constant(.null, .any)
        case .range(let low, let high, let includesStart, let includesEnd):
            return compileRange(low, high, includesStart, includesEnd, at: syntax)
        case .comparison(let sign, let operand): return compileComparison(sign, operand)
        case .tests(let tests, let negated): return compileTests(tests, negated)
        case .typed(let inner, let type, let name): return compileTyped(inner, type, name)
        case .scoped(let entries, let result): return compileScoped(entries, result)
        case .strict(let test): return compile(test)
        case .table(let table): return compileTable(table, at: syntax)
        }
    }

    func constant(_ value: FEELValue, _ type: FEELType) -> Compiled {
        Compiled(type, constant: value) { _ in value }
    }

    /// Compiles `body` with local values more on the stack.
    mutating func with<Result>(_ added: [Local], _ body: (inout Compiler) -> Result) -> Result {
        let count = locals.count
        locals.append(contentsOf: added)
        defer { locals.removeSubrange(count...) }
        return body(&self)
    }

    private mutating func compileName(_ name: String, at syntax: Syntax) -> Compiled {
        var items: [Int] = []
        var found: Compiled?
        for (slot, local) in locals.enumerated().reversed() where found == nil {
            if local.name == name {
                if local.isItem, local.type.mayHaveEntries { items.append(slot) }
                found = Compiled(local.type) { $0.locals[slot] }
            } else if local.isItem {
                switch local.type {
                case .context(let entries) where !entries.isEmpty:
                    guard let type = entries[name] else { continue }
                    found = Compiled(type) { frame in
                        if case .context(let context) = frame.locals[slot] { context[name] ?? .null } else { .null }
                    }
                case .any, .context: items.append(slot)
                default: continue
                }
            }
        }
        let outer = found ?? global(name, at: syntax, maybeEntry: !items.isEmpty)
        if items.isEmpty { return outer }
        let code = outer.code
        return Compiled(.any) { [items] frame in
            for slot in items {
                if case .context(let context) = frame.locals[slot], let value = context[name] { return value }
            }
            return code(frame)
        }
    }

    private mutating func global(_ name: String, at syntax: Syntax, maybeEntry: Bool) -> Compiled {
        if let type = names.types[name] {
            usedNames.insert(name)
            return Compiled(type, path: name) { $0.scope.values[name] ?? .null }
        }
        if let overloads = Builtin.table[name] {
            let function = FEELValue.function(
                FEELFunction(parameters: [], result: .any, body: .builtin(name, overloads)))
            if !names.isOpen { return Compiled(.function([], .any)) { _ in function } }
            return Compiled(.any) { $0.scope.values[name] ?? function }
        }
        usedNames.insert(name)
        if !names.isOpen, !maybeEntry { findings.append(unknownName(name, at: syntax)) }
        return Compiled(.any, path: name) { $0.scope.values[name] ?? .null }
    }

    private mutating func compilePath(_ base: Syntax, _ member: String, at syntax: Syntax) -> Compiled {
        let before = usedNames
        let compiled = compile(base)
        let type = memberType(member, of: compiled.type, at: syntax, base: compiled)
        var path: String?
        if let outer = compiled.path, compiled.type.mayHaveEntries {
            if !before.contains(outer) { usedNames.remove(outer) }
            path = outer + "." + member
            usedNames.insert(outer + "." + member)
        }
        let code = compiled.code
        return Compiled(type, path: path) { frame in
            let value = code(frame)
            if case .context(let context) = value { return context[member] ?? .null }
            return Members.member(member, of: value, frame)
        }
    }

    /// The type of what stands behind the dot; tells when there can be no such thing.
    private mutating func memberType(_ member: String, of type: FEELType, at syntax: Syntax, base: Compiled)
        -> FEELType
    {
        switch type {
        case .any, .null: return .any
        case .context(let entries):
            if let found = entries[member] { return found }
            if !entries.isEmpty { findings.append(unknownEntry(member, among: entries.keys.sorted(), at: syntax)) }
            return .any
        case .list(let item):
            let inner = memberType(member, of: item, at: syntax, base: base)
            return inner == .any ? .any : .list(inner)
        case .range(let item): return member == "start" || member == "end" ? item : .boolean
        default:
            guard let properties = type.properties else {
                findings.append(noEntries(type, at: syntax))
                return .any
            }
            if let found = properties[member] { return found }
            findings.append(unknownEntry(member, among: properties.keys.sorted(), at: syntax))
            return .any
        }
    }
}

extension FEELType {
    /// The most that can be said of the type of a value.
    init(of value: FEELValue) {
        self =
            switch value {
            case .null: .null
            case .boolean: .boolean
            case .number: .number
            case .string: .string
            case .date: .date
            case .time: .time
            case .dateTime: .dateTime
            case .duration: .duration
            case .months: .months
            case .list, .context, .range, .function: .any
            }
    }

    fileprivate var mayHaveEntries: Bool {
        switch self {
        case .any, .context: true
        case .list(let item): item.mayHaveEntries
        default: false
        }
    }

    /// The properties of dates, times and durations (table 65); nil for types without any.
    fileprivate var properties: [String: FEELType]? {
        let day: [String: FEELType] = ["year": .number, "month": .number, "day": .number, "weekday": .number]
        let clock: [String: FEELType] = [
            "hour": .number, "minute": .number, "second": .number, "time offset": .duration, "timezone": .string,
        ]
        return switch self {
        case .date: day
        case .time: clock
        case .dateTime: day.merging(clock, uniquingKeysWith: { first, _ in first })
        case .duration: ["days": .number, "hours": .number, "minutes": .number, "seconds": .number]
        case .months: ["years": .number, "months": .number]
        default: nil
        }
    }
}
