/// A condition as it stands somewhere, with what its names mean there: `this` and `value` become whole paths.
package struct Premise: Sendable {
    let syntax: Syntax
    private let meanings: [String: String]

    /// Nil when the text cannot be read.
    ///
    /// - Parameter meanings: for a name as the condition writes it, the path under which its answer is expected.
    package init?(_ source: String, meanings: [String: String] = [:]) {
        guard var parser = try? Parser(source, names: RuleNames([:]).known, types: [:], limits: .standard),
            let syntax = try? parser.expression()
        else { return nil }
        self.init(syntax, meanings)
    }

    private init(_ syntax: Syntax, _ meanings: [String: String]) {
        self.syntax = syntax
        self.meanings = meanings
    }

    /// That an answer is given.
    package static func answered(_ path: String) -> Premise {
        Premise(Syntax(.binary(.unequal, Premise.path(path), Syntax(.null, 0, 0)), 0, 0), [:])
    }

    /// That an answer is this value.
    package static func answer(_ path: String, is value: String) -> Premise {
        Premise(Syntax(.binary(.equal, Premise.path(path), Syntax(.string(value), 0, 0)), 0, 0), [:])
    }

    /// That this does not hold: it gives false or null.
    package var notHolding: Premise {
        let (no, yes) = (Syntax(.boolean(false), 0, 0), Syntax(.boolean(true), 0, 0))
        return Premise(Syntax(.choice(syntax, no, yes), 0, 0), meanings)
    }

    private static func path(_ path: String) -> Syntax {
        let parts = path.split(separator: ".").map(String.init)
        return parts.dropFirst().reduce(Syntax(.name(parts.first ?? ""), 0, 0)) { Syntax(.path($0, $1), 0, 0) }
    }

    /// A name with dots as it is written, and the path that it means here; nil when the syntax is no such name.
    func reference(_ syntax: Syntax) -> (written: String, path: String)? {
        switch syntax.form {
        case .name(let name): return (name, meanings[name] ?? name)
        case .path(let base, let member):
            return reference(base).map { ("\($0.written).\(member)", "\($0.path).\(member)") }
        default: return nil
        }
    }
}

extension Premise {
    /// That one of these holds at least; nil of none.
    package static func any(_ premises: [Premise]) -> Premise? {
        guard let first = premises.first else { return nil }
        return Premise(Syntax(.any(premises.map(\.syntax)), 0, 0), first.meanings)
    }

    /// The conditions of every `if` in an expression, each with what holds where it is asked; those that are asked for
    /// each item of a list are left out.
    package var branches: [(condition: Premise, around: [Premise])] { branches(of: syntax, []) }

    private func branches(of syntax: Syntax, _ around: [Premise]) -> [(condition: Premise, around: [Premise])] {
        switch syntax.form {
        case .choice(let test, let yes, let no):
            let condition = Premise(test, meanings)
            return [(condition, around)] + branches(of: yes, around + [condition])
                + branches(of: no, around + [condition.notHolding])
        case .binary(_, let a, let b): return branches(of: a, around) + branches(of: b, around)
        case .call(_, let arguments): return arguments.flatMap { branches(of: $0, around) }
        default: return []
        }
    }

    /// As it is written in FEEL.
    package var text: String { SyntaxPrinter.text(syntax) }
}
