import Catalogue
import DesignSystem
import Kernel
import Markup
import Site

/// What comes out of a case: the text of the result, what applicants are told besides, the registers it is entered into.
struct OutcomeCards: Component {
    let open: OpenDraftFile
    var problems: [FieldProblem] = []
    /// What was typed for a new part.
    var sent: FormValues?

    private var draft: ServiceDraft { open.draft }

    @MarkupBuilder private var cards: [Markup] {
        Card(PartKind.template.title) { TemplateChoice(open: open) }
        Card(PartKind.message.plural) {
            p(
                Phrase(
                    vi: "Người nộp luôn được báo; ở đây là lời nói thêm của riêng dịch vụ này.",
                    en: "Applicants are always told; this is what the service adds."), .class("note"))
            list("messages", .message, [Phrase(vi: "Nội dung", en: "Text")])
            if open.isOpen, !events.isEmpty { addition("messages", .message) }
        }
        Card(PartKind.register.plural) {
            p(
                Phrase(
                    vi: "Hồ sơ có kết quả thì tự vào sổ, với số tiếp theo của sổ trong năm.",
                    en: "A case that has its result is entered by itself, with the next number of the year."),
                .class("note"))
            list("registers", .register, [PartKind.column.plural])
            if open.isOpen { addition("registers", .register) }
        }
    }

    var markup: Markup { .many(cards) }

    private func entries(_ key: String) -> [YAMLValue.Entry] { open.value[key]?.entries ?? [] }

    /// Those of which nothing is said yet.
    private var events: [Choice] {
        EventWords.choices.filter { choice in open.value["messages"]?[choice.value] == nil }
    }

    @MarkupBuilder private func list(_ key: String, _ kind: PartKind, _ columns: [Phrase]) -> [Markup] {
        if !entries(key).isEmpty {
            PartList(
                draft: draft, block: [key], entries: entries(key), caption: kind.plural, columns: columns,
                cells: { cells(kind, $0.value) }, findings: open.findings, isOpen: open.isOpen)
        }
    }

    private func cells(_ kind: PartKind, _ value: YAMLValue) -> [Markup] {
        if kind == .message { return [.phrase(value["text"].flatMap(Phrase.init(written:)) ?? Phrase(same: "–"))] }
        let columns = value["columns"]?.entries ?? []
        let names = columns.map { PartName.phrase($0, ["columns"]) }
        return [
            .phrase(
                names.isEmpty
                    ? Phrase(vi: "chưa có cột", en: "no columns yet")
                    : Phrase(vi: names.map(\.vi).joined(separator: ", "), en: names.map(\.en).joined(separator: ", ")))
        ]
    }

    private func addition(_ key: String, _ kind: PartKind) -> PartAddition {
        let own = problems.filter { $0.field.hasPrefix(NewPart.field(kind, "")) }
        var addition = PartAddition(
            draft: draft, block: [key], kind: kind, problems: own, sent: own.isEmpty ? nil : sent)
        addition.events = events
        addition.registers = open.site.registers.filter { open.value["registers"]?[$0.key] == nil }
            .map { Choice($0.key, $0.title) }
        return addition
    }
}

/// The template of the result: none, one that services of the site share, or the service's own text.
struct TemplateChoice: Component {
    let open: OpenDraftFile

    private static let path = ["result", "template"]
    private var draft: ServiceDraft { open.draft }
    private var value: YAMLValue? { open.value[path: Self.path] }
    /// Found in the shared template as this service uses it.
    private var elsewhere: [DefinitionProblem] { open.findings.elsewhere.filter { $0.file.hasPrefix("templates/") } }

    @MarkupBuilder private var parts: [Markup] {
        if let use = value?["use"]?.text {
            let name = open.shared.result(use)
            FindingList(open: open, findings: elsewhere)
            p(Phrase(vi: "Dùng mẫu chung “\(name.vi)”.", en: "Uses the shared template “\(name.en)”."))
            if let template = open.readable?.result.template, !template.variables.isEmpty {
                Disclosure(
                    Phrase(
                        vi: "Mẫu lấy gì từ biểu mẫu: \(template.variables.count) biến",
                        en: "What it reads from the form: \(template.variables.count) variables"),
                    open: !(elsewhere + open.findings.below(Self.path)).isEmpty
                ) { variables(template) }
            }
            if open.isOpen {
                choosing(use)
                form {
                    ButtonRow {
                        if open.readable?.result.template != nil {
                            Button(
                                Phrase(vi: "Tách ra để sửa nội dung", en: "Detach to change the text"), .secondary,
                                name: "do", value: "result-detach")
                        }
                        Button(Phrase(vi: "Bỏ mẫu", en: "Take it out"), .secondary, name: "do", value: "remove")
                    }
                }
            }
        } else if let value {
            p {
                a(.href(DesignerPaths.part(draft.id, at: Self.path))) {
                    open.isOpen
                        ? Phrase(vi: "Sửa nội dung và các biến", en: "Change the text and its variables")
                        : Phrase(vi: "Xem nội dung và các biến", en: "Look at the text and its variables")
                }
                FindingCount(open.findings.below(Self.path))
            }
            SummaryList([
                SummaryList.Row(Phrase(vi: "Tên văn bản", en: "Title"), Phrase(same: value["title"]?.text ?? "–")),
                SummaryList.Row(
                    PartKind.variable.plural,
                    Phrase(same: (value["variables"]?.keys ?? []).map { "{{\($0)}}" }.joined(separator: " "))),
            ])
            if open.isOpen {
                form {
                    ButtonRow {
                        Button(Phrase(vi: "Bỏ mẫu", en: "Take it out"), .secondary, name: "do", value: "remove")
                    }
                }
            }
        } else {
            p(
                Phrase(
                    vi:
                        "Có mẫu thì cán bộ mở dự thảo kết quả đã điền sẵn từ hồ sơ, in ra ký hoặc lưu PDF. Không có mẫu thì cán bộ tự soạn.",
                    en:
                        "With a template officials open a draft of the result filled in from the case, to be printed and signed or saved. Without one they write it themselves."
                ), .class("note"))
            if open.isOpen { choosing("") }
        }
    }

