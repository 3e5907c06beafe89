/// One node of a parsed expression with its place in the text (DMN 1.5, 10.3.1.2).
struct Syntax: Sendable {
    let form: Form
    /// From where to where, counted in Unicode scalars.
    let start: Int
    let end: Int
    /// How many nodes stand below each other at most, this one included.
    let depth: Int

    init(_ form: Form, _ start: Int, _ end: Int) {
        self.form = form
        self.start = start
        self.end = end
        depth = 1 + form.deepest
    }

    /// The kinds of expression.
    indirect enum Form: Sendable {
        case null
        case boolean(Bool)
        case number(FEELNumber)
        case string(String)
        case at(String)
        case name(String)
        case path(Syntax, String)
        case filter(Syntax, Syntax)
        case call(Syntax, [Syntax])
        case callNamed(Syntax, [Entry])
        case negative(Syntax)
        case binary(Operator, Syntax, Syntax)
        case all([Syntax])
        case any([Syntax])
        case between(Syntax, Syntax, Syntax)
        case within(Syntax, [Syntax])
        case instance(Syntax, FEELType)
        case choice(Syntax, Syntax, Syntax)
        case loop([Iteration], Syntax)
        case some([Iteration], Syntax)
        case every([Iteration], Syntax)
        case list([Syntax])
        case context([Entry])
        case function([FEELFunction.Parameter], Syntax)
        case external([FEELFunction.Parameter])
        case range(Syntax, Syntax, includesStart: Bool, includesEnd: Bool)
        case comparison(Operator, Syntax)
        case tests([Syntax], negated: Bool)
        /// What must be of a type, and the name of what it is, for messages. Of boxed expressions only, as the next two.
        case typed(Syntax, FEELType, String)
        /// Entries that are known to those behind them and to the expression, which is the result.
        case scoped([Entry], Syntax)
        case table(TableSyntax)
        /// The test of a boxed filter, `some` or `every`: neither true, false nor null, it makes the whole null.
        case strict(Syntax)
    }

    /// An operator between two operands.
    enum Operator: String, Sendable, CaseIterable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "**"
        case equal = "="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// A name with an expression: an entry of a context, a named argument.
    struct Entry: Sendable {
        let name: String
        let value: Syntax
    }

    /// The part `name in domain` of `for`, `some` and `every`; `until` is set when the domain is written `1..5`.
    struct Iteration: Sendable {
        let name: String
        let domain: Syntax
        let until: Syntax?
    }
}

extension Syntax.Form {
    var isStrict: Bool { if case .strict = self { true } else { false } }

    /// The depth of the deepest expression directly inside.
    fileprivate var deepest: Int {
        switch self {
        case .null, .boolean, .number, .string, .at, .name, .external: 0
        case .path(let base, _), .negative(let base), .instance(let base, _), .comparison(_, let base),
            .function(_, let base), .typed(let base, _, _), .strict(let base):
            base.depth
        case .filter(let a, let b), .binary(_, let a, let b), .range(let a, let b, _, _): max(a.depth, b.depth)
        default: parts.reduce(0) { max($0, $1.depth) }
        }
    }

    /// The expressions directly inside.
    var parts: [Syntax] {
        switch self {
        case .null, .boolean, .number, .string, .at, .name, .external: []
        case .path(let base, _), .negative(let base), .instance(let base, _), .comparison(_, let base),
            .function(_, let base), .typed(let base, _, _), .strict(let base):
            [base]
        case .filter(let a, let b), .binary(_, let a, let b), .range(let a, let b, _, _): [a, b]
        case .call(let function, let arguments): [function] + arguments
        case .callNamed(let function, let arguments): [function] + arguments.map(\.value)
        case .all(let items), .any(let items), .list(let items), .tests(let items, _): items
        case .between(let a, let b, let c), .choice(let a, let b, let c): [a, b, c]
        case .within(let value, let tests): [value] + tests
        case .loop(let iterations, let body), .some(let iterations, let body), .every(let iterations, let body):
            iterations.flatMap { [$0.domain] + ($0.until.map { [$0] } ?? []) } + [body]
        case .context(let entries): entries.map(\.value)
        case .scoped(let entries, let result): entries.map(\.value) + [result]
        case .table(let table): table.parts
        }
    }
}
