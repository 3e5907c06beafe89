// Lists, contexts, filters and loops.
extension Compiler {
    mutating func compileList(_ items: [Syntax]) -> Compiled {
        let compiled = items.map { compile($0) }
        let type = compiled.map(\.type).reduce(nil as FEELType?) { $0?.joined(with: $1) ?? $1 } ?? .any
        let codes = compiled.map(\.code)
        let constants = compiled.compactMap(\.constant)
        if constants.count == items.count { return constant(FEELValue(constants), .list(type)) }
        return Compiled(.list(type)) { frame in frame.list(codes.map { $0(frame) }) }
    }

    mutating func compileContext(_ entries: [Syntax.Entry], at syntax: Syntax) -> Compiled {
        var codes: [Code] = []
        var types: [String: FEELType] = [:]
        let count = locals.count
        for entry in entries {
            let compiled = compile(entry.value)
            codes.append(compiled.code)
            if types[entry.name] != nil { findings.append(repeated(entry.name, at: syntax)) }
            types[entry.name] = compiled.type
            locals.append(Local(name: entry.name, type: compiled.type))
        }
        locals.removeSubrange(count...)
        let keys = entries.map(\.name)
        guard types.count == keys.count else { return Compiled(.any) { _ in .null } }
        return Compiled(.context(types)) { [codes] frame in
            let base = frame.locals.count
            for code in codes { frame.locals.append(code(frame)) }
            let values = Array(frame.locals[base...])
            frame.locals.removeSubrange(base...)
            return frame.context(FEELContext(keys: keys, values: values))
        }
    }

    mutating func compileFunction(_ parameters: [FEELFunction.Parameter], _ body: Syntax) -> Compiled {
        let compiled = with(parameters.map { Local(name: $0.name, type: $0.type.unlimited) }) { $0.compile(body) }
        let (code, depth) = (compiled.code, body.depth)
        return Compiled(.function(parameters.map(\.type.unlimited), compiled.type)) { frame in
            guard frame.charge(1 + frame.locals.count) else { return .null }
            let function = FEELFunction(
                parameters: parameters, result: .any,
                body: .written(code, depth: depth, captured: frame.locals, scope: frame.scope))
            let isSmall = function.depth <= frame.limits.valueDepth && function.weight <= frame.limits.valueWeight
            return isSmall ? .function(function) : frame.exhaust()
        }
    }

    /// `list[3]`, `list[-1]`, `list[item > 10]` (10.3.2.5, table 54).
    mutating func compileFilter(_ base: Syntax, _ filter: Syntax) -> Compiled {
        let list = compile(base)
        let isStrict = filter.form.isStrict
        let item: FEELType = if case .list(let item) = list.type { item } else { list.type }
        let test = with([Local(name: "item", type: item, isItem: true)]) { $0.compile(filter) }
        let (code, holds) = (list.code, test.code)
        if case .number(let index)? = test.constant, !isStrict {
            return Compiled(item) { frame in Compiler.item(index, of: code(frame)) }
        }
        if ![.any, .null, .number, .boolean].contains(test.type) {
            findings.append(wrongType(test.type, wanted: .boolean, at: filter))
        }
        let type: FEELType = test.type == .boolean ? .list(item) : test.type == .number ? item : .any
        return Compiled(type) { frame in
            let value = code(frame)
            let items: [FEELValue]
            switch value {
            case .list(let list): items = list.items
            case .null: items = []
            default: items = [value]
            }
            guard let first = items.first else {
                if isStrict { return FEELValue([]) }
                if case .number = frame.with([.null], { holds(frame) }) { return .null }
                return FEELValue([])
            }
            let base = frame.locals.count
            frame.locals.append(first)
            defer { frame.locals.removeLast() }
            var kept: [FEELValue] = []
            for (position, item) in items.enumerated() {
                guard frame.charge(1) else { return .null }
                frame.locals[base] = item
                let result = holds(frame)
                if isStrict, !result.isNull, result.boolean == nil { return .null }
                if position == 0, case .number(let index) = result { return Compiler.item(index, of: value) }
                if case .boolean(true) = result { kept.append(item) }
            }
            return frame.list(kept)
        }
    }

