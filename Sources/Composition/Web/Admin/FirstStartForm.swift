import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The form of an empty installation: the start code, its first administrator, its first agency.
struct FirstStartForm {
    var code = ""
    var name = ""
    var email = ""
    var kind = AgencyKind.commune.rawValue
    var agency = ""
    var agencyCode = ""
    var territory = ""
    var problems: [FieldProblem] = []

    init() {}

    init(_ form: FormValues) {
        code = form["start_code"]
        name = form["name"]
        email = form["email"]
        kind = form["agency.kind"]
        agency = form["agency.name"]
        agencyCode = form["agency.code"]
        territory = form["agency.territory"]
    }

    var page: Page {
        let title = Phrase(vi: "Bắt đầu sử dụng", en: "Getting started")
        return Page(title, side: .plain) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(
                    title,
                    lead: Phrase(
                        vi:
                            "Chưa có ai quản trị hệ thống này. Tạo quản trị viên đầu tiên và cơ quan đầu tiên; những phần còn lại làm trên màn hình quản trị.",
                        en:
                            "Nobody administers this site yet. Make the first administrator and the first agency; the rest is done on the screens of administration."
                    ))
                postForm(to: AdminPaths.firstStart(), guarded: true) {
                    Field(
                        "start_code", Phrase(vi: "Mã khởi đầu", en: "Start code"),
                        .text(code, width: .medium, autocomplete: "off"),
                        help: Phrase(
                            vi: "Hiện trên màn hình của máy chủ khi chương trình khởi động.",
                            en: "Shown on the server's screen when the program starts."),
                        problem: problems["start_code"])
                    fieldGroup(Phrase(vi: "Quản trị viên", en: "The administrator")) {
                        Field(
                            "name", Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), .text(name, autocomplete: "name"),
                            problem: problems["name"])
                        Field(
                            "email", Phrase(vi: "Thư điện tử công vụ", en: "Work e-mail"), .email(email),
                            help: Phrase(vi: "Dùng để đăng nhập.", en: "For signing in."),
                            problem: problems["email"])
                    }
                    fieldGroup(Phrase(vi: "Cơ quan đầu tiên", en: "The first agency")) { agencyFields }
                    ButtonRow {
                        Button(
                            Phrase(vi: "Tạo và đặt mật khẩu", en: "Create, then set the password"))
                    }
                }
            }
        }
    }

    @MarkupBuilder private var agencyFields: [Markup] {
        Field(
            "agency.kind", Phrase(vi: "Loại cơ quan", en: "Kind of agency"),
            .choice(kind, AgencyKind.tops.map { Choice($0.rawValue, $0.phrase) }),
            help: Phrase(
                vi: "Cơ quan cao nhất của hệ thống này; các cơ quan khác đặt bên dưới.",
                en: "The top of this site; other agencies stand below it."), problem: problems["agency.kind"])
        Field(
            "agency.name", Phrase(vi: "Tên cơ quan", en: "Name of the agency"), .text(agency),
            help: Phrase(vi: "Ví dụ: Ủy ban nhân dân phường Tây Hồ.", en: "In Vietnamese, as on its seal."),
            problem: problems["agency.name"])
        Field(
            "agency.code", Phrase(vi: "Mã định danh điện tử", en: "Electronic code"),
            .text(agencyCode, width: .medium),
            help: Phrase(
                vi: "Theo Quyết định 20/2020/QĐ-TTg, ví dụ H26.12; là phần đầu của mã hồ sơ.",
                en: "QĐ 20/2020/QĐ-TTg, e.g. H26.12; dossier codes begin with it."),
            problem: problems["agency.code"])
        Field(
            "agency.territory", Phrase(vi: "Địa bàn", en: "Territory"), .text(territory),
            help: Phrase(
                vi: "Tên hoặc mã xã, tỉnh. Để trống nếu danh mục địa danh chưa được nhập; bổ sung sau.",
                en: "Name or code of the commune or province. Leave empty while the list is not loaded; add it later."),
            optional: true, problem: problems["agency.territory"])
    }

    /// What is said once somebody administers the site.
    static var over: Page {
        let title = Phrase(vi: "Hệ thống đã có quản trị viên", en: "This site has an administrator")
        return Page(title, side: .plain) {
            Narrow {
                PageTitle(
                    title,
                    lead: Phrase(
                        vi: "Trang khởi đầu đã đóng. Người quản trị đăng nhập để tiếp tục.",
                        en: "The start page is closed. Administrators sign in to go on."))
                ButtonRow { ButtonLink(.signIn, HomePaths.signIn) }
            }
        }
    }
}
