import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// All drafts of the site, the last changed first, with the way to a new one.
struct DraftListPage {
    let drafts: [ServiceDraft]
    let services: [ServiceHead]
    let mayRetire: Bool
    var problems: [FieldProblem] = []

    func page(_ request: Request) -> Page {
        Page(Phrase.designer, side: .desk) {
            ErrorSummary(problems)
            DesignerNotice.banner(request)
            PageTitle(
                .designer,
                lead: Phrase(
                    vi:
                        "Đưa một thủ tục lên trực tuyến: biểu mẫu, giấy tờ, phí, quy trình; người khác duyệt rồi mới công bố.",
                    en:
                        "Put a procedure online: form, papers, fees, steps; another person reviews it before it is published."
                ))
            p { ButtonLink(Phrase(vi: "Lập dự thảo mới", en: "Begin a draft"), DesignerPaths.beginning()) }
            p { a(Phrase(vi: "Hướng dẫn", en: "Help"), .href(DesignerPaths.help())) }
            if drafts.isEmpty {
                EmptyState(Phrase(vi: "Chưa có dự thảo nào", en: "There is no draft yet"))
            } else {
                DataTable(
                    Phrase(vi: "Dự thảo", en: "Drafts"),
                    columns: [
                        .init(Phrase(vi: "Dịch vụ", en: "Service")), .init(Phrase(vi: "Trạng thái", en: "State")),
                        .init(Phrase(vi: "Sửa lần cuối", en: "Last changed")),
                    ],
                    rows: drafts.map { draft in
                        DataTable.Row {
                            a(.href(DesignerPaths.draft(draft.id))) { draft.title }
                            Self.tag(draft.state).markup
                            Markup.phrase(draft.changedAt.phrase)
                        }
                    }, isWalkable: true)
            }
            if mayRetire, !services.isEmpty { retirement }
        }
    }

    private var retirement: Disclosure {
        Disclosure(Phrase(vi: "Ngừng một dịch vụ", en: "Retire a service"), open: !problems.isEmpty) {
            postForm(to: DesignerPaths.retirement()) {
                Field(
                    "service", Phrase(vi: "Dịch vụ", en: "Service"),
                    .select(nil, services.map { Choice($0.service, $0.title) }),
                    problem: problems["service"])
                Field(
                    "from", Phrase(vi: "Ngừng nhận hồ sơ từ ngày", en: "No filing from"), .date(),
                    help: Phrase(
                        vi: "Hồ sơ đã nộp vẫn được giải quyết theo bản của mình.",
                        en: "Dossiers that were filed go on under their version."), problem: problems["from"])
                ButtonRow { Button(Phrase(vi: "Ngừng dịch vụ", en: "Retire the service"), .danger) }
            }
        }
    }

    static func tag(_ state: ServiceDraft.State) -> Tag {
        switch state {
        case .draft: Tag(Phrase(vi: "Đang soạn", en: "Being written"), .info)
        case .review: Tag(Phrase(vi: "Chờ duyệt", en: "Under review"), .waiting)
        case .published: Tag(Phrase(vi: "Đã công bố", en: "Published"), .good)
        }
    }
}

/// Where a draft begins: a record of the catalogue, a definition that is there, or a text.
struct BeginDraftPage {
    let words: String
    let hits: [Procedure]
    /// The procedures that are online already.
    let online: Set<String>
    /// The services whose definition is at hand.
    let services: [Choice]
    /// The record that was chosen, with what a draft of it leaves open.
    var chosen: (procedure: Procedure, proposal: DraftFromProcedure.Proposal)?
    var problems: [FieldProblem] = []
    var typed = ""

    var page: Page {
        Page(
            Phrase(vi: "Lập dự thảo mới", en: "Begin a draft"), side: .desk,
            breadcrumbs: [(.designer, DesignerPaths.list())]
        ) {
            ErrorSummary(problems)
            PageTitle(Phrase(vi: "Lập dự thảo mới", en: "Begin a draft"))
            if let chosen { proposal(chosen.procedure, chosen.proposal) } else { search }
        }
    }

