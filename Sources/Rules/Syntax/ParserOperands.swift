// Operands: literals, names, calls, paths, filters, and the expressions that begin with a keyword.
extension Parser {
    mutating func prefix() throws(SyntaxFault) -> Syntax {
        let start = current.start
        if current.kind == .symbol {
            if isSymbol("-") {
                nestingGuard += 1
                defer { nestingGuard -= 1 }
                guard nestingGuard <= limits.nesting else { throw SyntaxFault(.tooDeep, current.start, current.end) }
                at += 1
                if current.kind == .number, let number = FEELNumber(current.text), !number.isZero,
                    !continuesOperand(tokens[at + 1])
                {
                    at += 1
                    return try node(.number(number.negated), start)
                }
                return try node(.negative(try prefix()), start)
            }
            if let found = Self.operators[current.text], found.strength == .comparison {
                at += 1
                return try node(.comparison(found.sign, try expression(.sum)), start)
            }
        }
        return try postfix(try primary(), from: start)
    }

    private func continuesOperand(_ token: Token) -> Bool {
        token.kind == .symbol && ["[", "(", "."].contains(token.text) || token.kind == .word && token.text == "instance"
    }

    /// Calls, paths and filters behind an operand, then `instance of`.
    mutating func postfix(_ operand: Syntax, from start: Int) throws(SyntaxFault) -> Syntax {
        var left = operand
        while true {
            if current.kind == .word {
                guard isWord("instance"), tokens[at + 1].kind == .word, tokens[at + 1].text == "of" else { return left }
                at += 2
                left = try node(.instance(left, try type()), start)
                continue
            }
            guard current.kind == .symbol else { return left }
            switch current.text {
            case ".":
                at += 1
                left = try node(.path(left, try name()), start)
            case "[" where !endsRange:
                at += 1
                let filter = try bracketed(.disjunction)
                try expectSymbol("]")
                left = try node(.filter(left, filter), start)
            case "(":
                at += 1
                left = try call(left, start)
            default: return left
            }
        }
    }

    /// An expression between brackets, where a `[` has its usual meaning again.
    mutating func bracketed(_ strength: Strength) throws(SyntaxFault) -> Syntax {
        let outer = endsRange
        endsRange = false
        defer { endsRange = outer }
        return try expression(strength)
    }

    private mutating func call(_ function: Syntax, _ start: Int) throws(SyntaxFault) -> Syntax {
        let outer = endsRange
        endsRange = false
        defer { endsRange = outer }
        if takeSymbol(")") { return try node(.call(function, []), start) }
        if namesArgument {
            var arguments: [Syntax.Entry] = []
            repeat {
                let name = declaredName(until: [":"])
                try expectSymbol(":")
                arguments.append(Syntax.Entry(name: name, value: try expression(.disjunction)))
            } while takeSymbol(",")
            try expectSymbol(")")
            return try node(.callNamed(function, arguments), start)
        }
        var arguments = [try expression(.disjunction)]
        while takeSymbol(",") { arguments.append(try expression(.disjunction)) }
        try expectSymbol(")")
        return try node(.call(function, arguments), start)
    }

    /// Whether words and then a colon come next.
    private var namesArgument: Bool {
        var index = at
        while tokens[index].kind == .word { index += 1 }
        return index > at && tokens[index].kind == .symbol && tokens[index].text == ":"
    }

    private mutating func primary() throws(SyntaxFault) -> Syntax {
        let token = current
        switch token.kind {
        case .end: throw SyntaxFault(.missingValue(after: at > 0 ? tokens[at - 1].text : ""), token.start, token.end)
        case .number:
            guard let number = FEELNumber(token.text) else {
                throw SyntaxFault(.badNumber(token.text), token.start, token.end)
            }
            at += 1
            return try node(.number(number), token.start)
        case .string:
            at += 1
            return try node(.string(token.text), token.start)
        case .word: return try worded()
        case .symbol: return try symbolic()
        }
    }

