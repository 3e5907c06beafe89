/// Writes syntax as FEEL again, with no more parentheses than needed; reading it gives the same syntax.
enum SyntaxPrinter {
    static func text(_ syntax: Syntax) -> String { text(syntax.form) }

    static func text(_ form: Syntax.Form) -> String {
        switch form {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): value.description
        case .string(let value): quoted(value)
        case .at(let text): "@" + quoted(text)
        case .name(let name): name
        case .path(let base, let member): "\(operand(base)).\(member)"
        case .filter(let base, let filter): "\(operand(base))[\(text(filter))]"
        case .call(let function, let arguments): "\(operand(function))(\(list(arguments)))"
        case .callNamed(let function, let arguments): "\(operand(function))(\(entries(arguments, quoting: false)))"
        case .negative(let operand): "-" + negated(operand)
        case .binary(let sign, let a, let b): binary(sign, a, b)
        case .all(let items): chain(items, "and", .comparison)
        case .any(let items): chain(items, "or", .conjunction)
        case .between(let value, let low, let high):
            "\(at(value, .comparison)) between \(at(low, .sum)) and \(at(high, .sum))"
        case .within(let value, let tests): "\(at(value, .comparison)) in \(membership(tests))"
        case .instance(let value, let type): "\(operand(value)) instance of \(type.text)"
        case .choice(let condition, let yes, let no): "if \(text(condition)) then \(text(yes)) else \(text(no))"
        case .loop(let turns, let body): "for \(iterations(turns)) return \(text(body))"
        case .some(let turns, let body): "some \(iterations(turns)) satisfies \(text(body))"
        case .every(let turns, let body): "every \(iterations(turns)) satisfies \(text(body))"
        case .list(let items): "[\(list(items))]"
        case .context(let items): "{\(entries(items, quoting: true))}"
        case .function(let parameters, let body): "function(\(list(parameters))) \(text(body))"
        case .external(let parameters): "function(\(list(parameters))) external {}"
        case .range(let low, let high, let includesStart, let includesEnd):
            "\(includesStart ? "[" : "(")\(text(low))..\(rangeEnd(high))\(includesEnd ? "]" : ")")"
        case .comparison(let sign, let operand): "\(sign.rawValue) \(at(operand, .sum))"
        case .tests(let tests, let negated):
            tests.isEmpty ? "-" : negated ? "not(\(list(tests)))" : list(tests)
        case .typed(let inner, _, _), .strict(let inner): text(inner)
        case .scoped(let items, let result): "{\(entries(items, quoting: true)), result: \(text(result))}.result"
        case .table(let table): "table(\(list(table.inputs.map(\.expression))))"
        }
    }

    /// How tightly a form binds; nil for those that stand by themselves.
    private static func strength(_ form: Syntax.Form) -> Parser.Strength? {
        switch form {
        case .any: .disjunction
        case .all: .conjunction
        case .between, .within: .comparison
        case .binary(let sign, _, _): Parser.operators[sign.rawValue]?.strength
        default: nil
        }
    }

    /// Whether a form takes in everything that follows it.
    private static func isGreedy(_ form: Syntax.Form) -> Bool {
        switch form {
        case .choice, .loop, .some, .every, .function, .external, .comparison: true
        default: false
        }
    }

    private static func at(_ syntax: Syntax, _ wanted: Parser.Strength) -> String {
        let tight = strength(syntax.form).map { $0 >= wanted } ?? !isGreedy(syntax.form)
        return tight ? text(syntax) : "(\(text(syntax)))"
    }

    /// In the end of a range a bracket closes it, so an end with one inside stands in parentheses.
    private static func rangeEnd(_ syntax: Syntax) -> String {
        let text = at(syntax, .sum)
        return text.contains("[") ? "(\(text))" : text
    }

    private static func operand(_ syntax: Syntax) -> String {
        switch syntax.form {
        case .number(let value) where value.isNegative: "(\(text(syntax)))"
        case .negative: "(\(text(syntax)))"
        default: strength(syntax.form) == nil && !isGreedy(syntax.form) ? text(syntax) : "(\(text(syntax)))"
        }
    }

    private static func negated(_ syntax: Syntax) -> String {
        switch syntax.form {
        case .negative: text(syntax)
        case .number(let value): value.isZero ? "0" : "(\(value))"
        default: operand(syntax)
        }
    }

    private static func binary(_ sign: Syntax.Operator, _ a: Syntax, _ b: Syntax) -> String {
        let own = Parser.operators[sign.rawValue]?.strength ?? .sum
        let right: String =
            if own == .power {
                strength(b.form) == nil && !isGreedy(b.form) ? text(b) : "(\(text(b)))"
            } else {
                at(b, Parser.Strength(rawValue: own.rawValue + 1) ?? .power)
            }
        return "\(at(a, own)) \(sign.rawValue) \(right)"
    }

    private static func chain(_ items: [Syntax], _ word: String, _ wanted: Parser.Strength) -> String {
        items.map { at($0, wanted) }.joined(separator: " \(word) ")
    }

    private static func membership(_ tests: [Syntax]) -> String {
        if tests.count == 1 {
            if case .comparison = tests[0].form { return text(tests[0]) }
            return at(tests[0], .sum)
        }
        return "(\(list(tests)))"
    }

    private static func list(_ items: [Syntax]) -> String { items.map { text($0) }.joined(separator: ", ") }

    private static func list(_ parameters: [FEELFunction.Parameter]) -> String {
        parameters.map { $0.type == .any ? $0.name : "\($0.name): \($0.type.text)" }.joined(separator: ", ")
    }

    private static func entries(_ entries: [Syntax.Entry], quoting: Bool) -> String {
        entries.map { entry in
            let name = !quoting || FEELValue.isPlainName(entry.name) ? entry.name : quoted(entry.name)
            return "\(name): \(text(entry.value))"
        }.joined(separator: ", ")
    }

    private static func iterations(_ turns: [Syntax.Iteration]) -> String {
        turns.map { turn in
            "\(turn.name) in \(at(turn.domain, .sum))" + (turn.until.map { "..\(at($0, .sum))" } ?? "")
        }.joined(separator: ", ")
    }

    private static func quoted(_ text: String) -> String {
        var out = ""
        FEELValue.quote(text, into: &out)
        return out
    }
}

extension FEELType {
    /// As the standard writes it.
    package var text: String {
        switch self {
        case .any: "Any"
        case .null: "Null"
        case .boolean: "boolean"
        case .number: "number"
        case .string, .choice: "string"
        case .limited(let base, _): base.text
        case .date: "date"
        case .time: "time"
        case .dateTime: "date and time"
        case .duration: "days and time duration"
        case .months: "years and months duration"
        case .list(let item): "list<\(item.text)>"
        case .range(let item): "range<\(item.text)>"
        case .context(let entries):
            entries.isEmpty
                ? "context"
                : "context<\(entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }.joined(separator: ", "))>"
        case .function(let parameters, let result):
            "function<\(parameters.map(\.text).joined(separator: ", "))> -> \(result.text)"
        }
    }
}
