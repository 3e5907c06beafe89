import Directory
import Kernel

/// The texts of the e-mails that accounts need.
struct AccountMails: Sendable {
    let settings: AccountsSettings

    func link(_ secret: String) -> String { settings.address + AccountLink.path + secret }

    func mail(_ to: String, _ name: String, _ subject: Phrase, _ vi: [String], _ en: [String]) -> Mail {
        Mail(
            to: to, subject: subject,
            text: Phrase(
                vi: (["Kính gửi \(name),"] + vi + ["\(settings.siteName)\n\(settings.address)"])
                    .joined(separator: "\n\n"),
                en: (["Dear \(name),"] + en + ["\(settings.siteName)\n\(settings.address)"]).joined(separator: "\n\n")))
    }

    func confirmEmail(to: String, name: String, secret: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Xác nhận địa chỉ thư điện tử", en: "Confirm your e-mail address"),
            [
                "Để hoàn tất đăng ký tài khoản, mở liên kết sau trong vòng 48 giờ:", link(secret),
                "Nếu bạn không đăng ký, xin bỏ qua thư này; tài khoản sẽ không được sử dụng.",
            ],
            [
                "To complete your registration, open this link within 48 hours:", link(secret),
                "If you did not register, ignore this message; the account will not be used.",
            ])
    }

    func changeEmail(to: String, name: String, secret: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Xác nhận địa chỉ thư điện tử mới", en: "Confirm your new e-mail address"),
            [
                "Để dùng địa chỉ này cho tài khoản của bạn, mở liên kết sau trong vòng 48 giờ:", link(secret),
                "Nếu bạn không yêu cầu, xin bỏ qua thư này.",
            ],
            [
                "To use this address for your account, open this link within 48 hours:", link(secret),
                "If you did not ask for this, ignore this message.",
            ])
    }

    /// To somebody who has an account, when the address was used to register once more.
    func alreadyRegistered(to: String, name: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Bạn đã có tài khoản", en: "You already have an account"),
            [
                "Có người vừa đăng ký bằng địa chỉ thư này, nhưng địa chỉ đã có tài khoản. Nếu là bạn, hãy đăng nhập, hoặc đặt lại mật khẩu nếu đã quên:",
                settings.address + "/quen-mat-khau", "Nếu không phải bạn, không cần làm gì.",
            ],
            [
                "Somebody has just registered with this address, which already has an account. If it was you, sign in, or reset your password if you forgot it:",
                settings.address + "/quen-mat-khau", "If it was not you, there is nothing to do.",
            ])
    }

    func resetPassword(to: String, name: String, secret: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Đặt lại mật khẩu", en: "Reset your password"),
            [
                "Để đặt mật khẩu mới, mở liên kết sau trong vòng 1 giờ:", link(secret),
                "Nếu bạn không yêu cầu, xin bỏ qua thư này; mật khẩu cũ vẫn dùng được.",
            ],
            [
                "To set a new password, open this link within one hour:", link(secret),
                "If you did not ask for this, ignore this message; your old password still works.",
            ])
    }

    func firstPassword(to: String, name: String, secret: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Tài khoản công chức của bạn", en: "Your official account"),
            [
                "Quản trị viên đã tạo tài khoản cho bạn. Để đặt mật khẩu, mở liên kết sau trong vòng 72 giờ:",
                link(secret),
                "Khi đăng nhập lần đầu, bạn cần một ứng dụng tạo mã xác thực trên điện thoại.",
            ],
            [
                "An administrator has made an account for you. To set your password, open this link within 72 hours:",
                link(secret), "When you first sign in you will need an authenticator app on your phone.",
            ])
    }

    /// To somebody who has an account of their own, when an agency offers them a post.
    func invitation(to known: Account, _ id: OfficeInvitation.ID, post: String, agency: Agency) -> Mail {
        let address = settings.address + OfficeInvitation.path + id.description
        let isPerson = known.kind == .person
        return mail(
            known.email, known.name, Phrase(vi: "Lời mời nhận vị trí công tác", en: "You are offered a post"),
            [
                "\(agency.name) mời bạn nhận vị trí: \(post). Đăng nhập và trả lời trong 14 ngày:", address,
                isPerson
                    ? "Nếu nhận, lần đăng nhập sau bạn cần một ứng dụng tạo mã xác thực trên điện thoại. Tài khoản và hồ sơ riêng của bạn vẫn là của bạn."
                    : "Nếu nhận, vị trí này thêm vào các vị trí bạn đang giữ.",
                "Nếu bạn không biết việc này, hãy từ chối hoặc bỏ qua thư.",
            ],
            [
                "\(agency.phrase.en) offers you a post: \(post). Sign in and answer within 14 days:", address,
                isPerson
                    ? "If you accept, you will need an authenticator app on your phone from the next sign-in on. Your account and your own dossiers stay yours."
                    : "If you accept, you hold this post besides those you have.",
                "If you know nothing of this, decline it or ignore this message.",
            ])
    }

    func passwordChanged(to: String, name: String) -> Mail {
        mail(
            to, name, Phrase(vi: "Mật khẩu đã được thay đổi", en: "Your password was changed"),
            [
                "Mật khẩu tài khoản của bạn vừa được thay đổi.",
                "Nếu không phải bạn, hãy đặt lại mật khẩu ngay hoặc đến bộ phận một cửa:",
                settings.address + "/quen-mat-khau",
            ],
            [
                "The password of your account was just changed.",
                "If it was not you, reset it at once or go to the one-stop desk:", settings.address + "/quen-mat-khau",
            ])
    }

    /// To the address that an account had until now.
    func emailChanged(to: String, name: String) -> Mail {
        mail(
            to, name,
            Phrase(vi: "Địa chỉ thư của tài khoản đã thay đổi", en: "The address of your account was changed"),
            [
                "Tài khoản của bạn từ nay dùng một địa chỉ thư điện tử khác.",
                "Nếu không phải bạn thay đổi, hãy mang thẻ căn cước đến bộ phận một cửa.",
            ],
            [
                "Your account uses another e-mail address from now on.",
                "If it was not you, take your identity card to the one-stop desk.",
            ])
    }

    func locked(to: String, name: String, minutes: Int64) -> Mail {
        mail(
            to, name, Phrase(vi: "Tài khoản tạm khóa đăng nhập", en: "Signing in is locked for a while"),
            [
                "Mật khẩu hoặc mã xác thực đã bị nhập sai nhiều lần. Để bảo vệ bạn, việc đăng nhập tạm khóa \(minutes) phút.",
                "Nếu không phải bạn, mật khẩu của bạn vẫn an toàn và bạn không cần làm gì.",
            ],
            [
                "A wrong password or code was entered many times. To protect you, signing in is locked for \(minutes) minutes.",
                "If it was not you, your password is still safe and there is nothing to do.",
            ])
    }

    /// After ten wrong codes: whoever gave them knew the password.
    func codesLocked(to: String, name: String, minutes: Int64) -> Mail {
        mail(
            to, name, Phrase(vi: "Mã xác thực bị nhập sai nhiều lần", en: "A wrong code was entered many times"),
            [
                "Sau khi nhập đúng mật khẩu của bạn, có người nhập sai mã xác thực nhiều lần. Việc đăng nhập tạm khóa \(minutes) phút.",
                "Nếu không phải bạn, có người đã biết mật khẩu: hãy đặt mật khẩu mới ngay.",
                settings.address + "/quen-mat-khau",
            ],
            [
                "After your right password, a wrong code was entered many times. Signing in is locked for \(minutes) minutes.",
                "If it was not you, somebody knows your password: set a new one at once.",
                settings.address + "/quen-mat-khau",
            ])
    }
}
