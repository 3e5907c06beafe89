import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// One official: who it is, the posts with their delegations, and access to the account.
struct OfficialPage {
    let file: OfficialFile

    private var id: Account.ID { file.account.id }

    func page(_ frame: AdminFrame, _ request: Request, _ visitor: Visitor) -> Page {
        let name = Phrase(same: file.account.name)
        return frame.page(name, in: .officials, for: visitor, above: [(name, "")]) {
            AdminNotice.banner(request)
            Split {
                posts
                if !file.received.isEmpty { received }
            } side: {
                person
                access
                if file.isWhollyInReach, !file.sessions.isEmpty { sessions }
                if !file.present.isEmpty { leaving }
            }
        }
    }

    private var person: Card {
        Card(Phrase(vi: "Tài khoản", en: "Account")) {
            SignInTag(file.account)
            SummaryList([
                .init(
                    Phrase(vi: "Họ và tên", en: "Name"), file.account.name,
                    change: file.isWhollyInReach ? OfficialPaths.name(id) : nil),
                .init(Phrase(vi: "Thư điện tử", en: "E-mail"), file.account.email),
                .init(
                    Phrase(vi: "Điện thoại", en: "Telephone"),
                    file.account.phone.isEmpty ? Phrase(vi: "Chưa có", en: "None") : Phrase(same: file.account.phone)),
                .init(Phrase(vi: "Tạo ngày", en: "Account since"), file.account.createdAt.day.phrase),
                .init(
                    Phrase(vi: "Nơi quản lý tài khoản", en: "Agency that keeps the account"),
                    file.keeper?.phrase ?? Phrase(vi: "Tài khoản của riêng người này", en: "This person's own account"),
                    change: file.handOver.isEmpty ? nil : OfficialPaths.keeper(id)),
            ])
        }
    }

    private var posts: Card {
        Card(Phrase(vi: "Vị trí", en: "Posts")) {
            if file.present.isEmpty {
                EmptyState(Phrase(vi: "Không còn giữ vị trí nào", en: "Holds no post any more")) {
                    p(
                        Phrase(
                            vi: "Cán bộ này không vào được bàn làm việc cho đến khi có vị trí mới.",
                            en: "This official has no access to the desk until there is another post."))
                }
            }
            DataTable(
                Phrase(vi: "Vị trí", en: "Posts"),
                columns: [
                    .init(Phrase(vi: "Chức danh", en: "Title")), .init(Phrase(vi: "Cơ quan, đơn vị", en: "Agency")),
                    .init(Phrase(vi: "Thời gian", en: "When")), .init(Phrase(vi: "Thao tác", en: "Actions"), .action),
                ], rows: file.places.map(row))
            if file.elsewhere > 0 {
                p(
                    Phrase(
                        vi: "Người này còn giữ \(file.elsewhere) vị trí ở cơ quan ngoài phạm vi của bạn.",
                        en: "This person holds \(file.elsewhere) more posts outside your reach."), .class("note"))
            }
            ButtonRow {
                ButtonLink(Phrase(vi: "Thêm vị trí", en: "Add a post"), OfficialPaths.posts(id), .secondary)
            }
        }
    }

    private func row(_ place: OfficialFile.Place) -> DataTable.Row {
        let post = place.post
        let isOver = post.validity.isOver(on: file.day)
        return DataTable.Row {
            Markup {
                strong { vietnamese(post.title) }
                span(post.role.phrase, .class("row-name"))
            }
            Markup.phrase(file.reach.fullName(place.agency))
            Markup {
                PostSpan(post.validity, file.day)
                for delegation in place.delegations { delegated(delegation) }
            }
            Markup {
                if !isOver {
                    a(Phrase(vi: "Ủy quyền", en: "Delegate"), .href(OfficialPaths.delegations(id, post.id)))
                    " · "
                    a(Phrase(vi: "Kết thúc", en: "End"), .href(OfficialPaths.postEnd(id, post.id)))
                }
            }
        }
    }

    private func delegated(_ delegation: Delegation) -> Markup {
        let name = file.names[delegation.account] ?? ""
        return div(.class("note")) {
            Phrase(
                vi: "Ủy quyền cho \(name) \(Self.time(delegation).vi): \(delegation.reason)",
                en: "Delegated to \(name) \(Self.time(delegation).en): \(delegation.reason)")
            postForm(to: OfficialPaths.revocation(id, delegation.id)) {
                Button(Phrase(vi: "Thu hồi ủy quyền", en: "Take it back"), .plain)
            }
        }
    }

    /// By whole days when it begins and ends at midnight, as the form makes it.
    private static func time(_ delegation: Delegation) -> Phrase {
        if delegation.from.secondOfDay == 0, delegation.until.secondOfDay == 0 {
            let (first, last) = (delegation.from.day.phrase, delegation.until.day.adding(days: -1).phrase)
            return Phrase(vi: "từ \(first.vi) đến hết \(last.vi)", en: "from \(first.en) through \(last.en)")
        }
        return Phrase(
            vi: "từ \(delegation.from.phrase.vi) đến \(delegation.until.phrase.vi)",
            en: "from \(delegation.from.phrase.en) to \(delegation.until.phrase.en)")
    }

