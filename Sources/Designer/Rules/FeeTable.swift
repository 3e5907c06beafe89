package import Catalogue

/// A fee as a table: what is answered decides the row, the first row that fits gives the amount.
///
/// It is another writing of the formula `if a = "x" then 100 else if … else 0`, or of the rows under `table`, and stands
/// in the definition as that, so that there is one truth; what has another form is edited as text.
package struct FeeTable: Equatable, Sendable {
    /// One row: a cell for each input, blank where anything fits.
    package struct Row: Equatable, Sendable {
        /// `"x"`, `true`, or a comparison such as `<= 5`.
        package var cells: [String]
        package var amount: String

        package init(cells: [String], amount: String) {
            self.cells = cells
            self.amount = amount
        }
    }

    /// The answers that decide, as rules name them: `matter.kind`.
    package var inputs: [String]
    package var rows: [Row]
    package var otherwise: String

    package init(inputs: [String], rows: [Row], otherwise: String) {
        self.inputs = inputs
        self.rows = rows
        self.otherwise = otherwise
    }

    package var formula: String {
        rows.reduce("") { text, row in
            let condition = condition(row)
            return condition.isEmpty ? text : text + "if \(condition) then \(row.amount) else "
        } + otherwise
    }

    /// The table that a formula is; nil when it is something else.
    package init?(_ formula: String) {
        var rest = Words(formula)
        var rows: [(conditions: [Condition.Comparison], amount: String)] = []
        while rest.takes("if") {
            guard let condition = rest.until("then"), let amount = rest.until("else"),
                let parsed = Condition(condition), parsed.joint == .and || parsed.comparisons.count == 1,
                Self.isAmount(amount)
            else { return nil }
            rows.append((parsed.comparisons, amount))
        }
        self.init(rows, otherwise: rest.remainder)
    }

    private init?(_ rows: [(conditions: [Condition.Comparison], amount: String)], otherwise: String) {
        self.otherwise = otherwise
        guard !rows.isEmpty, Self.isAmount(otherwise) else { return nil }
        var inputs: [String] = []
        for comparison in rows.flatMap(\.conditions) where !inputs.contains(comparison.field) {
            inputs.append(comparison.field)
        }
        guard inputs.count <= 3 else { return nil }
        self.inputs = inputs
        self.rows = []
        for row in rows {
            var cells = inputs.map { _ in "" }
            for one in row.conditions {
                guard let index = inputs.firstIndex(of: one.field), cells[index].isEmpty else { return nil }
                cells[index] = one.sign == .equal ? one.value : "\(one.sign.rawValue) \(one.value)"
            }
            self.rows.append(Row(cells: cells, amount: row.amount))
        }
    }

    // MARK: as rows of a definition

    /// The rows under `table`, of which the last may stand without `when`; nil when one says more than this.
    package init?(written value: YAMLValue) {
        guard var items = value.items else { return nil }
        var otherwise = "0"
        if let last = items.last, last["when"] == nil {
            guard last.keys == ["amount"], let amount = last["amount"]?.text else { return nil }
            otherwise = amount
            items.removeLast()
        }
        var rows: [(conditions: [Condition.Comparison], amount: String)] = []
        for item in items {
            guard Set(item.keys) == ["when", "amount"], let when = item["when"]?.text.flatMap({ Condition($0) }),
                when.joint == .and || when.comparisons.count == 1, let amount = item["amount"]?.text,
                Self.isAmount(amount)
            else { return nil }
            rows.append((when.comparisons, amount))
        }
        self.init(rows, otherwise: otherwise)
    }

    package var written: YAMLValue {
        .list(
            rows.map { row in
                .map([.init("when", .text(condition(row))), .init("amount", .text(row.amount))])
            } + [.map([.init("amount", .text(otherwise))])])
    }

    package func condition(_ row: Row) -> String {
        zip(inputs, row.cells).filter { !$0.1.isEmpty }.map { input, cell in
            Self.startsWithSign(cell) ? "\(input) \(cell)" : "\(input) = \(cell)"
        }.joined(separator: " and ")
    }

    private static func startsWithSign(_ cell: String) -> Bool { cell.first.map { "<>=!".contains($0) } ?? false }

    /// An amount may be a number or a formula of its own, but no condition.
    private static func isAmount(_ text: String) -> Bool {
        !text.isEmpty && !Words(text).contains("if") && !Words(text).contains("else")
    }
}

/// The words of a formula, texts in quotation marks and brackets left whole.
struct Words {
    private(set) var words: [String] = []

    init(_ text: String) {
        var word = ""
        var depth = 0
        var isQuoted = false
        var before: Character = " "
        for sign in text {
            if isQuoted {
                word.append(sign)
                if sign == "\"", before != "\\" { isQuoted = false }
            } else if sign == "\"" {
                isQuoted = true
                word.append(sign)
            } else if sign.isWhitespace, depth == 0 {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                if "([{".contains(sign) { depth += 1 }
                if ")]}".contains(sign) { depth -= 1 }
                word.append(sign)
            }
            before = sign
        }
        if !word.isEmpty { words.append(word) }
    }

    func contains(_ word: String) -> Bool { words.contains(word) }

    var remainder: String { words.joined(separator: " ") }

    mutating func takes(_ word: String) -> Bool {
        guard words.first == word else { return false }
        words.removeFirst()
        return true
    }

    /// What stands before a word, which is taken too.
    mutating func until(_ word: String) -> String? {
        guard let index = words.firstIndex(of: word), index > 0 else { return nil }
        let text = words[..<index].joined(separator: " ")
        words.removeFirst(index + 1)
        return text
    }
}
