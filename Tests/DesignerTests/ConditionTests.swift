import Catalogue
import Testing

@testable import Designer

@Suite struct ConditionTests {
    @Test(arguments: [
        "a.b = \"x\"", "a.b != \"x y and z\" and count(a.list) > 1", "not(a.yes) or a.no", "owner = \"self\"",
        "a.day >= date(\"2026-01-01\")", "a.x = null",
    ])
    func `a rule that is a condition is written again as it was`(rule: String) throws {
        #expect(try #require(Condition(rule)).rule == rule)
    }

    @Test(arguments: [
        "", "and", "a and", "a.b = \"x\" and b or c", "a + 1 = 2", "a.b in [1, 2]", "for x in a return x", "a.b =",
        "not(a and b)", "\"x\" = a",
    ])
    func `any other rule is left to the text`(rule: String) { #expect(Condition(rule) == nil) }

    @Test func `a fee table is the formula it stands for`() throws {
        let table = FeeTable(
            inputs: ["a.kind", "a.count"],
            rows: [
                .init(cells: ["\"x\"", "<= 5"], amount: "10000"),
                .init(cells: ["\"y\"", ""], amount: "a.count * 2000"),
            ], otherwise: "0")
        let formula = "if a.kind = \"x\" and a.count <= 5 then 10000 else if a.kind = \"y\" then a.count * 2000 else 0"
        #expect(table.formula == formula)
        #expect(FeeTable(formula) == table)
        for other in [
            "5000", "if a then b", "if a = 1 then (if b then 1 else 2) else 3 + if c then 1 else 2", "sum(a)",
        ] {
            #expect(FeeTable(other) == nil, "\(other)")
        }
    }

    @Test func `a fee table may stand as rows, and rows that say more are left to the text`() throws {
        let rows = try YAMLPatch(
            "table:\n  - {when: a.kind = \"x\", amount: 5000}\n  - {when: a.kind = \"y\", amount: 9000}\n"
        ).value()["table"]
        let table = try #require(rows.flatMap { FeeTable(written: $0) })
        #expect(table.inputs == ["a.kind"])
        #expect(table.otherwise == "0")
        #expect(FeeTable(written: table.written) == table)
        for more in [
            "[{title: X | X, when: a.b, amount: 1}]", "[{amount: 1}, {when: a.b, amount: 2}]",
            "[{when: a + 1 = 2, amount: 1}]",
        ] {
            let value = try #require(YAMLPatch("table: \(more)\n").value()["table"])
            #expect(FeeTable(written: value) == nil, "\(more)")
        }
    }
}
