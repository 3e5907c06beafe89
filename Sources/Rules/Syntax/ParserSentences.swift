// `if`, `for`, `some`, `every` and `function`, types, and the small steps that all parts of the parser take.
extension Parser {
    mutating func conditional() throws(SyntaxFault) -> Syntax {
        let start = current.start
        at += 1
        let condition = try bracketed(.disjunction)
        try expectWord("then")
        let yes = try bracketed(.disjunction)
        try expectWord("else")
        return try node(.choice(condition, yes, try bracketed(.disjunction)), start)
    }

    mutating func loop() throws(SyntaxFault) -> Syntax {
        let start = current.start
        let iterations = try self.iterations()
        names.insert("partial")
        try expectWord("return")
        return try node(.loop(iterations, try bracketed(.disjunction)), start)
    }

    mutating func quantified() throws(SyntaxFault) -> Syntax {
        let start = current.start
        let isSome = isWord("some")
        let iterations = try self.iterations()
        try expectWord("satisfies")
        let body = try bracketed(.disjunction)
        return try node(isSome ? .some(iterations, body) : .every(iterations, body), start)
    }

    private mutating func iterations() throws(SyntaxFault) -> [Syntax.Iteration] {
        var iterations: [Syntax.Iteration] = []
        repeat {
            at += iterations.isEmpty ? 1 : 0
            let name = declaredName(until: ["in", ":", ",", "return", "satisfies"])
            guard !name.isEmpty else { throw SyntaxFault(.unexpected(current.text), current.start, current.end) }
            if takeSymbol(":") { _ = try type() }
            try expectWord("in")
            let domain = try bracketed(.sum)
            var until: Syntax?
            if takeSymbol("..") { until = try bracketed(.sum) }
            iterations.append(Syntax.Iteration(name: name, domain: domain, until: until))
        } while takeSymbol(",")
        return iterations
    }

    mutating func function() throws(SyntaxFault) -> Syntax {
        let start = current.start
        at += 2
        var parameters: [FEELFunction.Parameter] = []
        if !takeSymbol(")") {
            repeat {
                let name = declaredName(until: [":", ",", ")"])
                guard !name.isEmpty else { throw SyntaxFault(.unexpected(current.text), current.start, current.end) }
                parameters.append(.init(name: name, type: takeSymbol(":") ? try type() : .any))
            } while takeSymbol(",")
            try expectSymbol(")")
        }
        if isWord("external") {
            at += 1
            _ = try bracketed(.disjunction)
            return try node(.external(parameters), start)
        }
        return try node(.function(parameters, try bracketed(.disjunction)), start)
    }

    /// A type behind `instance of` or a parameter (rules 52 to 57).
    mutating func type() throws(SyntaxFault) -> FEELType {
        nestingGuard += 1
        defer { nestingGuard -= 1 }
        guard nestingGuard <= limits.nesting else { throw SyntaxFault(.tooDeep, current.start, current.end) }
        let (start, first) = (current, at)
        guard current.kind == .word else { throw SyntaxFault(.unexpected(current.text), start.start, start.end) }
        for (words, type) in FEELType.spelled where words.indices.allSatisfy({ wordAt(at + $0) == words[$0] }) {
            at += words.count
            return type
        }
        at += 1
        if takeSymbol("<") {
            switch start.text {
            case "list":
                let item = try type()
                try expectSymbol(">")
                return .list(item)
            case "range":
                let item = try type()
                try expectSymbol(">")
                return .range(item)
            case "context": return .context(try contextEntries())
            case "function": return try functionType()
            default: at = first + 1
            }
        }
        var name = start.text
        while types[name] == nil, current.kind == .word || current.text == ".", current.kind != .string {
            name += (current.spaced ? " " : "") + current.text
            at += 1
        }
        if let type = types[name] { return type }
        switch start.text {
        case "list":
            at = first + 1
            return .list(.any)
        case "context":
            at = first + 1
            return .context([:])
        case "function":
            at = first + 1
            return .function([], .any)
        default: throw SyntaxFault(.unknownType(start.text), start.start, start.end)
        }
    }

    private func wordAt(_ index: Int) -> String? {
        index < tokens.count && tokens[index].kind == .word ? tokens[index].text : nil
    }

    private mutating func contextEntries() throws(SyntaxFault) -> [String: FEELType] {
        var entries: [String: FEELType] = [:]
        repeat {
            let name = declaredName(until: [":", ",", ">"])
            try expectSymbol(":")
            entries[name] = try type()
        } while takeSymbol(",")
        try expectSymbol(">")
        return entries
    }

    private mutating func functionType() throws(SyntaxFault) -> FEELType {
        var parameters: [FEELType] = []
        if !takeSymbol(">") {
            repeat { parameters.append(try type()) } while takeSymbol(",")
            try expectSymbol(">")
        }
        try expectSymbol("->")
        return .function(parameters, try type())
    }

    var current: Token { tokens[at] }

    func isSymbol(_ text: String) -> Bool { current.kind == .symbol && current.text == text }
    func isWord(_ text: String) -> Bool { current.kind == .word && current.text == text }

    mutating func takeSymbol(_ text: String) -> Bool {
        guard isSymbol(text) else { return false }
        at += 1
        return true
    }

    mutating func expectSymbol(_ text: String) throws(SyntaxFault) {
        guard takeSymbol(text) else { throw missing(text) }
    }

    mutating func expectWord(_ text: String) throws(SyntaxFault) {
        guard isWord(text) else { throw missing(text) }
        at += 1
    }

    private func missing(_ text: String) -> SyntaxFault {
        return current.kind == .end
            ? SyntaxFault(.missing(text), current.start, current.end)
            : SyntaxFault(.unexpected(current.text), current.start, current.end)
    }

    func expectEnd() throws(SyntaxFault) {
        guard current.kind == .end else {
            throw SyntaxFault(.unexpected(current.text), current.start, current.end)
        }
    }

    /// A node from `start` to the last token taken, unless it nests too deep. Mutating, so that what the form is made of
    /// is read before.
    mutating func node(_ form: Syntax.Form, _ start: Int) throws(SyntaxFault) -> Syntax {
        let end = at > 0 ? tokens[at - 1].end : start
        let syntax = Syntax(form, start, max(start, end))
        guard syntax.depth <= limits.depth else { throw SyntaxFault(.tooDeep, start, end) }
        return syntax
    }
}
