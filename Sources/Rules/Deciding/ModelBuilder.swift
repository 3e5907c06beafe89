import Kernel

/// Compiles the elements of a model in the order of their requirements, so that the types of what is required are known.
struct ModelBuilder {
    let index: ModelIndex
    let limits: RuleLimits
    /// Whether tables are looked through for gaps and overlaps.
    let isAudited: Bool
    private(set) var problems: [ModelProblem]
    private let types: [TypeTable]
    private var built: [DecisionModel.Element] = []
    /// The types by which the elements are read, functions as functions.
    private var readTypes: [FEELType] = []
    /// Where an entry of the index went.
    private var places: [Int: Int] = [:]

    init(_ model: Definitions, library: [Definitions], limits: RuleLimits, isAudited: Bool) {
        self.isAudited = isAudited
        index = ModelIndex(model, library: library)
        self.limits = limits
        types = Self.tables(index)
        problems = index.problems + types.flatMap(\.problems)
    }

    /// The types of every model; imported ones are made first, as far as imports nest.
    private static func tables(_ index: ModelIndex) -> [TypeTable] {
        var tables: [String: TypeTable] = [:]
        for model in index.models.reversed() { tables[model.namespace] = TypeTable(model, imported: []) }
        return index.models.map { model in
            TypeTable(
                model,
                imported: model.imports.compactMap { item in
                    let found = index.models.first { $0.namespace == item.namespace || $0.marking.id == item.namespace }
                    return found.flatMap { tables[$0.namespace] }.map { (item.name, $0) }
                })
        }
    }

    mutating func build() -> DecisionModel {
        for entry in index.order { add(entry) }
        var named: [[String: Int]] = Array(repeating: [:], count: 4)
        for (entry, place) in places where index.entries[entry].model == 0 {
            let kind =
                switch index.entries[entry].content {
                case .input: 0
                case .decision: 1
                case .knowledge: 2
                case .service: 3
                }
            named[kind][index.entries[entry].name] = place
        }
        for (entry, place) in places where index.entries[entry].model != 0 {
            guard case .input = index.entries[entry].content else { continue }
            let name = readName(of: entry, from: 0)
            if named[0][name] == nil { named[0][name] = place }
        }
        return DecisionModel(
            elements: built, inputs: named[0], decisions: named[1], knowledge: named[2], services: named[3],
            limits: limits)
    }

    /// The name by which an element of a model is read in another: with the name of the import before it.
    private func readName(of entry: Int, from model: Int) -> String {
        let target = index.entries[entry]
        guard target.model != model else { return target.name }
        let owner = index.models[target.model]
        let prefix =
            index.models[model].imports.first { $0.namespace == owner.namespace || $0.namespace == owner.marking.id }?
            .name ?? ""
        return prefix.isEmpty ? target.name : "\(prefix).\(target.name)"
    }

    private mutating func add(_ entry: Int) {
        let found = index.entries[entry]
        let types = self.types[found.model]
        let needs = found.needs.compactMap { need in
            places[need].map { (name: readName(of: need, from: found.model), element: $0) }
        }
        let names = RuleNames(
            Dictionary(needs.map { ($0.name, readTypes[$0.element]) }, uniquingKeysWith: { $1 }),
            typeNames: types.types)
        var translator = BoxTranslator(found.name, names: names, types: types, limits: limits)
        let element: DecisionModel.Element
        let readType: FEELType
        switch found.content {
        case .input(let input):
            readType = translator.type(input.variable?.type, input.marking.line)
            element = DecisionModel.Element(name: found.name, type: readType, kind: .input, needs: [])
        case .decision(let decision):
            (element, readType) = build(decision, names, needs, &translator)
        case .knowledge(let knowledge):
            (element, readType) = build(knowledge, names, needs, &translator)
        case .service(let service):
            (element, readType) = build(service, found.model, needs, &translator)
        }
        problems += translator.problems
        places[entry] = built.count
        built.append(element)
        readTypes.append(readType.unlimited)
    }

