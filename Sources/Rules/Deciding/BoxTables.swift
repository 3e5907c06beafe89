import Kernel

// Decision tables in boxes.
extension BoxTranslator {
    mutating func tableSyntax(_ table: DecisionTable, line: Int) -> Syntax {
        check(table, line)
        let inputs = table.inputs.map { input(of: $0) }
        let single = table.outputs.count == 1
        let outputs = table.outputs.enumerated().map { index, output in
            let place = Phrase.column(output.name ?? "\(index + 1)")
            return TableSyntax.Output(
                name: single ? nil : output.name ?? "\(index + 1)", type: type(output.type, output.marking.line),
                allowed: output.values.flatMap { tests($0, output.marking.line, place) },
                preset: output.preset.flatMap { $0.trimmed.isEmpty ? nil : read($0, output.marking.line, place) })
        }
        let rules = table.rules.enumerated().map { number, rule in
            TableSyntax.Rule(
                inputs: zip(inputs, rule.inputs).map { input, cell in
                    tests(cell.text, cell.marking.line, .cell(rule: number + 1, column: input.label)) ?? always()
                },
                outputs: rule.outputs.enumerated().map { index, cell in
                    let name = table.outputs.indices.contains(index) ? table.outputs[index].name : nil
                    let part = Phrase.cell(rule: number + 1, column: name ?? "\(inputs.count + index + 1)")
                    if cell.text.trimmed.isEmpty || cell.text.trimmed == "-" { return empty() }
                    return read(cell.text, cell.marking.line, part)
                })
        }
        return compose(
            .table(
                TableSyntax(
                    name: element, policy: table.policy, aggregation: table.aggregation, inputs: inputs,
                    outputs: outputs, rules: rules)), line)
    }

    private mutating func input(of input: DecisionTable.Input) -> TableSyntax.Input {
        let label = input.marking.label ?? input.expression.trimmed
        let place = Phrase.column(label)
        return TableSyntax.Input(
            expression: input.expression.trimmed.isEmpty
                ? empty() : read(input.expression, input.marking.line, place),
            type: type(input.type, input.marking.line),
            allowed: input.values.flatMap { tests($0, input.marking.line, place) }, label: label)
    }

    /// Unary tests; nil when there are none, which holds always.
    private mutating func tests(_ text: String, _ line: Int, _ part: Phrase) -> Syntax? {
        text.trimmed.isEmpty ? nil : read(text, line, part, isTest: true)
    }

    private func always() -> Syntax {
        let place = empty().start
        return Syntax(.tests([], negated: false), place, place)
    }

    /// The shape of the table: every rule has a cell for every column, and an aggregation one column.
    private mutating func check(_ table: DecisionTable, _ line: Int) {
        for (number, rule) in table.rules.enumerated()
        where rule.inputs.count != table.inputs.count || rule.outputs.count != table.outputs.count {
            tell(
                ModelProblem(
                    Phrase(
                        vi: "Quy tắc \(number + 1) không có đủ ô cho các cột.",
                        en: "Rule \(number + 1) does not have a cell for every column."),
                    line: rule.marking.line, element: element))
        }
        if table.outputs.isEmpty {
            tell(
                ModelProblem(
                    Phrase(vi: "Bảng chưa có cột kết quả.", en: "The table has no output column."), line: line,
                    element: element))
        }
        if table.aggregation != nil, table.policy != .collect || table.outputs.count > 1 {
            tell(
                ModelProblem(
                    Phrase(
                        vi: "Chỉ bảng thu thập với một cột kết quả mới được tổng hợp.",
                        en: "Only a collecting table with one output column can be aggregated."),
                    line: line, element: element))
        }
    }
}
