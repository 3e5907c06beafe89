import TestKit
import Testing

@testable import Rules

/// Random expressions, seeded: printing and reading again gives the same, and no text makes the reader or a run crash.
struct RoundTripTests {
    @Test func `an expression that is printed and read again is the same`() throws {
        var writer = RandomSyntax(seed: 20_260_422)
        for _ in 0..<(longRun ? 200_000 : 4_000) {
            let syntax = writer.syntax(depth: 4)
            let text = SyntaxPrinter.text(syntax)
            let read = try? {
                var parser = try Parser(text, names: RandomSyntax.known)
                return try parser.expression()
            }()
            let isSame = read.map(Outline.of) == Outline.of(syntax)
            #expect(isSame, "\(text)")
            if !isSame { return }
        }
    }

    @Test func `random and mutated texts are read or refused and never crash`() {
        var writer = RandomSyntax(seed: 7)
        for _ in 0..<(longRun ? 200_000 : 6_000) {
            var text = writer.chance(2) ? SyntaxPrinter.text(writer.syntax(depth: 3)) : ""
            for _ in 0..<writer.below(4) { text = writer.mutated(text) }
            if text.isEmpty {
                text = (0..<writer.below(12)).map { _ in writer.scrap() }.joined(separator: writer.chance(2) ? " " : "")
            }
            _ = Feel.value(text, ["a": 5, "b": "x", "full name": [1, 2, "z"], "d": ["k": 3]])
            _ = Rule.problems(in: text, names: RuleNames(["a": .number, "d": .date, "b": .choice(["x"])]))
            _ = try? Rule.compile(tests: text, names: .open, isChecked: false).get().value(
                in: RuleScope(["?": 3], now: Feel.now))
        }
    }
}

/// The shape of an expression without places.
enum Outline {
    static func of(_ syntax: Syntax) -> String {
        let parts = syntax.form.parts.map(of).joined(separator: " ")
        let head =
            switch syntax.form {
            case .null: "null"
            case .boolean(let value): "\(value)"
            case .number(let value): "\(value)"
            case .string(let value): "'\(value)'"
            case .at(let text): "@\(text)"
            case .name(let name): "name:\(name)"
            case .path(_, let member): "path:\(member)"
            case .filter: "filter"
            case .call: "call"
            case .callNamed(_, let entries): "call:\(entries.map(\.name))"
            case .negative: "negative"
            case .binary(let sign, _, _): sign.rawValue
            case .all: "all"
            case .any: "any"
            case .between: "between"
            case .within: "within"
            case .instance(_, let type): "instance:\(type.text)"
            case .choice: "if"
            case .loop(let turns, _): "for:\(turns.map { "\($0.name)\($0.until == nil)" })"
            case .some(let turns, _): "some:\(turns.map { "\($0.name)\($0.until == nil)" })"
            case .every(let turns, _): "every:\(turns.map { "\($0.name)\($0.until == nil)" })"
            case .list: "list"
            case .context(let entries): "context:\(entries.map(\.name))"
            case .function(let parameters, _): "function:\(parameters.map { "\($0.name)\($0.type.text)" })"
            case .external: "external"
            case .range(_, _, let first, let last): "range:\(first)\(last)"
            case .comparison(let sign, _): "test\(sign.rawValue)"
            case .tests(_, let negated): "tests:\(negated)"
            case .typed, .scoped, .table, .strict: "boxed"
            }
        return "(\(head) \(parts))"
    }
}
