import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// Asks for the address to which a link for a new password is sent.
struct ForgottenPage {
    var email = ""
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            Phrase(vi: "Đặt lại mật khẩu", en: "Reset the password"),
            lead: Phrase(
                vi: "Chúng tôi gửi một liên kết đến thư điện tử của bạn.",
                en: "We will send a link to your e-mail address.")
        ).page(problems: problems) {
            postForm(to: AccountPaths.forgotten()) {
                Field("email", Phrase(vi: "Thư điện tử", en: "E-mail"), .email(email), problem: problems["email"])
                ButtonRow {
                    Button(Phrase(vi: "Gửi liên kết", en: "Send the link"))
                    ButtonLink(.back, AccountPaths.signIn(), .plain)
                }
            }
        }
    }
}

/// Takes the code that was printed at the counter.
struct PrintedCodePage {
    var refusal: Phrase?

    var page: Page {
        let title = Phrase(vi: "Nhập mã in trên giấy", en: "Enter the printed code")
        return Page(title, side: .plain) {
            Narrow {
                ErrorSummary(refusal.map { [FieldProblem("code", $0)] } ?? [])
                postForm(to: AccountPaths.printedCode()) {
                    Field(
                        "code", title, .text(width: .medium),
                        help: Phrase(
                            vi: "16 chữ cái và chữ số, chữ hoa hay chữ thường đều được",
                            en: "16 letters and digits, capital or small"),
                        problem: refusal, size: .title)
                    ButtonRow {
                        Button(.next)
                        ButtonLink(.back, AccountPaths.signIn(), .plain)
                    }
                }
            }
        }
    }
}

/// Opened from a message: confirms the address with one press, so that programs which only look at links change nothing.
/// When the address was registered more than once, the password is asked for, which only one of those who did so knows.
struct ConfirmEmailPage {
    let secret: String
    let wantsPassword: Bool
    var isWrong = false

    var page: Page {
        SmallPage(
            Phrase(vi: "Xác nhận địa chỉ thư điện tử", en: "Confirm the e-mail address"),
            lead: wantsPassword
                ? Phrase(
                    vi:
                        "Địa chỉ này đã được đăng ký nhiều lần. Hãy nhập mật khẩu bạn chọn khi đăng ký lần cuối.",
                    en: "This address was registered more than once. Enter the password you chose the last time.")
                : Phrase(vi: "Bấm nút dưới đây để hoàn tất.", en: "Press the button below to finish.")
        ).page(problems: isWrong ? [FieldProblem("password", .notTheLastPassword)] : []) {
            postForm(to: AccountPaths.link(secret)) {
                if wantsPassword {
                    Field(
                        "password", Phrase(vi: "Mật khẩu", en: "Password"), .password(),
                        problem: isWrong ? .notTheLastPassword : nil)
                }
                ButtonRow {
                    Button(Phrase(vi: "Xác nhận", en: "Confirm"))
                    if wantsPassword { ButtonLink(.forgotten, AccountPaths.forgotten(), .plain) }
                }
            }
        }
    }
}

extension Phrase {
    fileprivate static let forgotten = Phrase(vi: "Quên mật khẩu", en: "Forgot the password")
    fileprivate static let notTheLastPassword = Phrase(
        vi:
            "Đây không phải mật khẩu của lần đăng ký cuối; có thể người khác đã gõ nhầm địa chỉ của bạn. Bấm “Quên mật khẩu” để tự đặt mật khẩu và nhận tài khoản này.",
        en:
            "This is not the password of the last registration; somebody else may have typed your address by mistake. Choose “Forgot the password” to set your own and have this account."
    )
}

/// A new password by a link or a printed code.
struct NewPasswordPage {
    let secret: String
    var problems: [FieldProblem] = []

    var page: Page {
        let title = Phrase(vi: "Đặt mật khẩu mới", en: "Set a new password")
        return Page(title, side: .plain) {
            Narrow {
                ErrorSummary(problems)
                postForm(to: AccountPaths.link(secret)) {
                    Field(
                        "password", title, .password(isNew: true), help: .passwordHelp, problem: problems["password"],
                        size: .title)
                    ButtonRow { Button(Phrase(vi: "Lưu mật khẩu", en: "Save the password")) }
                }
            }
        }
    }
}

/// A link that is unknown, used or too old: all look the same.
struct DeadLinkPage {
    var page: Page {
        SmallPage(
            Phrase(vi: "Liên kết không còn dùng được", en: "This link can no longer be used"),
            lead: Phrase(
                vi:
                    "Liên kết chỉ dùng một lần và có thời hạn. Nếu đã dùng rồi, hãy đăng nhập; nếu chưa, hãy xin liên kết mới.",
                en: "A link works once and for a limited time. If you have used it, sign in; if not, ask for a new one."
            )
        ).page {
            ButtonRow {
                ButtonLink(.signIn, AccountPaths.signIn())
                ButtonLink(Phrase(vi: "Xin liên kết mới", en: "Get a new link"), AccountPaths.forgotten(), .secondary)
            }
        }
    }
}

/// After a link did its work.
struct LinkDonePage {
    let isPassword: Bool
    /// Where the person goes on after signing in.
    var next: String?

    var page: Page {
        SmallPage(
            isPassword
                ? Phrase(vi: "Đã đặt mật khẩu mới", en: "The new password is set")
                : Phrase(vi: "Đã xác nhận thư điện tử", en: "The e-mail address is confirmed"),
            lead: isPassword
                ? Phrase(
                    vi: "Mọi thiết bị đã được đăng xuất. Hãy đăng nhập bằng mật khẩu mới.",
                    en: "Every device was signed out. Sign in with the new password.")
                : Phrase(vi: "Bây giờ bạn có thể đăng nhập.", en: "You can sign in now.")
        ).page { ButtonRow { ButtonLink(.signIn, AccountPaths.signIn.with(next.map { [("ve", $0)] } ?? [])) } }
    }
}
