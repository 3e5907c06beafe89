import Kernel
import Testing

@testable import Rules

/// What a person who writes a rule is told.
struct CheckingTests {
    private let names = RuleNames([
        "child.birth_day": .date, "child.full_name": .string, "age": .number, "purpose": .choice(["marriage", "loan"]),
        "married": .boolean, "members": .list(.context(["name": .string, "age": .number])),
    ])

    private func problem(_ source: String, _ type: FEELType = .any) -> RuleProblem? {
        Rule.problems(in: source, names: names, type: type).first
    }

    @Test(arguments: [
        ("agee > 18", "age", 1, 4), ("age > 18 and\n  marryed", "married", 2, 7),
        ("child.birthday > today()", "child.birth_day", 1, 14),
        ("contain(child.full_name, \"A\")", "contains", 1, 7), ("purpose = \"mariage\"", "\"marriage\"", 1, 9),
        ("age > \"18\"", "18", 1, 4), ("child.birth_day > \"22/04/2026\"", "date(\"2026-04-22\")", 1, 12),
        ("members[agee > 18]", "age", 1, 4), ("toady()", "today", 1, 5),
        ("child.birth_day > date(\"22/4/2026\")", "date(\"2026-04-22\")", 1, 17),
    ])
    func `a slip is found in its place, with what was probably meant`(
        _ source: String, _ proposal: String, _ line: Int, _ length: Int
    ) throws {
        let found = problem(source)
        let problem = try #require(found)
        #expect(problem.proposal == proposal)
        #expect(problem.line == line)
        #expect(problem.length == length)
        #expect(!problem.message.vi.isEmpty && problem.message.vi != problem.message.en)
    }

    @Test(arguments: [
        "age and married", "age + married", "child.birth_day + 5", "if age then 1 else 2", "married > false",
        "age = married",
        "upper case(age)", "substring(child.full_name)", "age.year", "child.birth_day.hour", "members.phone",
        "{a: 1, a: 2}",
        "age between 1 and \"x\"", "age in (\"a\", \"b\")", "-child.full_name", "some m in members satisfies m.age",
        "child.birth_day > @\"P1D\"", "sqrt(string: 4)", "today() > date(\"2026-02-30\")",
    ])
    func `what can never have a meaning is refused`(_ source: String) {
        #expect(problem(source) != nil)
    }

    @Test(arguments: [
        "age >= 18 and not(married)", "child.birth_day + @\"P18Y\" <= today()", "purpose in (\"marriage\", \"loan\")",
        "count(members[age < 18]) > 2", "some m in members satisfies m.age > 60",
        "sum(members.age) / count(members) > 30",
        "if age = null then false else age > 3", "age in [1..5]", "age in (< 18, >= 60)",
        "today() - child.birth_day > @\"P60D\"",
        "years and months duration(child.birth_day, today()) >= @\"P14Y\"",
        "starts with(lower case(child.full_name), \"đ\")",
        "members[1].name = \"A\"", "every i in 1..count(members) satisfies members[i].age > i", "max(members.age) > 3",
        "(for m in members return m.age * 2)[1] > 3", "child.full_name != null",
        "purpose = null", "matches(child.full_name, \"^A\")", "sort(members, function(a, b) a.age < b.age)[1].age > 3",
        "{limit: 18, ok: age > limit}.ok", "day of week(child.birth_day) in (\"Saturday\", \"Sunday\")",
    ])
    func `what has a meaning is not refused`(_ source: String) {
        #expect(problem(source) == nil, "\(problem(source)?.message.en ?? "")")
    }

    @Test(arguments: [
        ("age == 18", 1, 6), ("age >", 1, 6), ("(age > 1", 1, 9), ("age > 1)", 1, 8), ("", 1, 1),
        ("if age > 1 then 2", 1, 18),
        ("\"abc", 1, 1), ("age 18", 1, 5), ("@\"2026-02-30\"", 1, 1), ("1 +\n* 2", 2, 1),
    ])
    func `a text that is no expression is refused where it goes wrong`(_ source: String, _ line: Int, _ column: Int)
        throws
    {
        let found = problem(source)
        let problem = try #require(found)
        #expect(problem.line == line)
        #expect(problem.column == column)
    }

    @Test func `a condition must be true or false`() {
        #expect(problem("age + 1", .boolean) != nil)
        #expect(problem("age > 1", .boolean) == nil)
        #expect(problem("age", .string)?.message.vi == "Ở đây cần chuỗi ký tự, nhưng đây là số.")
    }

    @Test func `all slips of an expression are told in the order of the text`() {
        let problems = Rule.problems(in: "agee > 1 and mried and purpose = \"x\"", names: names)
        #expect(problems.map(\.column) == [1, 14, 34])
    }
}
