import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// What a draft changes against the version in force, in words, side by side.
struct DraftDifference: Component {
    let old: ServiceDefinition?
    let new: ServiceDefinition?
    let rules: RuleWords
    static let title = Phrase(vi: "Thay đổi", en: "What changes")

    var markup: Markup {
        Markup {
            if let new, let old, let difference = try? ServiceDifference(from: old, to: new) {
                if difference.isEmpty {
                    p(
                        Phrase(
                            vi: "Không có gì khác bản đang áp dụng.", en: "Nothing differs from the version in force."))
                }
                for area in ServiceDifference.Area.allCases {
                    let changes = difference.changes.filter { $0.area == area }
                    if !changes.isEmpty {
                        DataTable(
                            area.title,
                            columns: [
                                .init(Phrase(vi: "Khác ở đâu", en: "What differs")),
                                .init(Phrase(vi: "Bản đang áp dụng", en: "In force")),
                                .init(Phrase(vi: "Dự thảo", en: "Draft")),
                            ], rows: changes.map(row))
                    }
                }
            } else if new == nil {
                p(Phrase(vi: "Sửa hết lỗi thì so sánh được.", en: "Put the errors right to compare."))
            } else {
                p(
                    Phrase(
                        vi: "Dịch vụ này chưa có bản nào đang áp dụng: đây là bản đầu tiên.",
                        en: "No version of this service is in force: this is the first."))
            }
        }
    }
}

extension DraftDifference {
    fileprivate func row(_ change: ServiceDifference.Change) -> DataTable.Row {
        let none = Phrase(vi: "không có", en: "none")
        let part = change.part ?? change.aspect ?? none
        let aspect = change.part == nil ? nil : change.aspect
        let word: Phrase? =
            switch change.kind {
            case .added: Phrase(vi: "thêm mới", en: "added")
            case .removed: Phrase(vi: "bỏ", en: "removed")
            case .moved: Phrase(vi: "chuyển chỗ", en: "moved")
            case .changed: aspect?.lowercasedFirst
            }
        return DataTable.Row {
            Markup {
                part.capitalized
                if let word { Phrase(vi: ": \(word.vi)", en: ": \(word.en)") }
            }
            cell(change.old, isThere: change.kind != .added)
            cell(change.new, isThere: change.kind != .removed)
        }
    }

    /// What stands on one side; a part of which nothing more is to be said is only there.
    private func cell(_ says: Phrase?, isThere: Bool) -> Markup {
        guard let says, !says.vi.isEmpty else {
            return .phrase(isThere ? Phrase(vi: "có", en: "there") : Phrase(vi: "không có", en: "none"))
        }
        return .phrase(rules.phrase(says.vi) ?? says)
    }
}

/// The page that compares a draft with the version in force.
struct ComparePage {
    let open: OpenDraftFile
    let inForce: ServiceDefinition?

    func page(_ request: Request) -> Page {
        DesignerFrame(open: open).page(
            Phrase(vi: "So với bản đang áp dụng", en: "Compared with the version in force"),
            at: DesignerPaths.comparison(open.draft.id)
        ) {
            Card(DraftDifference.title) { DraftDifference(old: inForce, new: open.shown, rules: open.rules) }
        }
    }
}

/// What a second person sees before publishing: findings, what is left open, difference, papers, fees, diagram; and the
/// two acts.
struct ReviewPage {
    let open: OpenDraftFile
    let inForce: ServiceDefinition?
    let isOwnWork: Bool
    var problems: [FieldProblem] = []
    var note = ""

    func page(_ request: Request) -> Page {
        let id = open.draft.id
        return DesignerFrame(open: open).page(
            Phrase(vi: "Duyệt dự thảo", en: "Review"), at: "", above: [], notice: DesignerNotice.banner(request),
            problems: problems
        ) {
            FindingList(open: open, findings: open.check.findings)
            if open.hasOpenItems || !open.draft.missing.isEmpty { left }
            Card(DraftDifference.title) { DraftDifference(old: inForce, new: open.shown, rules: open.rules) }
            if let definition = open.shown {
                ReviewSummary(open: open, definition: definition)
                Card(Phrase(vi: "Sơ đồ", en: "Diagram")) { StepDiagram(definition) }
            }
            p {
                a(
                    Phrase(vi: "Xem trước với câu trả lời mẫu", en: "Preview with sample answers"),
                    .href(DesignerPaths.preview(id)))
            }
            if isOwnWork {
                Banner(.info, DesignerRefusal.words(.ownWork))
            } else if open.draft.state == .review {
                acts
            }
        }
    }

