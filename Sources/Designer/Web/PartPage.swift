import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// One part of a draft: everything that is said of it, and the parts inside it.
struct PartPage {
    let open: OpenDraftFile
    let path: [String]
    let kind: PartKind
    let value: YAMLValue
    var problems: [FieldProblem] = []
    var sent: FormValues?
    /// What was typed for a new part inside.
    var added: NewPart.Sent?

    private var draft: ServiceDraft { open.draft }

    func page(_ request: Request) -> Page {
        let entry = YAMLValue.Entry(path.last ?? "", value)
        let title = kind == .general ? kind.title : PartName.phrase(entry, Array(path.dropLast()), step)
        let section = DraftSection.of(path)
        return DesignerFrame(open: open).page(
            title,
            at: kind == .general
                ? DesignerPaths.part(draft.id, at: []) : section.map { DesignerPaths.section(draft.id, $0) } ?? "",
            lead: kind == .general || kind == .template ? nil : kind.title, above: above,
            notice: DesignerNotice.banner(request, open),
            problems: problems
        ) {
            if kind != .general { FindingList(open: open, findings: open.findings.below(path)) }
            left
            if !kind.blocks.isEmpty, kind != .template || value["use"] == nil { parts }
            if kind == .fee, let rows = value["table"]?.items {
                p {
                    Phrase(
                        vi: "Số tiền theo bảng có \(rows.count) dòng. ",
                        en: "The amount is a table of \(rows.count) rows. ")
                    a(
                        Phrase(vi: "Mở bảng phí", en: "Open the table"),
                        .href(DesignerPaths.feeTable.with([("o", path.joined(separator: "/"))], draft.id)))
                }
            }
            if kind == .template, value["use"] != nil {
                TemplateChoice(open: open)
            } else {
                if open.isOpen { editing } else { SummaryList(said) }
            }
            TextOnly(open: open, path: path, kind: kind, value: value)
        }
    }

    /// What is to be looked at here and the check does not call wrong.
    @MarkupBuilder private var left: [Markup] {
        for item in open.items where item.path == path {
            Banner(.warning, item.words) {
                if open.isOpen, item.kind == .conditionalPaper { AlwaysNeeded(open: open, path: path) }
            }
        }
        if kind == .branch, let code = value["at"]?.text, code != StepBranch.chosen, open.site.place(code) == nil {
            Banner(.warning, SiteOutlook.unknownAgency(code))
        }
        if kind == .general, !open.site.hasProcedure {
            Banner(.warning, DesignerRefusal.words(.noProcedure(open.draft.procedure)))
        }
    }

    /// The parts around this one.
    private var above: [(Phrase, String)] {
        guard let section = DraftSection.of(path) else { return [] }
        var crumbs = [(section.title, DesignerPaths.section(draft.id, section))]
        for count in 2..<max(2, path.count) {
            let outer = Array(path.prefix(count))
            guard PartKind(outer) != nil, let value = open.value[path: outer] else { continue }
            crumbs.append(
                (
                    PartName.phrase(YAMLValue.Entry(outer.last ?? "", value), Array(outer.dropLast())),
                    DesignerPaths.part(draft.id, at: outer)
                ))
        }
        return crumbs
    }

    /// The step in which an act, a branch or a timer stands.
    var step: YAMLValue? { path.first == "steps" && path.count == 4 ? open.value[path: path.prefix(2)] : nil }

    private var said: [SummaryList.Row] {
        var summary = PartSummary(kind: kind, value: value, chosen: chosen, steps: stepChoices, papers: paperChoices)
        summary.step = step
        summary.place = open.site.place
        return summary.rows.map { title, lines in
            SummaryList.Row(title) {
                if lines.count == 1 { lines[0] } else { ul { for line in lines { li(line) } } }
            }
        }
    }

    private var editing: Markup {
        var form = PartForm(kind, value, steps: stepChoices, step: step)
        form.sent = sent
        form.problems = problems
        form.chooser = chooser
        form.chosen = chosen
        form.papers = paperChoices
        return Card(kind == .general ? nil : Phrase(vi: "Sửa", en: "Change")) {
            Narrow {
                postForm(to: DesignerPaths.part(draft.id), guarded: true) {
                    hiddenField("o", path.joined(separator: "/"))
                    hiddenField("seen", String(draft.version))
                    hiddenField("asked", "1")
                    form.fields
                    ButtonRow { Button(.save, name: "do", value: "save") }
                }
            }
        }.markup
    }

    private var stepChoices: [Choice] {
        (open.value["steps"]?.entries ?? []).map { Choice($0.key, PartName.phrase($0, ["steps"])) }
    }

    private var paperChoices: [Choice] {
        (open.value["papers"]?.entries ?? []).map { Choice($0.key, PartName.phrase($0, ["papers"])) }
    }

