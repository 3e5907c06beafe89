// Operators, conditions and tests.
extension Compiler {
    mutating func compileNegative(_ operand: Syntax) -> Compiled {
        let compiled = compile(operand)
        let type = compiled.type
        if ![.any, .null, .number, .duration, .months].contains(type) {
            findings.append(cannotCalculate("-", type, nil, at: operand))
        }
        let code = compiled.code
        return Compiled(type) { Arithmetic.negate(code($0)) }
    }

    mutating func compileBinary(_ sign: Syntax.Operator, _ left: Syntax, _ right: Syntax, at syntax: Syntax)
        -> Compiled
    {
        let (a, b) = (compile(left), compile(right))
        let (first, second) = (a.code, b.code)
        switch sign {
        case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual:
            checkComparable(sign, a, left, b, right, at: syntax)
            if case .number(let constant)? = b.constant { return comparing(sign, first, constant) }
            if case .string(let constant)? = b.constant, sign == .equal || sign == .unequal {
                return Compiled(.boolean) { frame in
                    let value = first(frame)
                    guard case .string(let text) = value else { return value.compare(sign, .string(constant)) }
                    return .boolean((text == constant) == (sign == .equal))
                }
            }
            return Compiled(.boolean) { frame in
                let value = first(frame)
                return value.compare(sign, second(frame))
            }
        case .add, .subtract, .multiply, .divide, .power:
            let type = arithmeticType(sign, a.type, b.type)
            if type == nil { findings.append(cannotCalculate(sign.rawValue, a.type, b.type, at: syntax)) }
            return Compiled(type ?? .any) { frame in
                let value = first(frame)
                return Arithmetic.apply(sign, value, second(frame), frame)
            }
        }
    }

    /// The comparison with a number that is known beforehand, which is the most frequent of all.
    private func comparing(_ sign: Syntax.Operator, _ code: @escaping Code, _ constant: FEELNumber) -> Compiled {
        Compiled(.boolean) { frame in
            let value = code(frame)
            guard case .number(let number) = value else { return value.compare(sign, .number(constant)) }
            return switch sign {
            case .equal: .boolean(number == constant)
            case .unequal: .boolean(number != constant)
            case .less: .boolean(number < constant)
            case .lessOrEqual: .boolean(number <= constant)
            case .greater: .boolean(number > constant)
            default: .boolean(number >= constant)
            }
        }
    }

    /// `and` and `or` of three-valued logic (table 48): `absorbing` is the value that decides alone.
    mutating func compileLogic(_ items: [Syntax], absorbing: Bool) -> Compiled {
        let codes = items.map { item in
            let compiled = compile(item)
            expect(compiled, .boolean, at: item)
            return compiled.code
        }
        return Compiled(.boolean) { frame in
            var isKnown = true
            for code in codes {
                if case .boolean(let value) = code(frame) {
                    if value == absorbing { return .boolean(absorbing) }
                } else {
                    isKnown = false
                }
            }
            return isKnown ? .boolean(!absorbing) : .null
        }
    }

    mutating func compileBetween(_ value: Syntax, _ low: Syntax, _ high: Syntax, at syntax: Syntax) -> Compiled {
        let (v, a, b) = (compile(value), compile(low), compile(high))
        checkComparable(.greaterOrEqual, v, value, a, low, at: syntax)
        checkComparable(.lessOrEqual, v, value, b, high, at: syntax)
        let (code, from, to) = (v.code, a.code, b.code)
        return Compiled(.boolean) { frame in
            let value = code(frame)
            guard let first = value.order(from(frame)), let second = value.order(to(frame)) else { return .null }
            return .boolean(first >= 0 && second <= 0)
        }
    }

    mutating func compileChoice(_ condition: Syntax, _ yes: Syntax, _ no: Syntax) -> Compiled {
        let test = compile(condition)
        expect(test, .boolean, at: condition)
        let (first, second) = (compile(yes), compile(no))
        let (code, then, otherwise) = (test.code, first.code, second.code)
        return Compiled(first.type.joined(with: second.type)) { frame in
            if case .boolean(true) = code(frame) { return then(frame) }
            return otherwise(frame)
        }
    }

    mutating func compileWithin(_ value: Syntax, _ tests: [Syntax], at syntax: Syntax) -> Compiled {
        let input = compile(value)
        let code = input.code
        let codes = tests.map { compileTest($0, of: input, value) }
        return Compiled(.boolean) { frame in
            let value = code(frame)
            return Compiler.anyHolds(codes, value, frame)
        }
    }