    var markup: Markup { .many(parts) }

    private func form(@MarkupBuilder _ content: () -> [Markup]) -> Markup {
        let content = content()
        return postForm(to: DesignerPaths.part(draft.id)) {
            hiddenField("o", Self.path.joined(separator: "/"))
            hiddenField("seen", String(draft.version))
            content
        }
    }

    private func choosing(_ use: String) -> Markup {
        form {
            Field(
                "template", Phrase(vi: "Mẫu", en: "Template"),
                .choice(
                    use,
                    (use.isEmpty
                        ? [Choice("", Phrase(vi: "Viết riêng cho dịch vụ này", en: "Written for this service"))] : [])
                        + open.shared.results))
            ButtonRow {
                Button(
                    Phrase(vi: "Dùng mẫu này", en: "Use this template"), .secondary, name: "do",
                    value: "result-template")
            }
        }
    }

    /// What the shared text reads from this service, each to be changed for it alone.
    private func variables(_ template: ResultTemplate) -> DataTable {
        DataTable(
            PartKind.variable.plural,
            columns: [
                .init(PartKind.variable.title), .init(Phrase(vi: "Lấy từ", en: "Read from")),
            ],
            rows: template.variables.map { variable in
                let path = Self.path + ["with", "variables", variable.key]
                return DataTable.Row {
                    Markup.many([
                        a(Phrase(same: "{{\(variable.key)}}"), .href(DesignerPaths.part(draft.id, at: path))),
                        FindingCount(open.findings.below(path)).markup,
                    ])
                    open.sourceWords(variable.rule)
                }
            })
    }
}

extension OpenDraftFile {
    /// What a rule reads: the question that it names, or the formula.
    func sourceWords(_ rule: String?) -> Markup {
        guard let rule, !rule.isEmpty else { return .empty }
        return answers.first { $0.name == rule }.map { .phrase($0.title) } ?? rules.markup(rule)
    }

    /// A variable of the shared template that the result uses, as it is for this service; nil for any other path.
    func sharedVariable(_ path: [String]) -> YAMLValue? {
        guard PartKind(path) == .variable, path.count == 5,
            let variable = readable?.result.template?.variables.first(where: { $0.key == path[4] })
        else { return nil }
        return ResultText.variable(variable, isShort: false)
    }

    /// A variable as the shared template has it for every service.
    func sharedAsWritten(_ path: [String]) -> YAMLValue? {
        guard let use = value[path: ["result", "template", "use"]]?.text, let key = path.last else { return nil }
        return library.variables(ofResult: use).first { $0.key == key }
            .map { ResultText.variable($0, isShort: false) }
    }
}

/// The template of a result as a definition writes it.
enum ResultText {
    static func value(_ template: ResultTemplate) -> YAMLValue {
        var entries: [YAMLValue.Entry] = [.init("title", .text(template.title))]
        if let about = template.about { entries.append(.init("about", .text(about))) }
        entries.append(.init("text", .text(PartForm.lines(template.text))))
        if !template.variables.isEmpty {
            entries.append(
                .init("variables", .map(template.variables.map { .init($0.key, variable($0, isShort: true)) })))
        }
        if let signer = template.signer { entries.append(.init("signer", .text(signer))) }
        if let recipients = template.recipients {
            entries.append(.init("recipients", .list(recipients.map { .text($0) })))
        }
        return .map(entries)
    }

    /// - Parameter isShort: whether a rule alone stands without a block.
    static func variable(_ variable: TextVariable, isShort: Bool) -> YAMLValue {
        if isShort, variable.gives == nil, variable.written == nil { return .text(variable.rule) }
        return .map(
            [.init("rule", .text(variable.rule))]
                + (variable.gives.map { [.init("gives", .text($0.rawValue))] } ?? [])
                + (variable.written.map { [.init("written", .text($0.rawValue))] } ?? []))
    }

    /// What a text of one's own says at first.
    static func begun(_ result: String) -> YAMLValue {
        .map([.init("title", .text(result)), .init("text", .text("Cấp cho: {{owner_name}}"))])
    }
}