    private func proposal(_ procedure: Procedure, _ proposal: DraftFromProcedure.Proposal) -> Narrow {
        Narrow {
            Card(Phrase(same: procedure.name), accented: true) {
                p(
                    Phrase(
                        vi:
                            "Mã \(procedure.code). Tên, giấy tờ, thời hạn, phí và kết quả lấy từ danh mục; biểu mẫu và quy trình được đề xuất.",
                        en:
                            "Code \(procedure.code). Title, papers, limit, fees and result come from the catalogue; form and steps are proposed."
                    ))
                if !proposal.missing.isEmpty {
                    h3(Phrase(vi: "Bạn sẽ cần xem lại", en: "You will have to look at"))
                    Prose { ul { for words in proposal.missing { li(words) } } }
                }
                postForm(to: DesignerPaths.beginning()) {
                    hiddenField("procedure", procedure.code.description)
                    ButtonRow { Button(Phrase(vi: "Lập dự thảo từ danh mục", en: "Begin from the catalogue")) }
                }
            }
        }
    }

    @MarkupBuilder private var search: [Markup] {
        Card(Phrase(vi: "Từ một thủ tục của danh mục", en: "From a procedure of the catalogue")) {
            getForm(to: DesignerPaths.beginning()) {
                Field("q", Phrase(vi: "Tên hoặc mã thủ tục", en: "Name or code of the procedure"), .text(words))
                ButtonRow { Button(.search, .secondary) }
            }
            if !words.isEmpty, hits.isEmpty {
                p(Phrase(vi: "Không tìm thấy thủ tục nào.", en: "No procedure was found."))
            }
            if !hits.isEmpty {
                DataTable(
                    Phrase(vi: "Thủ tục", en: "Procedures"),
                    columns: [
                        .init(Phrase(vi: "Thủ tục", en: "Procedure")), .init(Phrase(vi: "Mã", en: "Code")),
                        .init(Phrase(vi: "Trực tuyến", en: "Online")),
                    ],
                    rows: hits.map { procedure in
                        DataTable.Row {
                            a(
                                .href(
                                    DesignerPaths.beginning.with([("thu-tuc", procedure.code.description)]))
                            ) { vietnamese(procedure.name) }
                            Markup.text(procedure.code.description)
                            Markup.phrase(online.contains(procedure.code.description) ? .yes : .no)
                        }
                    }, isWalkable: true)
            }
        }
        if !services.isEmpty {
            Card(Phrase(vi: "Từ một dịch vụ đã có", en: "From a service that is there")) {
                postForm(to: DesignerPaths.beginning()) {
                    Field(
                        "service", Phrase(vi: "Dịch vụ", en: "Service"), .select(nil, services),
                        help: Phrase(
                            vi:
                                "Dịch vụ soạn ở đây: dự thảo bắt đầu từ bản đang áp dụng. Dịch vụ khác: từ tệp kèm theo phần mềm.",
                            en:
                                "Of a service written here the draft begins from the version in force, of others from the program's file."
                        ),
                        problem: problems["service"])
                    ButtonRow { Button(Phrase(vi: "Mở bản này", en: "Open it"), .secondary) }
                }
            }
        }
        Disclosure(
            Phrase(vi: "Dán một định nghĩa viết tay", en: "Paste a definition written by hand"), open: !typed.isEmpty
        ) {
            postForm(to: DesignerPaths.beginning()) {
                Field(
                    "text", Phrase(vi: "Văn bản YAML", en: "YAML text"), .longText(typed, rows: 12),
                    problem: problems["text"])
                ButtonRow { Button(Phrase(vi: "Lập dự thảo từ văn bản", en: "Begin from this text"), .secondary) }
            }
        }
    }
}
