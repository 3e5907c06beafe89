import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// A fee as a table: one question decides, each answer has its amount. Of options the last is what the formula gives
/// otherwise, so that no branch of it is idle.
struct FeeTablePage {
    let open: OpenDraftFile
    let path: [String]
    let answers: [KnownAnswer]
    /// The table that the amount is now; nil when it is a formula of another form.
    let table: FeeTable?
    /// Whether it stands in the definition as rows rather than as a formula.
    let hasRows: Bool
    let amount: String
    /// The question that was just chosen, before anything is saved.
    let input: String?
    var problems: [FieldProblem] = []
    var sent: FormValues?

    private var id: ServiceDraft.ID { open.draft.id }

    /// Rows that ask for more than one answer, or are called something, would be lost here.
    var isEditable: Bool { !hasRows || table != nil }

    func page(_ request: Request) -> Page {
        let entry = YAMLValue.Entry(path.last ?? "", open.value[path: path] ?? .null)
        let name = PartName.phrase(entry, Array(path.dropLast()))
        return DesignerFrame(open: open).page(
            Phrase(vi: "Bảng phí", en: "Fee table"), at: "", lead: name,
            above: [(name, DesignerPaths.part(id, at: path))], notice: DesignerNotice.banner(request),
            problems: problems
        ) {
            if input == nil, table == nil, Int64(amount) == nil, !amount.isEmpty {
                Banner(
                    .info,
                    Phrase(
                        vi: "Số tiền hiện là một công thức; lập bảng sẽ thay công thức này",
                        en: "The amount is a formula now; a table takes its place")
                ) { p { code(amount) } }
            }
            if isEditable {
                question
                if let field = input ?? table?.inputs.first { rows(field) }
            } else {
                Banner(
                    .info,
                    Phrase(
                        vi: "Bảng này theo nhiều câu trả lời, hoặc dòng có tên riêng",
                        en: "This table is by several answers, or its rows have names")
                ) { p { a(.textHere, .href(DesignerPaths.text(id, at: path))) } }
            }
        }
    }

    /// Which answer decides.
    private var question: Markup {
        Narrow {
            getForm(to: DesignerPaths.feeTable(id)) {
                hiddenField("o", path.joined(separator: "/"))
                Field(
                    "theo", Phrase(vi: "Mức phí theo câu trả lời nào?", en: "Which answer decides the amount?"),
                    .select(input ?? table?.inputs.first ?? "", answers.map { Choice($0.name, $0.title) }))
                ButtonRow { Button(Phrase(vi: "Chọn", en: "Choose"), .secondary) }
            }
        }.markup
    }

    @MarkupBuilder private func rows(_ field: String) -> [Markup] {
        let known = answers.first { $0.name == field }
        let options = known?.options.filter { $0.value != "null" } ?? []
        let isSame = table?.inputs == [field]
        postForm(to: DesignerPaths.feeTable(id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(open.draft.version))
            hiddenField("input", field)
            DataTable(
                Phrase(vi: "Bảng phí", en: "Fee table"),
                columns: [
                    .init(known?.title ?? Phrase(same: field)),
                    .init(Phrase(vi: "Số tiền (đồng)", en: "Amount (VND)")),
                ],
                rows: lines(options, isSame).enumerated().map { index, line in
                    DataTable.Row {
                        if let option = line.option {
                            Markup.many([hiddenField("cell.\(index)", option.value), .phrase(option.label)])
                        } else {
                            cell(
                                "cell.\(index)", line.cell,
                                Phrase(
                                    vi: "Khi câu trả lời, dòng \(index + 1)", en: "When the answer is, row \(index + 1)"
                                ))
                        }
                        cell(
                            "amount.\(index)", line.amount,
                            Phrase(vi: "Số tiền, dòng \(index + 1)", en: "Amount, row \(index + 1)"))
                    }
                }
                    + (options.isEmpty
                        ? [
                            DataTable.Row {
                                Markup.phrase(Phrase(vi: "Các trường hợp khác", en: "Everything else"))
                                cell(
                                    "otherwise", sent?["otherwise"] ?? (isSame ? table?.otherwise ?? "0" : "0"),
                                    Phrase(vi: "Số tiền, trường hợp khác", en: "Amount, everything else"))
                            }
                        ] : []))
            if options.isEmpty {
                p(
                    Phrase(
                        vi: "Viết một giá trị, hoặc so sánh như “<= 5”. Lưu để có thêm dòng trống.",
                        en: "Write a value, or a comparison such as “<= 5”. Save to get more empty rows."),
                    .class("note"))
            }
            ButtonRow { Button(Phrase(vi: "Lưu bảng phí", en: "Save the table"), name: "do", value: "save") }
        }
    }

    private struct Line {
        var option: Choice?
        var cell = ""
        var amount = ""
    }

    /// A row for every option, or those that are there and two empty ones.
    private func lines(_ options: [Choice], _ isSame: Bool) -> [Line] {
        let rows = isSame ? table?.rows ?? [] : []
        var lines: [Line] =
            options.isEmpty
            ? rows.map { Line(cell: ValueWords.shown($0.cells.first ?? ""), amount: $0.amount) } + [Line(), Line()]
            : options.map { option in
                Line(
                    option: option,
                    amount: rows.first { $0.cells.first == option.value }?.amount
                        ?? (isSame ? table?.otherwise ?? "" : ""))
            }
        if let sent {
            for index in lines.indices {
                if lines[index].option == nil { lines[index].cell = sent["cell.\(index)"] }
                lines[index].amount = sent["amount.\(index)"]
            }
        }
        return lines
    }

    private func cell(_ name: String, _ value: String, _ label: Phrase) -> Markup {
        let problem = problems[name]
        let id = Field.id(name)
        let wrong: [Attribute] =
            problem == nil ? [] : [.aria("invalid", "true"), .aria("describedby", id + "-problem")]
        return Markup {
            Markup.void(
                "input",
                [.type("text"), .class("input w2"), .name(name), .id(id), .value(value), .aria("label", label)] + wrong)
            if let problem { p(problem, .class("problem"), .id(id + "-problem")) }
        }
    }
}
