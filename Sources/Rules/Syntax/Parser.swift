/// Reads an expression of FEEL (DMN 1.5, 10.3.1.2) into syntax, with a limit on how deep it nests.
struct Parser {
    let tokens: [Token]
    var at = 0
    var names: KnownNames
    let types: [String: FEELType]
    let limits: RuleLimits
    /// How many expressions are open around the current one.
    private var nesting = 0
    /// How many signs and types are open, which nest without a bracket.
    var nestingGuard = 0
    /// Inside the end of a range `[` closes it and begins no filter.
    var endsRange = false

    init(
        _ source: String, names: KnownNames, types: [String: FEELType] = [:], limits: RuleLimits = .standard,
        origin: Int = 0
    ) throws(SyntaxFault) {
        tokens = try Lexer.tokens(of: source, limits: limits, origin: origin).get()
        self.names = names
        self.types = types
        self.limits = limits
    }

    /// The whole text as one expression.
    mutating func expression() throws(SyntaxFault) -> Syntax {
        guard current.kind != .end else { throw SyntaxFault(.empty, current.start, current.end) }
        let syntax = try expression(.disjunction)
        try expectEnd()
        return syntax
    }

    /// The whole text as unary tests, as they stand in an input cell of a decision table (rule 15).
    mutating func unaryTests() throws(SyntaxFault) -> Syntax {
        let start = current.start
        guard current.kind != .end else { throw SyntaxFault(.empty, 0, 0) }
        if isSymbol("-"), tokens[at + 1].kind == .end {
            return Syntax(.tests([], negated: false), start, current.end)
        }
        if isWord("not"), tokens[at + 1].text == "(", tokens[at + 1].kind == .symbol {
            let mark = at
            at += 2
            let tests = try self.tests()
            if takeSymbol(")"), current.kind == .end {
                return try node(.tests(tests, negated: true), start)
            }
            at = mark
        }
        let tests = try self.tests()
        try expectEnd()
        return try node(.tests(tests, negated: false), start)
    }

    mutating func tests() throws(SyntaxFault) -> [Syntax] {
        var tests = [try expression(.disjunction)]
        while takeSymbol(",") { tests.append(try expression(.disjunction)) }
        return tests
    }

    /// How tightly an operator binds, the loosest first.
    enum Strength: Int, Comparable {
        case disjunction, conjunction, comparison, sum, product, power

        static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    mutating func expression(_ strength: Strength) throws(SyntaxFault) -> Syntax {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= limits.nesting else { throw SyntaxFault(.tooDeep, current.start, current.end) }
        let start = current.start
        var left = try prefix()
        while let next = try continued(left, from: start, strength) { left = next }
        return left
    }

    /// The expression that goes on behind `left`; nil when none of at least this strength does.
    mutating func continued(_ left: Syntax, from start: Int, _ strength: Strength) throws(SyntaxFault)
        -> Syntax?
    {
        if current.kind == .symbol, let found = Self.operators[current.text], found.strength >= strength {
            at += 1
            if found.sign == .equal, isSymbol("=") { throw SyntaxFault(.singleEquals, current.start, current.end) }
            let right = try expression(
                Strength(rawValue: found.strength.rawValue + 1) ?? .power, orOperand: found.strength)
            return try node(.binary(found.sign, left, right), start)
        }
        guard current.kind == .word else { return nil }
        switch current.text {
        case "or" where strength <= .disjunction:
            at += 1
            let right = try expression(.conjunction)
            if case .any(let items) = left.form, left.start == start {
                return try node(.any(items + [right]), start)
            }
            return try node(.any([left, right]), start)
        case "and" where strength <= .conjunction:
            at += 1
            let right = try expression(.comparison)
            if case .all(let items) = left.form, left.start == start {
                return try node(.all(items + [right]), start)
            }
            return try node(.all([left, right]), start)
        case "between" where strength <= .comparison:
            at += 1
            let low = try expression(.sum)
            try expectWord("and")
            return try node(.between(left, low, try expression(.sum)), start)
        case "in" where strength <= .comparison:
            at += 1
            return try node(.within(left, try membershipTests()), start)
        default: return nil
        }
    }

    /// The right operand; of the strongest operator it is a bare operand, so that `2 ** 3 ** 2` groups to the left.
    private mutating func expression(_ strength: Strength, orOperand own: Strength) throws(SyntaxFault) -> Syntax {
        own == .power ? try prefix() : try expression(strength)
    }

    static let operators: [String: (sign: Syntax.Operator, strength: Strength)] = [
        "+": (.add, .sum), "-": (.subtract, .sum), "*": (.multiply, .product), "/": (.divide, .product),
        "**": (.power, .power), "=": (.equal, .comparison), "!=": (.unequal, .comparison),
        "<": (.less, .comparison), "<=": (.lessOrEqual, .comparison), ">": (.greater, .comparison),
        ">=": (.greaterOrEqual, .comparison),
    ]

    /// Behind `in`: one test, or several in parentheses. What stands alone in parentheses may go on, as in `(list)[1]`.
    private mutating func membershipTests() throws(SyntaxFault) -> [Syntax] {
        let start = current.start
        guard isSymbol("(") else { return [try expression(.sum)] }
        at += 1
        let tests = try self.tests()
        var left: Syntax
        if tests.count == 1, takeSymbol("..") {
            left = try range(from: tests[0], start, includesStart: false)
        } else {
            try expectSymbol(")")
            guard tests.count == 1 else { return tests }
            left = tests[0]
        }
        left = try postfix(left, from: start)
        while let next = try continued(left, from: start, .sum) { left = next }
        return [left]
    }
}