    private mutating func worded() throws(SyntaxFault) -> Syntax {
        let start = current.start
        if names.match(tokens, at: at) == nil {
            switch current.text {
            case "null": return try literal(.null)
            case "true": return try literal(.boolean(true))
            case "false": return try literal(.boolean(false))
            case "if": return try conditional()
            case "for": return try loop()
            case "some", "every": return try quantified()
            case "function" where tokens[at + 1].text == "(" && tokens[at + 1].kind == .symbol: return try function()
            case "then", "else", "return", "satisfies", "and", "or", "in", "between":
                throw SyntaxFault(.unexpected(current.text), current.start, current.end)
            default: break
            }
        }
        return try node(.name(try name()), start)
    }

    private mutating func literal(_ form: Syntax.Form) throws(SyntaxFault) -> Syntax {
        at += 1
        return try node(form, tokens[at - 1].start)
    }

    /// A known name of several words, or else one word.
    mutating func name() throws(SyntaxFault) -> String {
        if current.kind != .end, let (name, count) = names.match(tokens, at: at) {
            at += count
            return name
        }
        guard current.kind == .word else {
            throw SyntaxFault(
                current.kind == .end ? .missingValue(after: tokens[max(0, at - 1)].text) : .unexpected(current.text),
                current.start, current.end)
        }
        at += 1
        return tokens[at - 1].text
    }

    /// A name that is being declared: every token up to one of these, with single spaces where there were any.
    mutating func declaredName(until ends: Set<String>) -> String {
        var name = ""
        while current.kind != .end, current.kind != .string, !ends.contains(current.text) {
            if !name.isEmpty, current.spaced { name += " " }
            name += current.text
            at += 1
        }
        names.insert(name)
        return name
    }

    private mutating func symbolic() throws(SyntaxFault) -> Syntax {
        let start = current.start
        switch current.text {
        case "(":
            at += 1
            let inner = try bracketed(.disjunction)
            if takeSymbol("..") { return try range(from: inner, start, includesStart: false) }
            try expectSymbol(")")
            return inner
        case "[": return try listOrRange()
        case "]":
            at += 1
            let low = try bracketed(.sum)
            try expectSymbol("..")
            return try range(from: low, start, includesStart: false)
        case "{": return try context()
        case "@" where tokens[at + 1].kind == .string:
            at += 2
            let text = tokens[at - 1].text
            guard Temporal.read(text) != nil else { throw SyntaxFault(.badDate(text), start, tokens[at - 1].end) }
            return try node(.at(text), start)
        default:
            throw SyntaxFault(.unexpected(current.text), current.start, current.end)
        }
    }

    private mutating func listOrRange() throws(SyntaxFault) -> Syntax {
        let start = current.start
        at += 1
        if takeSymbol("]") { return try node(.list([]), start) }
        let first = try bracketed(.disjunction)
        if takeSymbol("..") { return try range(from: first, start, includesStart: true) }
        var items = [first]
        while takeSymbol(",") { items.append(try bracketed(.disjunction)) }
        try expectSymbol("]")
        return try node(.list(items), start)
    }

    /// The rest of a range behind its two dots.
    mutating func range(from low: Syntax, _ start: Int, includesStart: Bool) throws(SyntaxFault) -> Syntax {
        let outer = endsRange
        endsRange = true
        defer { endsRange = outer }
        let high = try expression(.sum)
        let includesEnd = takeSymbol("]")
        if !includesEnd, !takeSymbol(")"), !takeSymbol("[") { try expectSymbol("]") }
        return try node(.range(low, high, includesStart: includesStart, includesEnd: includesEnd), start)
    }

    private mutating func context() throws(SyntaxFault) -> Syntax {
        let start = current.start
        at += 1
        var entries: [Syntax.Entry] = []
        if takeSymbol("}") { return try node(.context([]), start) }
        repeat {
            let name: String
            if current.kind == .string {
                name = current.text
                at += 1
                names.insert(name)
            } else {
                name = declaredName(until: [":", "}", ","])
                guard !name.isEmpty else { throw SyntaxFault(.unexpected(current.text), current.start, current.end) }
            }
            try expectSymbol(":")
            entries.append(Syntax.Entry(name: name, value: try bracketed(.disjunction)))
        } while takeSymbol(",")
        try expectSymbol("}")
        return try node(.context(entries), start)
    }
}
