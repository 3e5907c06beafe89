import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One area of a draft: its parts in their order, and a form for another one.
struct SectionPage {
    let open: OpenDraftFile
    let section: DraftSection
    var problems: [FieldProblem] = []
    /// What was typed for a new part.
    var sent: FormValues?

    private var draft: ServiceDraft { open.draft }
    private var block: YAMLValue { open.value[path: section.keys[0]] ?? .null }

    func page(_ request: Request) -> Page {
        DesignerFrame(open: open).page(
            section.title, at: DesignerPaths.section(draft.id, section), notice: DesignerNotice.banner(request, open),
            problems: problems
        ) {
            FindingList(open: open, findings: section.keys.flatMap(open.findings.below))
            switch section {
            case .steps: steps
            case .outcome: OutcomeCards(open: open, problems: problems, sent: sent)
            default: parts
            }
        }
    }

    @MarkupBuilder private var parts: [Markup] {
        let entries = block.entries ?? []
        if entries.isEmpty {
            EmptyState(Phrase(vi: "Chưa có gì ở đây", en: "There is nothing here yet")) { p(whatToDo) }
        } else if section == .form {
            for (index, entry) in entries.enumerated() { formPage(entry, index, entries.count) }
        } else {
            list(entries)
        }
        if open.isOpen { addition }
    }

    /// What appears here, and how.
    private var whatToDo: Phrase {
        switch section {
        case .form, .steps, .outcome:
            Phrase(
                vi: "Người nộp trả lời từng trang một. Thêm trang, rồi thêm câu hỏi vào trang.",
                en: "The applicant answers one page at a time. Add a page, then questions to it.")
        case .papers:
            Phrase(
                vi: "Giấy tờ mà người nộp phải có. Không cần giấy tờ nào thì để trống.",
                en: "The papers that the applicant hands in. Leave it empty when none are needed.")
        case .fees:
            Phrase(
                vi: "Thủ tục không thu tiền thì để trống. Có thu thì thêm từng khoản; mức thu có thể là một bảng.",
                en: "Leave it empty when nothing is due. Otherwise add what is; an amount may be a table.")
        }
    }

    private func list(_ entries: [YAMLValue.Entry]) -> Markup {
        PartList(
            draft: draft, block: section.keys[0], entries: entries, caption: section.title, columns: columns,
            cells: cells, findings: open.findings, isOpen: open.isOpen, items: open.items
        ).markup
    }

    private var columns: [Phrase] {
        switch section {
        case .form: [.kindOfAnswer, .isRequired, .onlyWhen]
        case .papers: [Phrase(vi: "Số bản", en: "Copies"), .onlyWhen]
        case .fees: [Phrase(vi: "Số tiền", en: "Amount"), .onlyWhen]
        case .outcome: []
        case .steps:
            [
                Phrase(vi: "Ai làm", en: "Who"), Phrase(vi: "Hạn", en: "Limit"),
                Phrase(vi: "Hành động", en: "Acts"),
            ]
        }
    }

    @Sendable private func cells(_ entry: YAMLValue.Entry) -> [Markup] {
        let value = entry.value
        func rule(_ key: String) -> Markup { open.rules.markup(value[key]?.text) }
        switch section {
        case .form: return QuestionCells(open).cells(entry)
        case .outcome: return []
        case .papers:
            let words =
                value["form"]?.text == "true"
                ? Phrase(vi: "biểu mẫu điện tử", en: "the electronic form")
                : Phrase(
                    vi:
                        "\(value["originals"]?.text ?? (value["copies"] == nil ? "1" : "0")) bản chính, \(value["copies"]?.text ?? "0") bản sao",
                    en:
                        "\(value["originals"]?.text ?? (value["copies"] == nil ? "1" : "0")) originals, \(value["copies"]?.text ?? "0") copies"
                )
            return [.phrase(words), rule("when")]
        case .fees:
            let rows = value["table"]?.items?.count
            let words = rows.map { Phrase(vi: "bảng \($0) dòng", en: "a table of \($0) rows") }
            return [
                words.map(Markup.phrase) ?? AmountWords(value["amount"]?.text ?? "", open.rules).markup, rule("when"),
            ]
        case .steps:
            let acts = value["acts"]?.entries ?? []
            let branches = value["parallel"]?.entries ?? []
            return [
                .phrase(PartKind.role(value["role"])),
                .phrase(
                    (value["limit"]?.text ?? value["limit"]?["usual"]?.text).map(LimitWords.phrase) ?? Phrase(same: "–")
                ),
                .many(
                    (branches.map { ($0, "parallel") } + acts.map { ($0, "acts") }).map { act, block in
                        div {
                            if block == "parallel" { span(Phrase(vi: "Xin ý kiến: ", en: "Asks: "), .class("note")) }
                            a(.href(DesignerPaths.part(draft.id, at: ["steps", entry.key, block, act.key]))) {
                                PartName.phrase(act, [block])
                            }
                        }
                    }),
            ]
        }
    }

    // MARK: the form

