import Kernel

// Reads boxed expressions (DMN 1.5, 7.3 and 8.3).
extension DefinitionsReader {
    private static let expressions: Set<String> = [
        "literalExpression", "decisionTable", "context", "list", "relation", "functionDefinition", "invocation",
        "conditional", "filter", "for", "some", "every",
    ]

    /// The expression that stands in an element; nil when there is none.
    mutating func optionalExpression(in tree: XMLTree) -> BoxedExpression? {
        tree.children.first { Self.expressions.contains($0.name) && $0.namespace == tree.namespace }
            .map { expression($0) }
    }

    /// The expression that must stand there; its absence is told, and it is empty then.
    private mutating func expression(in tree: XMLTree?, of parent: XMLTree) -> BoxedExpression {
        if let tree, let found = optionalExpression(in: tree) { return found }
        problems.append(
            ModelProblem(
                Phrase(
                    vi: "Thiếu biểu thức trong “\(tree?.name ?? parent.name)”.",
                    en: "An expression is missing in “\(tree?.name ?? parent.name)”."),
                line: tree?.line ?? parent.line, element: element))
        return BoxedExpression(.literal(""), marking: Marking(line: tree?.line ?? parent.line))
    }

    private mutating func expression(_ tree: XMLTree) -> BoxedExpression {
        // A function carries its type and marking itself.
        tree.name == "functionDefinition"
            ? BoxedExpression(form(tree), marking: Marking(line: tree.line))
            : BoxedExpression(form(tree), type: type(tree), marking: textMarking(tree))
    }

    private mutating func form(_ tree: XMLTree) -> BoxedExpression.Form {
        switch tree.name {
        case "decisionTable": return .table(table(tree))
        case "context":
            return .context(
                tree.all("contextEntry").map { entry in
                    BoxedExpression.Entry(entry["variable"].map(item), expression(in: entry, of: tree))
                })
        case "list": return .list(expressions(tree))
        case "relation":
            return .relation(columns: tree.all("column").map(item), rows: tree.all("row").map { expressions($0) })
        case "functionDefinition": return .function(function(tree))
        case "invocation":
            let bindings = tree.all("binding").map { binding in
                BoxedExpression.Binding(
                    binding["parameter"].map(item) ?? InformationItem(""),
                    optionalExpression(in: binding) ?? .literal(""))
            }
            return .invocation(expression(in: tree, of: tree), bindings)
        case "conditional":
            return .conditional(
                expression(in: tree["if"], of: tree), expression(in: tree["then"], of: tree),
                expression(in: tree["else"], of: tree))
        case "filter":
            return .filter(expression(in: tree["in"], of: tree), expression(in: tree["match"], of: tree))
        case "for", "some", "every":
            let kind = BoxedExpression.Iterator.Kind(rawValue: tree.name) ?? .loop
            var iterator = BoxedExpression.Iterator(
                kind, tree.attribute("iteratorVariable") ?? "", in: expression(in: tree["in"], of: tree),
                expression(in: tree[kind == .loop ? "return" : "satisfies"], of: tree))
            iterator.domainType = tree["in"].flatMap { type($0) }
            return .iterator(iterator)
        default: return .literal(tree["text"]?.text ?? "")
        }
    }

    /// The marking with the line of the text inside.
    private func textMarking(_ tree: XMLTree) -> Marking {
        var marking = marking(tree)
        marking.line = (tree["text"] ?? tree["inputExpression"]?["text"])?.line ?? tree.line
        return marking
    }

    private mutating func expressions(_ tree: XMLTree) -> [BoxedExpression] {
        tree.children.filter { Self.expressions.contains($0.name) && $0.namespace == tree.namespace }
            .map { expression($0) }
    }

    mutating func function(_ tree: XMLTree) -> BoxedFunction {
        var function = BoxedFunction(
            tree.all("formalParameter").map(item), optionalExpression(in: tree), marking: marking(tree))
        function.kind = tree.attribute("kind").flatMap { BoxedFunction.Kind(rawValue: $0) } ?? .feel
        function.type = type(tree)
        return function
    }

    private mutating func table(_ tree: XMLTree) -> DecisionTable {
        var table = DecisionTable(
            policy(tree), inputs: tree.all("input").map(input), outputs: tree.all("output").map(output),
            rules: tree.all("rule").map(rule))
        table.aggregation = tree.attribute("aggregation").flatMap { Aggregation(rawValue: $0) }
        table.orientation = tree.attribute("preferredOrientation")
        table.outputLabel = tree.attribute("outputLabel")
        table.annotations = tree.all("annotation").map { $0.attribute("name") ?? "" }
        return table
    }

    private mutating func policy(_ tree: XMLTree) -> HitPolicy {
        guard let written = tree.attribute("hitPolicy") else { return .unique }
        if let policy = HitPolicy(rawValue: written) { return policy }
        problems.append(
            ModelProblem(
                Phrase(
                    vi: "Không có cách chọn quy tắc “\(written)”.", en: "There is no hit policy “\(written)”."),
                line: tree.line, element: element))
        return .unique
    }

    private func input(_ tree: XMLTree) -> DecisionTable.Input {
        let expression = tree["inputExpression"]
        return DecisionTable.Input(
            expression?["text"]?.text ?? "", type: expression.flatMap { type($0) },
            values: tree["inputValues"].map { $0["text"]?.text ?? "" }, marking: textMarking(tree))
    }

    private func output(_ tree: XMLTree) -> DecisionTable.Output {
        var output = DecisionTable.Output(
            tree.attribute("name"), type: type(tree), values: tree["outputValues"].map { $0["text"]?.text ?? "" },
            marking: marking(tree))
        output.preset = tree["defaultOutputEntry"].map { $0["text"]?.text ?? "" }
        return output
    }

    private func rule(_ tree: XMLTree) -> DecisionTable.Rule {
        var rule = DecisionTable.Rule([], [], marking: marking(tree))
        rule.inputs = tree.all("inputEntry").map(cell)
        rule.outputs = tree.all("outputEntry").map(cell)
        rule.annotations = tree.all("annotationEntry").map { $0["text"]?.text ?? "" }
        return rule
    }

    private func cell(_ tree: XMLTree) -> DecisionTable.Cell {
        DecisionTable.Cell(tree["text"]?.text ?? "", marking: textMarking(tree))
    }
}
