/// One expression in FEEL, read, checked and ready to run; it cannot fail, only give null.
package struct Rule: Sendable {
    package let source: String
    /// The type of the result as far as it is known beforehand.
    package let type: FEELType
    /// The names that the expression reads from its scope, with dots where they are nested: `child.birth_day`.
    package let usedNames: Set<String>
    let limits: RuleLimits
    private let code: Code

    /// The rule, or the first thing that is wrong with it.
    ///
    /// - Parameters:
    ///   - type: what the result must be: `.boolean` for a condition.
    ///   - isChecked: whether unknown names and types that cannot fit are refused. Otherwise they give null when it runs,
    ///     as the standard says.
    package static func compile(
        _ source: String, names: RuleNames, type: FEELType = .any, limits: RuleLimits = .standard,
        isChecked: Bool = true
    ) -> Result<Rule, RuleProblem> {
        let (rule, problems) = reading(source, names: names, type: type, limits: limits, isTest: false)
        if let problem = problems.first, isChecked || rule == nil { return .failure(problem) }
        return rule.map { .success($0) } ?? .failure(RuleProblem(source, 0, 0, SyntaxFault.Reason.empty.phrase))
    }

    /// Unary tests such as `< 18, >= 60`, as they stand in a cell of a decision table; the rule reads `?` from its scope
    /// and gives true or false (DMN 1.5, 7.3.5).
    package static func compile(
        tests source: String, of input: FEELType = .any, names: RuleNames, limits: RuleLimits = .standard,
        isChecked: Bool = true
    ) -> Result<Rule, RuleProblem> {
        let (rule, problems) = reading(
            source, names: names.declaring("?", input), type: .any, limits: limits, isTest: true)
        if let problem = problems.first, isChecked || rule == nil { return .failure(problem) }
        return rule.map { .success($0) } ?? .failure(RuleProblem(source, 0, 0, SyntaxFault.Reason.empty.phrase))
    }

    /// Everything that is wrong with an expression, in the order of the text; empty when it can be used.
    package static func problems(
        in source: String, names: RuleNames, type: FEELType = .any, limits: RuleLimits = .standard
    ) -> [RuleProblem] {
        reading(source, names: names, type: type, limits: limits, isTest: false).problems
    }

    private static func reading(
        _ source: String, names: RuleNames, type: FEELType, limits: RuleLimits, isTest: Bool
    ) -> (rule: Rule?, problems: [RuleProblem]) {
        let syntax: Syntax
        do throws(SyntaxFault) {
            var parser = try Parser(source, names: names.known, types: names.typeNames, limits: limits)
            syntax = isTest ? try parser.unaryTests() : try parser.expression()
        } catch {
            return (nil, [RuleProblem(source, error.start, error.end, error.reason.phrase)])
        }
        var compiler = Compiler(names: names)
        let compiled = compiler.compile(syntax)
        compiler.expect(compiled, type, at: syntax)
        let problems = compiler.findings.sorted { $0.start < $1.start }.map {
            RuleProblem(source, $0.start, $0.end, $0.message, proposal: $0.proposal)
        }
        let rule = Rule(
            source: source, type: compiled.type, usedNames: compiler.usedNames, limits: limits, code: compiled.code)
        return (rule, problems)
    }

    /// What the expression gives; null also when it has no meaning for these values or would exceed its limits.
    package func value(in scope: RuleScope) -> FEELValue {
        let frame = Frame(scope: scope, limits: limits)
        let value = code(frame)
        return frame.isExhausted ? .null : value
    }

    /// Whether the expression gives true; null and everything else do not count as true.
    package func isTrue(in scope: RuleScope) -> Bool { value(in: scope) == .boolean(true) }
}