    private func formPage(_ entry: YAMLValue.Entry, _ index: Int, _ count: Int) -> Card {
        let path = ["form", entry.key]
        return Card(PartName.phrase(entry, ["form"]), id: entry.key) {
            if let use = entry.value["use"]?.text {
                let name = open.shared.component(use)
                p(Phrase(vi: "Dùng phần chung “\(name.vi)”", en: "Uses the shared part “\(name.en)”"), .class("note"))
            }
            if let when = entry.value["when"]?.text {
                p(.class("note")) {
                    Phrase(vi: "Chỉ hiện khi: ", en: "Shown only when: ")
                    open.rules.markup(when)
                }
            }
            if let fields = entry.value["fields"]?.entries, !fields.isEmpty {
                PartList(
                    draft: draft, block: path + ["fields"], entries: fields, caption: PartName.phrase(entry, ["form"]),
                    columns: columns, cells: QuestionCells(open).cells, findings: open.findings,
                    isOpen: open.isOpen)
            }
            p {
                a(.href(DesignerPaths.part(draft.id, at: path))) {
                    open.isOpen
                        ? Phrase(vi: "Sửa trang, thêm câu hỏi", en: "Change the page, add questions")
                        : Phrase(vi: "Xem trang", en: "Look at the page")
                    span(.class("unseen")) {
                        ": "
                        PartName.phrase(entry, ["form"])
                    }
                }
            }
            if open.isOpen {
                PartMoves(
                    draft: draft, path: path, name: PartName.phrase(entry, ["form"]), isFirst: index == 0,
                    isLast: index + 1 == count)
            }
        }
    }

    private var addition: Markup {
        let kind: PartKind = section == .form ? .page : section == .papers ? .paper : section == .fees ? .fee : .step
        return PartAddition(
            draft: draft, block: section.keys[0], kind: kind, problems: problems, sent: sent
        ).markup
    }

    // MARK: steps

    @MarkupBuilder private var steps: [Markup] {
        if let use = block["use"]?.text {
            let name = open.shared.template(use)
            Card(Phrase(vi: "Mẫu: \(name.vi)", en: "Template: \(name.en)")) {
                p(
                    Phrase(
                        vi: "Dịch vụ dùng mẫu chung. Tách ra thì sửa được từng bước cho riêng dịch vụ này.",
                        en:
                            "The service uses a shared template. Detached, each step can be changed for this service alone."
                    ))
                if block["with"] != nil {
                    p(
                        Phrase(
                            vi:
                                "Dịch vụ đã đổi vài chỗ của mẫu: tách ra thì giữ, dùng mẫu khác thì mất những chỗ đó.",
                            en:
                                "The service changes parts of the template: detaching keeps them, another template drops them."
                        ))
                }
                p { a(.textHere, .href(DesignerPaths.text(draft.id, at: ["steps"]))) }
                if open.isOpen {
                    postForm(to: DesignerPaths.part(draft.id)) {
                        hiddenField("o", "steps")
                        hiddenField("seen", String(draft.version))
                        Field(
                            "template", Phrase(vi: "Mẫu quy trình", en: "Template"),
                            .choice(use, open.shared.templates))
                        ButtonRow {
                            Button(
                                Phrase(vi: "Dùng mẫu này", en: "Use this template"), .secondary, name: "do",
                                value: "template")
                            if open.definition != nil {
                                Button(
                                    Phrase(vi: "Tách ra để sửa từng bước", en: "Detach to change each step"),
                                    .secondary,
                                    name: "do", value: "detach")
                            }
                        }
                    }
                }
            }
        } else {
            let entries = block.entries ?? []
            if entries.isEmpty {
                EmptyState(Phrase(vi: "Chưa có bước nào", en: "There is no step yet"))
            } else {
                list(entries)
            }
            if open.isOpen { addition }
        }
        if let definition = open.readable, !definition.steps.isEmpty {
            Card(Phrase(vi: "Sơ đồ", en: "Diagram")) { StepDiagram(definition).markup }
        }
    }
}

extension Phrase {
    static let kindOfAnswer = Phrase(vi: "Loại", en: "Kind")
    static let isRequired = Phrase(vi: "Bắt buộc", en: "Required")
    static let onlyWhen = Phrase(vi: "Chỉ khi", en: "Only when")
}

/// What lists show of a question.
struct QuestionCells: Sendable {
    private let shared: SharedNames
    private let rules: RuleWords

    init(_ open: OpenDraftFile) {
        shared = open.shared
        rules = open.rules
    }

    @Sendable func cells(_ entry: YAMLValue.Entry) -> [Markup] {
        let value = entry.value
        let kind: Phrase =
            if let use = value["use"]?.text.map(shared.component) {
                value["kind"]?.text == "group"
                    ? Phrase(vi: "nhiều “\(use.vi)”", en: "several “\(use.en)”")
                    : Phrase(vi: "phần “\(use.vi)”", en: "part “\(use.en)”")
            } else {
                FieldKindNames.name(value["kind"]?.text ?? "text")
            }
        let required = value["required"]?.text ?? "true"
        let words: Markup =
            required == "true" ? .phrase(.yes) : required == "false" ? .phrase(.no) : rules.markup(required)
        return [.phrase(kind), words, rules.markup(value["when"]?.text)]
    }
}

/// The buttons that move a part and take it out.
struct PartMoves: Component {
    let draft: ServiceDraft
    let path: [String]
    let name: Phrase
    let isFirst: Bool
    let isLast: Bool

    var markup: Markup {
        postForm(to: DesignerPaths.part(draft.id)) {
            hiddenField("o", path.joined(separator: "/"))
            hiddenField("seen", String(draft.version))
            div(.class("buttons")) {
                if !isFirst { small("up", Phrase(vi: "Lên", en: "Up")) }
                if !isLast { small("down", Phrase(vi: "Xuống", en: "Down")) }
                small("remove", Phrase(vi: "Bỏ", en: "Remove"))
            }
        }
    }

    private func small(_ action: String, _ words: Phrase) -> Markup {
        button(.class("as-link"), .type("submit"), .name("do"), .value(action)) {
            words
            span(.class("unseen")) {
                ": "
                name
            }
        }
    }
}
