import Catalogue
import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The agencies that can offer services, with how many are on at each.
struct ServiceListPage {
    let services: [ServiceHead]
    let agencies: [Agency]
    let counts: [Agency.ID: Int]
    /// What was wrong with definitions that could not be published.
    var problems: [String] = []

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        frame.page(AdminSection.services.title, in: .services, for: visitor) {
            AdminNotice.banner(request)
            if !problems.isEmpty {
                Banner(
                    .danger, Phrase(vi: "Có định nghĩa dịch vụ chưa dùng được", en: "Some definitions cannot be used")
                ) { ul { for line in problems { li { line } } } }
            }
            if services.isEmpty {
                EmptyState(Phrase(vi: "Chưa có dịch vụ nào được công bố", en: "No service is published yet")) {
                    if visitor.may(.administerSite) {
                        p(
                            Phrase(
                                vi:
                                    "Phần mềm mang theo các định nghĩa dịch vụ trong thư mục services. Công bố để bật được ở từng cơ quan.",
                                en:
                                    "The program brings service definitions along. Publish them, then turn them on at agencies."
                            ))
                        publication
                    } else {
                        p(
                            Phrase(
                                vi:
                                    "Quản trị viên của toàn hệ thống công bố dịch vụ trước, sau đó bạn bật ở cơ quan mình.",
                                en:
                                    "An administrator of the whole site publishes services first; then you turn them on."
                            ))
                    }
                }
            } else {
                DataTable(
                    AdminSection.services.title,
                    columns: [
                        .init(Phrase(vi: "Cơ quan", en: "Agency")),
                        .init(Phrase(vi: "Dịch vụ đang bật", en: "Services on"), .number),
                    ],
                    rows: agencies.map { agency in
                        DataTable.Row {
                            a(.href(AdminPaths.offers(agency.id))) { AgencyName(agency) }
                            Markup.text("\(counts[agency.id] ?? 0)/\(services.count)")
                        }
                    }, isWalkable: true)
                if visitor.may(.administerSite) { publication }
            }
        }
    }

    private var publication: Markup { PublicationForm().markup }
}

/// The button that publishes the definitions that the program brings along.
struct PublicationForm: Component {
    var markup: Markup {
        postForm(to: AdminPaths.publication()) {
            ButtonRow {
                Button(
                    Phrase(vi: "Công bố từ thư mục dịch vụ", en: "Publish from the services folder"), .secondary,
                    effect: Phrase(
                        vi: "Bản đã công bố giữ nguyên; bản sửa thành phiên bản mới.",
                        en: "What was published stays; a changed file becomes a new version."))
            }
        }
    }
}

/// The services of one agency, each on or off.
struct OffersPage {
    let agency: Agency
    let isOnly: Bool
    let services: [ServiceHead]
    let on: Set<String>
    let hasDesk: Bool
    /// What could not be turned on, being for another kind of agency.
    var unfit: [Phrase] = []

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        let title = isOnly ? AdminSection.services.title : agency.phrase
        return frame.page(title, in: .services, for: visitor, above: isOnly ? [] : [(title, "")]) {
            AdminNotice.banner(request)
            if !unfit.isEmpty {
                Banner(
                    .danger,
                    Phrase(
                        vi: "Dịch vụ này dành cho loại cơ quan khác", en: "This service is for another kind of agency")
                ) { ul { for title in unfit { li(title) } } }
            }
            if !hasDesk {
                Banner(
                    .warning,
                    Phrase(vi: "Cơ quan chưa có nơi nhận hồ sơ", en: "There is nowhere to take its dossiers yet")
                ) {
                    p {
                        a(
                            Phrase(vi: "Thêm bộ phận một cửa", en: "Add a one-stop desk"),
                            .href(AdministrationPaths.newAgency.with([("duoi", agency.id.description)])))
                    }
                }
            }
            if services.isEmpty {
                EmptyState(Phrase(vi: "Chưa có dịch vụ nào được công bố", en: "No service is published yet"))
            } else {
                Narrow {
                    postForm(to: AdminPaths.offers(agency.id), guarded: true) {
                        Field(
                            "on", Phrase(vi: "Nhận hồ sơ trực tuyến", en: "Taken online"),
                            .checks(on, services.map(choice)),
                            help: Phrase(
                                vi: "Tắt dịch vụ chỉ ngừng nhận hồ sơ mới; hồ sơ đã nộp vẫn được giải quyết.",
                                en: "Turning a service off stops new dossiers only; those filed go on."))
                        ButtonRow { Button(.save) }
                    }
                }
            }
            if isOnly, visitor.may(.administerSite) { PublicationForm() }
        }
    }

    private func choice(_ service: ServiceHead) -> Choice {
        Choice(
            service.service, service.title,
            hint: Phrase(
                vi: "Thủ tục \(service.procedure), áp dụng từ \(service.effectiveFrom.phrase.vi)",
                en: "Procedure \(service.procedure), in force from \(service.effectiveFrom.phrase.en)"))
    }
}
