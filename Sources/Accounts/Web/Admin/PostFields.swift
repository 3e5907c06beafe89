import DesignSystem
import Directory
import Kernel
import Markup

/// The fields of a post in a form: where, as what, since when.
struct PostFields {
    let form: OfficialForm
    let reach: Reach
    let today: Day
    let problems: [FieldProblem]

    @MarkupBuilder var markup: [Markup] {
        Field(
            "agency", Phrase(vi: "Cơ quan, đơn vị", en: "Agency or unit"),
            .select(
                form.agency, reach.present(on: today).map { Choice($0.id.description, reach.fullName($0)) }),
            problem: problems["agency"])
        Field(
            "role", Phrase(vi: "Vai trò", en: "Role"),
            .choice(form.role, Role.allCases.map { Choice($0.rawValue, $0.phrase, hint: $0.work) }),
            problem: problems["role"])
        Field(
            "title", Phrase(vi: "Chức danh", en: "Title"), .text(form.title),
            help: Phrase(
                vi: "Như dưới chữ ký, ví dụ: Phó Chủ tịch. Để trống thì lấy chức danh thường dùng của vai trò.",
                en: "As under a signature. Left empty, the usual title of the role."), optional: true,
            problem: problems["title"])
        Field(
            "from", Phrase(vi: "Từ ngày", en: "From"), .date(form.from), problem: problems["from"])
        Field(
            "until", Phrase(vi: "Không còn giữ từ ngày", en: "Held no more from"), .date(form.until),
            help: Phrase(vi: "Để trống nếu chưa biết.", en: "Leave empty when no end is known."), optional: true,
            problem: problems["until"])
    }
}

extension Role {
    /// What somebody in the role does, beside its name in a form.
    fileprivate var work: Phrase {
        switch self {
        case .oneStop:
            Phrase(
                vi: "Tiếp nhận hồ sơ, thu phí, trả kết quả tại bộ phận một cửa.",
                en: "Takes dossiers, collects fees, hands out results at the desk.")
        case .specialist:
            Phrase(vi: "Thẩm định, đề xuất cách giải quyết.", en: "Examines dossiers, proposes what to decide.")
        case .head:
            Phrase(vi: "Phân công, kiểm tra đề xuất của đơn vị.", en: "Assigns work, checks what the unit proposes.")
        case .leader: Phrase(vi: "Phê duyệt, ký kết quả.", en: "Approves and signs.")
        case .administrator:
            Phrase(
                vi: "Quản lý cơ quan, cán bộ, dịch vụ từ cơ quan này trở xuống.",
                en: "Looks after agencies, officials and services from this agency down.")
        }
    }
}
