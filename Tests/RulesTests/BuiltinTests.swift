import Testing

@testable import Rules

/// The built-in functions of DMN 1.5, chapter 10.3.4.
struct BuiltinTests {
    @Test func `conversions (table 57)`() {
        Feel.expect([
            ("date(\"2026-04-22\")", "@\"2026-04-22\""), ("date(2026, 4, 31)", "null"),
            ("date(\"22/04/2026\")", "null"),
            ("date(@\"2026-04-22T10:00:00Z\")", "@\"2026-04-22\""), ("time(\"10:30:00+07:00\")", "@\"10:30:00+07:00\""),
            ("time(10, 30, 0, @\"PT7H\")", "@\"10:30:00+07:00\""), ("time(24, 0, 0)", "null"),
            ("date and time(\"2026-04-22\")", "@\"2026-04-22T00:00:00\""),
            ("date and time(@\"2026-04-22\", @\"10:00:00\")", "@\"2026-04-22T10:00:00\""),
            ("date and time(2026, 4, 22, 10, 0, 0, \"Asia/Ho_Chi_Minh\")", "@\"2026-04-22T10:00:00+07:00\""),
            ("number(\"1 000,5\", \" \", \",\")", "1000.5"), ("number(\"1.000.000\", \".\", \",\")", "1000000"),
            ("number(\"x\")", "null"), ("string(1.50)", "\"1.5\""), ("string(null)", "null"),
            ("string([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\""), ("string(@\"P14M\")", "\"P1Y2M\""),
            ("duration(\"P1DT2H\")", "@\"PT26H\""), ("duration(\"P1M1D\")", "null"),
            ("years and months duration(@\"2024-05-31\", @\"2026-05-30\")", "@\"P1Y11M\""),
        ])
    }

    @Test func `texts (table 58)`() {
        Feel.expect([
            ("substring(\"một cửa\", 5)", "\"cửa\""), ("substring(\"abc\", -2, 1)", "\"b\""),
            ("substring(\"abc\", 0)", "null"),
            ("string length(\"🐎ab\")", "3"), ("upper case(\"đường\")", "\"ĐƯỜNG\""),
            ("lower case(\"ĐẶNG\")", "\"đặng\""),
            ("substring before(\"a-b-c\", \"-\")", "\"a\""), ("substring after(\"a-b-c\", \"-\")", "\"b-c\""),
            ("substring after(\"abc\", \"x\")", "\"\""), ("contains(\"abc\", \"bc\")", "true"),
            ("starts with(\"abc\", \"b\")", "false"), ("ends with(\"abc\", \"bc\")", "true"),
            ("string join([\"a\", null, \"b\"], \"-\")", "\"a-b\""),
            ("split(\"a;b;;\", \";\")", "[\"a\", \"b\", \"\", \"\"]"),
        ])
    }