    /// What the author left open.
    private var left: Card {
        Card(.stillOpen) {
            if open.hasOpenItems { OpenItemList(open) }
            if !open.draft.missing.isEmpty {
                p(
                    Phrase(
                        vi: "Cần làm rõ, chưa ai xác nhận:",
                        en: "To be settled, confirmed by nobody:"))
                ul { for words in open.draft.missing { li(words) } }
            }
        }
    }

    private var acts: Card {
        Card(Phrase(vi: "Quyết định", en: "Decision"), accented: true) {
            postForm(to: DesignerPaths.review(open.draft.id)) {
                hiddenField("seen", String(open.draft.version))
                Button(
                    Phrase(vi: "Duyệt và công bố", en: "Approve and publish"), name: "do", value: "publish",
                    effect: open.definition.map { definition in
                        Phrase(
                            vi:
                                "Áp dụng từ \(definition.effectiveFrom.phrase.vi). Hồ sơ đang giải quyết giữ bản của mình.",
                            en:
                                "In force from \(definition.effectiveFrom.phrase.en). Running dossiers keep their version."
                        )
                    })
                Field(
                    "note", Phrase(vi: "Điều cần sửa", en: "What must be changed"), .longText(note, rows: 3),
                    help: Phrase(vi: "Cần khi trả lại.", en: "Needed when it is sent back."), optional: true,
                    problem: problems["note"])
                ButtonRow {
                    Button(Phrase(vi: "Trả lại để sửa", en: "Send back"), .secondary, name: "do", value: "return")
                }
            }
        }
    }
}

/// Every change of a draft, each of which can be taken back.
struct HistoryPage {
    let open: OpenDraftFile
    let changes: [ServiceDraftChange]

    func page(_ request: Request) -> Page {
        let id = open.draft.id
        return DesignerFrame(open: open).page(
            Phrase(vi: "Lịch sử", en: "History"), at: DesignerPaths.history(id), notice: DesignerNotice.banner(request)
        ) {
            DataTable(
                Phrase(vi: "Các lần sửa", en: "Changes"),
                columns: [
                    .init(Phrase(vi: "Việc", en: "What")), .init(Phrase(vi: "Ai", en: "Who")),
                    .init(Phrase(vi: "Lúc nào", en: "When")),
                ] + (open.isOpen ? [.init(Phrase(vi: "Hoàn tác", en: "Undo"), .action)] : []),
                rows: changes.enumerated().map { index, change in
                    DataTable.Row {
                        Markup {
                            "\(change.number). "
                            Self.words(change.kind)
                            if [.changed, .undone].contains(change.kind), !change.what.isEmpty {
                                " "
                                name(change.what)
                            }
                        }
                        Markup.text(change.name)
                        Markup.phrase(change.at.phrase)
                        if open.isOpen { index == 0 ? Markup.empty : back(change) }
                    }
                })
        }
    }

    /// The part that was changed as it is called now, or by its path where it is not there any more.
    private func name(_ what: String) -> Markup {
        let path = what.split(separator: "/").map(String.init)
        for count in stride(from: path.count, to: 0, by: -1) {
            let part = Array(path.prefix(count))
            guard PartKind(part) != nil, let value = open.value[path: part] else { continue }
            return .phrase(
                PartName.phrase(
                    YAMLValue.Entry(part.last ?? "", value), Array(part.dropLast()), open.value[path: part.prefix(2)]))
        }
        return DraftSection.of(path).map { .phrase($0.title) } ?? code(what)
    }

    private func back(_ change: ServiceDraftChange) -> Markup {
        postForm(to: DesignerPaths.history(open.draft.id)) {
            hiddenField("seen", String(open.draft.version))
            hiddenField("number", String(change.number))
            button(.class("as-link"), .type("submit")) {
                Phrase(vi: "Đưa về sau lần \(change.number)", en: "Back to after \(change.number)")
            }
        }
    }

    private static func words(_ kind: ServiceDraftChange.Kind) -> Phrase {
        switch kind {
        case .begun: Phrase(vi: "Lập dự thảo", en: "Begun")
        case .changed: Phrase(vi: "Sửa", en: "Changed")
        case .undone: Phrase(vi: "Đưa về sau lần", en: "Back to after")
        case .submitted: Phrase(vi: "Gửi duyệt", en: "Handed over for review")
        case .returned: Phrase(vi: "Trả lại", en: "Sent back")
        case .withdrawn: Phrase(vi: "Rút về", en: "Taken back")
        case .published: Phrase(vi: "Công bố", en: "Published")
        }
    }
}

extension Phrase {
    static let stillOpen = Phrase(vi: "Còn để ngỏ", en: "Still open")
}