    private mutating func build(
        _ decision: Decision, _ names: RuleNames, _ needs: [(name: String, element: Int)],
        _ translator: inout BoxTranslator
    ) -> (DecisionModel.Element, FEELType) {
        let line = decision.marking.line
        let type = translator.type(decision.variable?.type, line)
        guard let logic = decision.logic else {
            let code: Code = { frame in
                frame.note(.noLogic(decision.name))
                return .null
            }
            return (DecisionModel.Element(name: decision.name, type: type, kind: .decision(code), needs: needs), type)
        }
        let inner = translator.syntax(logic)
        let syntax = type == .any ? inner : translator.compose(.typed(inner, type, decision.name), line)
        let compiled = compile(names, &translator) { $0.compile(syntax) }
        return (
            DecisionModel.Element(name: decision.name, type: type, kind: .decision(compiled.code), needs: needs),
            compiled.type
        )
    }

    private mutating func build(
        _ knowledge: BusinessKnowledgeModel, _ names: RuleNames, _ needs: [(name: String, element: Int)],
        _ translator: inout BoxTranslator
    ) -> (DecisionModel.Element, FEELType) {
        let declared = translator.type(knowledge.variable?.type, knowledge.marking.line)
        var result: FEELType = if case .function(_, let result) = declared { result } else { declared }
        guard let logic = knowledge.logic, logic.kind == .feel else {
            if let logic = knowledge.logic { problems.append(.foreign(logic.kind, knowledge)) }
            let parameters = knowledge.logic.map { translator.parameters(of: $0) } ?? []
            return (
                DecisionModel.Element(
                    name: knowledge.name, type: .any, kind: .knowledge({ _ in .null }, parameters, depth: 1),
                    needs: needs), .function(parameters.map(\.type), .any)
            )
        }
        let parameters = translator.parameters(of: logic)
        let body = translator.body(of: logic)
        let locals = parameters.map { Compiler.Local(name: $0.name, type: $0.type.unlimited) }
        let compiled = compile(names, &translator) { compiler in compiler.with(locals) { $0.compile(body) } }
        if result == .any { result = compiled.type }
        return (
            DecisionModel.Element(
                name: knowledge.name, type: declared == .any ? .any : result,
                kind: .knowledge(compiled.code, parameters, depth: body.depth), needs: needs),
            .function(parameters.map(\.type), result)
        )
    }

    private mutating func build(
        _ service: DecisionService, _ model: Int, _ needs: [(name: String, element: Int)],
        _ translator: inout BoxTranslator
    ) -> (DecisionModel.Element, FEELType) {
        func found(_ references: [String]) -> [Int] {
            references.compactMap { index.entry($0, from: model) }.compactMap { places[$0] }
        }
        let declared = translator.type(service.variable?.type, service.marking.line)
        let outputs = found(service.outputs)
        let parameters = found(service.inputs) + found(service.inputDecisions)
        var result: FEELType = if case .function(_, let result) = declared { result } else { declared }
        let type = result
        if result == .any {
            result =
                outputs.count == 1
                ? readTypes[outputs[0]]
                : .context(Dictionary(outputs.map { (built[$0].name, readTypes[$0]) }, uniquingKeysWith: { $1 }))
        }
        return (
            DecisionModel.Element(
                name: service.name, type: type, kind: .service(outputs: outputs, parameters: parameters, depth: 64),
                needs: needs),
            .function(parameters.map { built[$0].type }, result)
        )
    }

    private mutating func compile(
        _ names: RuleNames, _ translator: inout BoxTranslator,
        _ body: (inout Compiler) -> Compiler.Compiled
    ) -> Compiler.Compiled {
        var compiler = Compiler(names: names)
        let compiled = body(&compiler)
        for finding in compiler.findings.sorted(by: { $0.start < $1.start }) {
            translator.tell(
                translator.problem(finding.start, finding.end, finding.message, proposal: finding.proposal))
        }
        for (table, types, syntax) in compiler.tables where isAudited {
            for found in TableAudit(table, types: types).messages {
                let place = found.rule.flatMap { table.rules[$0].inputs.first } ?? syntax
                var problem = translator.problem(place.start, place.start, found.message, proposal: nil)
                problem.weight = found.weight
                if found.rule == nil { problem.part = nil }
                translator.tell(problem)
            }
        }
        return compiled
    }
}

extension ModelProblem {
    fileprivate static func foreign(_ kind: BoxedFunction.Kind, _ knowledge: BusinessKnowledgeModel) -> ModelProblem {
        ModelProblem(
            Phrase(
                vi: "Hàm viết bằng \(kind.rawValue) không được chạy ở đây và cho giá trị trống.",
                en: "A function in \(kind.rawValue) is not run here and gives an empty value."),
            weight: .warning, line: knowledge.marking.line, element: knowledge.name)
    }
}
