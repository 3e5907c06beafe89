import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Asking for supplements: which papers and which parts of the form, and what is wrong with each. The law lets it be
/// done once (NĐ 118/2025/NĐ-CP), so everything is listed at once.
struct SupplementAskPage {
    /// What was ticked and written.
    struct Typed: Sendable {
        var ticked: Set<String> = []
        var reasons: [String: String] = [:]

        /// To begin with: the papers that the desk found not in order, with what it wrote.
        init(_ opened: OpenedCase) {
            let file = opened.file
            let rejected = file.papers.filter { file.finding(on: $0)?.verdict == .rejected && !$0.isReplaced }
            for (rule, papers) in Dictionary(grouping: rejected, by: \.rule) {
                let notes = papers.compactMap { paper in
                    file.finding(on: paper)?.note.map { papers.count == 1 ? $0 : "\(paper.filename): \($0)" }
                }
                let item = SupplementItem(kind: .paper, key: rule, reason: notes.joined(separator: "\n"))
                ticked.insert(Self.name(item))
                reasons[item.reasonField] = item.reason
            }
        }

        init(_ form: FormValues) {
            ticked = Set(form.all(SupplementAskPage.items))
            for (name, value) in form.pairs where name.hasPrefix("reason.") { reasons[name] = value.trimmed }
        }

        static func name(_ item: SupplementItem) -> String { "\(item.kind.rawValue):\(item.key)" }

        var items: [SupplementItem] {
            ticked.sorted().compactMap { name in
                let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2, let kind = SupplementItem.Kind(rawValue: parts[0]) else { return nil }
                let bare = SupplementItem(kind: kind, key: parts[1], reason: "")
                return SupplementItem(kind: kind, key: parts[1], reason: reasons[bare.reasonField] ?? "")
            }
        }
    }

    static let items = "items"

    let opened: OpenedCase
    let act: Act
    var typed: Typed
    var problems: [FieldProblem] = []
    var refusal: CaseRefusal?

    var page: Page {
        let title = act.title
        return Page(
            title, side: .desk,
            breadcrumbs: [
                (DeskWording.inbox, DeskPaths.inbox()),
                (Phrase(same: opened.dossier.code), DeskPaths.dossier(opened.id)),
            ]
        ) {
            Narrow {
                ErrorSummary(problems)
                if let refusal { RefusalBanner(refusal: refusal) }
                PageTitle(
                    title,
                    caption: Phrase(same: "\(opened.dossier.code) · \(opened.file.parties.owner.name)"))
                Banner(.warning, Phrase(vi: "Chỉ được yêu cầu bổ sung một lần", en: "The law lets you ask only once")) {
                    p(
                        Phrase(
                            vi:
                                "Hãy ghi đủ mọi thứ còn thiếu hoặc chưa đúng. \(ActWords(act: act, file: opened.file).effect.vi)",
                            en:
                                "List everything that is missing or wrong. \(ActWords(act: act, file: opened.file).effect.en)"
                        ))
                    p(clock)
                }
                postForm(to: DeskPaths.supplement(opened.id, act.key), guarded: true) {
                    hiddenField(CaseActs.seen, String(opened.dossier.version))
                    div(.id(Field.id(Self.items)), .tabindex(-1), .class("stack")) {
                        if let message = problems[Self.items] {
                            p(.class("problem")) {
                                Icon.alert
                                message
                            }
                        }
                        fieldGroup(Phrase(vi: "Giấy tờ", en: "Papers"), help: reasons) {
                            for due in opened.due {
                                item(.init(kind: .paper, key: due.rule.key, reason: ""), Phrase(same: due.rule.title))
                            }
                        }
                        fieldGroup(Phrase(vi: "Tờ khai", en: "Answers"), help: reasons) {
                            for page in opened.service.visiblePages(opened.file.facts) {
                                item(.init(kind: .page, key: page.key, reason: ""), page.title)
                            }
                        }
                    }
                    ButtonRow {
                        Button(Phrase(vi: "Gửi yêu cầu bổ sung", en: "Send the request"))
                        ButtonLink(.cancel, DeskPaths.dossier(opened.id), .secondary)
                    }
                }
            }
        }
    }

    private var reasons: Phrase {
        Phrase(vi: "Chọn mục cần bổ sung và ghi lý do cho mục đó.", en: "Tick what is needed and write why.")
    }

    private var clock: Phrase {
        switch opened.service.definition.supplement.clock {
        case .restart:
            Phrase(
                vi: "Khi người nộp bổ sung đủ, thời hạn được tính lại từ đầu.",
                en: "When everything has come, the limit is counted again from the beginning.")
        case .resume:
            Phrase(
                vi: "Khi người nộp bổ sung đủ, thời hạn tính tiếp.",
                en: "When everything has come, the limit goes on.")
        }
    }

    private func item(_ item: SupplementItem, _ title: Phrase) -> TickedField {
        let name = Typed.name(item)
        return TickedField(
            Self.items, name, title, isOn: typed.ticked.contains(name),
            Field(
                item.reasonField, Phrase(vi: "Lý do: “\(title.vi.brief)”", en: "Reason: “\(title.en.brief)”"),
                .longText(typed.reasons[item.reasonField] ?? "", rows: 2), problem: problems[item.reasonField]))
    }
}

extension String {
    /// The beginning, up to a word's end, for labels.
    fileprivate var brief: String {
        guard count > 60 else { return self }
        let start = prefix(60)
        return (start.lastIndex(of: " ").map { String(start[..<$0]) } ?? String(start)) + "…"
    }
}
