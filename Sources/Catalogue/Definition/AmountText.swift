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

    /// What was typed for an amount, as a rule: `150.000`, `150.000đ` and `150.000 đồng` are 150000; anything else stays.
    package static func rule(_ typed: String) -> String {
        var text = typed
        for unit in ["đồng", "đ", "VND"] where text.hasSuffix(unit) {
            text = String(text.dropLast(unit.count))
            break
        }
        while text.last == " " { text.removeLast() }
        let isAmount = text.wholeMatch(of: /[1-9][0-9]*/) != nil || grouped(in: text) == text
        return isAmount ? plain(text) : typed
    }
}
