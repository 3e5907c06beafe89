import Kernel

/// Turns boxed expressions into the syntax that texts of FEEL become, so that both are checked and run alike (DMN 1.5,
/// 10.2.2). The texts count as if they stood one behind the other, which tells their places apart.
struct BoxTranslator {
    /// A text with its place in the file.
    private struct Placed {
        let origin: Int
        let text: String
        let line: Int
        let part: Phrase?
    }

    let types: TypeTable
    let limits: RuleLimits
    /// The decision, function or service being translated.
    let element: String
    private(set) var problems: [ModelProblem] = []
    private var known: KnownNames
    private var texts: [Placed] = []
    private var origin = 0

    init(_ element: String, names: RuleNames, types: TypeTable, limits: RuleLimits) {
        self.element = element
        self.types = types
        self.limits = limits
        known = names.known
        known.insert("item")
    }

    /// The syntax of a box; null where there is something wrong with it.
    mutating func syntax(_ box: BoxedExpression, part: Phrase? = nil) -> Syntax {
        let syntax = untyped(box, part: part)
        return typed(syntax, box.type, element, box.marking.line)
    }

    private mutating func untyped(_ box: BoxedExpression, part: Phrase?) -> Syntax {
        let line = box.marking.line
        switch box.form {
        case .literal(let text): return text.trimmed.isEmpty ? empty() : read(text, line, part)
        case .table(let table): return tableSyntax(table, line: line)
        case .context(let entries): return context(entries, line)
        case .list(let items): return compose(.list(items.map { syntax($0, part: part) }), line)
        case .relation(let columns, let rows): return relation(columns, rows, line)
        case .function(let function): return self.function(function, line)
        case .invocation(let callee, let bindings):
            let function = syntax(callee, part: part)
            let arguments = bindings.map { binding in
                Syntax.Entry(
                    name: binding.parameter.name,
                    value: typed(
                        syntax(binding.value, part: .entry(binding.parameter.name)), binding.parameter.type,
                        binding.parameter.name, line))
            }
            return compose(arguments.isEmpty ? .call(function, []) : .callNamed(function, arguments), line)
        case .conditional(let condition, let yes, let no):
            return conditional(
                syntax(condition, part: .entry("if")), syntax(yes, part: .entry("then")),
                syntax(no, part: .entry("else")), line)
        case .filter(let list, let match):
            let items = syntax(list, part: .entry("in"))
            let test = compose(.strict(syntax(match, part: .entry("match"))), line)
            return compose(.filter(items, test), line)
        case .iterator(let iterator): return iteration(iterator, line)
        }
    }

    private mutating func context(_ entries: [BoxedExpression.Entry], _ line: Int) -> Syntax {
        var named: [Syntax.Entry] = []
        for entry in entries {
            let value = syntax(entry.value, part: entry.variable.map { .entry($0.name) } ?? .result)
            guard let variable = entry.variable else { return compose(.scoped(named, value), line) }
            named.append(
                Syntax.Entry(name: variable.name, value: typed(value, variable.type, variable.name, line)))
            known.insert(variable.name)
        }
        return compose(.context(named), line)
    }

    /// As `if` in a text, but a condition that is neither true, false nor null makes the whole null. The condition gets a
    /// name that no text can read.
    private mutating func conditional(_ condition: Syntax, _ yes: Syntax, _ no: Syntax, _ line: Int) -> Syntax {
        let name = Syntax(.name("if"), condition.start, condition.end)
        let isNull = compose(.binary(.equal, name, empty()), line)
        let fits = compose(.any([compose(.instance(name, .boolean), line), isNull]), line)
        let choice = compose(.choice(name, yes, no), line)
        let guarded = compose(.choice(fits, choice, empty()), line)
        return compose(.scoped([Syntax.Entry(name: "if", value: condition)], guarded), line)
    }

    private mutating func relation(_ columns: [InformationItem], _ rows: [[BoxedExpression]], _ line: Int) -> Syntax {
        let contexts = rows.enumerated().map { number, row in
            let entries = zip(columns, row).map { column, cell in
                let value = syntax(cell, part: .cell(rule: number + 1, column: column.name))
                return Syntax.Entry(name: column.name, value: typed(value, column.type, column.name, line))
            }
            return compose(.context(entries), line)
        }
        return compose(.list(contexts), line)
    }

