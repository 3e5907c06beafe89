import Kernel

/// The values of one input column of a decision table, divided into parts in which no cell tells one value from another:
/// between the values that the cells name, every value is like the next.
struct TableColumn {
    /// A part, and a value in it.
    struct Part {
        let sample: FEELValue
        /// Whether the part is all that the cells do not name.
        var isRest = false
    }

    let label: String
    let parts: [Part]
    /// For each rule whether its cell holds in each part; nil where that cannot be told.
    let cells: [PartSet?]

    /// How many values may be named in a column, and how many parts of all cells are tried.
    private static let most = (values: 2_000, trials: 1_000_000)

    /// Nil when no cell of the column can be decided, or it would take too long.
    init?(_ input: TableSyntax.Input, type: FEELType, cells: [Syntax]) {
        label = input.label
        let named = cells.map { Self.values(in: $0) }
        var points: [FEELValue] = []
        var seen: Set<FEELValue> = []
        for value in named.compactMap(\.self).joined() where seen.insert(value).inserted { points.append(value) }
        guard points.count <= Self.most.values, let parts = Self.parts(points, type) else { return nil }
        let allowed = input.allowed.flatMap { tests in Self.values(in: tests) == nil ? nil : Self.code(tests, type) }
        let used = allowed.map { code in parts.filter { Self.holds(code, $0.sample, Self.frame) } } ?? parts
        guard !used.isEmpty, used.count * cells.count <= Self.most.trials else { return nil }
        self.parts = used
        self.cells = zip(cells, named).map { cell, values in
            guard values != nil else { return nil }
            let (code, frame) = (Self.code(cell, type), Self.frame)
            return PartSet(count: used.count) { Self.holds(code, used[$0].sample, frame) }
        }
    }

    private static func code(_ tests: Syntax, _ type: FEELType) -> Code {
        var compiler = Compiler(names: RuleNames([:]))
        return compiler.with([Compiler.Local(name: "?", type: type)]) { $0.compile(tests) }.code
    }

    private static var frame: Frame { Frame(scope: RuleScope([:], now: Instant(seconds: 0)), limits: .standard) }

    private static func holds(_ code: Code, _ sample: FEELValue, _ frame: Frame) -> Bool {
        frame.with([sample]) { code(frame) } == .boolean(true)
    }

    /// The values that a cell compares its input with; nil when it does something else with it.
    static func values(in syntax: Syntax) -> [FEELValue]? {
        switch syntax.form {
        case .tests(let tests, _), .all(let tests), .any(let tests): return all(tests)
        case .name("?"): return []
        case .comparison(_, let operand): return values(in: operand)
        case .range(let low, let high, _, _): return all([low, high])
        case .between(let value, let low, let high): return all([value, low, high])
        case .within(let value, let tests): return all([value] + tests)
        case .list(let items): return all(items)
        case .binary(.equal, let a, let b), .binary(.unequal, let a, let b), .binary(.less, let a, let b),
            .binary(.lessOrEqual, let a, let b), .binary(.greater, let a, let b),
            .binary(.greaterOrEqual, let a, let b):
            return all([a, b])
        case .call(let function, let arguments):
            if case .name("not") = function.form { return all(arguments) }
            return constant(syntax)
        default: return constant(syntax)
        }
    }

    private static func all(_ parts: [Syntax]) -> [FEELValue]? {
        var values: [FEELValue] = []
        for part in parts {
            guard let found = self.values(in: part) else { return nil }
            values += found
        }
        return values
    }

    private static func constant(_ syntax: Syntax) -> [FEELValue]? {
        var compiler = Compiler(names: RuleNames([:]))
        let compiled = compiler.compile(syntax)
        guard compiler.findings.isEmpty, let value = compiled.constant else { return nil }
        switch value {
        case .context, .function, .range: return nil
        case .list(let list): return list.items
        default: return [value]
        }
    }
}
