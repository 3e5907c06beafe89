import Kernel

extension DefinitionReading {
    /// `fees:`, what is due, each with the text that sets it.
    func fees(_ node: SourceNode?, _ papers: [PaperRule]) -> [FeeRule] {
        guard let node else { return [] }
        return named(node, at: "fees").map { entry in
            let values = block(entry.value, .fee)
            let path = "fees.\(entry.key)"
            for rule in ["when", "amount"] { remember("\(path).\(rule)", values[rule]) }
            let table = rows(values["table"], at: path)
            if (values["amount"] == nil) == (values["table"] == nil) {
                report(
                    entry.place,
                    Phrase(
                        vi: "khoản thu “\(entry.key)” cần đúng một trong hai khóa “amount”, “table”",
                        en: "the fee “\(entry.key)” needs one of the keys “amount” and “table”"))
            }
            return FeeRule(
                key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
                amount: table.map(Self.rule) ?? money(values["amount"]) ?? "0", when: text(values["when"]),
                basis: text(values["basis"]),
                due: word(values["due"], of: FeeTime.allCases.map(\.rawValue)).flatMap(FeeTime.init),
                refund: word(values["refund"], of: FeeRefund.allCases.map(\.rawValue)).flatMap(FeeRefund.init),
                table: table, reductions: reductions(values["reductions"], at: path, papers))
        }
    }

    /// `table:`, rows of which the first that holds counts; the last may stand without `when`.
    private func rows(_ node: SourceNode?, at path: String) -> [FeeRow]? {
        guard let node else { return nil }
        guard case .list(let items) = node.content, !items.isEmpty else {
            report(
                node.place,
                Phrase(
                    vi: "“table” là một danh sách: mỗi dòng có “when” và “amount”",
                    en: "“table” is a list; each row has “when” and “amount”"))
            return nil
        }
        // The rows' rules are compiled as one, a row a line.
        let first = items[0].place
        remember("\(path).amount", SourcePlace(file: first.file, line: first.line, column: first.column, isBlock: true))
        return items.enumerated().compactMap { index, item in
            let values = block(item, .feeRow)
            if values["when"] == nil, index < items.count - 1 {
                report(
                    item.place,
                    Phrase(
                        vi: "chỉ dòng cuối của bảng được thiếu “when”",
                        en: "only the last row of a table may stand without “when”"))
            }
            return money(values["amount"]).map {
                FeeRow(title: phrase(values["title"]), when: text(values["when"]), amount: $0)
            }
        }
    }

    /// A rule that gives an amount. `150.000` is a hundred and fifty thousand to whoever writes money, and 150 in FEEL.
    private func money(_ node: SourceNode?) -> String? {
        guard let node, let text = text(node) else { return nil }
        if let grouped = AmountText.grouped(in: text) {
            report(
                node.place,
                Phrase(
                    vi: "“\(grouped)” là số có phần lẻ, không phải \(AmountText.plain(grouped)) đồng",
                    en: "“\(grouped)” is a number with decimals, not \(AmountText.plain(grouped)) đồng"),
                proposal: Phrase(
                    vi: "viết liền, không có dấu chấm: \(AmountText.plain(grouped))",
                    en: "write it without a point: \(AmountText.plain(grouped))"))
        }
        return text
    }

    /// The table as one rule, a row a line; nothing is due where no row holds.
    static func rule(_ table: [FeeRow]) -> String {
        func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let rows = table.map { row in
            row.when.map { "if (\(line($0))) then (\(line(row.amount))) else" } ?? "(\(line(row.amount)))"
        }
        return (rows + (table.last?.when == nil ? [] : ["0"])).joined(separator: "\n")
    }

    private func reductions(_ node: SourceNode?, at path: String, _ papers: [PaperRule]) -> [FeeReduction]? {
        guard let node else { return nil }
        return named(node, at: "\(path).reductions").map { entry in
            let values = block(entry.value, .reduction)
            let path = "\(path).reductions.\(entry.key)"
            for rule in ["when", "amount"] { remember("\(path).\(rule)", values[rule]) }
            if (values["percent"] == nil) == (values["amount"] == nil) {
                report(
                    entry.place,
                    Phrase(
                        vi: "miễn, giảm “\(entry.key)” cần đúng một trong hai khóa “percent”, “amount”",
                        en: "the reduction “\(entry.key)” needs one of the keys “percent” and “amount”"),
                    proposal: Phrase(vi: "miễn: percent: 100", en: "an exemption: percent: 100"))
            }
            return FeeReduction(
                key: entry.key, title: phrase(values["title"]) ?? Phrase(same: entry.key),
                when: text(values["when"]) ?? "false", percent: integer(values["percent"], in: 1...100),
                amount: money(values["amount"]), proof: word(values["proof"], of: papers.map(\.key)),
                basis: text(values["basis"]))
        }
    }
}
