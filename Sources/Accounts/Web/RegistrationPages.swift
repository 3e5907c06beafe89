import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The form that opens an account.
struct RegistrationPage {
    var draft = RegisterPerson.Draft(name: "", email: "", phone: "", password: "")
    var next = ""
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            Phrase(vi: "Tạo tài khoản", en: "Create an account"),
            lead: Phrase(
                vi: "Để nộp hồ sơ, lưu lại phần đang làm và nhận thông báo.",
                en: "To file, to keep what you have begun, and to be told how it goes.")
        ).page(problems: problems) {
            postForm(to: AccountPaths.registration()) {
                hiddenField("ve", next)
                Field(
                    "name", Phrase(vi: "Họ và tên", en: "Full name"), .text(draft.name, autocomplete: "name"),
                    help: Phrase(vi: "Như trên thẻ căn cước", en: "As on the identity card"), problem: problems["name"])
                Field(
                    "email", Phrase(vi: "Thư điện tử", en: "E-mail"), .email(draft.email),
                    help: Phrase(
                        vi: "Chúng tôi gửi một thư để xác nhận", en: "We will send a message to confirm it"),
                    problem: problems["email"])
                Field(
                    "phone", Phrase(vi: "Số điện thoại", en: "Phone number"), .phone(draft.phone),
                    problem: problems["phone"])
                Field(
                    "password", Phrase(vi: "Mật khẩu", en: "Password"), .password(isNew: true), help: .passwordHelp,
                    problem: problems["password"])
                ButtonRow { Button(Phrase(vi: "Tạo tài khoản", en: "Create the account")) }
            }
            p {
                Phrase(vi: "Đã có tài khoản? ", en: "Already have one? ")
                a(.signIn, .href(AccountPaths.signIn.with(next.isEmpty ? [] : [("ve", next)])))
            }
        }
    }
}

/// After a form that sends a message: the same for every address.
struct MessageSentPage {
    let title: Phrase
    let lead: Phrase

    static let registration = MessageSentPage(
        title: Phrase(vi: "Hãy xem hộp thư của bạn", en: "Look at your mail"),
        lead: Phrase(
            vi: "Mở liên kết trong thư để hoàn tất. Liên kết dùng được trong 48 giờ.",
            en: "Open the link in the message to finish. It can be used for 48 hours."))
    static let reset = MessageSentPage(
        title: Phrase(vi: "Hãy xem hộp thư của bạn", en: "Look at your mail"),
        lead: Phrase(
            vi:
                "Nếu địa chỉ này có tài khoản, thư có liên kết đặt mật khẩu mới đang được gửi đến. Liên kết dùng được trong 1 giờ.",
            en:
                "If this address has an account, a message with a link for a new password is on its way. It can be used for one hour."
        ))

    var page: Page {
        SmallPage(title, lead: lead).page {
            p(
                Phrase(
                    vi: "Không thấy thư? Xem cả mục thư rác, hoặc kiểm tra lại địa chỉ đã nhập rồi gửi lần nữa.",
                    en: "No message? Look into the spam folder, or check the address and send once more."))
            p {
                Phrase(
                    vi: "Không dùng được thư điện tử? Mang thẻ căn cước đến bộ phận một cửa để được cấp mã.",
                    en: "Cannot use e-mail? Take your identity card to the one-stop desk to get a code.")
            }
            p { a(.signIn, .href(AccountPaths.signIn())) }
        }
    }
}

extension Phrase {
    static let passwordHelp = Phrase(
        vi: "Ít nhất \(PasswordRule.shortest) ký tự. Một câu ngắn chỉ bạn biết là tốt nhất.",
        en: "At least \(PasswordRule.shortest) characters. A short sentence only you know is best.")
}