    private mutating func iteration(_ iterator: BoxedExpression.Iterator, _ line: Int) -> Syntax {
        let domain = typed(
            syntax(iterator.domain, part: .entry("in")), iterator.domainType, iterator.variable, line)
        known.insert(iterator.variable)
        if iterator.kind == .loop { known.insert("partial") }
        let body = syntax(iterator.body, part: .entry(iterator.kind == .loop ? "return" : "satisfies"))
        let turns = [Syntax.Iteration(name: iterator.variable, domain: domain, until: nil)]
        switch iterator.kind {
        case .loop: return compose(.loop(turns, body), line)
        case .some: return compose(.some(turns, compose(.strict(body), line)), line)
        case .every: return compose(.every(turns, compose(.strict(body), line)), line)
        }
    }

    private mutating func function(_ function: BoxedFunction, _ line: Int) -> Syntax {
        let parameters = self.parameters(of: function)
        guard function.kind == .feel else { return compose(.external(parameters), line) }
        return compose(.function(parameters, body(of: function)), line)
    }

    mutating func parameters(of function: BoxedFunction) -> [FEELFunction.Parameter] {
        function.parameters.map { item in
            known.insert(item.name)
            return FEELFunction.Parameter(name: item.name, type: type(item.type, item.marking.line))
        }
    }

    /// The body with the type of the result.
    mutating func body(of function: BoxedFunction) -> Syntax {
        let body = function.body.map { syntax($0) } ?? empty()
        return typed(body, function.type, element, function.marking.line)
    }

    /// What must be of a type, where one is named.
    mutating func typed(_ syntax: Syntax, _ name: String?, _ what: String, _ line: Int) -> Syntax {
        let type = type(name, line)
        return type == .any ? syntax : compose(.typed(syntax, type, what), line)
    }

    mutating func type(_ name: String?, _ line: Int) -> FEELType {
        if let type = types.type(named: name) { return type }
        problems.append(.unknownType(name ?? "", types: types.types, line: line, element: element))
        return .any
    }

    /// A node around others, unless it nests too deep.
    mutating func compose(_ form: Syntax.Form, _ line: Int) -> Syntax {
        let parts = form.parts
        let syntax = Syntax(form, parts.first?.start ?? origin, parts.last?.end ?? origin)
        if syntax.depth <= limits.depth { return syntax }
        problems.append(ModelProblem(SyntaxFault.Reason.tooDeep.phrase, line: line, element: element))
        return empty()
    }

    mutating func tell(_ problem: ModelProblem) { problems.append(problem) }

    func empty() -> Syntax { Syntax(.null, origin, origin) }

    /// Reads a text; null when it cannot be read, which is told.
    mutating func read(_ text: String, _ line: Int, _ part: Phrase?, isTest: Bool = false) -> Syntax {
        let start = origin
        origin += text.unicodeScalars.count + 1
        texts.append(Placed(origin: start, text: text, line: line, part: part))
        do throws(SyntaxFault) {
            var parser = try Parser(text, names: known, types: types.types, limits: limits, origin: start)
            let syntax = isTest ? try parser.unaryTests() : try parser.expression()
            known = parser.names
            return syntax
        } catch {
            problems.append(problem(error.start, error.end, error.reason.phrase, proposal: nil))
            return Syntax(.null, start, start)
        }
    }

    /// What is wrong at a place of the texts together, told by the text that stands there.
    func problem(_ start: Int, _ end: Int, _ message: Phrase, proposal: String?) -> ModelProblem {
        guard let placed = texts.last(where: { $0.origin <= start }) else {
            return ModelProblem(message, element: element)
        }
        let last = min(end - placed.origin, placed.text.unicodeScalars.count)
        let rule = RuleProblem(placed.text, start - placed.origin, last, message, proposal: proposal)
        return ModelProblem(
            message, line: placed.line > 0 ? placed.line + rule.line - 1 : 0, element: element, part: placed.part,
            rule: rule)
    }
}

extension Phrase {
    static func entry(_ name: String) -> Phrase { Phrase(vi: "mục “\(name)”", en: "entry “\(name)”") }
    static let result = Phrase(vi: "kết quả", en: "the result")
    static func column(_ name: String) -> Phrase { Phrase(vi: "cột “\(name)”", en: "column “\(name)”") }
    static func cell(rule: Int, column: String) -> Phrase {
        Phrase(vi: "quy tắc \(rule), cột “\(column)”", en: "rule \(rule), column “\(column)”")
    }
}
