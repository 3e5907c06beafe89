import Testing

@testable import Catalogue

@Suite struct AmountTextTests {
    @Test(arguments: [
        ("150.000", "150.000"), ("if a.b then 1.500.000 else 0", "1.500.000"), ("100.000 * 2", "100.000"),
        ("0.125 * a.b", nil), ("12.5 * a.b", nil), ("a.b * 1000.125", nil), (#"if a.b = "1.500" then 5 else 6"#, nil),
        ("1000000", nil),
    ])
    func `a number with points between thousands is found, and no other`(rule: String, found: String?) {
        #expect(AmountText.grouped(in: rule) == found)
    }

    @Test(arguments: [
        ("150.000", "150000"), ("150.000đ", "150000"), ("1.500.000 đồng", "1500000"), ("150000 VND", "150000"),
        ("800 000 đ", "800000"), ("0 đồng", "0"), ("a.b * 2", "a.b * 2"), ("100.000 * 2", "100.000 * 2"),
        ("0.5", "0.5"),
    ])
    func `an amount as people type it becomes a rule, a rule stays`(typed: String, rule: String) {
        #expect(AmountText.rule(typed) == rule)
    }

    @Test(arguments: ["1.5", "15.00", "1.000.00", "đồng", "", "-5", "a.b", "99999999999999999999"])
    func `what is no whole amount is none`(typed: String) { #expect(AmountText.dong(typed) == nil) }
}
