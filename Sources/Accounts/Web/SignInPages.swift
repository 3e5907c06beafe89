import DesignSystem
import Kernel
import Markup
import Printing
import Site
import Wording

/// Address and password.
struct SignInPage {
    var email = ""
    var next = ""
    var problems: [FieldProblem] = []
    /// Nobody can sign in yet: the way to begin is shown.
    var isEmptySite = false

    var page: Page {
        SmallPage(.signIn).page(problems: problems) {
            if isEmptySite { FirstStartNotice() }
            postForm(to: AccountPaths.signIn()) {
                hiddenField("ve", next)
                Field("email", Phrase(vi: "Thư điện tử", en: "E-mail"), .email(email), problem: problems["email"])
                Field(
                    "password", Phrase(vi: "Mật khẩu", en: "Password"), .password(), problem: problems["password"])
                ButtonRow { Button(.signIn) }
            }
            p {
                a(
                    Phrase(vi: "Quên mật khẩu", en: "Forgot the password"), .href(AccountPaths.forgotten()))
            }
            p {
                a(
                    Phrase(vi: "Có mã in trên giấy từ bộ phận một cửa", en: "Got a printed code at the one-stop desk"),
                    .href(AccountPaths.printedCode()))
            }
            p {
                Phrase(vi: "Chưa có tài khoản? ", en: "No account yet? ")
                a(
                    Phrase(vi: "Tạo tài khoản", en: "Create one"),
                    .href(AccountPaths.registration.with(next.isEmpty ? [] : [("ve", next)])))
            }
        }
    }
}

extension SignInPage {
    static func missing(email: String, password: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if email.isEmpty {
            problems.append(
                FieldProblem("email", Phrase(vi: "Nhập địa chỉ thư điện tử.", en: "Enter the e-mail address.")))
        }
        if password.isEmpty {
            problems.append(FieldProblem("password", Phrase(vi: "Nhập mật khẩu.", en: "Enter the password.")))
        }
        return problems
    }
}

/// The code of an authenticator program.
struct SignInCodePage {
    var next = ""
    var refusal: Phrase?

    var page: Page {
        let title = Phrase(vi: "Nhập mã xác thực", en: "Enter the code")
        return Page(title, side: .plain) {
            Narrow {
                ErrorSummary(refusal.map { [FieldProblem("code", $0)] } ?? [])
                postForm(to: AccountPaths.signInCode()) {
                    hiddenField("ve", next)
                    Field(
                        "code", title, .oneTimeCode(),
                        help: Phrase(
                            vi: "6 chữ số mà ứng dụng tạo mã trên điện thoại đang hiện",
                            en: "The 6 digits that the authenticator app on your phone shows"),
                        problem: refusal, size: .title)
                    ButtonRow {
                        Button(.signIn)
                        ButtonLink(.back, AccountPaths.signIn(), .plain)
                    }
                }
                p(
                    Phrase(
                        vi: "Mất điện thoại? Quản trị viên của cơ quan có thể đặt lại mã xác thực.",
                        en: "Lost the phone? An administrator of your agency can reset the codes."))
            }
        }
    }
}

/// Setting up codes at the first sign-in of an official: a QR code, the key as text, and a first code as proof.
struct EnrolmentPage {
    let enrolment: CompleteSignIn.Enrolment
    var next = ""
    var refusal: Phrase?

    var page: Page {
        SmallPage(
            Phrase(vi: "Thiết lập mã xác thực", en: "Set up codes"),
            lead: Phrase(
                vi: "Công chức đăng nhập bằng mật khẩu và mã trên điện thoại. Chỉ cần thiết lập một lần.",
                en: "Officials sign in with a password and a code on their phone. This is done once.")
        ).page(problems: refusal.map { [FieldProblem("code", $0)] } ?? []) {
            ol {
                li(
                    Phrase(
                        vi: "Cài một ứng dụng tạo mã (TOTP) trên điện thoại nếu chưa có.",
                        en: "Install an authenticator app (TOTP) on your phone if you have none."))
                li(
                    Phrase(
                        vi: "Trong ứng dụng, quét mã QR này, hoặc nhập khóa bên dưới.",
                        en: "In the app, scan this QR code or type the key below."))
                li(Phrase(vi: "Nhập 6 chữ số mà ứng dụng hiện ra.", en: "Enter the 6 digits that the app shows."))
            }
            if let drawing = QRCode.svg(enrolment.address) {
                QRFigure(
                    .trusted(drawing),
                    caption: Phrase(vi: "Mã QR cho ứng dụng tạo mã", en: "QR code for the authenticator app"))
            }
            BigCode(Phrase(vi: "Khóa", en: "Key"), enrolment.key)
            postForm(to: AccountPaths.signInEnrolment()) {
                hiddenField("ve", next)
                Field(
                    "code", Phrase(vi: "Mã 6 chữ số", en: "6-digit code"), .oneTimeCode(), problem: refusal)
                ButtonRow { Button(Phrase(vi: "Xác nhận và đăng nhập", en: "Confirm and sign in")) }
            }
        }
    }
}

extension SignIn.Refusal {
    var phrase: Phrase {
        switch self {
        case .wrong:
            Phrase(
                vi: "Thư điện tử hoặc mật khẩu không đúng.", en: "The e-mail address or the password is wrong.")
        case .locked(let until): .lockedUntil(until)
        case .unconfirmed:
            Phrase(
                vi:
                    "Địa chỉ thư này chưa được xác nhận. Hãy mở liên kết trong thư mới nhất chúng tôi gửi, rồi đăng nhập.",
                en:
                    "This address is not confirmed yet. Open the link in the newest message from us, then sign in."
            )
        case .withoutPost: .withoutPost
        }
    }
}

extension CompleteSignIn.Refusal {
    var phrase: Phrase {
        switch self {
        case .expired:
            Phrase(vi: "Đã quá lâu từ bước trước. Hãy đăng nhập lại.", en: "It took too long. Sign in again.")
        case .wrongCode:
            Phrase(
                vi: "Mã không đúng hoặc đã dùng. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.",
                en: "The code is wrong or was used. Wait until the app shows a new one.")
        case .locked(let until): .lockedUntil(until)
        case .withoutPost: .withoutPost
        }
    }
}

extension Phrase {
    static func lockedUntil(_ until: Instant) -> Phrase {
        Phrase(
            vi: "Đã nhập sai nhiều lần. Hãy thử lại sau \(until.timePhrase.vi).",
            en: "There were many wrong tries. Try again after \(until.timePhrase.en).")
    }
    fileprivate static let withoutPost = Phrase(
        vi: "Tài khoản này hiện không giữ vị trí nào. Hãy hỏi quản trị viên của cơ quan.",
        en: "This account holds no post at present. Ask the administrator of your agency.")
}
