import Testing

@testable import Rules

/// The operators of DMN 1.5, chapter 10.3.2.
struct OperatorTests {
    @Test func `numbers are calculated as decimals (table 51)`() {
        Feel.expect([
            ("0.1 + 0.2", "0.3"), ("1 - 0.9", "0.1"), ("2 * 3.5", "7"),
            ("1 / 3 * 3", "0.9999999999999999999999999999999999"),
            ("10 / 4", "2.5"), ("1 / 0", "null"), ("2 ** 10", "1024"), ("2 ** -2", "0.25"),
            ("decimal(2 ** 0.5, 25)", "decimal(sqrt(2), 25)"),
            ("-5 ** 2", "25"), ("2 ** 3 ** 2", "64"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("10 - 3 - 2", "5"),
            ("- -3", "3"), ("1 + null", "null"), ("1 + \"1\"", "null"), ("\"a\" + \"b\"", "\"ab\""),
            (".5 + 1.5e1", "15.5"),
            ("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000"),
        ])
    }

    @Test func `a half is rounded to the even neighbour at the 34th digit (10.3.2.3.1)`() {
        Feel.expect([
            ("10000000000000000000000000000000005 / 10", "1000000000000000000000000000000000"),
            ("2 / 3", "0.6666666666666666666666666666666667"),
            ("1e6144 * 10", "null"), ("1e-6176 / 10", "0"),
        ])
    }

    @Test func `and and or follow three-valued logic (table 48)`() {
        let values = ["true", "false", "null", "3"]
        for a in values {
            for b in values {
                let and = a == "false" || b == "false" ? "false" : a == "true" && b == "true" ? "true" : "null"
                let or = a == "true" || b == "true" ? "true" : a == "false" && b == "false" ? "false" : "null"
                Feel.expect([("\(a) and \(b)", and), ("\(a) or \(b)", or)])
            }
        }
        Feel.expect([
            ("not(true)", "false"), ("not(null)", "null"), ("not(1)", "null"), ("true or false and false", "true"),
            ("(true or false) and false", "false"),
        ])
    }

    @Test func `values of one kind compare, values of different kinds give null (tables 50 and 52)`() {
        Feel.expect([
            ("1 = 1.0", "true"), ("1 = \"1\"", "null"), ("null = null", "true"), ("1 = null", "false"),
            ("1 != null", "true"),
            ("\"a\" < \"b\"", "true"), ("2 > 10", "false"), ("1 < null", "null"), ("true < false", "null"),
            ("[1, [2]] = [1, [2]]", "true"), ("[1, 2] = [2, 1]", "false"), ("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
            ("@\"2026-04-22\" < @\"2026-04-23\"", "true"), ("@\"PT24H\" = @\"P1D\"", "true"),
            ("@\"P1Y\" = @\"P12M\"", "true"), ("@\"P1Y\" < @\"P366D\"", "null"),
            ("@\"2026-04-22T09:00:00+07:00\" = @\"2026-04-22T02:00:00Z\"", "true"),
            ("@\"2026-04-22T09:00:00@Asia/Ho_Chi_Minh\" = @\"2026-04-22T02:00:00Z\"", "true"),
        ])
    }

    @Test func `between and in (10.3.2.5, table 53)`() {
        Feel.expect([
            ("5 between 1 and 5", "true"), ("0 between 1 and 5", "false"), ("null between 1 and 5", "null"),
            ("5 between 1 and 3 + 2 and true", "true"), ("5 in [1..5]", "true"), ("5 in [1..5)", "false"),
            ("5 in ]5..9[", "false"), ("5 in (< 3, > 4)", "true"), ("5 in (1, 2, 5)", "true"), ("5 in [1, 2]", "false"),
            ("5 in [[1..3], [4..6]]", "true"), ("\"b\" in [\"a\"..\"c\"]", "true"), ("5 in null", "false"),
            ("5 in (!= 5)", "false"), ("@\"2026-04-22\" in [@\"2026-04-01\"..@\"2026-05-01\")", "true"),
        ])
    }

    @Test func `dates move by durations and differ by them (table 51)`() {
        Feel.expect([
            ("@\"2026-01-31\" + @\"P1M\"", "@\"2026-02-28\""), ("@\"2026-03-31\" - @\"P1M\"", "@\"2026-02-28\""),
            ("@\"2024-02-29\" + @\"P1Y\"", "@\"2025-02-28\""), ("@\"2026-04-22\" + @\"P10D\"", "@\"2026-05-02\""),
            ("@\"P10D\" + @\"2026-04-22\"", "@\"2026-05-02\""), ("@\"2026-04-22\" - @\"2026-01-01\"", "@\"P111D\""),
            ("@\"2026-04-22T23:00:00\" + @\"PT2H\"", "@\"2026-04-23T01:00:00\""),
            ("@\"23:00:00\" + @\"PT2H\"", "@\"01:00:00\""), ("@\"10:00:00\" - @\"08:30:00\"", "@\"PT1H30M\""),
            ("@\"P1D\" * 1.5", "@\"PT36H\""), ("@\"P1Y\" / 2", "@\"P6M\""), ("@\"P1Y\" / @\"P3M\"", "4"),
            ("@\"2026-04-22\" + 1", "null"), ("-@\"P1D\"", "@\"-P1D\""),
        ])
    }

    @Test func `dates and durations have properties (table 65)`() {
        Feel.expect([
            ("@\"2026-04-22\".year", "2026"), ("@\"2026-04-22\".weekday", "3"),
            ("@\"2026-04-22T09:08:07+07:00\".time offset", "@\"PT7H\""),
            ("@\"2026-04-22T09:08:07@Asia/Ho_Chi_Minh\".timezone", "\"Asia/Ho_Chi_Minh\""),
            ("@\"09:08:07\".minute", "8"),
            ("@\"P1Y2M\".months", "2"), ("@\"-P2DT3H\".hours", "-3"), ("[1..5).end included", "false"),
            ("(< 5).end", "5"),
            ("@\"2026-04-22\".hour", "null"),
        ])
    }
}