    private var chooser: @Sendable (String) -> (Phrase, String)? {
        let id = draft.id
        let query = [("o", path.joined(separator: "/"))]
        let kind = kind
        return { key in
            switch key {
            case "when":
                return (
                    Phrase(vi: "Chọn điều kiện thay vì viết", en: "Choose the condition instead of writing it"),
                    DesignerPaths.condition.with(query, id)
                )
            case "amount" where kind == .fee:
                return (
                    Phrase(vi: "Lập bảng phí", en: "Edit it as a table"), DesignerPaths.feeTable.with(query, id)
                )
            default: return nil
            }
        }
    }

    // MARK: inside

    /// Whether questions may stand in it: a page has them, and a question that is asked as a block.
    private var takesParts: Bool {
        guard kind == .question else { return true }
        return value["use"] != nil
            || ["group", "table", "composite"].contains(value["kind"]?.text ?? "")
    }

    @MarkupBuilder private var parts: [Markup] {
        if let use = value["use"]?.text.map(open.shared.component) {
            Inset {
                p(
                    Phrase(
                        vi: "Các câu hỏi của phần dùng chung “\(use.vi)” nằm ở đây.",
                        en: "The questions of the shared part “\(use.en)” stand here."))
            }
        }
        if kind == .step || kind == .template || kind == .message || kind == .register {
            for (key, inner) in kind.blocks {
                Card(inner.plural) {
                    list(key, inner)
                    if kind == .template { InsertableNames(facts: TextFact.ofResults) }
                    if kind == .message { InsertableNames(facts: TextFact.ofMessages) }
                }
            }
        } else {
            for (key, inner) in kind.blocks { list(key, inner) }
        }
    }

    @MarkupBuilder private func list(_ key: String, _ inner: PartKind) -> [Markup] {
        let block = path + [key]
        let entries = value[key]?.entries ?? []
        if !entries.isEmpty {
            PartList(
                draft: draft, block: block, entries: entries, caption: inner.plural, columns: columns(inner),
                cells: { cells(inner, $0) }, findings: open.findings, isOpen: open.isOpen, step: value)
        }
        if open.isOpen, inner == .branch, path.last == open.value["steps"]?.keys.first {
            p(
                Phrase(
                    vi: "Bước đầu tiên để tiếp nhận; lấy ý kiến song song ở một bước sau.",
                    en: "The first step receives; opinions in parallel are asked for in a later one."), .class("note"))
        } else if open.isOpen, takesParts {
            let isThis = added?.kind == inner
            PartAddition(
                draft: draft, block: block, kind: inner, components: open.shared.components, step: value,
                answers: KnownAnswer.writable(open.answers), problems: isThis ? problems : [],
                sent: isThis ? added?.form : nil)
        }
    }

    private func columns(_ inner: PartKind) -> [Phrase] {
        switch inner {
        case .act: [Phrase(vi: "Làm gì", en: "Does"), Phrase(vi: "Đến bước", en: "Goes to")]
        case .branch:
            [
                Phrase(vi: "Ai trả lời", en: "Who answers"), Phrase(vi: "Ở đâu", en: "Where"),
                Phrase(vi: "Hạn", en: "Limit"),
            ]
        case .timer: []
        case .variable: [Phrase(vi: "Lấy từ", en: "Read from")]
        case .column: [Phrase(vi: "Lấy từ", en: "Read from"), Phrase(vi: "Cột ghi", en: "Holds")]
        case .reduction: [Phrase(vi: "Giảm", en: "Reduction"), .onlyWhen]
        default: [.kindOfAnswer, .isRequired, .onlyWhen]
        }
    }

    private func cells(_ inner: PartKind, _ entry: YAMLValue.Entry) -> [Markup] {
        let value = entry.value
        switch inner {
        case .act:
            let to = value["to"]?.text
            let name = stepChoices.first { $0.value == to }?.label
            return [
                .phrase(ActKindNames.name(value["kind"]?.text ?? "move")),
                .phrase(name ?? Phrase(same: to ?? "–")),
            ]
        case .branch:
            let place: Phrase =
                switch value["at"]?.text {
                case nil: Phrase(vi: "tại cơ quan", en: "the agency itself")
                case StepBranch.chosen: Phrase(vi: "cán bộ chọn", en: "the official chooses")
                case .some(let code):
                    open.site.place(code) ?? Phrase(vi: "\(code): chưa có cơ quan này", en: "\(code): no such agency")
                }
            return [
                .phrase(PartKind.role(value["role"])), .phrase(place),
                .phrase(value["limit"]?.text.map(LimitWords.phrase) ?? Phrase(same: "–")),
            ]
        case .timer: return []
        case .variable: return [open.sourceWords(value.text ?? value["rule"]?.text)]
        case .column:
            return [
                open.sourceWords(value["rule"]?.text), .phrase(FieldKindNames.name(value["gives"]?.text ?? "text")),
            ]
        case .reduction:
            let percent = value["percent"]?.text
            let words: Phrase =
                percent == "100"
                ? Phrase(vi: "miễn", en: "exempt")
                : percent.map { Phrase(vi: "giảm \($0) %", en: "\($0) % less") }
                    ?? Phrase(vi: "nộp số khác", en: "another amount")
            return [.phrase(words), open.rules.markup(value["when"]?.text)]
        default: return QuestionCells(open).cells(entry)
        }
    }
}
