import Kernel

/// A compiled expression: what it gives in a frame.
typealias Code = @Sendable (Frame) -> FEELValue

/// One evaluation: the values in scope, the local values and what is left of the limits.
final class Frame {
    private(set) var scope: RuleScope
    let limits: RuleLimits
    /// Values of loop variables, parameters, context entries and filtered items, innermost last.
    var locals: [FEELValue] = []
    private var stepsLeft: Int
    private var callDepth = 0
    /// Set when a limit was reached; from then on everything is null.
    private(set) var isExhausted = false

    init(scope: RuleScope, limits: RuleLimits) {
        self.scope = scope
        self.limits = limits
        stepsLeft = limits.steps
    }

    /// Counts work; false when there is none left to do.
    func charge(_ steps: Int) -> Bool {
        stepsLeft -= steps
        if stepsLeft < 0 { isExhausted = true }
        return !isExhausted
    }

    func exhaust() -> FEELValue {
        isExhausted = true
        return .null
    }

    /// A list of these items, or null when it would be larger than allowed.
    func list(_ items: [FEELValue]) -> FEELValue {
        guard charge(items.count + 1) else { return .null }
        let list = FEELList(items)
        return admits(list.depth, list.weight) ? .list(list) : exhaust()
    }

    func context(_ context: FEELContext) -> FEELValue {
        guard charge(context.keys.count + 1) else { return .null }
        return admits(context.depth, context.weight) ? .context(context) : exhaust()
    }

    func string(_ text: String) -> FEELValue {
        let length = text.utf8.count
        guard charge(1 + length / 64) else { return .null }
        return length <= limits.stringLength ? .string(text) : exhaust()
    }

    private func admits(_ depth: Int, _ weight: Int) -> Bool {
        depth <= limits.valueDepth && weight <= limits.valueWeight
    }

    /// Why something became null; the first ones only.
    private(set) var notes: [RunNote] = []

    func note(_ note: @autoclosure () -> RunNote) {
        if notes.count < RunNote.limit { notes.append(note()) }
    }

    /// Runs code in another scope, with these local values alone.
    func run(_ code: Code, in inner: RuleScope, _ values: [FEELValue] = []) -> FEELValue {
        let (outer, outerScope) = (locals, scope)
        (locals, scope) = (values, inner)
        defer { (locals, scope) = (outer, outerScope) }
        return code(self)
    }

    /// Runs `body` with some local values more.
    func with<Result>(_ values: [FEELValue], _ body: () -> Result) -> Result {
        let count = locals.count
        locals.append(contentsOf: values)
        defer { locals.removeSubrange(count...) }
        return body()
    }

    /// Calls a function with arguments in order; null when their number or types do not fit.
    func call(_ function: FEELFunction, _ arguments: [FEELValue]) -> FEELValue {
        switch function.body {
        case .builtin(_, let overloads):
            return Builtin.call(overloads.filter { $0.takes(arguments.count) }, arguments, self)
        case .written(let code, let depth, let captured, let origin):
            guard arguments.count == function.parameters.count, charge(arguments.count + 1) else { return .null }
            var values = captured
            for (parameter, argument) in zip(function.parameters, arguments) {
                guard let value = parameter.type.coerced(argument) else { return .null }
                values.append(value)
            }
            callDepth += depth
            defer { callDepth -= depth }
            guard callDepth <= limits.callDepth else { return exhaust() }
            return function.result.coerced(run(code, in: origin, values)) ?? .null
        }
    }

    /// Calls a function with arguments by name; null when a name is not its own.
    func call(_ function: FEELFunction, named arguments: [(name: String, value: FEELValue)]) -> FEELValue {
        switch function.body {
        case .builtin(_, let overloads):
            for overload in overloads {
                if let ordered = overload.ordered(arguments) { return overload.call(ordered, self) }
            }
            return .null
        case .written:
            guard arguments.count == function.parameters.count else { return .null }
            var ordered: [FEELValue] = []
            for parameter in function.parameters {
                guard let found = arguments.first(where: { $0.name == parameter.name }) else { return .null }
                ordered.append(found.value)
            }
            return call(function, ordered)
        }
    }
}
