import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Fee tables, exemptions and reductions with their proof.
@Suite struct FeeRuleTests {
    private static let text = DefinitionFindingsTests.good.replacing(
        "    name: Tên | Name\n",
        with: """
                name: Tên | Name
                  area: {kind: number, label: Diện tích | Area, minimum: 1, maximum: 1000}
                  is_poor: {kind: yes_no, label: Hộ nghèo? | Poor household?}

            """
    ).replacing(
        "form: {title: Tờ khai, form: true}",
        with: "form: {title: Tờ khai, form: true}\n  card: {title: Giấy chứng nhận hộ nghèo, copies: 1}"
    ).replacing(
        "fee: {title: Phí | Fee, amount: 1000}",
        with: """
            fee:
                title: Phí | Fee
                table:
                  - {when: one.area <= 100, amount: 50000}
                  - {when: one.area <= 500, amount: 75000}
                  - {amount: 75000 + 100 * (one.area - 500)}
                reductions:
                  child: {title: Trẻ em | Children, when: owner = "child", percent: 100}
                  poor: {title: Hộ nghèo | Poor households, when: one.is_poor, percent: 50, proof: card}
                  kind: {title: Loại B | Kind B, when: 'one.kind = "b"', amount: 60000}
            """)

    private static func check(_ text: String = text) -> DefinitionCheck {
        // Papers need somebody who looks at them.
        let act = "receive: {title: Nhận | Receive, kind: receive, to: second}"
        let text = text.replacing(act, with: act + "\n      refuse: {title: Từ chối | Refuse, kind: refuse}")
        return DefinitionReader(library: DefinitionLibrary()).check(text, file: "thu.yaml")
    }

    private static func service() throws -> CompiledService {
        let read = check()
        #expect(read.errors.map { $0.text(.en) } == [])
        return try CompiledService(PublishedDefinition(try present(read.definition)))
    }

    private static func reading(_ answers: JSON, owner: OwnerKind = .self) throws -> CaseReading {
        try service().reading(Samples.facts(["one": answers], owner: owner))
    }

    @Test(arguments: [(100, 50_000), (101, 75_000), (500, 75_000), (620, 87_000)])
    func `the first row that holds counts`(area: Int, dong: Int64) throws {
        let due = try Self.reading(["area": .number(Decimal(area)), "is_poor": false]).fees
        #expect(due.map(\.amount.dong) == [dong] && due[0].title.vi == "Phí")
    }

    @Test func `a table that no row of fits asks for nothing`() throws {
        #expect(FeeRow(when: "a", amount: "1").when == "a")
        let rule = DefinitionReading.rule([FeeRow(when: "1 = 2", amount: "5"), FeeRow(when: "2 = 3", amount: "6")])
        #expect(rule == "if (1 = 2) then (5) else\nif (2 = 3) then (6) else\n0")
    }

    @Test func `a fee whose amount the answers do not give is told, unless the case is exempt`() throws {
        var definition = try Self.service().definition
        definition.fees[0].amount = "500 * one.area"
        let service = try CompiledService(PublishedDefinition(definition))
        func uncounted(_ answers: JSON, _ owner: OwnerKind = .self) -> [String] {
            service.uncountedFees(for: Samples.facts(["one": answers], owner: owner)).map(\.key)
        }
        #expect(uncounted(["is_poor": false]) == ["fee"])
        #expect(uncounted(["is_poor": true]) == ["fee"])
        #expect(uncounted(["area": 10, "is_poor": false]) == [])
        #expect(uncounted(["is_poor": false], .child) == [])
    }

    @Test func `a reduction takes its part off, says so, and calls for its proof`() throws {
        let poor = try Self.reading(["area": 50, "is_poor": true])
        #expect(poor.fees.map(\.amount.dong) == [25_000])
        #expect(poor.fees[0].title == Phrase(vi: "Phí (giảm 50%: Hộ nghèo)", en: "Fee (50% off: Poor households)"))
        #expect(poor.papers.contains { $0.rule.key == "card" && $0.required })
        let other = try Self.reading(["area": 50, "is_poor": false])
        #expect(!other.papers.contains { $0.rule.key == "card" })
    }

