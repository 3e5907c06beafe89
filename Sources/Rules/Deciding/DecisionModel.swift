package import Kernel

/// A decision model, with the models it imports, ready to answer (DMN 1.5, 10.4).
package struct DecisionModel: Sendable {
    /// An element of the requirement graph.
    struct Element: Sendable {
        enum Kind: Sendable {
            case input
            case decision(Code)
            case knowledge(Code, [FEELFunction.Parameter], depth: Int)
            case service(outputs: [Int], parameters: [Int], depth: Int)
            /// It requires itself, or something is missing; it gives null.
            case unusable
        }

        let name: String
        /// The type of the value, or of the result when the element is a function.
        let type: FEELType
        let kind: Kind
        /// What it may read, with the names by which it reads it.
        let needs: [(name: String, element: Int)]
    }

    /// In an order in which what is required stands before what requires it.
    let elements: [Element]
    /// The elements of the model itself by the kind and name that they are asked by.
    let inputs: [String: Int]
    let decisions: [String: Int]
    let knowledge: [String: Int]
    let services: [String: Int]
    let limits: RuleLimits

    /// What an evaluation gave.
    package struct Outcome: Sendable {
        package let value: FEELValue
        /// Why something in it is null.
        package let notes: [RunNote]
    }

    /// What can be asked: decisions, decision services, business knowledge models.
    package var askedNames: [String] { [decisions, services, knowledge].flatMap(\.keys).sorted() }

    /// What the decision, decision service or business knowledge model of that name gives for values in JSON; nil when
    /// there is none.
    package func answer(_ name: String, _ given: [String: JSON], now: Instant) -> Outcome? {
        var types: [String: FEELType] = inputs.mapValues { elements[$0].type }
        if decisions[name] == nil, let target = services[name] ?? knowledge[name] {
            switch elements[target].kind {
            case .service(_, let parameters, _):
                for index in parameters { types[elements[index].name] = elements[index].type }
            case .knowledge(_, let parameters, _):
                for parameter in parameters { types[parameter.name] = parameter.type }
            default: break
            }
        }
        let values = Dictionary(
            given.map { ($0.key, FEELValue($0.value, as: types[$0.key]?.unlimited ?? .any)) },
            uniquingKeysWith: { $1 })
        return decide(name, values, now: now) ?? serve(name, values, now: now) ?? apply(name, values, now: now)
    }

    /// The model ready to answer, with everything that is wrong with it; what is wrong gives null when it runs.
    ///
    /// - Parameters:
    ///   - library: the models that may be imported.
    ///   - isAudited: whether decision tables are looked through for gaps and overlaps, which only those who write them
    ///     want to know.
    package static func compile(
        _ model: Definitions, library: [Definitions] = [], limits: RuleLimits = .standard, isAudited: Bool = true
    ) -> (model: DecisionModel, problems: [ModelProblem]) {
        var builder = ModelBuilder(model, library: library, limits: limits, isAudited: isAudited)
        return (builder.build(), builder.problems)
    }

    /// What a decision gives; nil when there is none of that name.
    package func decide(_ name: String, _ given: [String: FEELValue], now: Instant) -> Outcome? {
        guard let target = decisions[name] else { return nil }
        return run(now) { $0.value(of: target, self.known(given, $0)) }
    }

    /// What a decision service gives; nil when there is none of that name.
    package func serve(_ name: String, _ given: [String: FEELValue], now: Instant) -> Outcome? {
        guard let target = services[name], case .service(let outputs, let parameters, _) = elements[target].kind else {
            return nil
        }
        return run(now) { run in
            let arguments = parameters.map { given[elements[$0].name] ?? .null }
            return run.serve(elements[target], outputs, zip(parameters, arguments).map { (element: $0, value: $1) })
        }
    }

    /// What a business knowledge model gives for arguments by the names of its parameters; nil when there is none.
    package func apply(_ name: String, _ given: [String: FEELValue], now: Instant) -> Outcome? {
        guard let target = knowledge[name], case .knowledge(_, let parameters, _) = elements[target].kind else {
            return nil
        }
        return run(now) { run in
            guard case .function(let function) = run.value(of: target, [:]) else { return .null }
            return run.frame.call(function, parameters.map { given[$0.name] ?? .null })
        }
    }

    private func run(_ now: Instant, _ body: (DecisionRun) -> FEELValue) -> Outcome {
        let frame = Frame(scope: RuleScope([:], now: now), limits: limits)
        let value = body(DecisionRun(model: self, frame: frame))
        if frame.isExhausted { frame.note(.exhausted) }
        return Outcome(value: frame.isExhausted ? .null : value, notes: frame.notes)
    }

    /// The inputs by element, each of its type.
    private func known(_ given: [String: FEELValue], _ run: DecisionRun) -> [Int: FEELValue] {
        var known: [Int: FEELValue] = [:]
        for (name, index) in inputs { known[index] = run.fitting(given[name] ?? .null, elements[index]) }
        return known
    }
}