    private var received: Card {
        Card(Phrase(vi: "Được ủy quyền", en: "Acts for others")) {
            SummaryList(
                file.received.map { one in
                    .init(
                        Phrase(
                            vi: "\(one.post.title) – \(one.agency.name)",
                            en: "\(one.post.role.phrase.en) – \(one.agency.phrase.en)"),
                        Phrase(
                            vi: "Thay \(file.names[one.post.account] ?? "") \(Self.time(one.delegation).vi)",
                            en: "For \(file.names[one.post.account] ?? "") \(Self.time(one.delegation).en)"))
                })
        }
    }

    private var access: Card {
        Card(Phrase(vi: "Cấp lại quyền đăng nhập", en: "Give access again")) {
            if file.isWhollyInReach {
                LinkList((file.takesLink ? [link] : []) + (file.account.secondFactorSince == nil ? [] : [secondFactor]))
                if file.account.isPersonal {
                    p(
                        Phrase(
                            vi: "Tài khoản là của riêng người này: mật khẩu do họ tự đặt lại qua thư điện tử.",
                            en: "The account is this person's own: they reset the password themselves, by e-mail."))
                }
            } else {
                p(whyNot)
            }
        }
    }

    private var link: LinkList.Entry {
        LinkList.Entry(
            Phrase(vi: "Tạo liên kết đặt mật khẩu", en: "New link for the password"), OfficialPaths.link(id),
            note: Phrase(
                vi: "Khi quên mật khẩu hoặc không nhận được thư", en: "For a forgotten password or a lost message"))
    }

    private var secondFactor: LinkList.Entry {
        LinkList.Entry(
            Phrase(vi: "Xóa mã xác thực", en: "Remove the second factor"), OfficialPaths.secondFactor(id),
            note: Phrase(vi: "Khi mất hoặc đổi điện thoại", en: "For a lost or changed telephone"))
    }

    private var whyNot: Phrase {
        if file.present.isEmpty { return Phrase(vi: "Cần có vị trí trước.", en: "A post is needed first.") }
        if file.elsewhere > 0 {
            return Phrase(
                vi:
                    "Người này còn giữ vị trí ở cơ quan khác, nên chỉ quản trị viên của cấp trên chung mới cấp lại được.",
                en: "As there are posts elsewhere, only an administrator above all of them can do this.")
        }
        return Phrase(
            vi:
                "Tài khoản do \(file.keeper?.name ?? "") quản lý. Cán bộ có thể tự chuyển nơi quản lý về cơ quan mới trong trang Tài khoản; quản trị viên của cấp trên chung cũng chuyển được.",
            en:
                "The account is kept by \(file.keeper?.phrase.en ?? ""). The official can hand it over on their account page, and so can an administrator above both agencies."
        )
    }

    private var sessions: Card {
        Card(Phrase(vi: "Đang đăng nhập", en: "Signed in")) {
            ul {
                for session in file.sessions {
                    li {
                        session.browser.isEmpty
                            ? Phrase(vi: "Trình duyệt không rõ", en: "Unknown browser")
                            : Phrase(same: session.browser)
                        Phrase(
                            vi: ", dùng lần cuối \(session.seenAt.phrase.vi)",
                            en: ", last used \(session.seenAt.phrase.en)")
                    }
                }
            }
            postForm(to: OfficialPaths.sessionsEnd(id)) {
                Button(
                    Phrase(vi: "Đăng xuất khỏi mọi thiết bị", en: "Sign out everywhere"), .secondary,
                    effect: Phrase(
                        vi: "Cán bộ đăng nhập lại bằng mật khẩu và mã xác thực.",
                        en: "The official signs in again with password and code."))
            }
        }
    }

    private var leaving: Card {
        Card(Phrase(vi: "Thôi việc, chuyển công tác", en: "Leaving")) {
            p(
                Phrase(
                    vi: "Kết thúc mọi vị trí trong phạm vi của bạn cùng một lúc.",
                    en: "Ends every post in your reach at once."))
            a(Phrase(vi: "Cho thôi việc", en: "Dismiss"), .href(OfficialPaths.dismissal(id)))
        }
    }
}

/// From when to when a post is held.
struct PostSpan: Component {
    let markup: Markup

    init(_ validity: Validity, _ day: Day) {
        let last = validity.until?.adding(days: -1).phrase
        let words = Phrase(
            vi: "Từ \(validity.from.phrase.vi)" + (last.map { " đến hết \($0.vi)" } ?? ""),
            en: "From \(validity.from.phrase.en)" + (last.map { " through \($0.en)" } ?? ""))
        markup = Markup {
            words
            " "
            if validity.isOver(on: day) {
                Tag(Phrase(vi: "Đã kết thúc", en: "Ended"), .quiet)
            } else if validity.from > day {
                Tag(Phrase(vi: "Sắp tới", en: "To come"), .waiting)
            } else {
                Tag(Phrase(vi: "Đang giữ", en: "Held"), .good)
            }
        }
    }
}
