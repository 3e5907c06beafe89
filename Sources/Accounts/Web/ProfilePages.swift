import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// One's own account: what is known, and what can be changed.
struct ProfilePage {
    let account: Account
    /// Whether it is read in office, at the desk.
    let isAtDesk: Bool
    let sessions: Int
    let mandates: Int
    let posts: [HeldPost]
    let present: Post.ID?
    let invitations: [(invitation: OfficeInvitation, agency: Agency)]
    let keeper: (present: Agency?, others: [Agency])
    var done: Phrase?

    var page: Page {
        let title = Phrase(vi: "Tài khoản", en: "Account")
        return Page(title, side: isAtDesk ? .desk : .portal) {
            Narrow {
                if let done { Banner(.success, done) }
                PageTitle(title)
                for one in invitations { offer(one.invitation, one.agency) }
                SummaryList(rows)
                if account.kind == .official { officialPart }
                if account.isPersonal, !isAtDesk { personPart }
                h2(Phrase(vi: "An toàn", en: "Security"))
                SummaryList([
                    .init(
                        Phrase(vi: "Mật khẩu", en: "Password"), Phrase(vi: "Đã đặt", en: "Set"),
                        change: AccountPaths.password()),
                    .init(
                        Phrase(vi: "Thiết bị đang đăng nhập", en: "Signed-in devices"), String(sessions),
                        change: AccountPaths.sessions()),
                ])
            }
        }
    }

    private var rows: [SummaryList.Row] {
        var rows: [SummaryList.Row] = [
            .init(
                Phrase(vi: "Họ và tên", en: "Full name"), account.name,
                change: account.kind == .person ? AccountPaths.details() : nil),
            .init(Phrase(vi: "Thư điện tử", en: "E-mail"), account.email, change: AccountPaths.email()),
            .init(
                Phrase(vi: "Số điện thoại", en: "Phone number"), account.phone.isEmpty ? "–" : account.phone,
                change: AccountPaths.details()),
        ]
        if account.kind == .person {
            rows.append(
                .init(
                    Phrase(vi: "Số định danh cá nhân", en: "Citizen number"), account.citizenNumber?.digits ?? "–",
                    note: account.assurance == .counter
                        ? Phrase(vi: "đã đối chiếu tại bộ phận một cửa", en: "checked at the one-stop desk") : nil,
                    change: AccountPaths.details()))
        }
        return rows
    }

    private func offer(_ invitation: OfficeInvitation, _ agency: Agency) -> Banner {
        Banner(
            .info,
            Phrase(
                vi: "\(agency.name) mời bạn nhận vị trí \(invitation.post.title)",
                en: "\(agency.phrase.en) offers you a post: \(invitation.post.role.phrase.en)")
        ) {
            p {
                a(
                    Phrase(vi: "Xem và trả lời", en: "See and answer"),
                    .href(AccountPaths.invitation(invitation.id)))
            }
        }
    }

    @MarkupBuilder private var personPart: [Markup] {
        h2(Phrase(vi: "Nộp thay", en: "Filing for others"))
        SummaryList([
            .init(
                Phrase(vi: "Tổ chức, người bạn đại diện", en: "Firms and people you act for"), String(mandates),
                change: AccountPaths.mandates())
        ])
    }

    @MarkupBuilder private var officialPart: [Markup] {
        h2(Phrase(vi: "Vị trí công tác", en: "Posts"))
        SummaryList(
            posts.map { held in
                .init(
                    held.post.id == present
                        ? Phrase(vi: "Đang làm việc", en: "Acting in") : Phrase(vi: "Vị trí khác", en: "Another post"),
                    held.phrase)
            })
        if let present = keeper.present {
            SummaryList([
                .init(
                    Phrase(vi: "Nơi quản lý tài khoản", en: "Agency that keeps the account"), present.phrase,
                    note: Phrase(
                        vi: "cấp lại mật khẩu và mã xác thực cho bạn", en: "gives you password and codes again"),
                    change: keeper.others.isEmpty ? nil : AccountPaths.keeper())
            ])
        }
        ButtonRow {
            if posts.count > (account.isPersonal ? 0 : 1) {
                ButtonLink(Phrase(vi: "Đổi vị trí", en: "Change the post"), AccountPaths.posts(), .secondary)
            }
            if let own = posts.first(where: { $0.post.id == present && $0.delegation == nil }) {
                ButtonLink(
                    Phrase(vi: "Vắng mặt, ủy quyền", en: "Absence and delegation"), AccountPaths.absence(own.post.id),
                    .secondary)
            }
        }
    }
}

