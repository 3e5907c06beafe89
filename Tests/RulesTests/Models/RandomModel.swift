@testable import Rules

/// Writes random models from a seed.
struct RandomModel {
    var syntax: RandomSyntax

    init(seed: UInt64) { syntax = RandomSyntax(seed: seed) }

    private static let words = ["a", "b", "full name", "d", "Tuổi", "k<&>\"'", "x\ny", "", "t1", "phí"]
    private static let types = ["number", "string", "t0", "t1", "Any", "date", "boolean", "nope", "list<number>"]

    private mutating func word() -> String { syntax.pick(Self.words) }
    private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? {
        syntax.chance(3) ? value(&self) : nil
    }
    private mutating func type() -> String? { maybe { $0.syntax.pick(Self.types) } }
    private mutating func some<Value>(_ most: Int, _ make: (inout Self) -> Value) -> [Value] {
        (0..<syntax.below(most + 1)).map { _ in make(&self) }
    }

    private mutating func text(_ depth: Int = 2) -> String { SyntaxPrinter.text(syntax.syntax(depth: depth)) }

    private mutating func marking(_ id: String? = nil) -> Marking {
        Marking(id: id, label: maybe { $0.word() }, description: maybe { $0.word() })
    }

    private mutating func item() -> InformationItem { InformationItem(word(), type: type(), marking: marking()) }

    mutating func definitions() -> Definitions {
        var model = Definitions(word(), namespace: "urn:random", marking: marking("root"))
        model.imports = some(1) {
            ModelImport($0.word(), namespace: "urn:\($0.word())", location: $0.maybe { $0.word() })
        }
        model.types = (0..<syntax.below(3)).map { index in itemDefinition("t\(index)", 2) }
        let count = 1 + syntax.below(5)
        model.inputs = (0..<2).map { InputData(["a", "b"][$0], variable: item(), marking: marking("i\($0)")) }
        model.decisions = (0..<count).map { index in
            var decision = Decision("d\(index)", marking: marking("d\(index)"))
            decision.question = maybe { $0.word() }
            decision.allowedAnswers = maybe { $0.word() }
            decision.variable = maybe { $0.item() }
            decision.requirements = some(3) { $0.requirement(count) }.sorted { $0.place < $1.place }
            decision.logic = maybe { $0.box(3) } ?? box(2)
            return decision
        }
        model.knowledge = (0..<syntax.below(3)).map { index in
            var knowledge = BusinessKnowledgeModel("k\(index)", marking: marking("k\(index)"))
            knowledge.variable = maybe { $0.item() }
            knowledge.requirements = some(1) { Requirement(.knowledge, "#k\($0.syntax.below(3))") }
            knowledge.logic = maybe { $0.function(2) }
            return knowledge
        }
        model.services = some(1) { random in
            var service = DecisionService("s", marking: random.marking("s"))
            service.outputs = random.some(2) { "#d\($0.syntax.below(count))" }
            service.inputs = random.some(1) { "#i\($0.syntax.below(2))" }
            service.inputDecisions = random.some(1) { "#d\($0.syntax.below(count))" }
            service.encapsulated = random.some(1) { "#d\($0.syntax.below(count))" }
            return service
        }
        model.sources = some(1) { random in
            var source = KnowledgeSource(random.word(), marking: random.marking("law"))
            source.type = random.maybe { $0.word() }
            source.location = random.maybe { $0.word() }
            return source
        }
        return model
    }

    private mutating func requirement(_ count: Int) -> Requirement {
        switch syntax.below(4) {
        case 0: Requirement(.input, "#i\(syntax.below(2))", marking: marking())
        case 1: Requirement(.knowledge, syntax.pick(["#k0", "#k1", "#s", "#none"]))
        case 2: Requirement(.authority, "#law")
        default: Requirement(.decision, "#d\(syntax.below(count))")
        }
    }

