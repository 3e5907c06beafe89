import Kernel
import Rules

/// An expression of a definition, compiled; `true`, `false` and plain numbers need no evaluation.
struct Formula: Sendable {
    private enum Body {
        case constant(FEELValue)
        case rule(Rule)
    }
    private let body: Body
    /// What it reads, by the first part of each name: pages, `this`, `value`.
    private let roots: Set<Substring>

    static let always = Formula(.boolean(true))

    private init(_ constant: FEELValue) { (body, roots) = (.constant(constant), []) }

    private init(_ rule: Rule) {
        body = .rule(rule)
        roots = Set(rule.usedNames.map { $0.prefix { $0 != "." } })
    }

    func reads(_ name: String) -> Bool { roots.contains(name[...]) }

    /// The formula, or what is wrong with its text.
    static func compile(_ text: String, _ names: RuleNames, _ type: FEELType) -> Result<Formula, RuleProblem> {
        switch (text, type) {
        case ("true", .boolean): .success(Formula(.boolean(true)))
        case ("false", .boolean): .success(Formula(.boolean(false)))
        default: Rule.compile(text, names: names, type: type).map { Formula($0) }
        }
    }

    func value(in scope: RuleScope) -> FEELValue {
        switch body {
        case .constant(let value): value
        case .rule(let rule): rule.value(in: scope)
        }
    }

    func isTrue(in scope: @autoclosure () -> RuleScope) -> Bool {
        switch body {
        case .constant(let value): value == .boolean(true)
        case .rule(let rule): rule.isTrue(in: scope())
        }
    }

    /// Whether it says no; what cannot be decided (an answer is still missing) says nothing.
    func isFalse(in scope: @autoclosure () -> RuleScope) -> Bool {
        switch body {
        case .constant(let value): value == .boolean(false)
        case .rule(let rule): rule.value(in: scope()) == .boolean(false)
        }
    }
}
