import Kernel
import Testing

@testable import Rules

/// Names with dots, values from JSON, and which names a rule reads.
struct ScopeTests {
    private let names = RuleNames([
        "child.birth_day": .date, "child.name": .string, "fee": .number, "papers": .list(.context(["kind": .string])),
    ])

    @Test func `answers are read as the types of their names`() throws {
        let answers: [String: JSON] = [
            "child": ["birth_day": "2026-03-01", "name": "An"], "fee": 15_000, "papers": [["kind": "photo"]],
        ]
        let scope = RuleScope(answers, names: names, now: Feel.now)
        func value(_ source: String) throws -> FEELValue {
            try Rule.compile(source, names: names).get().value(in: scope)
        }
        #expect(try value("today() - child.birth_day") == .duration(FEELDuration(days: 52)))
        #expect(try value("fee * 2") == 30_000)
        #expect(try value("papers.kind") == ["photo"])
        #expect(try value("{a: fee, b: [child.birth_day]}").json == ["a": 15_000, "b": ["2026-03-01"]])
    }

    @Test func `answers may stand flat under names with dots, and what does not fit is null`() throws {
        let scope = RuleScope(["child.birth_day": "soon", "child.name": "An"], names: names, now: Feel.now)
        #expect(try Rule.compile("child.name = \"An\"", names: names).get().isTrue(in: scope))
        #expect(try Rule.compile("child.birth_day = null", names: names).get().isTrue(in: scope))
        #expect(try !Rule.compile("child.birth_day > today()", names: names).get().isTrue(in: scope))
    }

    @Test func `a rule tells the names it reads, and no local ones`() throws {
        let rule = try Rule.compile(
            "child.birth_day.year > 2000 and (some p in papers satisfies p.kind = child.name) and count(papers[kind = \"x\"]) < fee",
            names: names
        ).get()
        #expect(rule.usedNames == ["child.birth_day", "child.name", "papers", "fee"])
    }

    @Test func `numbers keep their digits through JSON`() {
        for text in ["0", "-12.5", "100000000000000000000", "0.000001", "12345678901234567890.5"] {
            let number = FEELNumber(text)
            #expect(number?.description == text)
            #expect(number.map { FEELValue(FEELValue.number($0).json) } == number.map { .number($0) })
        }
    }
}
