import Kernel
import Testing

@testable import Rules

/// What a decision table gives when one rule holds, several, or none (DMN 1.5, 8.2.10).
struct HitPolicyTests {
    private static let rules: [([String], [String])] = [
        ([">= 18"], ["\"adult\""]), ([">= 60"], ["\"elder\""]), (["[0..6)"], ["\"infant\""]),
    ]

    private func value(
        _ policy: HitPolicy, _ age: FEELValue, aggregation: Aggregation? = nil, values: String? = nil,
        preset: String? = nil, _ rules: [([String], [String])] = HitPolicyTests.rules
    ) -> DecisionModel.Outcome? {
        var output = DecisionTable.Output(values: values)
        output.preset = preset
        var table = Model.table(policy, ["age"], [output], rules)
        table.aggregation = aggregation
        return Model.decide(Model.table(table, [("age", "number")]), "result", ["age": age])
    }

    @Test func `unique refuses two rules that hold and says which`() throws {
        #expect(value(.unique, 20)?.value == "adult")
        let outcome = try #require(value(.unique, 70))
        #expect(outcome.value == .null)
        #expect(outcome.notes.first?.message.en.contains("1, 2") == true, "\(outcome.notes)")
    }

    @Test func `any allows several rules that give the same`() {
        #expect(value(.any, 70)?.value == .null)
        #expect(value(.any, 70, [([">= 18"], ["1"]), ([">= 60"], ["1.0"])])?.value == 1)
    }

    @Test func `priority and output order go by the output values`() {
        let order = "\"infant\", \"elder\", \"adult\""
        #expect(value(.priority, 70, values: order)?.value == "elder")
        #expect(value(.outputOrder, 70, values: order)?.value == ["elder", "adult"])
        #expect(value(.priority, 20, values: order)?.value == "adult")
    }

    @Test func `first and rule order go by the rules`() {
        #expect(value(.first, 70)?.value == "adult")
        #expect(value(.ruleOrder, 70)?.value == ["adult", "elder"])
    }

    @Test(arguments: [
        (Aggregation.sum, 30 as FEELValue), (.count, 2), (.least, 10), (.greatest, 20),
    ])
    func `collect makes one value of all`(_ aggregation: Aggregation, _ expected: FEELValue) {
        let rules = [([">= 18"], ["10"]), ([">= 60"], ["20"]), (["< 0"], ["40"])]
        #expect(value(.collect, 70, aggregation: aggregation, rules)?.value == expected)
        #expect(value(.collect, 70, rules)?.value == [10, 20])
    }

    @Test func `without a rule that holds there is the default, or null with a note`() throws {
        #expect(value(.unique, 10, preset: "\"child\"")?.value == "child")
        let outcome = try #require(value(.unique, 10))
        #expect(outcome.value == .null && outcome.notes.count == 1)
        #expect(value(.ruleOrder, 10)?.value == [])
    }

    @Test func `several outputs make a context`() {
        let table = Model.table(
            .unique, ["a", "b"], [.init("fee", type: "number"), .init("note")],
            [(["< 5", "\"x\", \"y\""], ["a * 1000", "\"k\""]), ([">= 5", "not(\"x\")"], ["\"wrong\"", "b"])])
        let model = Model.table(table, [("a", "number"), ("b", "string")])
        #expect(Model.decide(model, "result", ["a": 2, "b": "y"])?.value == ["fee": 2_000, "note": "k"])
        #expect(Model.decide(model, "result", ["a": 7, "b": "y"])?.value == ["fee": .null, "note": "y"])
    }

    @Test func `an input that is none of the values of its column gives null with a note`() throws {
        var table = Model.table(.unique, ["a"], [.init()], [(["-"], ["1"])])
        table.inputs[0].values = "[0..10]"
        let model = Model.table(table, [("a", "number")])
        #expect(Model.decide(model, "result", ["a": 10])?.value == 1)
        let outcome = try #require(Model.decide(model, "result", ["a": 11]))
        #expect(outcome.value == .null && outcome.notes.count == 1)
    }
}