    @Test func `whoever is exempt owes nothing and reads why`() throws {
        let child = try Self.reading(["area": 50, "is_poor": true], owner: .child)
        #expect(child.fees.isEmpty)
        #expect(child.exemptions.map(\.title.vi) == ["Phí (miễn: Trẻ em)"])
        #expect(!child.papers.contains { $0.rule.key == "card" }, "the first that holds counts, and it needs no proof")
    }

    @Test func `an amount in the place of the usual one is never more than that`() throws {
        #expect(try Self.reading(["area": 300, "is_poor": false, "kind": "b"]).fees.map(\.amount.dong) == [60_000])
        #expect(try Self.reading(["area": 50, "is_poor": false, "kind": "b"]).fees.map(\.amount.dong) == [50_000])
    }

    @Test(arguments: [
        ("proof: card", "proof: cart", "cart"),
        ("percent: 100}", "percent: 0}", "whole number"),
        ("percent: 100}", "percent: 100, amount: 1}", "needs one of"),
        ("percent: 100}", "basis: A}", "needs one of"),
        ("title: Phí | Fee\n", "title: Phí | Fee\n    amount: 5\n", "needs one of"),
        ("- {when: one.area <= 100, amount: 50000}", "- {amount: 50000}", "only the last row"),
        ("amount: 75000}", "amount: one.nix}", "nix"),
        ("when: one.area <= 500", "when: one.area > 2000", "never holds"),
        ("when: one.is_poor", "when: owner = \"child\"", "never holds"),
    ])
    func `mistakes in tables and reductions are told`(right: String, wrong: String, words: String) throws {
        let text = Self.text.replacing(right, with: wrong)
        #expect(text != Self.text)
        let found = Self.check(text).findings
        #expect(found.contains { $0.message.en.contains(words) }, "\(found.map { $0.text(.en) })")
    }

    @Test func `changes of tables and reductions are told once, in words`() throws {
        let old = try present(Self.check().definition)
        let new = try present(
            Self.check(
                Self.text.replacing("amount: 50000}", with: "amount: 60000}").replacing(
                    "percent: 50", with: "percent: 70")
            ).definition)
        let told = try ServiceDifference(from: old, to: new).changes.map(\.sentence.vi)
        #expect(told.count == 2)
        #expect(told.contains { $0.contains("60.000 đồng khi one.area <= 100") })
        #expect(told.contains { $0.hasPrefix("Miễn, giảm “Hộ nghèo”: giảm phần trăm từ “50” thành “70”") })
    }

    @Test func `a case says which rows of a table and which case of a limit it has, and why`() throws {
        let text = Self.text.replacing(
            "limit: 3 working_days",
            with: "limit: {usual: 3 working_days, cases: [{when: one.area > 500, limit: 9 working_days}]}")
        let definition = try #require(Self.check(text).definition)
        let service = try CompiledService(try PublishedDefinition(definition))
        let day = try #require(Day("2026-06-01"))
        func reading(_ area: Int) -> CaseReading {
            service.reading(
                CaseFacts(
                    answers: ["one": ["area": .init(integerLiteral: area)]], owner: .`self`, channel: .online, day: day)
            )
        }
        let fee = try #require(definition.fees.first)
        #expect(reading(80).conditions(of: fee) == ["one.area <= 100"])
        #expect(reading(300).conditions(of: fee) == ["one.area <= 500"])
        #expect(reading(700).conditions(of: fee) == ["not(one.area <= 100)", "not(one.area <= 500)"])
        #expect(reading(300).limitCondition == nil)
        #expect(reading(700).limitCondition == "one.area > 500")
    }
}
