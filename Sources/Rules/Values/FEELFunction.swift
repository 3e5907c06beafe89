/// A function as a value: one of the built-in ones or one that an expression defines (DMN 1.5, 10.3.2.13).
package final class FEELFunction: Hashable, Sendable {
    /// A parameter of a function that an expression defines.
    struct Parameter: Hashable, Sendable {
        let name: String
        let type: FEELType
    }

    enum Body: Sendable {
        case builtin(String, [Builtin])
        /// The code, how deep it is, and the local values and the scope where the function was written.
        case written(Code, depth: Int, captured: [FEELValue], scope: RuleScope)
    }

    let parameters: [Parameter]
    let result: FEELType
    let body: Body
    let depth: Int
    let weight: Int

    init(parameters: [Parameter], result: FEELType, body: Body) {
        self.parameters = parameters
        self.result = result
        self.body = body
        if case .written(_, _, let captured, _) = body {
            (depth, weight) = FEELList.measure(captured)
        } else {
            (depth, weight) = (0, 1)
        }
    }

    package static func == (a: FEELFunction, b: FEELFunction) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
