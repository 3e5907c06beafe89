import Kernel
import TestKit
import Testing

@testable import Rules

@Suite struct OutlookTests {
    /// A small form: a choice, a yes or no, a number, a day, a text and a list, asked under conditions.
    static let expected: [String: ExpectedAnswer] = [
        "owner": choice("self", "other", isRequired: true),
        "a.kind": choice("x", "y", "z"),
        "a.sure": yesNo(),
        "a.copies": ExpectedAnswer(.numbers(from: 1, to: 5, isWhole: true)),
        "a.area": ExpectedAnswer(.numbers(from: 0, to: nil, isWhole: false)),
        "a.day": ExpectedAnswer(.days(from: nil, to: nil)),
        "a.name": ExpectedAnswer(.texts),
        "a.people": ExpectedAnswer(.lists(from: 1, to: 30)),
        "b.more": yesNo(when: "a.kind = \"x\""),
    ]

    static func choice(_ codes: String..., isRequired: Bool = false, when: String = "true") -> ExpectedAnswer {
        let values = codes.map { FEELValue.string($0) }
        return ExpectedAnswer(.values(values, .choice(codes)), isRequired: isRequired, premises: premises(when))
    }

    static func yesNo(when: String = "true") -> ExpectedAnswer {
        ExpectedAnswer(.values([true, false], .boolean), premises: premises(when))
    }

    static func premises(_ when: String) -> [Premise] {
        when == "true" ? [] : [Premise(when)].compactMap { $0 }
    }

