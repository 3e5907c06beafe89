// Decision tables (DMN 1.5, 8.2): the inputs are evaluated once, then the rules are tried in their order.
extension Compiler {
    mutating func compileTable(_ table: TableSyntax, at syntax: Syntax) -> Compiled {
        let inputs = table.inputs.map { compileInput($0) }
        tables.append((table, inputs.map(\.type), syntax))
        let columns = table.outputs.map { compileOutput($0, in: table) }
        var types = columns.map(\.type)
        var rules: [TableRun.Rule] = []
        for rule in table.rules {
            let tests = zip(inputs, rule.inputs).enumerated().compactMap { index, pair -> TableRun.Test? in
                if case .tests(let items, negated: false) = pair.1.form, items.isEmpty { return nil }
                let test = with([Local(name: "?", type: pair.0.type)]) { $0.compile(pair.1) }
                return TableRun.Test(input: index, code: test.code)
            }
            let results = zip(table.outputs, rule.outputs).map { output, cell in
                compileTyped(cell, output.type, output.name ?? table.name)
            }
            for (index, result) in results.enumerated() where index < types.count {
                types[index] = types[index].map { $0.joined(with: result.type) } ?? result.type
            }
            rules.append(TableRun.Rule(tests: tests, results: results.map(\.code)))
        }
        let run = TableRun(
            name: table.name, policy: table.policy, aggregation: table.aggregation, inputs: inputs.map(\.input),
            outputs: columns.map(\.output), rules: rules)
        return Compiled(table.resultType(types.map { $0 ?? .any })) { run.value(in: $0) }
    }

    private mutating func compileInput(_ input: TableSyntax.Input) -> (input: TableRun.Input, type: FEELType) {
        let value = compileTyped(input.expression, input.type, input.label)
        let allowed = input.allowed.map { tests in
            with([Local(name: "?", type: value.type)]) { $0.compile(tests) }.code
        }
        return (TableRun.Input(label: input.label, value: value.code, allowed: allowed), value.type)
    }

    /// The column, and its type as far as it is known without the rules.
    private mutating func compileOutput(_ output: TableSyntax.Output, in table: TableSyntax)
        -> (output: TableRun.Output, type: FEELType?)
    {
        let preset = output.preset.map { compileTyped($0, output.type, output.name ?? table.name) }
        var ranks: [Code] = []
        if case .tests(let tests, negated: false)? = output.allowed?.form {
            for test in tests {
                let one = Syntax(.tests([test], negated: false), test.start, test.end)
                ranks.append(with([Local(name: "?", type: output.type.unlimited)]) { $0.compile(one) }.code)
            }
        } else if case .choice(let codes) = output.type {
            ranks = codes.map { code in { frame in .boolean(frame.locals.last == .string(code)) } }
        }
        return (TableRun.Output(name: output.name, ranks: ranks, preset: preset?.code), preset?.type)
    }
}

extension TableSyntax {
    /// The type of what the table gives, from the types of its columns.
    fileprivate func resultType(_ columns: [FEELType]) -> FEELType {
        let one: FEELType =
            if columns.count == 1 {
                columns[0]
            } else {
                .context(Dictionary(zip(outputs.map { $0.name ?? "" }, columns), uniquingKeysWith: { $1 }))
            }
        switch (policy, aggregation) {
        case (.collect, .count?): return .number
        case (.collect, _?), (.unique, _), (.any, _), (.priority, _), (.first, _): return one
        default: return inputs.isEmpty || outputs.contains { $0.preset != nil } ? .any : .list(one)
        }
    }
}
