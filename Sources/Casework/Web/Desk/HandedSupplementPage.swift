import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The applicant has brought what was asked for to the counter: the official notes papers, scans and answers on one
/// page.
struct HandedSupplementPage {
    static func handed(_ key: String) -> String { "handed.\(key)" }
    static func files(_ key: String) -> String { "files.\(key)" }
    static let send = "send"

    let opened: OpenedCase
    let request: SupplementRequest
    var problems: [FieldProblem] = []
    /// In which form each paper was handed in, as chosen so far.
    var chosen: [String: String] = [:]
    /// What the agency holds already, by the keys of the papers.
    var offers: [String: [EarlierPapers.Offer]] = [:]

    /// The case with the answers typed so far.
    static func facts(_ file: CaseFile, _ request: SupplementRequest) -> CaseFacts {
        guard let typed = file.unsentAnswers else { return file.facts }
        return request.merging(typed, into: file.facts, file.service)
    }

    var page: Page {
        let title = Phrase(vi: "Nhận bổ sung tại quầy", en: "Take the supplement at the counter")
        return Page(
            title, side: .desk,
            breadcrumbs: [
                (DeskWording.inbox, DeskPaths.inbox()),
                (Phrase(same: opened.dossier.code), DeskPaths.dossier(opened.id)),
            ]
        ) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(title, caption: Phrase(same: "\(opened.dossier.code) · \(opened.file.parties.owner.name)"))
                postForm(to: DeskPaths.handedSupplement(opened.id), upload: true, guarded: true) {
                    CounterEntryPage.enter
                    for paper in wanted where paper.isMarked { self.paper(paper) }
                    for shown in pages { answers(shown) }
                    for paper in wanted where !paper.isMarked { self.paper(paper) }
                    Button(
                        Phrase(vi: "Đã nhận đủ bổ sung", en: "Everything was brought"), name: FormFields.action,
                        value: Self.send, effect: effect)
                    Button(
                        Phrase(vi: "Lưu, chưa gửi", en: "Keep, do not send yet"), .secondary,
                        name: FormFields.action, value: "update")
                }
            }
        }
    }

    private var effect: Phrase {
        opened.service.definition.supplement.clock == .restart
            ? Phrase(
                vi: "Thời hạn giải quyết được tính lại từ đầu, kể từ bây giờ.",
                en: "The limit is counted anew from now.")
            : Phrase(vi: "Thời hạn giải quyết chạy tiếp.", en: "The limit runs on.")
    }

    private var pages: [ShownPage] {
        let facts = Self.facts(opened.file, request)
        return request.pages(facts.answers, for: opened.file.facts, opened.service).compactMap {
            opened.service.formPage($0.key, facts)
        }
    }

    private var wanted: [SupplementPaper] { Self.papers(opened.file, request) }

    /// The papers that may be brought: the marked ones, and those that the answers typed so far newly call for.
    static func papers(_ file: CaseFile, _ request: SupplementRequest) -> [SupplementPaper] {
        request.papers(facts(file, request), before: file.facts, file.service)
    }

    private func paper(_ paper: SupplementPaper) -> Markup {
        let item =
            request.items.first { $0.kind == .paper && $0.key == paper.key }
            ?? SupplementItem(kind: .paper, key: paper.key, reason: "")
        let there = opened.file.unsentPapers.filter { $0.rule == item.key }
        return fieldGroup(
            opened.title(of: item),
            help: paper.isMarked
                ? Phrase(vi: "Lý do: \(item.reason)", en: "Reason: \(item.reason)")
                : Phrase(
                    vi: "Câu trả lời mới cần thêm giấy tờ này.", en: "The new answers call for this paper.")
        ) {
            Field(
                Self.handed(item.key), Phrase(vi: "Nộp bản giấy", en: "Handed in on paper"),
                .select(
                    chosen[item.key], HandedPaper.Form.allCases.map { Choice($0.rawValue, $0.name) },
                    empty: Phrase(vi: "Không", en: "No")),
                optional: true, problem: problems["paper.\(item.key)"])
            Field(
                Self.files(item.key), Phrase(vi: "Bản quét", en: "Scans"),
                .files(
                    there.map { paper in
                        StoredFile(
                            paper.filename, note: ApplicantWording.size(paper.size),
                            href: DeskPaths.file(opened.id, paper.id),
                            remove: (FormFields.action, "unfile:\(paper.id)"))
                    }, accept: FormFields.accepted, multiple: true),
                optional: true, problem: problems[Self.files(item.key)])
            HeldPapers(key: item.key, offers: offers[item.key] ?? [])
        }
    }

    private func answers(_ shown: ShownPage) -> Markup {
        var facts = opened.file.facts
        facts.answers = opened.file.unsentAnswers ?? facts.answers
        let locked = opened.service.lockedAnswers(
            facts, filed: opened.file.answers, opened.file.origins)
        let fields = FormFields(
            table: opened.table, problems: problems,
            locked: LockedView(
                locked, of: Phrase(same: opened.official.agencyName), isFiled: true, isAtDesk: true),
            present: shown.presentPlaces,
            fileAddress: { [id = opened.id] in DeskPaths.file(id, $0) })
        let reason = request.items.first { $0.kind == .page && $0.key == shown.key }?.reason
        return fieldGroup(
            shown.page.title, help: reason.map { Phrase(vi: "Lý do: \($0)", en: "Reason: \($0)") }
        ) {
            for field in shown.fields { fields.markup(field) }
        }
    }
}
