import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The territory for the fields of a form.
struct FormTables: Sendable {
    let table: TerritoryTable
    var places: PlaceLookup { PlaceLookup(table) }
}

/// The words that the pages of a supplement share.
enum SupplementWords {
    /// What an item is called: the paper's title, or the page's.
    static func name(of item: SupplementItem, in definition: ServiceDefinition) -> Markup {
        switch item.kind {
        case .paper:
            vietnamese(definition.paper(item.key)?.title ?? item.key)
        case .page: .phrase(definition.form.first { $0.key == item.key }?.title ?? Phrase(same: item.key))
        }
    }
}

/// Everything that was asked for, with the reasons, and what has been answered so far.
struct SupplementPage {
    let answer: SupplementAnswer
    var problems: [FieldProblem] = []
    /// The answer was sent before it was complete: what is missing is said.
    var isSent = false

    private var definition: ServiceDefinition { answer.file.service.definition }

    var page: Page {
        let title = Phrase(vi: "Bổ sung hồ sơ", en: "Supplement the dossier")
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.dossier(answer.id))
                ErrorSummary(problems + missing)
                PageTitle(
                    title, caption: Phrase(same: answer.file.dossier.code),
                    lead: Phrase(
                        vi:
                            "\(answer.agency.name.vi) yêu cầu lúc \(answer.request.askedAt.phrase.vi). Chỉ cần bổ sung những mục dưới đây.",
                        en:
                            "\(answer.agency.name.en) asked on \(answer.request.askedAt.phrase.en). Only the following is needed."
                    ))
                for item in answer.request.items { card(item) }
                for page in added { addedCard(page) }
                for paper in answer.addedPapers { addedPaper(paper) }
                postForm(to: ApplicantPaths.supplement(answer.id)) {
                    ButtonRow {
                        Button(
                            Phrase(vi: "Gửi bổ sung", en: "Send the supplement"), effect: effect)
                    }
                }
            }
        }
    }

    private var effect: Phrase {
        definition.supplement.clock == .restart
            ? Phrase(
                vi: "Sau khi gửi, thời hạn giải quyết được tính lại từ đầu.", en: "Once sent, the time is counted anew."
            )
            : Phrase(vi: "Sau khi gửi, thời hạn giải quyết chạy tiếp.", en: "Once sent, the time runs on.")
    }

    /// Pages that the new answers call for.
    private var added: [ShownPage] { answer.pages.filter { answer.item(.page, $0.key) == nil } }

    private var missing: [FieldProblem] {
        guard isSent, problems.isEmpty else { return [] }
        let items = answer.request.items.filter { !isDone($0) }.map { item in
            let name =
                (item.kind == .paper ? definition.paper(item.key) : nil).map { Phrase(same: $0.title) }
                ?? definition.form.first { $0.key == item.key }?.title ?? Phrase(same: item.key)
            return FieldProblem(
                "\(item.kind.rawValue).\(item.key)",
                Phrase(vi: "Chưa bổ sung “\(name.vi)”", en: "“\(name.en)” is still missing"))
        }
        let pages = added.filter { !answer.isAnswered($0) }.map { page in
            FieldProblem(
                "page.\(page.key)",
                Phrase(vi: "Chưa trả lời “\(page.page.title.vi)”", en: "“\(page.page.title.en)” is not answered"))
        }
        let papers = answer.addedPapers.filter { $0.required && answer.files($0.key).isEmpty }.map { paper in
            let name = definition.paper(paper.key)?.title ?? paper.key
            return FieldProblem(
                "paper.\(paper.key)", Phrase(vi: "Chưa đính kèm “\(name)”", en: "“\(name)” is not attached"))
        }
        return items + pages + papers
    }

    private func isDone(_ item: SupplementItem) -> Bool {
        switch item.kind {
        case .paper: !answer.files(item.key).isEmpty
        case .page: answer.page(item.key).map { answer.isAnswered($0) } ?? true
        }
    }

    private func card(_ item: SupplementItem) -> Card {
        Card(id: Field.id("\(item.kind.rawValue).\(item.key)")) {
            p {
                isDone(item)
                    ? Tag(Phrase(vi: "Đã bổ sung", en: "Answered"), .good)
                    : Tag(Phrase(vi: "Cần bổ sung", en: "Needed"), .waiting)
            }
            p { strong { SupplementWords.name(of: item, in: definition) } }
            Inset {
                p {
                    Phrase(vi: "Lý do: ", en: "Reason: ")
                    vietnamese(item.reason)
                }
            }
            if item.kind == .paper {
                FileList(
                    answer.files(item.key).map { paper in
                        StoredFile(
                            paper.filename, note: ApplicantWording.size(paper.size),
                            href: ApplicantPaths.file(answer.id, paper.id))
                    })
            }
            p {
                a(
                    item.kind == .paper
                        ? Phrase(vi: "Đính kèm tệp mới", en: "Attach new files")
                        : Phrase(vi: "Sửa câu trả lời", en: "Change the answers"),
                    .href(
                        item.kind == .paper
                            ? ApplicantPaths.supplementPaper(answer.id, item.key)
                            : ApplicantPaths.supplementPage(answer.id, item.key)))
            }
        }
    }

    private func addedPaper(_ paper: SupplementPaper) -> Card {
        let files = answer.files(paper.key)
        return Card(id: Field.id("paper.\(paper.key)")) {
            p {
                if !files.isEmpty {
                    Tag(Phrase(vi: "Đã bổ sung", en: "Answered"), .good)
                } else if paper.required {
                    Tag(Phrase(vi: "Cần bổ sung", en: "Needed"), .waiting)
                } else {
                    Tag(Phrase(vi: "Nếu có", en: "If any"), .quiet)
                }
            }
            p { strong { vietnamese(definition.paper(paper.key)?.title ?? paper.key) } }
            p(Phrase(vi: "Câu trả lời mới của bạn cần thêm giấy tờ này.", en: "Your new answers call for this paper."))
            FileList(
                files.map { file in
                    StoredFile(
                        file.filename, note: ApplicantWording.size(file.size),
                        href: ApplicantPaths.file(answer.id, file.id))
                })
            p {
                a(
                    Phrase(vi: "Đính kèm tệp", en: "Attach files"),
                    .href(ApplicantPaths.supplementPaper(answer.id, paper.key)))
            }
        }
    }

    private func addedCard(_ page: ShownPage) -> Card {
        Card(page.page.title, id: Field.id("page.\(page.key)")) {
            p(Phrase(vi: "Câu trả lời mới của bạn cần thêm phần này.", en: "Your new answers call for this part."))
            p {
                a(
                    Phrase(vi: "Trả lời", en: "Answer it"),
                    .href(ApplicantPaths.supplementPage(answer.id, page.key)))
            }
        }
    }
}

