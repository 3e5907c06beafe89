/// One evaluation of a model: goes through what a decision requires, each element once.
struct DecisionRun {
    let model: DecisionModel
    let frame: Frame

    /// The value of an element, from what is known already.
    func value(of target: Int, _ known: [Int: FEELValue]) -> FEELValue {
        var known = known
        for index in required(for: [target], known) { known[index] = evaluate(index, known) }
        return known[target] ?? .null
    }

    /// What must be evaluated for the targets, in order. What a decision service needs is its own affair.
    private func required(for targets: [Int], _ known: [Int: FEELValue]) -> [Int] {
        var found: Set<Int> = []
        var open = targets
        while let index = open.popLast() {
            guard known[index] == nil, found.insert(index).inserted else { continue }
            if case .service = model.elements[index].kind { continue }
            open.append(contentsOf: model.elements[index].needs.map(\.element))
        }
        return found.sorted()
    }

    private func evaluate(_ index: Int, _ known: [Int: FEELValue]) -> FEELValue {
        let element = model.elements[index]
        guard frame.charge(1 + element.needs.count) else { return .null }
        switch element.kind {
        case .input, .unusable: return .null
        case .decision(let code): return frame.run(code, in: scope(of: element, known))
        case .knowledge(let code, let parameters, let depth):
            return .function(
                FEELFunction(
                    parameters: parameters, result: element.type,
                    body: .written(code, depth: depth, captured: [], scope: scope(of: element, known))))
        case .service(let outputs, let parameters, let depth):
            let code: Code = { [model] frame in
                DecisionRun(model: model, frame: frame).serve(
                    element, outputs, zip(parameters, frame.locals).map { (element: $0, value: $1) })
            }
            let names = parameters.map {
                FEELFunction.Parameter(name: model.elements[$0].name, type: model.elements[$0].type)
            }
            return .function(
                FEELFunction(
                    parameters: names, result: element.type,
                    body: .written(code, depth: depth, captured: [], scope: frame.scope)))
        }
    }

    /// The result of a decision service: of its only output decision, or a context of all.
    func serve(_ service: DecisionModel.Element, _ outputs: [Int], _ given: [(element: Int, value: FEELValue)])
        -> FEELValue
    {
        var known: [Int: FEELValue] = [:]
        for (index, value) in given { known[index] = fitting(value, model.elements[index]) }
        for index in required(for: outputs, known) { known[index] = evaluate(index, known) }
        let value: FEELValue =
            if outputs.count == 1 {
                known[outputs[0]] ?? .null
            } else {
                frame.context(
                    FEELContext(outputs.map { (key: model.elements[$0].name, value: known[$0] ?? .null) }))
            }
        return fitting(value, service)
    }

    /// The value as one of the element's type; null, with a note, when it cannot be one.
    func fitting(_ value: FEELValue, _ element: DecisionModel.Element) -> FEELValue {
        if let fitting = element.type.coerced(value) { return fitting }
        frame.note(.wrongType(element.name, value, element.type))
        return .null
    }

    private func scope(of element: DecisionModel.Element, _ known: [Int: FEELValue]) -> RuleScope {
        RuleScope(
            Dictionary(element.needs.map { ($0.name, known[$0.element] ?? .null) }, uniquingKeysWith: { $1 }),
            now: frame.scope.now)
    }
}
