import Kernel

// What the owner of an account is told when somebody else gives access to it again: who did it, and what to do if the
// owner did not ask for it.

extension AccountMails {
    /// A link for a new password, to an official who has one already.
    func newLink(to: String, name: String, secret: String, by actor: Actor) -> Mail {
        mail(
            to, name, Phrase(vi: "Liên kết đặt mật khẩu mới", en: "A link for a new password"),
            [
                "\(Self.who(actor).vi) đã cấp cho bạn một liên kết để đặt mật khẩu mới, dùng được trong 72 giờ:",
                link(secret),
                "Mọi thiết bị của bạn đã được đăng xuất. \(Self.notAsked.vi)",
            ],
            [
                "\(Self.who(actor).en) has given you a link for a new password. It works for 72 hours:",
                link(secret),
                "You were signed out on every device. \(Self.notAsked.en)",
            ])
    }

    func secondFactorReset(to: String, name: String, by actor: Actor) -> Mail {
        mail(
            to, name, Phrase(vi: "Mã xác thực đã được đặt lại", en: "Your codes were reset"),
            [
                "\(Self.who(actor).vi) đã đặt lại mã xác thực của tài khoản. Lần đăng nhập tới, bạn thiết lập mã mới trên điện thoại.",
                "Mọi thiết bị của bạn đã được đăng xuất. \(Self.notAsked.vi)",
            ],
            [
                "\(Self.who(actor).en) has reset the codes of your account. You set up new ones on your phone when you next sign in.",
                "You were signed out on every device. \(Self.notAsked.en)",
            ])
    }

    func sessionsEnded(to: String, name: String, by actor: Actor) -> Mail {
        mail(
            to, name, Phrase(vi: "Mọi thiết bị đã được đăng xuất", en: "Every device was signed out"),
            ["\(Self.who(actor).vi) đã đăng xuất tài khoản của bạn trên mọi thiết bị.", Self.notAsked.vi],
            ["\(Self.who(actor).en) has signed your account out on every device.", Self.notAsked.en])
    }

    /// To a person whose papers were checked at the counter. Without the code: that is on the sheet.
    func resetAtCounter(to: String, name: String, by actor: Actor) -> Mail {
        mail(
            to, name,
            Phrase(vi: "Đã in mã đặt lại mật khẩu tại quầy", en: "A code for your password was printed at the counter"),
            [
                "\(Self.who(actor).vi) đã đối chiếu giấy tờ và in mã để đặt mật khẩu mới cho tài khoản của bạn. Mọi thiết bị đã được đăng xuất.",
                "Nếu bạn không đến quầy, hãy đặt mật khẩu mới ngay và báo cho bộ phận một cửa:",
                settings.address + "/quen-mat-khau",
            ],
            [
                "\(Self.who(actor).en) has checked papers and printed a code for a new password of your account. Every device was signed out.",
                "If you were not at the counter, set a new password at once and tell the one-stop desk:",
                settings.address + "/quen-mat-khau",
            ])
    }

    /// Who acted, by name where it is an official.
    private static func who(_ actor: Actor) -> Phrase {
        switch actor {
        case .official(_, let name, _, _): Phrase(vi: "Cán bộ \(name)", en: "The official \(name)")
        case .person, .holder, .system: Phrase(vi: "Người quản trị máy chủ", en: "The operator of the server")
        }
    }

    private static let notAsked = Phrase(
        vi: "Nếu bạn không đề nghị việc này, hãy báo ngay cho quản trị viên cấp trên.",
        en: "If you did not ask for this, tell the administrator above at once.")
}
