import DesignSystem
import Kernel
import Markup
import Site
import Wording

/// The devices on which somebody is signed in.
struct SessionsPage {
    let sessions: [Session]
    let present: Session.ID?
    let isOfficial: Bool

    var page: Page {
        let title = Phrase(vi: "Thiết bị đang đăng nhập", en: "Signed-in devices")
        return Page(
            title, side: isOfficial ? .desk : .portal,
            breadcrumbs: [(Phrase(vi: "Tài khoản", en: "Account"), AccountPaths.account())]
        ) {
            PageTitle(
                title,
                lead: Phrase(
                    vi: "Thấy thiết bị lạ? Đăng xuất thiết bị đó rồi đổi mật khẩu.",
                    en: "A device you do not know? Sign it out, then change your password."))
            DataTable(
                title,
                columns: [
                    .init(Phrase(vi: "Thiết bị", en: "Device")), .init(Phrase(vi: "Dùng lần cuối", en: "Last used")),
                    .init(Phrase(vi: "Đăng nhập lúc", en: "Signed in")), .init(.signOut, .action),
                ],
                rows: sessions.map { session in
                    DataTable.Row {
                        span { Self.name(session) }
                        span(session.seenAt.phrase)
                        span(session.createdAt.phrase)
                        act(session)
                    }
                })
            if sessions.count > 1 {
                postForm(to: AccountPaths.sessionsEnd()) {
                    ButtonRow {
                        Button(
                            Phrase(vi: "Đăng xuất mọi thiết bị khác", en: "Sign out all other devices"), .secondary)
                    }
                }
            }
        }
    }

    @MarkupBuilder private static func name(_ session: Session) -> [Markup] {
        if session.browser.isEmpty {
            Phrase(vi: "Trình duyệt không rõ", en: "Unknown browser")
        } else {
            session.browser
        }
    }

    private func act(_ session: Session) -> Markup {
        if session.id == present {
            return Tag(Phrase(vi: "Thiết bị này", en: "This device"), .good).markup
        }
        return postForm(to: AccountPaths.sessionEnd(session.id)) { Button(.signOut, .plain) }
    }
}

/// Looking at one's sessions and ending them.
enum SessionRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.sessions, .signedIn) { _, visitor in
            try await site.withAccount(visitor) { account in
                .page(
                    SessionsPage(
                        sessions: try await SessionList(site.accounts)(account.id), present: visitor.sessionID,
                        isOfficial: visitor.isOfficial
                    ).page)
            }
        }
        routes.post(AccountPaths.sessionEnd, .signedIn) { _, visitor, id in
            try await site.withAccount(visitor) { account in
                _ = try await SignOut(site.accounts)(id, of: account.id, by: visitor.actor)
                return .see(AccountPaths.sessions())
            }
        }
        routes.post(AccountPaths.sessionsEnd, .signedIn) { _, visitor in
            try await site.withAccount(visitor) { account in
                _ = try await SignOut(site.accounts).others(
                    than: visitor.sessionID, of: account.id, by: visitor.actor)
                return .see(AccountPaths.sessions())
            }
        }
    }
}
