import Kernel

/// Looks for values that no rule of a decision table takes, for rules that hold together where they may not, and for
/// rules that are never reached (DMN 1.5, 8.2.10).
///
/// Decided are cells of comparisons with constants: numbers, texts, true and false, dates, durations and null, in lists,
/// ranges, `not`, `and`, `or`. A cell that does something else is taken to hold always when gaps are looked for, and its
/// rule is left out of account when overlaps are, so that nothing is told that is not so.
struct TableAudit {
    /// Values for every column, and the rules concerned, counted from 0.
    struct Case: Hashable {
        let rules: [Int]
        let example: String
    }

    private let table: TableSyntax
    private let columns: [TableColumn]
    private let isDecided: [Bool]
    private(set) var gaps: [Case] = []
    private(set) var overlaps: [Case] = []
    /// Rules behind one that holds whenever they do, with that one.
    private(set) var masked: [Case] = []
    /// Steps that looking for gaps may still take.
    private var steps = 200_000
    private var seen: Set<[Int]> = []

    /// How many of each are told.
    static let told = 10

    init(_ table: TableSyntax, types: [FEELType]) {
        self.table = table
        var columns: [TableColumn] = []
        var isDecided = table.rules.map { $0.inputs.count == table.inputs.count }
        for (index, input) in table.inputs.enumerated() {
            let cells = table.rules.map { rule in
                rule.inputs.indices.contains(index)
                    ? rule.inputs[index] : Syntax(.tests([], negated: false), 0, 0)
            }
            if let column = TableColumn(input, type: types[index], cells: cells) {
                columns.append(column)
                for (rule, cell) in column.cells.enumerated() where cell == nil { isDecided[rule] = false }
            } else {
                for (rule, cell) in cells.enumerated() where !Self.holdsAlways(cell) { isDecided[rule] = false }
            }
        }
        self.columns = columns
        self.isDecided = isDecided
        guard !table.inputs.isEmpty else { return }
        findGaps()
        findPairs()
    }

    private static func holdsAlways(_ cell: Syntax) -> Bool {
        if case .tests(let tests, negated: false) = cell.form { tests.isEmpty } else { false }
    }

    private mutating func findGaps() {
        guard [.unique, .any, .priority, .first].contains(table.policy),
            !table.outputs.contains(where: { $0.preset != nil })
        else { return }
        search(0, Array(table.rules.indices), [])
    }

    /// Goes through the parts column by column with the rules that still hold; where none does, there is a gap.
    private mutating func search(_ column: Int, _ rules: [Int], _ chosen: [Int]) {
        guard gaps.count < Self.told, steps > 0 else { return }
        steps -= 1 + rules.count
        if rules.isEmpty {
            gaps.append(Case(rules: [], example: example(chosen)))
            return
        }
        guard column < columns.count, seen.insert([column] + rules).inserted else { return }
        var tried: Set<[Int]> = []
        var isInGap = false
        for part in columns[column].parts.indices {
            let left = rules.filter { columns[column].cells[$0]?.contains(part) ?? true }
            // Parts of one gap that stand side by side are told once.
            let isNew = left.isEmpty ? !isInGap : tried.insert(left).inserted
            isInGap = left.isEmpty
            if isNew { search(column + 1, left, chosen + [part]) }
        }
    }

    private func example(_ parts: [Int]) -> String {
        zip(columns, parts).map { column, part in
            let shown = column.parts[part].isRest ? "…" : column.parts[part].sample.literal
            return "\(column.label) = \(shown)"
        }.joined(separator: ", ")
    }

    private mutating func findPairs() {
        var left = 20_000_000
        let cost = columns.reduce(1) { $0 + ($1.cells.first??.words.count ?? 0) }
        for second in table.rules.indices where isDecided[second] {
            for first in 0..<second where isDecided[first] {
                left -= cost
                if left < 0 || overlaps.count >= Self.told || masked.count >= Self.told { return }
                if examine(first, second) { break }
            }
        }
    }

    /// Compares two rules; true when nothing more is to be told of the second.
    private mutating func examine(_ first: Int, _ second: Int) -> Bool {
        switch table.policy {
        case .unique: break
        case .any: if outputs(first) == outputs(second) { return false }
        case .first:
            let isInside = columns.allSatisfy { column in
                if let outer = column.cells[first], let inner = column.cells[second] {
                    outer.isSuperset(of: inner)
                } else {
                    false
                }
            }
            if isInside { masked.append(Case(rules: [first, second], example: "")) }
            return isInside
        default: return false
        }
        var parts: [Int] = []
        for column in columns {
            guard let a = column.cells[first], let b = column.cells[second], let part = a.first(commonWith: b) else {
                return false
            }
            parts.append(part)
        }
        overlaps.append(Case(rules: [first, second], example: example(parts)))
        return false
    }

    private func outputs(_ rule: Int) -> [String] { table.rules[rule].outputs.map { SyntaxPrinter.text($0) } }
}

extension FEELValue {
    /// As it is written in FEEL.
    var literal: String {
        switch self {
        case .date, .time, .dateTime, .duration, .months: "@\"\(text)\""
        case .string(let value):
            {
                var out = ""
                FEELValue.quote(value, into: &out)
                return out
            }()
        default: text
        }
    }
}
