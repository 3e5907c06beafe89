import Kernel

/// Takes conditions apart, and collects the answers that they read with the constants these are compared with.
struct OutlookReading {
    private let expected: [String: ExpectedAnswer]
    private(set) var atoms: [OutlookAtom] = []
    /// The answers concerned, by their path.
    private var answers: [String] = []
    private var numbers: [String: Int] = [:]
    /// For each answer the constants that it is compared with.
    private var points: [[FEELValue]] = []

    init(_ expected: [String: ExpectedAnswer]) { self.expected = expected }

    mutating func shape(_ premise: Premise) -> OutlookShape { shape(premise.syntax, premise) }

    private mutating func shape(_ syntax: Syntax, _ premise: Premise) -> OutlookShape {
        switch syntax.form {
        case .boolean(let value): return .constant(value ? .holds : .fails)
        case .null: return .constant(.unknown)
        case .all(let items): return .all(items.map { shape($0, premise) })
        case .any(let items): return .any(items.map { shape($0, premise) })
        case .choice(let condition, let yes, let no):
            return .choice(shape(condition, premise), shape(yes, premise), shape(no, premise))
        case .call(let function, let arguments) where arguments.count == 1:
            if case .name("not") = function.form { return .not(shape(arguments[0], premise)) }
            return atom(syntax, premise)
        default: return atom(syntax, premise)
        }
    }

    private mutating func atom(_ syntax: Syntax, _ premise: Premise) -> OutlookShape {
        guard let references = references(in: syntax, premise) else { return .open }
        var constants: [FEELValue] = []
        if references.contains(where: { expected[$0.path]?.isFinite != true }) {
            guard references.count == 1, let found = comparison(syntax, premise) else { return .open }
            constants = found
        }
        var types: [String: FEELType] = [:]
        var reads: [(written: String, answer: Int)] = []
        for (written, path) in references {
            guard let expectation = expected[path] else { return .open }
            types[written] = expectation.type
            let number = number(of: path)
            points[number] += constants
            reads.append((written, number))
        }
        var compiler = Compiler(names: RuleNames(types))
        let compiled = compiler.compile(syntax)
        atoms.append(OutlookAtom(code: compiled.code, reads: reads))
        return .atom(atoms.count - 1)
    }

    private mutating func number(of path: String) -> Int {
        if let number = numbers[path] { return number }
        numbers[path] = answers.count
        answers.append(path)
        points.append([])
        return answers.count - 1
    }

    /// An answer is there only where its question is asked, and everywhere there when it is required: for all answers met
    /// so far and those met on the way.
    mutating func implications() -> [OutlookShape] {
        var shapes: [OutlookShape] = []
        var next = 0
        while next < answers.count {
            let path = answers[next]
            next += 1
            guard let expectation = expected[path], !expectation.premises.isEmpty else { continue }
            let isAnswered = shape(.answered(path))
            let isAsked = OutlookShape.all(expectation.premises.map { shape($0) })
            shapes.append(.any([.not(isAnswered), isAsked]))
            if expectation.isRequired {
                shapes.append(.any([isAnswered, .choice(isAsked, .constant(.fails), .constant(.holds))]))
            }
        }
        return shapes
    }

    /// For each answer a value of every part; nil when there are too many, or they are too far apart.
    func parts() -> [[FEELValue]]? {
        var parts: [[FEELValue]] = []
        for (path, points) in zip(answers, points) {
            guard let expectation = expected[path], let values = expectation.samples(around: points) else { return nil }
            parts.append(values + (expectation.mayBeAbsent ? [.null] : []))
        }
        return parts
    }
}

extension OutlookReading {
    /// The answers that an expression reads; nil when it reads anything else, or the clock.
    private func references(in syntax: Syntax, _ premise: Premise) -> [(written: String, path: String)]? {
        if let reference = premise.reference(syntax) { return expected[reference.path] == nil ? nil : [reference] }
        var parts = syntax.form.parts
        if case .call(let function, let arguments) = syntax.form, case .name(let name) = function.form {
            guard Builtin.table[name] != nil, name != "now", name != "today" else { return nil }
            parts = arguments
        }
        var found: [(written: String, path: String)] = []
        for part in parts {
            guard let inside = references(in: part, premise) else { return nil }
            for reference in inside where !found.contains(where: { $0.written == reference.written }) {
                found.append(reference)
            }
        }
        return found
    }

    /// The constants that the one answer of a comparison is compared with; nil when the expression is no such comparison.
    private func comparison(_ syntax: Syntax, _ premise: Premise) -> [FEELValue]? {
        switch syntax.form {
        case .binary(let sign, let a, let b):
            let isEquality = sign == .equal || sign == .unequal
            guard isEquality || [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(sign) else { return nil }
            return compared(a, with: [b], isEquality, premise) ?? compared(b, with: [a], isEquality, premise)
        case .between(let value, let low, let high): return compared(value, with: [low, high], false, premise)
        case .within(let value, let tests):
            let named = tests.flatMap { operands(of: $0) }
            return compared(value, with: named.map(\.syntax), named.allSatisfy(\.isEquality), premise)
        default: return nil
        }
    }

    /// What a test of `in` compares with, and whether only for equality.
    private func operands(of test: Syntax) -> [(syntax: Syntax, isEquality: Bool)] {
        switch test.form {
        case .comparison(let sign, let operand): [(operand, sign == .equal || sign == .unequal)]
        case .range(let low, let high, _, _): [(low, false), (high, false)]
        case .tests(let tests, _): tests.flatMap { operands(of: $0) }
        default: [(test, true)]
        }
    }

    private func compared(_ subject: Syntax, with operands: [Syntax], _ isEquality: Bool, _ premise: Premise)
        -> [FEELValue]?
    {
        var values: [FEELValue] = []
        for operand in operands {
            guard let constants = constants(operand, premise) else { return nil }
            values += constants
        }
        if case .call(let function, let arguments) = subject.form, case .name("count") = function.form,
            arguments.count == 1, case .lists? = domain(arguments[0], premise)
        {
            return values
        }
        switch domain(subject, premise) {
        case .numbers, .days: return values
        case .texts: return isEquality ? values : nil
        // A list by itself is only asked whether it is there.
        case .lists: return values.allSatisfy(\.isNull) ? [] : nil
        case .values, nil: return nil
        }
    }

    private func domain(_ syntax: Syntax, _ premise: Premise) -> ExpectedAnswer.Domain? {
        premise.reference(syntax).flatMap { expected[$0.path]?.domain }
    }

    /// The values of an expression that reads no answer; those of a list one by one, of a range its ends.
    private func constants(_ syntax: Syntax, _ premise: Premise) -> [FEELValue]? {
        guard references(in: syntax, premise)?.isEmpty == true else { return nil }
        var compiler = Compiler(names: RuleNames([:]))
        let code = compiler.compile(syntax).code
        let frame = Frame(scope: RuleScope([:], now: Instant(seconds: 0)), limits: .standard)
        let value = code(frame)
        return frame.isExhausted ? nil : Self.scalars(value)
    }

    private static func scalars(_ value: FEELValue) -> [FEELValue]? {
        switch value {
        case .context, .function: return nil
        case .range: return nil
        case .list(let list):
            var values: [FEELValue] = []
            for item in list.items {
                if case .list = item { return nil }
                guard let inside = scalars(item) else { return nil }
                values += inside
            }
            return values
        default: return [value]
        }
    }
}
