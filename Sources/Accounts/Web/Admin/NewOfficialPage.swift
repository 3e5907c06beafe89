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

/// Shows a one-time link for a password, once: whoever opens it sets the password of the account.
struct LinkPage {
    let file: OfficialFile
    let address: String
    let isNew: Bool

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let title =
            isNew
            ? Phrase(vi: "Đã thêm cán bộ", en: "The official is added")
            : Phrase(vi: "Liên kết đặt mật khẩu mới", en: "A new link for the password")
        let name = Phrase(same: file.account.name)
        let path = OfficialPaths.official(file.account.id)
        return frame.page(title, in: .officials, for: visitor, above: [(name, ""), (name, path)], hasTitle: false) {
            Narrow {
                PageTitle(title, caption: name)
                Banner(
                    .success,
                    Phrase(
                        vi: "Liên kết đã được gửi đến \(file.account.email).",
                        en: "The link is on its way to \(file.account.email).")
                ) {
                    p(
                        Phrase(
                            vi:
                                "Nếu hệ thống chưa gửi được thư, hãy đưa liên kết dưới đây cho đúng người. Dùng một lần, trong 72 giờ, và chỉ hiện ở trang này.",
                            en:
                                "If mail does not go out yet, hand the link below to the person. It works once, for 72 hours, and is shown on this page only."
                        ))
                }
                Card(Phrase(vi: "Liên kết đặt mật khẩu", en: "Link for the password")) {
                    p(
                        address, .class("link-once"), .named("data-copy", Phrase(vi: "Sao chép", en: "Copy")),
                        .named("data-copied", Phrase(vi: "Đã sao chép", en: "Copied")))
                }
                ButtonRow {
                    if isNew {
                        ButtonLink(Phrase(vi: "Thêm cán bộ khác", en: "Add another official"), OfficialPaths.new())
                    }
                    ButtonLink(
                        Phrase(vi: "Xem trang của cán bộ", en: "See the official's page"), path,
                        isNew ? .secondary : .primary)
                }
            }
        }
    }
}