    static func view(_ source: String, given: [String] = []) throws -> Outlook.View {
        let premises = try given.map { try #require(Premise($0)) }
        return Outlook(expected).view(of: try #require(Premise(source)), given: premises)
    }

    @Test(arguments: [
        "a.kind = \"x\" and a.kind = \"y\"", "a.kind = \"w\"", "owner = \"child\"", "owner = null",
        "a.copies > 5", "a.copies = 0", "a.copies > 2 and a.copies < 3", "a.copies = 2.5", "a.area < 0",
        "a.area in [5..3]", "a.copies between 6 and 9", "a.day < date(\"2020-01-01\") and a.day > date(\"2021-01-01\")",
        "a.name = \"\"", "a.name in (\"p\", \"q\") and a.name = \"r\"", "count(a.people) > 30", "count(a.people) < 1",
        "a.sure and not(a.sure)", "not(a.sure or not(a.sure))", "b.more and a.kind = \"y\"",
        "b.more != null and a.kind != \"x\"", "upper case(a.kind) = \"W\"",
        "a.kind = \"x\" and f(1) and a.kind = \"y\"",
        "if a.sure then a.kind = \"w\" else false", "a.copies = null and a.copies > 1", "null",
        "a.kind in [\"v\", \"w\"]",
        "a.area > 1 and a.area < 1", "a.copies in (< 1, > 5)",
    ])
    func `what can never hold is told`(source: String) throws {
        #expect(try !Self.view(source).outcomes.contains(.holds))
    }

    @Test(arguments: [
        "a.kind = \"x\"", "a.copies > 4", "a.copies = 5", "a.area < 0.1", "a.area > 1 and a.area < 1.001",
        "a.day < date(\"2020-01-01\")", "a.name = \"p\"", "a.name != \"p\"", "count(a.people) = 30", "b.more",
        "b.more and a.kind = \"x\"", "a.day < today()", "f(a.kind)", "a.copies > a.area", "a.kind = null",
        "a.day + duration(\"P18Y\") > today()", "starts with(a.name, \"p\")", "a.unknown = 1",
    ])
    func `what may hold is not refused`(source: String) throws {
        #expect(try Self.view(source).outcomes.contains(.holds))
    }

    @Test func `what always holds is told, with and without an answer`() throws {
        #expect(try Self.view("a.kind = \"x\" or a.kind != \"x\"").outcomes == .holds)
        #expect(try Self.view("owner in (\"self\", \"other\")").outcomes == .holds)
        #expect(try Self.view("a.copies >= 1").outcomes == [.holds, .unknown])
        let required = Outlook(["n": ExpectedAnswer(.numbers(from: 1, to: 5, isWhole: true), isRequired: true)])
        let view = required.view(of: try #require(Premise("n >= 1")))
        #expect(view.outcomes == .holds && view.isExact)
        #expect(try Self.view("a.sure = true", given: ["a.sure"]).outcomes == .holds)
    }

    @Test func `what stands around a condition counts`() throws {
        #expect(try Self.view("a.kind = \"x\"", given: ["a.kind != \"x\""]).outcomes == [.fails])
        #expect(try Self.view("a.kind = \"x\"", given: ["owner = \"self\" and owner = \"other\""]).outcomes == [])
        let sibling = try #require(Premise("this.kind = \"y\"", meanings: ["this": "a"]))
        let given = try #require(Premise("value", meanings: ["value": "b.more"]))
        #expect(!Outlook(Self.expected).view(of: sibling, given: [given]).outcomes.contains(.holds))
    }

    @Test func `what is not decided is said to be open`() throws {
        let view = try Self.view("a.day < today()")
        #expect(view.outcomes == .all && !view.isExact)
        #expect(try Self.view("a.copies > 2").isExact)
    }

    // MARK: against every combination

    /// Answers with few values, all of which can be tried.
    static let small: [String: ExpectedAnswer] = [
        "k": choice("x", "y", "z", isRequired: true),
        "c": choice("x", "y", isRequired: true, when: "k != \"z\""),
        "s": yesNo(when: "n > 1 or k = \"x\""),
        "n": ExpectedAnswer(.numbers(from: -2, to: 3, isWhole: true)),
        "d": ExpectedAnswer(.days(from: day(20_000), to: day(20_004)), premises: premises("s")),
        "l": ExpectedAnswer(.lists(from: 0, to: 3)),
    ]

    static func day(_ number: Int) -> FEELDate { FEELDate(Day(number: number)) }

    /// Every value of each small answer.
    static let values: [(name: String, values: [FEELValue])] = [
        ("k", ["x", "y", "z"]), ("c", ["x", "y", .null]), ("s", [true, false, .null]),
        ("n", (-2...3).map { FEELValue.number(FEELNumber($0)) } + [.null]),
        ("d", (20_000...20_004).map { FEELValue.date(day($0)) } + [.null]),
        ("l", (0...3).map { FEELValue(Array(repeating: [:], count: $0)) } + [.null]),
    ]

    /// Every combination in which each answer is given only where it is asked, as FEEL itself sees it.
    static let combinations: [[String: FEELValue]] = {
        var all: [[String: FEELValue]] = [[:]]
        for (name, values) in values {
            all = all.flatMap { one in values.map { one.merging([name: $0], uniquingKeysWith: { $1 }) } }
        }
        let asked = [("c", "k != \"z\""), ("s", "n > 1 or k = \"x\""), ("d", "s")].compactMap { name, source in
            rule(source).map { (name: name, rule: $0) }
        }
        return all.filter { one in
            asked.allSatisfy { asked in
                let isAsked = asked.rule.isTrue(in: RuleScope(one, now: Feel.now))
                return one[asked.name]?.isNull == true ? asked.name != "c" || !isAsked : isAsked
            }
        }
    }()

    static let names = RuleNames([
        "k": .choice(["x", "y", "z"]), "c": .choice(["x", "y"]), "s": .boolean, "n": .number, "d": .date,
        "l": .list(.any),
    ])

    static func rule(_ source: String) -> Rule? {
        try? Rule.compile(source, names: names, isChecked: false).get()
    }

    @Test func `random conditions give what every combination of answers gives`() throws {
        var random = RandomSyntax(seed: 11)
        let outlook = Outlook(Self.small)
        for _ in 0..<(longRun ? 20_000 : 400) {
            let (source, around) = (random.condition(depth: 3), random.condition(depth: 2))
            let (rule, given) = (try #require(Self.rule(source)), try #require(Self.rule(around)))
            var real: Outcomes = []
            for one in Self.combinations where real != .all {
                let scope = RuleScope(one, now: Feel.now)
                if given.isTrue(in: scope) { real.insert(Outcomes(of: rule.value(in: scope))) }
            }
            let view = outlook.view(of: try #require(Premise(source)), given: [try #require(Premise(around))])
            #expect(view.outcomes.isSuperset(of: real), "\(source) given \(around)")
            if view.isExact { #expect(view.outcomes == real, "\(source) given \(around)") }
        }
    }

    @Test func `most random conditions are decided`() throws {
        var random = RandomSyntax(seed: 12)
        var decided = 0
        for _ in 0..<200 {
            let premise = try #require(Premise(random.condition(depth: 3)))
            if Outlook(Self.small).view(of: premise).isExact { decided += 1 }
        }
        #expect(decided > 80)
    }
}

extension RandomSyntax {
    /// A condition over the small answers, mostly of the part that is decided.
    mutating func condition(depth: Int) -> String {
        if depth > 1 {
            switch below(7) {
            case 0, 1: return "(\(condition(depth: depth - 1)) and \(condition(depth: depth - 1)))"
            case 2, 3: return "(\(condition(depth: depth - 1)) or \(condition(depth: depth - 1)))"
            case 4: return "not(\(condition(depth: depth - 1)))"
            case 5:
                let (a, b, c) = (condition(depth: 1), condition(depth: depth - 1), condition(depth: depth - 1))
                return "(if \(a) then \(b) else \(c))"
            default: break
            }
        }
        let sign = pick(["=", "!=", "<", "<=", ">", ">="])
        let number = pick(["-3", "-2", "0", "0.5", "1", "2", "3", "4", "1 + 1", "null", "\"x\""])
        let low = below(5) - 2
        let day = pick([
            "date(\"2024-10-03\")", "date(\"2024-10-05\")", "@\"2024-10-06\"", "date(\"2024-10-20\")", "null",
        ])
        switch below(20) {
        case 0, 1: return "k \(pick(["=", "!="])) \"\(pick(["x", "y", "z", "w"]))\""
        case 2: return "k in (\"x\", \"\(pick(["y", "w"]))\")"
        case 3: return "c = k"
        case 4: return "c \(pick(["=", "!="])) \(pick(["\"x\"", "\"y\"", "null"]))"
        case 5, 6: return "s"
        case 7: return "s \(pick(["=", "!="])) \(pick(["true", "false", "null"]))"
        case 8, 9: return "n \(sign) \(number)"
        case 10: return "\(number) \(sign) n"
        case 11: return "n between \(low) and \(low + below(3))"
        case 12: return "n in \(pick(["[", "("]))\(low)..\(low + 1 + below(3))\(pick(["]", ")"]))"
        case 13: return "n in (\(pick(["< 0", "> 2", "1", "-2"])), \(pick(["null", "[2..3]", "3"])))"
        case 14, 15: return "d \(sign) \(day)"
        case 16: return "count(l) \(sign) \(below(5))"
        case 17: return "l \(pick(["=", "!="])) null"
        case 18: return "upper case(c) = \"X\""
        default: return pick(["n > count(l)", "d.day > 3", "n + 1 > 2", "d < @\"2024-10-04\" + duration(\"P1D\")"])
        }
    }
}
