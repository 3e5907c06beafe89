import Kernel
import Testing

@testable import Rules

/// Requirement graphs, types, functions and services.
struct ModelTests {
    @Test func `decisions that require each other in a circle are refused, the others answer`() throws {
        let model = try Model.read(
            Model.literal("a", "b + 1", needs: ["b"]) + Model.literal("b", "c + 1", needs: ["c"])
                + Model.literal("c", "a + 1", needs: ["a"]) + Model.literal("d", "7")
        ).model
        let (compiled, problems) = DecisionModel.compile(model)
        #expect(problems.contains { $0.message.en.contains("circle") && $0.message.vi.contains("vòng") })
        #expect(compiled.decide("a", [:], now: Feel.now)?.value ?? .null == .null)
        #expect(compiled.decide("d", [:], now: Feel.now)?.value == 7)
    }

    @Test func `a long chain of decisions is walked without using up the stack`() throws {
        let count = 3_000
        let chain = (1..<count).map { Model.literal("d\($0)", "d\($0 - 1) + 1", needs: ["d\($0 - 1)"]) }
        let model = try Model.read(Model.literal("d0", "0") + chain.joined()).model
        #expect(Model.decide(model, "d\(count - 1)")?.value == .number(FEELNumber(count - 1)))
    }

    @Test func `a result of the wrong type becomes null with a note, a list of one its item`() throws {
        let model = try Model.read(
            Model.literal("a", "\"x\"", type: "number") + Model.literal("b", "[5]", type: "number")
        ).model
        let outcome = try #require(Model.decide(model, "a"))
        #expect(outcome.value == .null && outcome.notes.first?.name == "a")
        #expect(Model.decide(model, "b")?.value == 5)
    }

    @Test func `types may contain each other but not themselves`() throws {
        let (model, _) = try Model.read(
            """
            <itemDefinition name="tList" isCollection="true"><typeRef>tPerson</typeRef></itemDefinition>
            <itemDefinition name="tPerson"><itemComponent name="age"><typeRef>tAge</typeRef></itemComponent></itemDefinition>
            <itemDefinition name="tAge"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>
            <itemDefinition name="tLoop"><itemComponent name="next"><typeRef>tLoop</typeRef></itemComponent></itemDefinition>
            """
                + Model.literal("good", "[{age: 20}]", type: "tList")
                + Model.literal("bad", "{age: 200}", type: "tPerson"))
        let problems = DecisionModel.compile(model).problems
        #expect(problems.map(\.element) == ["tLoop"], "\(problems)")
        #expect(Model.decide(model, "good")?.value == [["age": 20]])
        #expect(Model.decide(model, "bad")?.value == .null)
    }

    @Test func `an unknown name is told with its decision, line and proposal`() throws {
        let (model, _) = try Model.read(
            "\n" + Model.literal("total", "1") + Model.literal("fee", "totl * 2", needs: ["total"]))
        let problem = try #require(DecisionModel.compile(model).problems.first)
        #expect(problem.element == "fee" && problem.line == 5 && problem.rule?.proposal == "total", "\(problem)")
    }

    @Test func `a decision service hides what it is not given and can be called`() throws {
        let (model, _) = try Model.read(
            """
            <inputData id="area" name="area"><variable name="area" typeRef="number"/></inputData>
            <decision id="rate" name="rate"><variable name="rate"/><literalExpression><text>3</text></literalExpression></decision>
            <decision id="fee" name="fee"><variable name="fee"/>
              <informationRequirement><requiredInput href="#area"/></informationRequirement>
              <informationRequirement><requiredDecision href="#rate"/></informationRequirement>
              <literalExpression><text>area * rate</text></literalExpression></decision>
            <decisionService id="s" name="fee service"><variable name="fee service"/>
              <outputDecision href="#fee"/><encapsulatedDecision href="#rate"/><inputData href="#area"/></decisionService>
            <decision id="both" name="both"><variable name="both"/>
              <knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
              <literalExpression><text>fee service(2) + fee service(area: 5)</text></literalExpression></decision>
            """)
        let (compiled, problems) = DecisionModel.compile(model)
        #expect(problems.isEmpty, "\(problems)")
        #expect(compiled.serve("fee service", ["area": 10], now: Feel.now)?.value == 30)
        #expect(compiled.decide("both", ["area": 100], now: Feel.now)?.value == 21)
    }

    @Test func `a function of a model is called by position and by name`() throws {
        let (model, _) = try Model.read(
            """
            <businessKnowledgeModel id="k" name="round up to"><variable name="round up to" typeRef="number"/>
              <encapsulatedLogic><formalParameter name="amount" typeRef="number"/><formalParameter name="step"/>
              <literalExpression><text>ceiling(amount / step) * step</text></literalExpression></encapsulatedLogic>
            </businessKnowledgeModel>
            <decision id="d" name="d"><variable name="d"/>
              <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
              <context>
                <contextEntry><variable name="one" typeRef="number"/>
                  <literalExpression><text>round up to(1234, 500)</text></literalExpression></contextEntry>
                <contextEntry><variable name="two"/>
                  <invocation><literalExpression><text>round up to</text></literalExpression>
                    <binding><parameter name="step"/><literalExpression><text>100</text></literalExpression></binding>
                    <binding><parameter name="amount"/><literalExpression><text>one + 1</text></literalExpression></binding>
                  </invocation></contextEntry>
                <contextEntry><literalExpression><text>[one, two]</text></literalExpression></contextEntry>
              </context></decision>
            """)
        #expect(Model.decide(model, "d")?.value == [1_500, 1_600])
        let compiled = DecisionModel.compile(model).model
        #expect(compiled.apply("round up to", ["amount": 7, "step": 5], now: Feel.now)?.value == 10)
    }

    @Test func `an imported model is read by the name of the import`() throws {
        var library = try Model.read(Model.literal("base", "1490000")).model
        library.namespace = "urn:library"
        var (model, _) = try Model.read(Model.literal("fee", "law.base / 2"))
        model.imports = [ModelImport("law", namespace: "urn:library")]
        model.decisions[0].requirements = [Requirement(.decision, "urn:library#base")]
        let (compiled, problems) = DecisionModel.compile(model, library: [library])
        #expect(problems.isEmpty, "\(problems)")
        #expect(compiled.decide("fee", [:], now: Feel.now)?.value == 745_000)
        #expect(DecisionModel.compile(model).problems.contains { $0.element == "law" })
    }

    @Test func `a function in another language is told and gives null`() throws {
        let (model, _) = try Model.read(
            Model.literal("d", "{f: function(x) external {java: {class: \"a\"}}, r: f(1)}.r"))
        #expect(DecisionModel.compile(model).problems.count == 1)
        #expect(Model.decide(model, "d")?.value == .null)
    }

    @Test func `an evaluation ends at its limits with a note`() throws {
        let (model, _) = try Model.read(Model.literal("d", "count(for i in 1..1000000000 return i)"))
        let outcome = try #require(Model.decide(model, "d"))
        #expect(outcome.value == .null && outcome.notes.contains(.exhausted))
    }
}
