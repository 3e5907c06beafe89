import Kernel
import Testing

@testable import Rules

/// Small models for tests, written as their parts or as XML.
enum Model {
    /// A model of one table over inputs of these names and types.
    static func table(_ table: DecisionTable, _ inputs: [(name: String, type: String)]) -> Definitions {
        var decision = Decision("result", logic: BoxedExpression(.table(table)), marking: Marking(id: "d"))
        var model = Definitions("test", namespace: "urn:test")
        for (index, input) in inputs.enumerated() {
            let variable = InformationItem(input.name, type: input.type)
            model.inputs.append(InputData(input.name, variable: variable, marking: Marking(id: "i\(index)")))
            decision.requirements.append(Requirement(.input, "#i\(index)"))
        }
        model.decisions = [decision]
        return model
    }

    /// A table with one line per rule: conditions, then results.
    static func table(
        _ policy: HitPolicy, _ inputs: [String], _ outputs: [DecisionTable.Output], _ rules: [([String], [String])]
    ) -> DecisionTable {
        DecisionTable(
            policy, inputs: inputs.map { DecisionTable.Input($0) }, outputs: outputs,
            rules: rules.map { DecisionTable.Rule($0, $1) })
    }

    static func decide(_ model: Definitions, _ name: String = "result", _ given: [String: FEELValue] = [:])
        -> DecisionModel.Outcome?
    {
        DecisionModel.compile(model).model.decide(name, given, now: Feel.now)
    }

    static func read(_ body: String) throws -> (model: Definitions, problems: [ModelProblem]) {
        let text = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="test" namespace="urn:test">
            \(body)
            </definitions>
            """
        return try DefinitionsReader.read(Array(text.utf8)).get()
    }

    static func literal(_ name: String, _ text: String, needs: [String] = [], type: String? = nil) -> String {
        let requirements = needs.map {
            "<informationRequirement><requiredDecision href=\"#\($0)\"/></informationRequirement>"
        }
        let attribute = type.map { " typeRef=\"\($0)\"" } ?? ""
        return """
            <decision id="\(name)" name="\(name)"><variable name="\(name)"\(attribute)/>\(requirements.joined())
            <literalExpression><text>\(text)</text></literalExpression></decision>
            """
    }
}
