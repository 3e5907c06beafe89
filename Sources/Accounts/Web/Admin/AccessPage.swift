import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// Asks before access to an official's account is given anew: whoever holds the account loses it at once.
struct AccessPage {
    enum Act { case link, secondFactor }

    let file: OfficialFile
    let act: Act

    func page(_ frame: AdminFrame, _ visitor: Visitor) -> Page {
        let id = file.account.id
        return frame.task(
            title, about: file, for: visitor, caption: Phrase(same: "\(file.account.name) · \(file.account.email)")
        ) {
            p(warning)
            postForm(to: act == .link ? OfficialPaths.link(id) : OfficialPaths.secondFactor(id)) {
                ButtonRow {
                    Button(verb, act == .link ? .primary : .danger, effect: effect)
                    ButtonLink(.cancel, OfficialPaths.official(id), .plain)
                }
            }
        }
    }

    private var title: Phrase {
        switch act {
        case .link: Phrase(vi: "Cấp lại liên kết đặt mật khẩu", en: "A new link for the password")
        case .secondFactor: Phrase(vi: "Xóa mã xác thực", en: "Remove the second factor")
        }
    }

    private var warning: Phrase {
        switch act {
        case .link:
            Phrase(
                vi: "Dùng khi cán bộ quên mật khẩu hoặc không nhận được thư. Chỉ đưa liên kết cho đúng người.",
                en: "For a forgotten password, or a message that never came. Give the link to that person only.")
        case .secondFactor:
            Phrase(
                vi:
                    "Dùng khi cán bộ mất hoặc đổi điện thoại. Hãy gặp trực tiếp hoặc gọi số cơ quan để chắc chắn đây là đúng người.",
                en:
                    "For a lost or changed telephone. See the person, or call the office number, to be sure who asks."
            )
        }
    }

    private var verb: Phrase {
        switch act {
        case .link: Phrase(vi: "Tạo liên kết", en: "Make the link")
        case .secondFactor: Phrase(vi: "Xóa mã xác thực", en: "Remove the second factor")
        }
    }

    private var effect: Phrase {
        switch act {
        case .link:
            Phrase(
                vi:
                    "Mọi phiên đăng nhập kết thúc; liên kết cũ không dùng được nữa. Mật khẩu cũ vẫn dùng được đến khi đặt mới.",
                en: "Every session ends; earlier links stop working. The old password works until a new one is set.")
        case .secondFactor:
            Phrase(
                vi: "Mọi phiên đăng nhập kết thúc. Lần đăng nhập tới, cán bộ cài lại ứng dụng tạo mã.",
                en: "Every session ends. At the next sign-in the official sets up the authenticator app again.")
        }
    }
}
