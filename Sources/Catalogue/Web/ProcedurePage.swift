import DesignSystem
import Kernel
import Markup
import Site

/// A procedure with everything the law wants published (NĐ 63/2010, Đ.8): first four answers, then the parts.
struct ProcedurePage {
    /// A service of this site for the procedure.
    struct Service {
        let title: Phrase
        let path: String
        let limit: LimitRule
        /// Whether it is filed online, and not only at the counter.
        let isOnline: Bool
    }

    let procedure: Procedure
    let services: [Service]
    let versions: [ProcedureStore.Version]

    var page: Page {
        Page(
            Phrase(same: procedure.name),
            breadcrumbs: [
                (Phrase(vi: "Thủ tục", en: "Procedures"), CataloguePaths.search()),
                (Phrase(same: procedure.field), CataloguePaths.search.with([("linh-vuc", procedure.field)])),
            ], isPublic: true
        ) {
            PageTitle(
                Phrase(same: procedure.name),
                caption: caption)
            first
            part("trinh-tu", Phrase(vi: "Trình tự thực hiện", en: "Steps")) { steps }
            part("cach-thuc", Phrase(vi: "Cách thức, thời hạn, phí và lệ phí", en: "Ways to file, limits, fees")) {
                channels
            }
            part("thanh-phan", Phrase(vi: "Thành phần hồ sơ", en: "Papers")) { papers }
            part("ket-qua", Phrase(vi: "Kết quả", en: "Results")) {
                ul { for outcome in procedure.outcomes { li { vietnamese(outcome.name) } } }
            }
            part("co-quan", Phrase(vi: "Cơ quan và đối tượng", en: "Agencies and applicants")) { agencies }
            if let conditions = procedure.conditions {
                part("dieu-kien", Phrase(vi: "Yêu cầu, điều kiện", en: "Conditions")) { paragraphs(conditions) }
            }
            part("can-cu", Phrase(vi: "Căn cứ pháp lý", en: "Legal basis")) {
                ul { for basis in procedure.legalBasis { li { vietnamese(basis) } } }
            }
            history
        }
    }

    private var caption: Phrase {
        Phrase(
            vi: (["Mã thủ tục \(procedure.code)"] + procedure.levels.map(\.name.vi)).joined(separator: " · "),
            en: (["Procedure \(procedure.code)"] + procedure.levels.map(\.name.en)).joined(separator: " · "))
    }

    private var answers: ProcedureAnswers { ProcedureAnswers(procedure: procedure, online: services.map(\.limit)) }

    @MarkupBuilder private var first: [Markup] {
        Card(nil, accented: true) {
            p {
                answers.summary
                if let agency = answers.agency {
                    Phrase(vi: " Nơi giải quyết: ", en: " Handled by: ")
                    vietnamese(agency)
                    "."
                }
            }
            KeyFacts([
                .init(Phrase(vi: "Dành cho ai", en: "Who it is for"), answers.who),
                .init(Phrase(vi: "Cần chuẩn bị gì", en: "What you need")) {
                    a(answers.need, .href("#thanh-phan"))
                },
                .init(Phrase(vi: "Bao lâu", en: "How long")) { a(answers.howLong, .href("#cach-thuc")) },
                .init(Phrase(vi: "Bao nhiêu tiền", en: "How much")) { a(answers.howMuch, .href("#cach-thuc")) },
            ])
            ButtonRow {
                for service in services {
                    ButtonLink(
                        !service.isOnline
                            ? Phrase(vi: "Nơi làm và giờ làm việc", en: "Where and when it is done")
                            : services.count == 1
                                ? Phrase(vi: "Nộp hồ sơ trực tuyến", en: "File online") : service.title, service.path,
                        .primary)
                }
                PrintButton()
            }
            if services.isEmpty {
                p(
                    Phrase(
                        vi:
                            "Thủ tục này chưa nộp trực tuyến được tại đây. Xin nộp tại bộ phận một cửa hoặc qua bưu chính.",
                        en: "This procedure cannot be filed online here yet. File it at the one-stop desk or by post."),
                    .class("help"))
            }
        }
    }

    private func part(_ id: String, _ title: Phrase, @MarkupBuilder content: () -> [Markup]) -> Disclosure {
        Disclosure(title, id: id, open: id == "thanh-phan", large: true, content: content)
    }
}
