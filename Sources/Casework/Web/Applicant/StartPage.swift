import Catalogue
import DesignSystem
import Kernel
import Markup
import Site
import Wording
import WorkingTime

/// The start page of an online service: for whom, what one needs, how long, how much, and the button to begin.
struct StartPage {
    let service: CompiledService
    let picker: AgencyPicker
    let visitor: Visitor?
    let draft: Draft?
    let procedure: String?
    /// Where it is filed in person, when it is not filed online.
    var desks: [(agency: AgencyCard, hours: [Phrase])] = []
    var problems: [FieldProblem] = []

    private var definition: ServiceDefinition { service.definition }
    private var facts: ServiceFacts { ServiceFacts(definition) }

    var page: Page {
        Page(definition.title) {
            ErrorSummary(problems)
            Split {
                Card(accented: true) {
                    PageTitle(
                        definition.title,
                        caption: Phrase(
                            vi:
                                "\(isOnline ? "Dịch vụ công trực tuyến" : "Làm tại bộ phận một cửa") · \(definition.procedure)",
                            en: "\(isOnline ? "Online service" : "Done at the one-stop desk") · \(definition.procedure)"
                        ))
                    KeyFacts([
                        .init(Phrase(vi: "Dành cho ai", en: "For whom"), facts.who),
                        .init(Phrase(vi: "Cần chuẩn bị", en: "What you need"), facts.need),
                        .init(Phrase(vi: "Bao lâu", en: "How long"), facts.time),
                        .init(Phrase(vi: "Bao nhiêu tiền", en: "How much"), facts.cost),
                    ])
                }
                resume
                if isOnline { filing } else { inPerson }
                papers
            } side: {
                fees
                if let procedure {
                    p {
                        a(
                            Phrase(
                                vi: "Xem đầy đủ thủ tục và căn cứ pháp lý",
                                en: "The whole procedure and its legal basis"),
                            .href(procedure))
                    }
                }
            }
        }
    }

    @MarkupBuilder private var resume: [Markup] {
        if let draft {
            Card(Phrase(vi: "Bạn có bản nháp đang làm dở", en: "You have begun a draft")) {
                p(
                    Phrase(
                        vi: "Lưu lần cuối lúc \(draft.changedAt.phrase.vi).",
                        en: "Saved last on \(draft.changedAt.phrase.en)."))
                ButtonLink(
                    Phrase(vi: "Làm tiếp", en: "Go on with it"), ApplicantPaths.draft(draft.id), .secondary)
            }
        }
    }

    private var isOnline: Bool { definition.takes(.online) }

    /// Where one goes with the papers, and when; there is nothing to press.
    private var inPerson: Markup {
        Card(Phrase(vi: "Làm trực tiếp tại bộ phận một cửa", en: "Done in person at the one-stop desk"), id: "nop") {
            p(
                Phrase(
                    vi: "Dịch vụ này cần xem bản chính giấy tờ nên không nộp trực tuyến.",
                    en: "The originals must be seen, so this service is not filed online."))
            if desks.isEmpty {
                p(
                    Phrase(
                        vi: "Hiện chưa có cơ quan nào nhận dịch vụ này tại đây.",
                        en: "No agency takes this service here at present."))
            }
            for desk in desks {
                h3 { vietnamese(desk.agency.name.vi) }
                SummaryList(
                    [
                        (Phrase(vi: "Nơi nhận", en: "Desk"), desk.agency.desk),
                        (ApplicantWording.address, desk.agency.address), (ApplicantWording.phone, desk.agency.phone),
                    ].filter { !$0.1.isEmpty }.map { SummaryList.Row($0.0, $0.1) })
                ul { for line in desk.hours { li(line) } }
            }
        }.markup
    }

    private var filing: Markup {
        let path = ApplicantPaths.service(definition.service)
        return Card(Phrase(vi: "Nộp trực tuyến", en: "File online"), id: "nop") {
            if picker.offers.isEmpty {
                p(
                    Phrase(
                        vi: "Hiện chưa có cơ quan nào nhận trực tuyến. Xin nộp tại bộ phận một cửa.",
                        en: "No agency takes it online at present. Please file at the one-stop desk."))
            } else if visitor?.isOfficial ?? false {
                p(
                    Phrase(
                        vi: "Bạn đang đăng nhập với tư cách cán bộ. Để nộp hồ sơ, hãy dùng tài khoản cá nhân.",
                        en: "You are signed in as an official. File with a personal account."))
            } else {
                picker.provinces(path)
                if picker.canChoose {
                    if visitor == nil {
                        getForm(to: ApplicantPaths.drafts(definition.service)) {
                            picker.field(problems)
                            ButtonRow { Button(ApplicantWording.file) }
                        }
                        p(
                            Phrase(vi: "Bạn sẽ đăng nhập ở bước sau.", en: "You sign in at the next step."),
                            .class("note"))
                    } else {
                        postForm(to: ApplicantPaths.drafts(definition.service)) {
                            picker.field(problems)
                            ButtonRow { Button(ApplicantWording.file) }
                        }
                    }
                }
            }
        }.markup
    }

    // MARK: what one needs

    @MarkupBuilder private var papers: [Markup] {
        Card(Phrase(vi: "Giấy tờ cần chuẩn bị", en: "Papers to prepare"), id: "giay-to") {
            list(Phrase(vi: "Luôn cần", en: "Always"), facts.always)
            list(
                Phrase(vi: "Tùy trường hợp của bạn", en: "Depending on your case"), facts.sometimes,
                note: Phrase(
                    vi: "Biểu mẫu sẽ cho biết bạn cần giấy tờ nào.", en: "The form tells which of these you need."))
            list(
                Phrase(vi: "Xuất trình khi đến, không cần tải lên", en: "Shown when you come, not uploaded"),
                facts.shown)
            if facts.isFormOnly {
                p(Phrase(vi: "Chỉ cần điền biểu mẫu điện tử.", en: "Only the online form is needed."))
            }
        }
    }

    @MarkupBuilder private func list(_ title: Phrase, _ papers: [PaperRule], note: Phrase? = nil) -> [Markup] {
        if !papers.isEmpty {
            h3(title)
            if let note { p(note, .class("note")) }
            Prose {
                ul {
                    for paper in papers {
                        li {
                            vietnamese(paper.title)
                            if let copies = PaperWords.copies(paper) {
                                " "
                                span(.class("note")) {
                                    "("
                                    copies
                                    ")"
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var fees: Markup {
        Card(ApplicantWording.fees, id: "le-phi") {
            if let note = definition.feeNote { p(note) }
            if definition.fees.isEmpty {
                if definition.feeNote == nil { p(Phrase(vi: "Không thu phí, lệ phí.", en: "Free of charge.")) }
            } else {
                SummaryList(
                    definition.fees.map { fee in
                        SummaryList.Row(
                            fee.title, ServiceFacts.amount(fee),
                            note: fee.basis.map { Phrase(vi: "Căn cứ: \($0)", en: "Basis: \($0)") })
                    })
                for reduction in definition.fees.flatMap({ $0.reductions ?? [] }) {
                    p(reduction.notice, .class("note"))
                }
                p(ApplicantWording.atCounter, .class("note"))
            }
        }.markup
    }
}
