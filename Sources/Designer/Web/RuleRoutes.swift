import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site

/// Conditions that are chosen and fees that are tables.
enum RuleRoutes {
    static func add(to routes: inout Routes, _ site: DesignerSite) {
        routes.get(DesignerPaths.condition, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                // A part that is not there any more leads back to the draft.
                guard let page = site.condition(open, PartRoutes.path(request.query["o"])) else {
                    return .see(DesignerPaths.draft(id))
                }
                return .page(page.page(request))
            }
        }
        routes.post(DesignerPaths.condition, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in try await site.saveCondition(open, request) }
        }
        routes.get(DesignerPaths.feeTable, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in
                let input = request.query["theo"]
                let path = PartRoutes.path(request.query["o"])
                guard let page = site.feeTable(open, path, input: input.isEmpty ? nil : input) else {
                    return .see(DesignerPaths.draft(id))
                }
                return .page(page.page(request))
            }
        }
        routes.post(DesignerPaths.feeTable, .may(.designServices)) { request, visitor, id in
            try await site.with(id, visitor) { open in try await site.saveFeeTable(open, request) }
        }
    }
}

extension DesignerSite {
    fileprivate func condition(_ open: OpenDraftFile, _ path: [String]) -> ConditionPage? {
        guard PartKind(path) != nil, !path.isEmpty, let value = open.value[path: path] else { return nil }
        // What a new reduction says until somebody chooses.
        let rule = value["when"]?.text.flatMap { $0 == "false" ? nil : $0 } ?? ""
        return ConditionPage(
            open: open, path: path, answers: open.answers,
            condition: rule.isEmpty ? Condition(comparisons: []) : Condition(rule), rule: rule)
    }

    /// The numbers of the lines that the form has and that say something.
    private static func lines(_ name: String, of form: FormValues) -> [Int] {
        (0...).lazy.prefix { form.contains("\(name).\($0)") }.filter { !form["\(name).\($0)"].isEmpty }
    }

    fileprivate func saveCondition(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let form = request.form
        let path = PartRoutes.path(form["o"])
        guard var page = condition(open, path) else { return .notFound }
        page.sent = form
        // Another answer has other values; nothing is saved.
        if form["do"] == "choose" { return .page(page.page(request)) }
        var comparisons: [Condition.Comparison] = []
        for index in Self.lines("field", of: form) {
            let field = form["field.\(index)"]
            let typed = form["value.\(index)"]
            guard !typed.isEmpty else {
                page.problems.append(
                    FieldProblem(
                        "value.\(index)",
                        Phrase(
                            vi: "Hãy điền giá trị để so sánh, hoặc bỏ chọn câu trả lời.",
                            en: "Fill in the value to compare with, or choose no answer.")))
                continue
            }
            let answer = page.answers.first { $0.name == field }
            comparisons.append(
                Condition.Comparison(
                    field: field, sign: Condition.Sign(rawValue: form["sign.\(index)"]) ?? .equal,
                    value: ValueWords.read(typed, for: answer)))
        }
        guard page.problems.isEmpty else { return .problems(page.page(request)) }
        let chosen = Condition(joint: Condition.Joint(rawValue: form["joint"]) ?? .and, comparisons: comparisons)
        let shorthand = open.value[path: path]?.text
        return try await write(
            open, request, what: path + ["when"],
            to: DesignerPaths.condition.with([("o", path.joined(separator: "/"))], open.draft.id),
            { problem in
                page.problems = [FieldProblem("", problem)]
                return .conflict(page.page(request))
            },
            { patch throws(YAMLPatch.Refusal) in
                if comparisons.isEmpty {
                    if open.value[path: path]?["when"] != nil { try patch.remove(path + ["when"]) }
                    return
                }
                if let shorthand { try patch.set(path, .map([.init("label", .text(shorthand))])) }
                try patch.set(path + ["when"], .text(chosen.rule))
            })
    }

    fileprivate func feeTable(_ open: OpenDraftFile, _ path: [String], input: String?) -> FeeTablePage? {
        guard PartKind(path) == .fee, let value = open.value[path: path] else { return nil }
        let amount = value["amount"]?.text ?? ""
        let table = value["table"].map { FeeTable(written: $0) } ?? FeeTable(amount)
        return FeeTablePage(
            open: open, path: path, answers: open.answers, table: table.flatMap { $0.inputs.count == 1 ? $0 : nil },
            hasRows: value["table"] != nil, amount: amount, input: input)
    }

    fileprivate func saveFeeTable(_ open: OpenDraftFile, _ request: Request) async throws -> Response {
        let form = request.form
        let path = PartRoutes.path(form["o"])
        let input = form["input"]
        guard var page = feeTable(open, path, input: input), page.isEditable,
            let answer = page.answers.first(where: { $0.name == input })
        else { return .notFound }
        page.sent = form
        var rows: [FeeTable.Row] = []
        func amount(_ name: String) -> String? { AmountText.dong(form[name]).map(String.init) }
        let missing = Phrase(vi: "Hãy điền số tiền, ví dụ 150.000.", en: "Fill in the amount, such as 150.000.")
        for index in Self.lines("cell", of: form) {
            guard let amount = amount("amount.\(index)") else {
                page.problems.append(FieldProblem("amount.\(index)", missing))
                continue
            }
            let cell = form["cell.\(index)"]
            let sign = Condition.Sign.allCases.filter { $0 != .equal }.sorted { $0.rawValue.count > $1.rawValue.count }
                .first { cell.hasPrefix($0.rawValue) }
            let value = sign.map { String(cell.dropFirst($0.rawValue.count)).trimmingBlanks } ?? cell
            let read = ValueWords.read(value, for: answer)
            rows.append(FeeTable.Row(cells: [sign.map { "\($0.rawValue) \(read)" } ?? read], amount: amount))
        }
        let isByOption = answer.options.contains { $0.value != "null" }
        let otherwise = isByOption ? rows.popLast()?.amount : amount("otherwise")
        if otherwise == nil, !isByOption { page.problems.append(FieldProblem("otherwise", missing)) }
        guard page.problems.isEmpty, let otherwise else { return .problems(page.page(request)) }
        let table = FeeTable(inputs: [input], rows: rows, otherwise: otherwise)
        return try await write(
            open, request, what: path + ["amount"],
            to: DesignerPaths.feeTable.with([("o", path.joined(separator: "/"))], open.draft.id),
            { problem in
                page.problems = [FieldProblem("", problem)]
                return .conflict(page.page(request))
            },
            { patch throws(YAMLPatch.Refusal) in
                if page.hasRows {
                    try patch.set(path + ["table"], table.written)
                } else {
                    try patch.set(path + ["amount"], .text(table.formula))
                }
            })
    }
}
