import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The last screen before filing: every answer with a way to change it, papers, fees, the date to expect, and the
/// promise that it is all true.
struct CheckPage {
    static let promise = "promise"
    static let version = "version"

    let check: DraftCheck
    /// When the result would be due if the desk took it now; nil when no calendar tells.
    let expected: CaseClock?
    var problems: [FieldProblem] = []
    /// What happened in another tab, when the filing was overtaken.
    var notice: Phrase?

    private var open: OpenDraft { check.open }
    private var parties: Parties { open.draft.parties }

    var page: Page {
        let title = Phrase(vi: "Kiểm tra trước khi nộp", en: "Check before you file")
        return DraftScreen(open: open, part: .check, problems: problems).page(title: title) {
            PageTitle(title, lead: open.service.definition.title)
            if let notice { Banner(.warning, notice) }
            closed
            unfinished
            partiesCard
            for section in open.service.checkSections(open.facts, places: open.places) { card(section) }
            papersCard
            CheckCards.fees(
                (check.fees + open.reading.exemptions).map {
                    FeeLine(title: $0.title, amount: $0.amount, basis: $0.basis, terms: $0.terms, paidAt: nil)
                })
            CheckCards.expected(expected)
            end
        }
    }

    // MARK: what stands against it

    @MarkupBuilder private var closed: [Markup] {
        if check.isClosed {
            Banner(.warning, Phrase(vi: "Hiện chưa nộp được", en: "It cannot be filed at present")) {
                p(
                    Phrase(
                        vi:
                            "\(open.agency.name.vi) hiện không nhận dịch vụ này trực tuyến. Bản nháp vẫn được giữ; bạn có thể nộp tại bộ phận một cửa.",
                        en:
                            "\(open.agency.name.en) does not take this service online at present. The draft is kept; you may file at the one-stop desk."
                    ))
            }
        }
    }

    @MarkupBuilder private var unfinished: [Markup] {
        if !check.unfinished.isEmpty {
            Banner(.warning, Phrase(vi: "Còn phần chưa xong", en: "Some parts are not finished")) {
                ul {
                    for part in check.unfinished { li { a(open.file.title(of: part), .href(part.address(open.id))) } }
                }
            }
        }
    }

    // MARK: what was answered

    @MarkupBuilder private var partiesCard: [Markup] {
        let kinds = open.service.definition.owners
        let owner = ApplicantPaths.owner(open.id)
        let details = ApplicantPaths.ownerDetails(open.id)
        let submitter = ApplicantPaths.submitter(open.id)
        Card(Phrase(vi: "Người nộp và chủ hồ sơ", en: "Who files, for whom")) {
            SummaryList(
                (kinds.count > 1
                    ? [SummaryList.Row(Phrase(vi: "Nộp cho ai", en: "For whom"), parties.kind.choice, change: owner)]
                    : [])
                    + (parties.kind == .`self` ? [] : CheckCards.owner(parties, change: details))
                    + CheckCards.submitter(parties.submitter, change: submitter) + [agencyRow])
        }
    }

    private var agencyRow: SummaryList.Row { SummaryList.Row(ApplicantWording.agency, open.agency.name) }

    private func card(_ section: CheckSection) -> Markup {
        let change = ApplicantPaths.page(open.id, section.page)
        let locked = open.locked
        return Card(section.title) {
            SummaryList(
                section.rows.map { row in
                    let origin = locked[row.name]
                    return CheckCards.row(
                        row, note: origin?.ownWords, change: origin == nil ? change + "#" + Field.id(row.name) : nil
                    ) {
                        ApplicantPaths.draftFile(open.id, $0)
                    }
                })
        }.markup
    }

    @MarkupBuilder private var papersCard: [Markup] {
        let due = open.due
        let change = ApplicantPaths.papers(open.id)
        Card(ApplicantWording.papers) {
            if due.isEmpty { p(Phrase(vi: "Chỉ cần biểu mẫu điện tử.", en: "Only the online form is needed.")) }
            SummaryList(
                due.map { paper in
                    let files = open.files(paper.rule.key)
                    return SummaryList.Row(Phrase(same: paper.rule.title), change: paper.isToAttach ? change : nil) {
                        if paper.rule.isShown {
                            Phrase(vi: "Xuất trình khi đến", en: "Shown when you come")
                        } else if files.isEmpty {
                            PaperWords.tag(paper, hasFiles: false)
                        } else {
                            FileList(
                                files.map { file in
                                    StoredFile(
                                        file.filename, note: ApplicantWording.size(file.size),
                                        href: ApplicantPaths.draftFile(open.id, file.id))
                                })
                        }
                    }
                })
        }
        if let delivery = parties.delivery {
            let ways = open.service.definition.result.ways
            Card(Phrase(vi: "Nhận kết quả", en: "Getting the result")) {
                SummaryList([
                    SummaryList.Row(
                        Phrase(same: open.service.definition.result.title), delivery.name,
                        note: delivery.address.isEmpty ? nil : Phrase(same: delivery.address),
                        change: ways.count > 1 ? ApplicantPaths.delivery(open.id) : nil)
                ])
            }
        }
    }

    // MARK: filing

    @MarkupBuilder private var end: [Markup] {
        postForm(to: ApplicantPaths.filing(open.id)) {
            hiddenField(Self.version, String(open.draft.version))
            if check.isComplete {
                CheckField(
                    Self.promise,
                    Phrase(
                        vi:
                            "Tôi cam đoan những nội dung đã khai là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai.",
                        en: "I declare that what is stated is true and that I am answerable for it by law."),
                    problem: problems[Self.promise])
            }
            ButtonRow {
                if check.isComplete {
                    Button(
                        ApplicantWording.file,
                        effect: Phrase(
                            vi: "Hồ sơ được gửi tới \(open.agency.name.vi); bạn nhận mã hồ sơ ngay.",
                            en: "The dossier goes to \(open.agency.name.en); you get its code at once."))
                }
                ButtonLink(ApplicantWording.later, ApplicantPaths.saved, .secondary)
            }
        }
        p { a(Phrase(vi: "Xóa bản nháp này", en: "Delete this draft"), .href(ApplicantPaths.discarding(open.id))) }
    }
}
