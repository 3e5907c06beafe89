// Calls of functions, built in or written.
extension Compiler {
    mutating func compileCall(_ function: Syntax, _ arguments: [Syntax], at syntax: Syntax) -> Compiled {
        let values = arguments.map { compile($0) }
        let codes = values.map(\.code)
        if let (name, overloads) = builtin(function) {
            if let made = compileConstructor(name, values, at: syntax) { return made }
            let fitting = overloads.filter { $0.takes(arguments.count) }
            guard let overload = best(fitting, values.map(\.type)) else {
                findings.append(wrongCount(name, overloads, at: syntax))
                return Compiled(.any) { _ in .null }
            }
            checkArguments(name, fitting, Array(zip(values, arguments)))
            if fitting.count == 1 {
                return Compiled(overload.result) { frame in overload.call(codes.map { $0(frame) }, frame) }
            }
            let type = fitting.reduce(overload.result) { $0.joined(with: $1.result) }
            return Compiled(type) { frame in Builtin.call(fitting, codes.map { $0(frame) }, frame) }
        }
        let callee = compileCallee(function)
        let code = callee.code
        let type: FEELType = if case .function(_, let result) = callee.type { result } else { .any }
        return Compiled(type) { frame in
            guard case .function(let function) = code(frame) else { return .null }
            return frame.call(function, codes.map { $0(frame) })
        }
    }

    mutating func compileCall(_ function: Syntax, named arguments: [Syntax.Entry], at syntax: Syntax) -> Compiled {
        let names = arguments.map(\.name)
        let codes = arguments.map { compile($0.value).code }
        if let (name, overloads) = builtin(function) {
            for overload in overloads {
                guard let order = overload.order(names) else { continue }
                return Compiled(overload.result) { frame in
                    let values = codes.map { $0(frame) }
                    return overload.call(order.map { $0.map { values[$0] } ?? .null }, frame)
                }
            }
            findings.append(wrongParameters(name, overloads, at: syntax))
            return Compiled(.any) { _ in .null }
        }
        let callee = compileCallee(function)
        let code = callee.code
        let type: FEELType = if case .function(_, let result) = callee.type { result } else { .any }
        return Compiled(type) { frame in
            guard case .function(let function) = code(frame) else { return .null }
            return frame.call(function, named: zip(names, codes).map { (name: $0, value: $1(frame)) })
        }
    }

    /// `date("2026-04-22")` and its kind are made once; a text that is none is told.
    private mutating func compileConstructor(_ name: String, _ values: [Compiled], at syntax: Syntax) -> Compiled? {
        guard values.count == 1, case .string(let text)? = values[0].constant else { return nil }
        let made: FEELValue?
        switch name {
        case "date": made = FEELDate(text).map { .date($0) }
        case "time": made = FEELTime(text).map { .time($0) }
        case "date and time": made = FEELDateTime(text).map { .dateTime($0) }
        case "duration": made = FEELDuration(text).map { .duration($0) } ?? FEELMonths(text).map { .months($0) }
        default: return nil
        }
        guard let made else {
            findings.append(badLiteral(text, name, at: syntax))
            return Compiled(.any) { _ in .null }
        }
        return constant(made, FEELType(of: made))
    }

    /// The built-in function that is called, unless a value of the scope that may be a function has that name.
    private func builtin(_ function: Syntax) -> (String, [Builtin])? {
        guard case .name(let name) = function.form, let overloads = Builtin.table[name] else { return nil }
        let known = locals.last { $0.name == name }?.type ?? names.types[name]
        switch known {
        case .function?, .any?: return nil
        default: return (name, overloads)
        }
    }

    private mutating func compileCallee(_ function: Syntax) -> Compiled {
        guard case .name(let name) = function.form, !names.isOpen, names.types[name] == nil,
            !locals.contains(where: { $0.name == name || $0.isItem })
        else { return compile(function) }
        findings.append(unknownFunction(name, at: function))
        return Compiled(.any) { _ in .null }
    }

    /// The overload whose parameters the known types fit best.
    private func best(_ overloads: [Builtin], _ types: [FEELType]) -> Builtin? {
        overloads.first { overload in overload.accepts(types) } ?? overloads.first
    }

    private mutating func checkArguments(
        _ name: String, _ overloads: [Builtin], _ arguments: [(compiled: Compiled, syntax: Syntax)]
    ) {
        guard !overloads.contains(where: { $0.accepts(arguments.map(\.compiled.type)) }), let overload = overloads.first
        else { return }
        for (index, argument) in arguments.enumerated() {
            let parameter = overload.parameter(index)
            if !argument.compiled.type.fits(parameter.type) {
                findings.append(
                    wrongArgument(name, parameter.name, argument.compiled.type, parameter.type, at: argument.syntax))
            }
        }
    }
}