    private mutating func itemDefinition(_ name: String, _ depth: Int) -> ItemDefinition {
        var definition = ItemDefinition(name, base: type(), marking: marking())
        definition.allowedValues = maybe { $0.syntax.pick(["[0..10]", "\"a\", \"b\"", "> ", $0.text()]) }
        definition.constraint = maybe { _ in "count(?) < 3" }
        definition.isCollection = syntax.chance(4)
        if depth > 0 { definition.components = some(2) { $0.itemDefinition($0.word(), depth - 1) } }
        definition.function = maybe { random in
            ItemDefinition.FunctionItem(result: random.type(), parameters: random.some(2) { $0.item() })
        }
        return definition
    }

    private mutating func function(_ depth: Int) -> BoxedFunction {
        var function = BoxedFunction(some(2) { $0.item() }, maybe { $0.box(depth) }, marking: marking())
        function.kind = syntax.chance(5) ? .java : .feel
        function.type = type()
        return function
    }

    mutating func box(_ depth: Int) -> BoxedExpression {
        let under = depth - 1
        let form: BoxedExpression.Form
        switch depth <= 0 ? 0 : syntax.below(12) {
        case 0, 1: form = .literal(syntax.chance(9) ? "" : text())
        case 2, 3, 4: form = .table(table())
        case 5: form = .context(some(3) { .init($0.syntax.chance(4) ? nil : $0.item(), $0.box(under)) })
        case 6: form = .list(some(3) { $0.box(under) })
        case 7: form = .relation(columns: some(2) { $0.item() }, rows: some(2) { $0.some(2) { $0.box(under) } })
        case 8: return BoxedExpression(.function(function(under)))
        case 9: form = .invocation(box(0), some(2) { .init($0.item(), $0.box(under)) })
        case 10: form = syntax.chance(2) ? .conditional(box(0), box(under), box(under)) : .filter(box(under), box(0))
        default:
            var iterator = BoxedExpression.Iterator(
                syntax.pick(BoxedExpression.Iterator.Kind.allCases), word(), in: box(under), box(under))
            iterator.domainType = type()
            form = .iterator(iterator)
        }
        return BoxedExpression(form, type: type(), marking: marking())
    }

    private static let cells = [
        "-", "< 5", "[1..10]", "\"x\", \"y\"", "not(3)", "> 5, null", "? > 3 and ? < 9", "true", "@\"2026-01-01\"", "",
        "(1..3]", "a", "[", "between", "@\"P1D\"", "> @\"2026-04-22\"", "not(\"x\")", "1e300", "[\"a\"..\"m\"]",
    ]

    mutating func table() -> DecisionTable {
        let (inputs, outputs) = (syntax.below(4), 1 + syntax.below(2))
        var table = DecisionTable(
            syntax.pick(HitPolicy.allCases),
            inputs: (0..<inputs).map { _ in
                .init(
                    syntax.pick(["a", "b", "full name"]), type: type(), values: maybe { $0.syntax.pick(Self.cells) },
                    marking: marking())
            },
            outputs: (0..<outputs).map { _ in
                var output = DecisionTable.Output(
                    maybe { $0.word() }, type: type(), values: maybe { _ in "1, 2, \"x\"" }, marking: marking())
                output.preset = maybe { $0.text() }
                return output
            },
            rules: some(5) { random in
                let isOdd = random.syntax.chance(20)
                var rule = DecisionTable.Rule(
                    (0..<(isOdd ? inputs + 1 : inputs)).map { _ in random.syntax.pick(Self.cells) },
                    (0..<outputs).map { _ in random.text(1) }, marking: random.marking())
                rule.annotations = random.some(1) { $0.word() }
                return rule
            })
        table.aggregation = maybe { $0.syntax.pick(Aggregation.allCases) }
        table.orientation = maybe { _ in "Rule-as-Row" }
        table.outputLabel = maybe { $0.word() }
        table.annotations = some(1) { $0.word() }
        return table
    }
}

extension Requirement {
    /// Where its kind is written among the others.
    fileprivate var place: Int {
        switch kind {
        case .input, .decision: 0
        case .knowledge: 1
        case .authority: 2
        }
    }
}
