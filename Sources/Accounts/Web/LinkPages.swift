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
struct ConfirmEmailPage {
    let secret: String

    var page: Page {
        SmallPage(
            Phrase(vi: "Xác nhận địa chỉ thư điện tử", en: "Confirm the e-mail address"),
            lead: Phrase(
                vi: "Bấm nút dưới đây để hoàn tất.", en: "Press the button below to finish.")
        ).page {
            postForm(to: AccountPaths.link(secret)) { ButtonRow { Button(Phrase(vi: "Xác nhận", en: "Confirm")) } }
        }
    }
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
        ).page { ButtonRow { ButtonLink(.signIn, AccountPaths.signIn()) } }
    }
}
