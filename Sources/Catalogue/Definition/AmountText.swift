/// Amounts as people type them, with points between thousands (`1.500.000`), which rules read as decimals.
package enum AmountText {
    /// The first number in a rule that is written so, outside of texts; nil when there is none.
    package static func grouped(in rule: String) -> String? {
        let pieces = rule.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() where index.isMultiple(of: 2) {
            for match in piece.matches(of: /[0-9][0-9.]*/) {
                let number = String(match.0)
                if number.wholeMatch(of: /[1-9][0-9]{0,2}(\.[0-9]{3})+/) != nil { return number }
            }
        }
        return nil
    }

    /// Without the points between thousands.
    package static func plain(_ grouped: String) -> String { grouped.replacing(".", with: "") }

    /// Whole đồng as people type them: `800000`, `800.000`, `800 000`, with `đ`, `đồng` or `VND` behind; nil for
    /// anything else.
    package static func dong(_ typed: String) -> Int64? {
        var text = typed.replacing("\u{a0}", with: " ").lowercased()
        for unit in ["đồng", "vnđ", "vnd", "đ"] where text.hasSuffix(unit) {
            text = String(text.dropLast(unit.count))
            break
        }
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        guard text.wholeMatch(of: /[0-9]+/) != nil || text.wholeMatch(of: /[1-9][0-9]{0,2}([. ][0-9]{3})+/) != nil
        else { return nil }
        return Int64(text.filter(\.isNumber))
    }

    /// What was typed for an amount, as a rule: `150.000`, `150.000đ` and `150.000 đồng` are 150000; anything else stays.
    package static func rule(_ typed: String) -> String { dong(typed).map(String.init) ?? typed }
}
