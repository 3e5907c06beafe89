import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The form for a new agency or unit, and the one for what is known of an agency besides its name.
struct AgencyFormPage {
    let form: AgencyForm
    /// The agencies below which a new one may stand.
    var parents: [Agency] = []
    let calendars: [(name: String, title: Phrase)]
    var problems: [FieldProblem] = []

    func new(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title = Phrase(vi: "Thêm đơn vị", en: "Add a unit")
        let parent = parents.first { $0.id.description == form.parent }
        return frame.page(title, in: .agencies, for: visitor, above: [(title, "")]) {
            Narrow {
                ErrorSummary(problems)
                postForm(to: AdministrationPaths.newAgency(), guarded: true) {
                    Field(
                        "parent", Phrase(vi: "Trực thuộc", en: "Directly below"),
                        .select(form.parent, parents.map { Choice($0.id.description, $0.phrase) }),
                        problem: problems["parent"])
                    Field(
                        "kind", Phrase(vi: "Loại", en: "Kind"),
                        .choice(
                            form.kind,
                            (parent?.kind.children ?? AgencyKind.allCases.filter { $0 != .root }).map {
                                Choice($0.rawValue, $0.phrase)
                            }),
                        problem: problems["kind"])
                    names
                    details
                    Field(
                        "from", Phrase(vi: "Hoạt động từ ngày", en: "In force from"), .date(form.from),
                        problem: problems["from"])
                    ButtonRow {
                        Button(Phrase(vi: "Thêm đơn vị", en: "Add the unit"))
                        ButtonLink(.cancel, AdministrationPaths.agencies(), .plain)
                    }
                }
            }
        }
    }

    func details(of agency: Agency, _ frame: AdminFrame, _ visitor: Visitor, isChanged: Bool = false) -> Page {
        let title = Phrase(vi: "Sửa thông tin", en: "Change details")
        let path = AdministrationPaths.agency(agency.id)
        return frame.page(
            title, in: .agencies, for: visitor, above: [(agency.phrase, ""), (agency.phrase, path)]
        ) {
            Narrow {
                if isChanged { Banner(.warning, .changedMeanwhile) }
                ErrorSummary(problems)
                postForm(to: AdministrationPaths.agencyDetails(agency.id), guarded: true) {
                    hiddenField("version", form.version)
                    details
                    ButtonRow {
                        Button(.save)
                        ButtonLink(.cancel, path, .plain)
                    }
                }
            }
        }
    }

    @MarkupBuilder private var names: [Markup] {
        Field("name", Phrase(vi: "Tên tiếng Việt", en: "Vietnamese name"), .text(form.name), problem: problems["name"])
        Field(
            "name_en", Phrase(vi: "Tên tiếng Anh", en: "English name"), .text(form.englishName), optional: true,
            problem: problems["name_en"])
    }

    @MarkupBuilder private var details: [Markup] {
        Field(
            "code", Phrase(vi: "Mã định danh", en: "Code"), .text(form.code, width: .medium),
            help: Phrase(
                vi:
                    "Theo QĐ 20/2020/QĐ-TTg, ví dụ H56.12.03. Mã là phần đầu của mã hồ sơ; phòng, bộ phận bên trong có thể để trống.",
                en: "By Decision 20/2020, for example H56.12.03. Dossier codes begin with it; divisions may have none."),
            optional: true, problem: problems["code"])
        Field(
            "territory", Phrase(vi: "Địa bàn", en: "Territory"), .text(form.territory),
            help: Phrase(
                vi:
                    "Tên hoặc mã tỉnh, xã mà cơ quan phục vụ, ví dụ: Phường Ba Đình, Hà Nội. Chỉ cần cho UBND tỉnh và xã.",
                en:
                    "Name or code of the province or commune it serves, e.g. Phường Ba Đình, Hà Nội. Only for People's Committees."
            ),
            optional: true, problem: problems["territory"])
        Field(
            "address", Phrase(vi: "Địa chỉ", en: "Address"), .text(form.address, autocomplete: "street-address"),
            optional: true, problem: problems["address"])
        Field(
            "phone", Phrase(vi: "Điện thoại", en: "Telephone"), .phone(form.phone), optional: true,
            problem: problems["phone"])
        Field(
            "calendar", Phrase(vi: "Lịch làm việc", en: "Calendar"),
            .select(
                form.calendar, calendars.map { Choice($0.name, $0.title) }, empty: .calendarFromAbove),
            optional: true, problem: problems["calendar"])
    }
}
