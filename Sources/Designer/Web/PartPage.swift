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
    let components: [String]
    var problems: [FieldProblem] = []
    var sent: FormValues?
    /// What was typed for a new part inside.
    var added: FormValues?

    private var draft: ServiceDraft { open.draft }

    func page(_ request: Request) -> Page {
        let entry = YAMLValue.Entry(path.last ?? "", value)
        let title = kind == .general ? kind.title : PartName.phrase(entry, Array(path.dropLast()))
        let section = DraftSection.of(path)
        return DesignerFrame(open: open).page(
            title,
            at: kind == .general
                ? DesignerPaths.part(draft.id, at: []) : section.map { DesignerPaths.section(draft.id, $0) } ?? "",
            lead: kind == .general ? nil : kind.title, above: above, notice: DesignerNotice.banner(request),
            problems: problems
        ) {
            if kind != .general { FindingList(findings: open.findings.below(path), address: open.address) }
            if let inner = kind.inner { parts(inner) }
            if open.isOpen { editing } else { SummaryList(said) }
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

    private var said: [SummaryList.Row] {
        (value.entries ?? []).compactMap { entry in
            entry.value.text.map { SummaryList.Row(Phrase(same: entry.key), $0) }
        }
    }

    private var editing: Markup {
        var form = PartForm(kind, value, steps: stepChoices)
        form.sent = sent
        form.problems = problems
        form.chooser = chooser
        return Card(kind == .general ? nil : Phrase(vi: "Sửa", en: "Change")) {
            postForm(to: DesignerPaths.part(draft.id), guarded: true) {
                hiddenField("o", path.joined(separator: "/"))
                hiddenField("seen", String(draft.version))
                hiddenField("asked", "1")
                form.fields
                ButtonRow { Button(.save, name: "do", value: "save") }
            }
        }.markup
    }

    private var stepChoices: [Choice] {
        (open.value["steps"]?.entries ?? []).map { Choice($0.key, PartName.phrase($0, ["steps"])) }
    }

    private var chooser: @Sendable (String) -> (Phrase, String)? {
        let id = draft.id
        let isBranch = kind == .branch
        let query = [("o", path.joined(separator: "/"))]
        return { key in
            switch key {
            case "when" where !isBranch:
                return (
                    Phrase(vi: "Chọn điều kiện thay vì viết", en: "Choose the condition instead of writing it"),
                    DesignerPaths.condition.with(query, id)
                )
            case "amount":
                return (
                    Phrase(vi: "Lập bảng phí", en: "Edit it as a table"), DesignerPaths.feeTable.with(query, id)
                )
            default: return nil
            }
        }
    }

    // MARK: inside

    @MarkupBuilder private func parts(_ inner: String) -> [Markup] {
        let block = path + [inner]
        let entries = value[inner]?.entries ?? []
        let takesParts = kind != .question || ["group", "composite"].contains(value["kind"]?.text ?? "")
        if let use = value["use"]?.text {
            Inset {
                p(
                    Phrase(
                        vi: "Các câu hỏi của phần dùng chung “\(use)” nằm ở đây.",
                        en: "The questions of the shared part “\(use)” stand here."))
            }
        }
        if kind == .step {
            branches
        }
        if !entries.isEmpty {
            PartList(
                draft: draft, block: block, entries: entries,
                caption: kind == .step ? Phrase(vi: "Hành động", en: "Acts") : Phrase(vi: "Câu hỏi", en: "Questions"),
                columns: kind == .step
                    ? [Phrase(vi: "Làm gì", en: "Does"), Phrase(vi: "Đến bước", en: "Goes to")]
                    : [.kindOfAnswer, .isRequired, .onlyWhen],
                cells: kind == .step ? actCells : QuestionCells.cells, findings: open.findings, isOpen: open.isOpen)
        }
        if open.isOpen, takesParts {
            PartAddition(
                draft: draft, block: block, kind: kind == .step ? .act : .question, components: components,
                problems: added == nil ? [] : problems, sent: added)
        }
    }

    @Sendable private func actCells(_ entry: YAMLValue.Entry) -> [Markup] {
        let to = entry.value["to"]?.text
        let name = (open.value["steps"]?.entries ?? []).first { $0.key == to }.map { PartName.phrase($0, ["steps"]) }
        return [
            .phrase(ActKindNames.name(entry.value["kind"]?.text ?? "move")), .phrase(name ?? Phrase(same: to ?? "–")),
        ]
    }

    @MarkupBuilder private var branches: [Markup] {
        let entries = value["parallel"]?.entries ?? []
        if !entries.isEmpty {
            PartList(
                draft: draft, block: path + ["parallel"], entries: entries,
                caption: Phrase(vi: "Lấy ý kiến song song", en: "Opinions in parallel"),
                columns: [Phrase(vi: "Ai trả lời", en: "Who answers"), Phrase(vi: "Hạn", en: "Limit")],
                cells: { entry in
                    let role = PartKind.roles.first { $0.value == entry.value["role"]?.text }?.label
                    return [.phrase(role ?? Phrase(same: "?")), .text(entry.value["limit"]?.text ?? "")]
                }, findings: open.findings, isOpen: open.isOpen)
        }
    }
}