/// Name, phone and citizen number.
struct DetailsPage {
    let account: Account
    let isAtDesk: Bool
    var name: String
    var phone: String
    var citizenNumber: String
    var version: String
    var problems: [FieldProblem] = []
    var isChanged = false

    var isOwn: Bool { account.namesItself }

    init(_ account: Account, isAtDesk: Bool) {
        self.account = account
        self.isAtDesk = isAtDesk
        name = account.name
        phone = account.phone
        citizenNumber = account.citizenNumber?.digits ?? ""
        version = String(account.version)
    }

    var page: Page {
        SmallPage(
            Phrase(vi: "Sửa thông tin", en: "Change your details"), side: isAtDesk ? .desk : .portal
        ).page(problems: problems) {
            if isChanged { Banner(.warning, .changedMeanwhile) }
            postForm(to: AccountPaths.details(), guarded: true) {
                hiddenField("version", version)
                if account.kind == .official {
                    SummaryList([.init(Phrase(vi: "Họ và tên", en: "Full name"), account.name)])
                    p(
                        Phrase(
                            vi: "Tên của cán bộ do quản trị viên của cơ quan sửa.",
                            en: "An official's name is changed by an administrator of the agency."))
                } else if account.assurance == .counter {
                    SummaryList([
                        .init(Phrase(vi: "Họ và tên", en: "Full name"), account.name),
                        .init(Phrase(vi: "Số định danh cá nhân", en: "Citizen number"), citizenNumber),
                    ])
                    p(
                        Phrase(
                            vi: "Tên và số định danh đã được đối chiếu tại bộ phận một cửa nên chỉ sửa được tại đó.",
                            en: "Name and number were checked at the one-stop desk and are changed only there."))
                } else {
                    Field(
                        "name", Phrase(vi: "Họ và tên", en: "Full name"), .text(name, autocomplete: "name"),
                        problem: problems["name"])
                    Field(
                        "citizen_number", Phrase(vi: "Số định danh cá nhân", en: "Citizen number"),
                        .digits(citizenNumber),
                        help: Phrase(
                            vi: "12 chữ số trên thẻ căn cước; điền sẵn vào đơn giúp bạn",
                            en: "The 12 digits on the identity card; filled into forms for you"), optional: true,
                        problem: problems["citizen_number"])
                }
                Field(
                    "phone", Phrase(vi: "Số điện thoại", en: "Phone number"), .phone(phone), problem: problems["phone"])
                ButtonRow {
                    Button(.save)
                    ButtonLink(.cancel, AccountPaths.account(), .plain)
                }
            }
        }
    }
}

/// A new password, with the present one.
struct PasswordPage {
    let isOfficial: Bool
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            Phrase(vi: "Đổi mật khẩu", en: "Change the password"),
            lead: Phrase(vi: "Các thiết bị khác sẽ được đăng xuất.", en: "Other devices will be signed out."),
            side: isOfficial ? .desk : .portal
        ).page(problems: problems) {
            postForm(to: AccountPaths.password()) {
                Field(
                    "old_password", Phrase(vi: "Mật khẩu hiện tại", en: "Present password"), .password(),
                    problem: problems["old_password"])
                Field(
                    "password", Phrase(vi: "Mật khẩu mới", en: "New password"), .password(isNew: true),
                    help: .passwordHelp, problem: problems["password"])
                ButtonRow {
                    Button(Phrase(vi: "Đổi mật khẩu", en: "Change the password"))
                    ButtonLink(.cancel, AccountPaths.account(), .plain)
                }
            }
        }
    }
}

/// Another e-mail address, with the password.
struct EmailPage {
    let account: Account
    let isAtDesk: Bool
    var email = ""
    var problems: [FieldProblem] = []

    var page: Page {
        SmallPage(
            Phrase(vi: "Đổi thư điện tử", en: "Change the e-mail address"),
            lead: Phrase(
                vi: "Địa chỉ mới được dùng sau khi bạn mở liên kết trong thư gửi đến đó.",
                en: "The new address is used once you have opened the link in a message sent to it."),
            side: isAtDesk ? .desk : .portal
        ).page(problems: problems) {
            postForm(to: AccountPaths.email()) {
                Field("email", Phrase(vi: "Địa chỉ mới", en: "New address"), .email(email), problem: problems["email"])
                Field(
                    "old_password", Phrase(vi: "Mật khẩu hiện tại", en: "Present password"), .password(),
                    problem: problems["old_password"])
                ButtonRow {
                    Button(Phrase(vi: "Gửi thư xác nhận", en: "Send the message"))
                    ButtonLink(.cancel, AccountPaths.account(), .plain)
                }
            }
        }
    }
}
