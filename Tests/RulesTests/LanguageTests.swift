import Testing

@testable import Rules

/// Names, texts, collections and the sentences of the language (DMN 1.5, 10.3.1.2 and 10.3.2).
struct LanguageTests {
    @Test func `names may have spaces, signs and letters of every script`() {
        Feel.expect(
            [
                ("Ngày sinh của con + 1", "6"), ("a-b", "7"), ("a - b", "0"), ("tỉnh", "\"Huế\""),
                ("decision 2.1", "9"),
                ("[{full name: 3}].full name", "[3]"), ("{🐎: 1}.🐎", "1"),
            ], ["Ngày sinh của con": 5, "a-b": 7, "a": 3, "b": 3, "tỉnh": "Huế", "decision 2.1": 9])
    }

    @Test func `texts have escapes and comments are passed over`() {
        Feel.expect([
            (#""\u0110\t\"\\""#, "\"Đ\t\\\"\\\\\""), (#"string length("\U01F40E")"#, "1"),
            (#""\uD83D\uDC0E""#, "\"🐎\""),
            ("1 + // one\n 2 /* and\n two */", "3"),
        ])
        #expect(Feel.value("\"open") == nil)
        #expect(Feel.value("1 /* open") == nil)
    }

    @Test func `lists are counted from one and filtered by their items (table 54)`() {
        Feel.expect([
            ("[1, 2, 3][1]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][0]", "null"), ("[1, 2, 3][4]", "null"),
            ("[1, 2, 3][item > 1]", "[2, 3]"), ("[{a: 1, b: \"x\"}, {a: 2, b: \"y\"}][a = 2].b", "[\"y\"]"),
            ("[{a: 1}, {b: 2}].a", "[1, null]"), ("5[1]", "5"), ("5[item > 3]", "[5]"), ("[][1]", "null"),
            ("[{item: 5}][item = 5]", "[{item: 5}]"), ("[1, 2, 3, 4][item > 2][1]", "3"),
            ("{k: 2, r: [1, 2, 3][item = k]}.r", "[2]"),
        ])
    }

    @Test func `contexts see their earlier entries`() {
        Feel.expect([
            ("{a: 1, b: a + 1}.b", "2"), ("{a: {b: {c: 3}}}.a.b.c", "3"), ("{\"a b\": 1}.a b", "1"),
            ("{a: 1, a: 2}", "null"),
            ("{}.a", "null"), ("null.a", "null"),
        ])
    }

    @Test func `if, for, some and every (tables 44 to 46)`() {
        Feel.expect([
            ("if 1 < 2 then \"a\" else \"b\"", "\"a\""), ("if null then 1 else 2", "2"),
            ("for i in 1..3 return i * i", "[1, 4, 9]"), ("for i in 3..1 return i", "[3, 2, 1]"),
            ("for i in [1, 2], j in [i, 10] return i * j", "[1, 10, 4, 20]"),
            ("for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]"),
            ("for i in [1..3) return i", "[1, 2]"),
            ("for d in @\"2026-04-30\"..@\"2026-05-02\" return d.day", "[30, 1, 2]"),
            ("for i in null return i", "null"), ("some x in [1, 2] satisfies x > 1", "true"),
            ("every x in [] satisfies x > 1", "true"), ("some x in [1, null] satisfies x > 1", "null"),
            ("some x in [1, 2], y in [2, 3] satisfies x > y", "false"),
            ("every x in [2, null] satisfies x > 1", "null"),
        ])
    }

    @Test func `functions are values and take their arguments by place or by name (10.3.2.13)`() {
        Feel.expect([
            ("(function(a, b) a - b)(5, 3)", "2"), ("(function(a, b) a - b)(b: 5, a: 3)", "-2"),
            ("{add: function(a: number) function(b: number) a + b, r: add(1)(2)}.r", "3"),
            ("(function(a: number) a)(\"x\")", "null"), ("(function(a) a)()", "null"),
            ("{n: 2, f: function(x) x * n}.f(4)", "8"), ("sort([3, 1, 2], function(a, b) a > b)", "[3, 2, 1]"),
            ("substring(start position: 2, string: \"abc\")", "\"bc\""), ("substring(text: \"abc\")", "null"),
        ])
    }

    @Test func `instance of tells the type (table 54)`() {
        Feel.expect([
            ("1 instance of number", "true"), ("\"a\" instance of number", "false"),
            ("null instance of string", "false"),
            ("[1, 2] instance of list<number>", "true"), ("[1, \"a\"] instance of list<number>", "false"),
            ("{a: 1} instance of context<a: number>", "true"), ("@\"P1D\" instance of days and time duration", "true"),
            ("[1..2] instance of range<number>", "true"), ("1 + (2 instance of number)", "null"),
            ("(function(a: number) a) instance of function<number> -> Any", "true"),
        ])
    }

    @Test(arguments: [
        ("< 18, >= 60", 17, true), ("< 18, >= 60", 30, false), ("not(< 18, >= 60)", 30, true), ("-", 5, true),
        ("[1..5]", 5, true), ("? > 3 and ? < 5", 4, true), ("5", 5, true), ("5, 6", 6, true), ("even(?)", 3, false),
    ])
    func `unary tests hold of the value before them (7.3.5)`(_ tests: String, _ value: Int, _ holds: Bool) throws {
        let rule = try Rule.compile(tests: tests, of: .number, names: RuleNames([:])).get()
        #expect(rule.isTrue(in: RuleScope(["?": .number(FEELNumber(value))], now: Feel.now)) == holds)
    }
}