    @Test func `patterns (table 58, XPath 5.6)`() {
        Feel.expect([
            (#"matches("0912345678", "^0[0-9]{9}$")"#, "true"), (#"matches("abc", "B")"#, "false"),
            (#"matches("abc", "B", "i")"#, "true"), (#"matches("a\nb", "a.b")"#, "false"),
            (#"matches("a\nb", "a.b", "s")"#, "true"),
            (#"matches("a\nb", "^b$", "m")"#, "true"), (#"matches("abab", "^(ab)\\1$")"#, "true"),
            (#"matches("Đỗ", "^\\p{Lu}\\p{Ll}$")"#, "true"), (#"matches("x", "[a-z-[x]]")"#, "false"),
            (#"matches("a", "(")"#, "null"),
            (#"replace("abracadabra", "bra", "*")"#, "\"a*cada*\""),
            (#"replace("abracadabra", "a.*?a", "*")"#, "\"*c*bra\""),
            (#"replace("darted", "^(.*?)d(.*)$", "$1c$2")"#, "\"carted\""), (#"replace("abc", "x*", "-")"#, "null"),
            (#"replace("a.b", ".", "-", "q")"#, "\"a-b\""),
            (#"replace("29-59-A", "([0-9]+)", "($1)")"#, "\"(29)-(59)-A\""),
            (#"split("one  two", "\\s+")"#, "[\"one\", \"two\"]"),
        ])
    }

    @Test func `lists (table 59)`() {
        Feel.expect([
            ("list contains([1, null], null)", "true"), ("count([1, null])", "2"), ("min([3, 1, 2])", "1"),
            ("max(1, 5, 2)", "5"),
            ("min(\"b\", \"a\")", "\"a\""), ("min([])", "null"), ("sum([1, 2.5])", "3.5"), ("sum([])", "null"),
            ("mean([1, 2, 6])", "3"), ("median([8, 2, 5, 3])", "4"), ("stddev([2, 4, 7, 5])", "sqrt(13 / 3)"),
            ("mode([6, 1, 9, 6, 1])", "[1, 6]"), ("product([2, 3, 4])", "24"), ("all([true, null])", "null"),
            ("all([false, null])", "false"), ("any([true, null])", "true"), ("all([])", "true"), ("any([])", "false"),
            ("sublist([4, 5, 6], 2)", "[5, 6]"), ("sublist([4, 5, 6], -2, 1)", "[5]"),
            ("append([1], 2, 3)", "[1, 2, 3]"),
            ("concatenate([1], [2, 3])", "[1, 2, 3]"), ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
            ("remove([1, 2, 3], -1)", "[1, 2]"),
            ("reverse([1, 2])", "[2, 1]"), ("index of([1, 2, 1], 1)", "[1, 3]"), ("union([1, 2], [2, 3])", "[1, 2, 3]"),
            ("distinct values([1, \"a\", 1])", "[1, \"a\"]"), ("flatten([1, [2, [3]]])", "[1, 2, 3]"),
            ("list replace([2, 4, 7], 2, 6)", "[2, 6, 7]"),
            ("list replace([2, 4, 7], function(item, newItem) item < newItem, 5)", "[5, 5, 7]"),
            ("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"), ("count(5)", "1"), ("sum(null)", "null"),
        ])
    }

    @Test func `numbers (table 60)`() {
        Feel.expect([
            ("decimal(2.5, 0)", "2"), ("decimal(1/3, 2)", "0.33"), ("floor(-1.5)", "-2"), ("ceiling(1.56, 1)", "1.6"),
            ("round up(5.5, 0)", "6"), ("round up(-1.121, 2)", "-1.13"), ("round down(-5.5, 0)", "-5"),
            ("round half up(-2.5, 0)", "-3"), ("round half down(2.5, 0)", "2"), ("round half down(2.51, 0)", "3"),
            ("decimal(1250, -2)", "1200"), ("abs(-10)", "10"), ("abs(@\"-PT5H\")", "@\"PT5H\""),
            ("modulo(-12, 5)", "3"),
            ("modulo(12, -5)", "-3"), ("modulo(10.1, 4.5)", "1.1"), ("modulo(1, 0)", "null"), ("sqrt(16)", "4"),
            ("sqrt(-1)", "null"),
            ("odd(-3)", "true"), ("even(2)", "true"), ("odd(1.5)", "null"), ("log(1)", "0"), ("log(0)", "null"),
            ("decimal(exp(1), 25)", "2.7182818284590452353602875"),
            ("decimal(log(10), 25)", "2.3025850929940456840179915"),
            ("decimal(sqrt(2), 30)", "1.41421356237309504880168872421"),
        ])
    }

    @Test func `contexts (table 64)`() {
        Feel.expect([
            ("get value({a: 1}, \"a\")", "1"), ("get entries({a: 1})", "[{key: \"a\", value: 1}]"),
            ("context([{key: \"a\", value: 1}])", "{a: 1}"),
            ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"),
            ("context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"),
            ("context put({x: {y: 1}}, [\"x\", \"y\"], 2)", "{x: {y: 2}}"),
            ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"),
        ])
    }

    @Test func `days, weeks and the clock of the scope (tables 62 and 63)`() {
        Feel.expect([
            ("today()", "@\"2026-04-22\""), ("now()", "@\"2026-04-22T09:00:00+07:00\""),
            ("day of year(@\"2024-12-31\")", "366"),
            ("day of week(today())", "\"Wednesday\""), ("month of year(@\"2026-04-22\")", "\"April\""),
            ("week of year(@\"2005-01-01\")", "53"), ("week of year(@\"2003-12-29\")", "1"),
            ("is(@\"10:00:00Z\", @\"10:00:00+00:00\")", "true"),
            ("is(@\"12:00:00+01:00\", @\"11:00:00Z\")", "false"), ("is(1, \"1\")", "false"),
        ])
    }

    @Test func `points and intervals (table 66)`() {
        Feel.expect([
            ("before(1, 10)", "true"), ("before([1..10), 10)", "true"), ("before([1..10], [10..20])", "false"),
            ("after([11..20], 10)", "true"), ("meets([1..5], [5..10])", "true"), ("met by([5..10], [1..5))", "false"),
            ("overlaps([1..5], [3..8])", "true"), ("overlaps([1..5), [5..8])", "false"),
            ("overlaps before([1..5], [3..8])", "true"),
            ("overlaps after([3..8], [1..5])", "true"), ("finishes(10, [1..10])", "true"),
            ("finished by([1..10), [5..10))", "true"),
            ("includes([1..10], 5)", "true"), ("during([4..6], [1..10])", "true"), ("starts(1, [1..10])", "true"),
            ("started by([1..10], [1..5])", "true"), ("coincides([1..5], [1..5])", "true"),
            ("range(\"[1..5)\") = [1..5)", "true"),
            ("range(\"x\")", "null"), ("before(1, \"a\")", "null"),
        ])
    }
}
