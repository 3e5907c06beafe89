import Kernel
import TestKit
import Testing

@testable import Rules

/// Gaps and overlaps of decision tables.
struct AuditTests {
    private func problems(
        _ policy: HitPolicy, _ inputs: [(name: String, type: String)], _ rules: [[String]], types: [ItemDefinition] = []
    ) -> [ModelProblem] {
        let table = Model.table(
            policy, inputs.map(\.name), [.init()], rules.enumerated().map { ($1, ["\($0)"]) })
        var model = Model.table(table, inputs)
        model.types = types
        return DecisionModel.compile(model).problems
    }

    @Test func `a complete table without overlaps is left alone`() {
        #expect(problems(.unique, [("age", "number")], [["< 18"], ["[18..60)"], [">= 60"]]).isEmpty)
        #expect(
            problems(
                .unique, [("a", "boolean"), ("d", "date")],
                [
                    ["true", "< @\"2026-01-01\""], ["true", ">= date(\"2026-01-01\")"], ["false", "-"],
                ]
            ).isEmpty)
        #expect(problems(.unique, [("a", "string")], [["\"x\", \"y\""], ["not(\"x\", \"y\")"]]).isEmpty)
        #expect(problems(.unique, [("d", "date")], [["<= @\"2026-01-01\""], [">= @\"2026-01-02\""]]).isEmpty)
    }

    @Test func `a gap is told with an example`() {
        let found = problems(
            .unique, [("age", "number"), ("kind", "string")],
            [
                ["< 18", "-"], ["> 18", "\"a\""], ["> 18", "not(\"a\")"],
            ])
        #expect(found.map(\.message.en) == ["No rule covers the case age = 18."])
        #expect(found.first?.weight == .warning)
        #expect(problems(.first, [("a", "number")], [["[1..2]"], ["[4..5]"]]).count == 3)
        #expect(problems(.collect, [("a", "number")], [["[1..2]"]]).isEmpty)
    }

    @Test func `an overlap is told with both rules and an example`() {
        let found = problems(.unique, [("age", "number")], [["<= 18"], [">= 18"]])
        #expect(found.map(\.message.en) == ["Rules 1 and 2 hold together, for example when age = 18."])
        #expect(found.first?.weight == .fault)
        #expect(problems(.any, [("age", "number")], [["<= 18"], [">= 18"]]).count == 1)
        #expect(problems(.priority, [("age", "number")], [["<= 18"], [">= 18"]]).isEmpty)
    }

    @Test func `a rule behind one that takes all is told`() {
        let found = problems(.first, [("a", "number")], [["< 10"], ["[2..3]"], ["-"]])
        #expect(found.map(\.message.en) == ["Rule 2 is never used, because rule 1 before it holds already."])
    }

    @Test func `the choices of a type are all that there is`() {
        var type = ItemDefinition("tKind", base: "string")
        type.allowedValues = "\"a\", \"b\", \"c\""
        #expect(problems(.unique, [("k", "tKind")], [["\"a\", \"b\""], ["\"c\""]], types: [type]).isEmpty)
        let found = problems(.unique, [("k", "tKind")], [["\"a\""], ["\"c\""]], types: [type])
        #expect(found.map(\.message.en) == ["No rule covers the case k = \"b\"."])
    }

    @Test func `what a cell does besides comparing with constants is not judged`() {
        #expect(problems(.unique, [("a", "number"), ("b", "number")], [["< b", "-"], [">= b", "-"]]).isEmpty)
        #expect(problems(.unique, [("a", "string")], [["starts with(?, \"x\")"], ["starts with(?, \"y\")"]]).isEmpty)
    }

    @Test func `a cell that can never hold, or gives what its column does not have, is told`() {
        #expect(problems(.unique, [("age", "number")], [["\"x\""], ["not(\"x\")"]]).contains { $0.weight == .fault })
        var output = DecisionTable.Output(type: "tKind")
        output.values = nil
        var type = ItemDefinition("tKind", base: "string")
        type.allowedValues = "\"free\", \"paid\""
        var model = Model.table(
            Model.table(.first, ["a"], [output], [(["< 5"], ["\"fre\""]), (["-"], ["\"paid\""])]), [("a", "number")])
        model.types = [type]
        let found = DecisionModel.compile(model).problems
        #expect(found.map(\.rule?.proposal) == ["\"free\""], "\(found)")
        #expect(found.first?.part?.en == "rule 1, column “2”")
    }

    @Test func `a large table is looked through within bounds`() {
        let rules = (0..<400).map { ["[\($0 * 10)..\($0 * 10 + 9)]"] }
        #expect(problems(.unique, [("a", "number")], rules).count == AuditTests.told)
        let larger = (0..<3_000).map { ["\($0)", "\"\($0)\""] }
        #expect(problems(.unique, [("a", "number"), ("b", "string")], larger).count <= 2 * AuditTests.told)
    }

    private static let told = TableAudit.told

    @Test func `what is told of random tables is so`() {
        var random = RandomSyntax(seed: 5)
        for _ in 0..<(longRun ? 20_000 : 400) {
            let cells = ["-", "< 3", "<= 3", "> 3", "[1..4)", "3", "not(3)", "1, 5", "(2..5]", ">= 5"]
            let rules = (0..<(1 + random.below(4))).map { _ in [random.pick(cells), random.pick(cells)] }
            let found = problems(.unique, [("a", "number"), ("b", "number")], rules)
            var (hasGap, hasOverlap) = (false, false)
            let points = (0...12).compactMap { FEELNumber($0).divided(by: FEELNumber(2)) }
            for a in points {
                for b in points {
                    let hits = rules.filter { cells in
                        zip(cells, [a, b]).allSatisfy { cell, value in
                            let rule = try? Rule.compile(tests: cell, names: .open).get()
                            return rule?.isTrue(in: RuleScope(["?": .number(value)], now: Feel.now)) == true
                        }
                    }
                    if hits.isEmpty { hasGap = true }
                    if hits.count > 1 { hasOverlap = true }
                }
            }
            #expect(found.contains { $0.message.en.hasPrefix("No rule") } == hasGap, "\(rules)")
            #expect(found.contains { $0.message.en.hasPrefix("Rules") } == hasOverlap, "\(rules)")
        }
    }
}