    /// The item at a position from 1, or from the end below zero; a single value is a list of one.
    private static func item(_ index: FEELNumber, of value: FEELValue) -> FEELValue {
        guard let position = index.integer else { return .null }
        guard case .list(let list) = value else { return abs(position) == 1 ? value : .null }
        let place = position > 0 ? position - 1 : list.items.count + position
        return position != 0 && list.items.indices.contains(place) ? list.items[place] : .null
    }

    mutating func compileLoop(_ iterations: [Syntax.Iteration], _ body: Syntax) -> Compiled {
        let slot = locals.count
        let usesPartial = body.mentions("partial") || iterations.contains { $0.domain.mentions("partial") }
        let (domains, turn) = with([Local(name: "partial", type: .list(.any))]) {
            $0.compile(iterations) { $0.compile(body) }
        }
        let code = turn.code
        return Compiled(.list(turn.type)) { frame in
            var results: [FEELValue] = []
            frame.locals.append(FEELValue([]))
            defer { frame.locals.removeLast() }
            let isComplete = Compiler.run(domains[...], frame) {
                results.append(code(frame))
                if usesPartial { frame.locals[slot] = frame.list(results) }
                return true
            }
            return isComplete ? frame.list(results) : .null
        }
    }

    /// `some` stops at the first true, `every` at the first false; null in between makes the rest unknown (table 46).
    mutating func compileQuantified(_ iterations: [Syntax.Iteration], _ body: Syntax, stopping: Bool) -> Compiled {
        let (domains, test) = compile(iterations) { compiler in
            let compiled = compiler.compile(body)
            compiler.expect(compiled, .boolean, at: body)
            return compiled
        }
        let (code, isStrict) = (test.code, body.form.isStrict)
        return Compiled(.boolean) { frame in
            var (isKnown, found) = (true, false)
            let isComplete = Compiler.run(domains[...], frame) {
                let result = code(frame)
                guard case .boolean(let value) = result else {
                    isKnown = false
                    return !isStrict || result.isNull
                }
                found = value == stopping
                return !found
            }
            guard isComplete else { return .null }
            return found ? .boolean(stopping) : isKnown ? .boolean(!stopping) : .null
        }
    }

    private mutating func compile(_ iterations: [Syntax.Iteration], _ body: (inout Compiler) -> Compiled) -> (
        [Code], Compiled
    ) {
        let count = locals.count
        defer { locals.removeSubrange(count...) }
        var domains: [Code] = []
        for iteration in iterations {
            let domain = compile(iteration.domain)
            var item: FEELType
            switch domain.type {
            case .list(let inner), .range(let inner): item = inner
            default: item = domain.type
            }
            if let until = iteration.until {
                let end = compile(until)
                item = domain.type.joined(with: end.type)
                let (first, second) = (domain.code, end.code)
                domains.append { frame in
                    let start = first(frame)
                    return .range(FEELRange(start, second(frame)))
                }
            } else {
                domains.append(domain.code)
            }
            locals.append(Local(name: iteration.name, type: item))
        }
        return (domains, body(&self))
    }

    /// Runs the turns of all domains, the last one fastest; false when a domain cannot be walked or work runs out.
    private static func run(_ domains: ArraySlice<Code>, _ frame: Frame, _ turn: () -> Bool) -> Bool {
        var goesOn = true
        return walk(domains, frame, &goesOn, turn)
    }

    private static func walk(
        _ domains: ArraySlice<Code>, _ frame: Frame, _ goesOn: inout Bool, _ turn: () -> Bool
    ) -> Bool {
        guard let domain = domains.first else {
            goesOn = turn()
            return true
        }
        guard let turns = Turns(domain(frame)) else { return false }
        for value in turns {
            guard frame.charge(1) else { return false }
            frame.locals.append(value)
            let isComplete = walk(domains.dropFirst(), frame, &goesOn, turn)
            frame.locals.removeLast()
            if !isComplete { return false }
            if !goesOn { return true }
        }
        return true
    }
}
