import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// A draft at a glance: what is left to do, every finding beside the part it concerns, what comes next.
struct DraftOverviewPage {
    let open: OpenDraftFile
    let changes: [ServiceDraftChange]
    /// Where services are turned on.
    let offers: String
    var problems: [FieldProblem] = []

    private var draft: ServiceDraft { open.draft }

    func page(_ request: Request) -> Page {
        DesignerFrame(open: open).page(
            draft.title, at: DesignerPaths.draft(draft.id),
            lead: Phrase(
                vi: "Thủ tục \(draft.procedure), dịch vụ “\(draft.service)”",
                en: "Procedure \(draft.procedure), service “\(draft.service)”"),
            notice: DesignerNotice.banner(request), problems: problems
        ) {
            Split {
                standing
                if let note = draft.note, draft.state == .draft {
                    Card(Phrase(vi: "Người duyệt trả lại", en: "The reviewer sent it back")) { p(note) }
                }
                if open.hasOpenItems { Card(.stillOpen) { OpenItemList(open) } }
                if !draft.missing.isEmpty { missing }
                Card(Phrase(vi: "Kiểm tra", en: "The check")) {
                    if open.check.findings.isEmpty {
                        p(Phrase(vi: "Không có lỗi, không có lưu ý.", en: "No errors and no warnings."))
                    }
                    FindingList(open: open, findings: open.check.findings)
                }
            } side: {
                Card(Phrase(vi: "Các phần", en: "The parts")) { SummaryList(parts) }
                if let last = changes.first {
                    p(
                        Phrase(
                            vi: "Sửa lần cuối: \(last.name), \(last.at.phrase.vi)",
                            en: "Last changed by \(last.name), \(last.at.phrase.en)"), .class("note"))
                }
            }
        }
    }

    /// Whoever hands it over says that what is left open was looked at.
    private var confirmation: Field {
        let count = open.openCount
        return Field(
            Self.seen,
            Phrase(
                vi: "Còn \(count) điều để ngỏ",
                en: count == 1 ? "1 thing is left open" : "\(count) things are left open"),
            .checks(
                [],
                [
                    Choice(
                        "yes",
                        Phrase(
                            vi: "Đã xem từng điều, vẫn gửi duyệt", en: "Each was looked at; hand it over all the same"))
                ]), problem: problems[Self.seen])
    }

    /// The tick without which a draft with open items is not handed over.
    static let seen = "open_seen"

    /// What handing over does; what is left open the reviewer sees too.
    private var effect: Phrase {
        let usual = Phrase(
            vi: "Một người khác xem, rồi công bố hoặc trả lại.",
            en: "Another person looks at it, then publishes it or sends it back.")
        guard open.hasOpenItems || !draft.missing.isEmpty else { return usual }
        return Phrase(
            vi: "\(usual.vi) Người duyệt thấy những điều còn để ngỏ.",
            en: "\(usual.en) The reviewer sees what is left open.")
    }

    private var parts: [SummaryList.Row] {
        DraftSection.allCases.map { section in
            let block = open.value[path: section.keys[0]]
            let used = block?["use"]?.text
            let words =
                section == .outcome
                ? outcome : used.map(open.shared.template) ?? Phrase(same: "\(block?.keys.count ?? 0)")
            return SummaryList.Row(section.title, change: DesignerPaths.section(draft.id, section)) {
                words
                FindingCount(
                    section.keys.flatMap(open.findings.below),
                    open: open.items.count { section.keys.contains([$0.path.first ?? ""]) })
            }
        }
    }

    private var outcome: Phrase {
        let (messages, registers) = (open.value["messages"]?.keys.count ?? 0, open.value["registers"]?.keys.count ?? 0)
        let template: Phrase =
            open.value[path: ["result", "template"]] == nil
            ? Phrase(vi: "không có mẫu", en: "no template") : Phrase(vi: "có mẫu", en: "a template")
        return Phrase(
            vi: "\(template.vi), \(messages) tin báo thêm, \(registers) sổ",
            en: "\(template.en), \(messages) added messages, \(registers) registers")
    }

    private var missing: Card {
        Card(Phrase(vi: "Cần làm rõ", en: "To be settled")) {
            ul(.class("links")) {
                for (index, words) in draft.missing.enumerated() {
                    li {
                        words
                        if open.isOpen {
                            postForm(to: DesignerPaths.draft(draft.id)) {
                                hiddenField("seen", String(draft.version))
                                hiddenField("index", String(index))
                                button(.class("as-link"), .type("submit"), .name("do"), .value("tick")) {
                                    Phrase(vi: "Đã xong", en: "Done")
                                    span(.class("unseen")) {
                                        ": "
                                        words
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var standing: [Markup] {
        switch draft.state {
        case .draft:
            if open.isOpen {
                Card(Phrase(vi: "Việc tiếp theo", en: "What comes next"), accented: true) {
                    if open.check.errors.isEmpty {
                        postForm(to: DesignerPaths.draft(draft.id)) {
                            hiddenField("seen", String(draft.version))
                            if open.openCount > 0 { confirmation }
                            ButtonRow {
                                Button(
                                    Phrase(vi: "Gửi duyệt", en: "Hand over for review"), name: "do", value: "submit",
                                    effect: effect)
                            }
                        }
                    } else {
                        p(
                            Phrase(
                                vi: "Còn \(open.check.errors.count) lỗi; sửa hết thì gửi duyệt được.",
                                en: "\(open.check.errors.count) errors are left; then it can be handed over."))
                    }
                }
            }
        case .review:
            Card(Phrase(vi: "Đang chờ duyệt", en: "Under review"), accented: true) {
                if open.official.isReviewer {
                    p { ButtonLink(Phrase(vi: "Xem để duyệt", en: "Review it"), DesignerPaths.review(draft.id)) }
                }
                if open.official.mayWrite(draft) {
                    postForm(to: DesignerPaths.draft(draft.id)) {
                        hiddenField("seen", String(draft.version))
                        ButtonRow {
                            Button(
                                Phrase(vi: "Rút về để sửa", en: "Take it back"), .secondary, name: "do",
                                value: "withdraw")
                        }
                    }
                }
            }
        case .published:
            Card(Phrase(vi: "Đã công bố", en: "Published"), accented: true) {
                p(
                    Phrase(
                        vi: "Bản này giữ nguyên. Hồ sơ nộp theo bản này được giải quyết theo bản này.",
                        en: "This version stays. Dossiers filed under it are settled by it."))
                p { a(Phrase(vi: "Bật dịch vụ ở cơ quan", en: "Turn it on at agencies"), .href(offers)) }
                postForm(to: DesignerPaths.beginning()) {
                    hiddenField("draft", draft.id.description)
                    ButtonRow {
                        Button(Phrase(vi: "Lập bản mới từ bản này", en: "Begin a new version"), .secondary)
                    }
                }
            }
        }
    }
}
