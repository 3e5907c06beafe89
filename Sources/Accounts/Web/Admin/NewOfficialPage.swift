import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// The form that makes the account of an official with a first post.
struct NewOfficialPage {
    let form: OfficialForm
    let reach: Reach
    let today: Day
    var problems: [FieldProblem] = []

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title = Phrase(vi: "Thêm cán bộ", en: "Add an official")
        return frame.page(title, in: .officials, for: visitor, above: [(title, "")], hasTitle: false) {
            Narrow {
                ErrorSummary(problems)
                PageTitle(
                    title,
                    lead: Phrase(
                        vi: "Người có tài khoản cán bộ rồi thì chỉ thêm vị trí: dùng đúng địa chỉ thư của họ.",
                        en: "Somebody who has an official's account only gets another post: use the same address."))
                postForm(to: OfficialPaths.new(), guarded: true) {
                    Field(
                        "name", Phrase(vi: "Họ, chữ đệm, tên", en: "Full name"), .text(form.name),
                        problem: problems["name"])
                    Field(
                        "email", Phrase(vi: "Thư điện tử công vụ", en: "Work e-mail"), .email(form.email),
                        help: Phrase(
                            vi: "Dùng để đăng nhập; liên kết đặt mật khẩu được gửi về đây.",
                            en: "They sign in with it; the link for the password is sent there."),
                        problem: problems["email"])
                    Field(
                        "phone", Phrase(vi: "Số điện thoại", en: "Telephone"), .phone(form.phone), optional: true,
                        problem: problems["phone"])
                    PostFields(form: form, reach: reach, today: today, problems: problems).markup
                    ButtonRow {
                        Button(title)
                        ButtonLink(.cancel, OfficialPaths.list(), .plain)
                    }
                }
            }
        }
    }
}