    /// A whole cell of tests on `?`; without any it holds always.
    mutating func compileTests(_ tests: [Syntax], _ negated: Bool) -> Compiled {
        let type = locals.last { $0.name == "?" }?.type ?? names.types["?"] ?? .any
        let input =
            if let slot = locals.lastIndex(where: { $0.name == "?" }) {
                Compiled(type) { $0.locals[slot] }
            } else {
                Compiled(type) { $0.scope.values["?"] ?? .null }
            }
        let codes = tests.map { compileTest($0, of: input, $0) }
        let read = input.code
        return Compiled(.boolean) { frame in
            if codes.isEmpty { return .boolean(true) }
            let result = Compiler.anyHolds(codes, read(frame), frame)
            if negated, case .boolean(let value) = result { return .boolean(!value) }
            return result
        }
    }

    typealias Test = @Sendable (FEELValue, Frame) -> Bool?

    private static func anyHolds(_ tests: [Test], _ value: FEELValue, _ frame: Frame) -> FEELValue {
        var isKnown = true
        for test in tests {
            switch test(value, frame) {
            case true?: return .boolean(true)
            case false?: continue
            case nil: isKnown = false
            }
        }
        return isKnown ? .boolean(false) : .null
    }

    /// One test: a comparison, an interval, a value or list of values, or an expression about `?` (10.3.2.5).
    private mutating func compileTest(_ test: Syntax, of input: Compiled, _ value: Syntax) -> Test {
        if case .comparison(let sign, let operand) = test.form {
            let compiled = compile(operand)
            checkComparable(sign, input, value, compiled, operand, at: test)
            let code = compiled.code
            return { value, frame in value.compare(sign, code(frame)).boolean }
        }
        if test.mentions("?") {
            let code = compile(test).code
            return { _, frame in code(frame).boolean }
        }
        let compiled = compile(test)
        if case .list = compiled.type {
        } else if case .range(let item) = compiled.type {
            checkComparable(.less, input, value, Compiled(item, compiled.code), test, at: test)
        } else {
            checkComparable(.equal, input, value, compiled, test, at: test)
        }
        let code = compiled.code
        if case .range = test.form {
            return { value, frame in
                let range = code(frame)
                return range.isNull ? nil : Compiler.matches(value, range, frame)
            }
        }
        return { value, frame in Compiler.matches(value, code(frame), frame) }
    }

    private static func matches(_ value: FEELValue, _ test: FEELValue, _ frame: Frame) -> Bool? {
        switch test {
        case .range(let range):
            if case .range = value { return value.equals(test) }
            return range.includes(value)
        case .list(let list):
            guard frame.charge(list.items.count) else { return nil }
            if case .list = value, value.equals(test) == true { return true }
            var result: Bool? = false
            for item in list.items {
                var holds = value.equals(item)
                if case .range(let range) = item, holds != true { holds = range.includes(value) }
                if holds == true { return true }
                if case .list(let inner) = item, case .list = value, inner.items.isEmpty { holds = false }
                if holds == nil { result = result == true ? true : result }
            }
            return result
        default: return value.equals(test)
        }
    }

    /// A comparison that stands as a value, `(< 10)`: the interval that it describes.
    mutating func compileComparison(_ sign: Syntax.Operator, _ operand: Syntax) -> Compiled {
        let compiled = compile(operand)
        let code = compiled.code
        return Compiled(.range(compiled.type)) { frame in
            let value = code(frame)
            let range =
                switch sign {
                case .less: FEELRange(.null, value, includesStart: false, includesEnd: false)
                case .lessOrEqual: FEELRange(.null, value, includesStart: false, includesEnd: true)
                case .greater: FEELRange(value, .null, includesStart: false, includesEnd: false)
                case .greaterOrEqual: FEELRange(value, .null, includesStart: true, includesEnd: false)
                case .unequal: FEELRange(value, value, form: .unequal)
                default: FEELRange(value, value, form: .equal)
                }
            return .range(range)
        }
    }

    mutating func compileRange(
        _ low: Syntax, _ high: Syntax, _ includesStart: Bool, _ includesEnd: Bool, at syntax: Syntax
    ) -> Compiled {
        let (a, b) = (compile(low), compile(high))
        checkComparable(.less, a, low, b, high, at: syntax)
        let (first, second) = (a.code, b.code)
        return Compiled(.range(a.type.joined(with: b.type))) { frame in
            let (start, end) = (first(frame), second(frame))
            guard let order = start.order(end), order <= 0 else { return .null }
            return .range(FEELRange(start, end, includesStart: includesStart, includesEnd: includesEnd))
        }
    }
}

extension Syntax {
    /// Whether a name is read anywhere inside.
    func mentions(_ name: String) -> Bool {
        if case .name(name) = form { return true }
        return form.parts.contains { $0.mentions(name) }
    }
}