/// One marked page of the form, with the reason above it.
struct SupplementFormPage {
    let answer: SupplementAnswer
    let shown: ShownPage
    var problems: [FieldProblem] = []

    var page: Page {
        Page(shown.page.title) {
            Narrow {
                backLink(ApplicantPaths.supplement(answer.id))
                ErrorSummary(problems)
                PageTitle(
                    shown.page.title, caption: Phrase(vi: "Bổ sung hồ sơ", en: "Supplement"), lead: shown.page.help)
                if let item = answer.item(.page, shown.key) { SupplementReason(reason: item.reason) }
                FormPageBody(
                    shown: shown, action: ApplicantPaths.supplementPage(answer.id, shown.key), problems: problems,
                    table: answer.tables.table,
                    locked: LockedView(answer.locked, of: answer.agency.name, isFiled: true),
                    fileAddress: { [id = answer.id] in ApplicantPaths.file(id, $0) })
            }
        }
    }
}

/// One marked paper: what was handed in before, the reason, and a field for new files.
struct SupplementPaperPage {
    let answer: SupplementAnswer
    let key: String
    /// What is held already, while nothing is attached.
    var offers: [EarlierPapers.Offer] = []
    var problems: [FieldProblem] = []

    var page: Page {
        let rule = answer.file.service.definition.paper(key)
        let title = Phrase(same: rule?.title ?? key)
        let before = answer.file.papers.filter { $0.rule == key && $0.isApplicants && !$0.isReplaced }
        return Page(title) {
            Narrow {
                backLink(ApplicantPaths.supplement(answer.id))
                ErrorSummary(problems)
                PageTitle(Phrase(vi: "Đính kèm giấy tờ", en: "Attach a paper"))
                if let rule { PaperName(rule: rule) }
                if let item = answer.item(.paper, key) { SupplementReason(reason: item.reason) }
                if !before.isEmpty {
                    Card(Phrase(vi: "Tệp đã nộp trước đây", en: "Handed in before")) {
                        FileList(before.map { stored($0, remove: nil) })
                        p(Phrase(vi: "Tệp mới sẽ thay các tệp này.", en: "New files take their place."), .class("note"))
                    }
                }
                if !offers.isEmpty {
                    PaperOffers(offers: offers, action: ApplicantPaths.supplementPaper(answer.id, key)) { offer, file in
                        offer.isFiledOnline ? ApplicantPaths.file(offer.dossier, file.id) : nil
                    }
                }
                UploadForm(
                    action: ApplicantPaths.supplementPaper(answer.id, key),
                    files: answer.files(key).map { stored($0, remove: (UploadForm.remove, $0.id.description)) },
                    problems: problems, back: ApplicantPaths.supplement(answer.id))
            }
        }
    }

    private func stored(_ paper: Paper, remove: (name: String, value: String)?) -> StoredFile {
        StoredFile(
            paper.filename, note: ApplicantWording.size(paper.size), href: ApplicantPaths.file(answer.id, paper.id),
            remove: remove)
    }
}

/// Why the desk asks for it.
struct SupplementReason: Component {
    let reason: String

    var markup: Markup {
        Banner(.warning, Phrase(vi: "Lý do cần bổ sung", en: "Why it is needed")) { p { vietnamese(reason) } }.markup
    }
}
