import DesignSystem
import Directory
import Kernel
import Markup
import Site
import Wording

/// Asks the person whether they take the post that an agency offers them.
struct InvitationPage {
    let invitation: OfficeInvitation
    let agency: Agency
    let isAtDesk: Bool

    static let answer = "answer"

    var page: Page {
        SmallPage(
            Phrase(vi: "Bạn có nhận vị trí này không?", en: "Do you take this post?"), side: isAtDesk ? .desk : .portal
        ).page {
            SummaryList([
                .init(Phrase(vi: "Cơ quan, đơn vị", en: "Agency"), agency.phrase),
                .init(Phrase(vi: "Chức danh", en: "Title"), invitation.post.title),
                .init(Phrase(vi: "Vai trò", en: "Role"), invitation.post.role.phrase),
                .init(Phrase(vi: "Từ ngày", en: "From"), invitation.post.from.phrase),
            ])
            p(
                isAtDesk
                    ? .oneMore
                    : Phrase(
                        vi:
                            "Tài khoản và hồ sơ riêng của bạn vẫn là của bạn. Khi nhận, bạn đăng nhập bằng mật khẩu và mã từ ứng dụng trên điện thoại; tên của bạn do quản trị viên của cơ quan sửa.",
                        en:
                            "Your account and your own dossiers stay yours. From then on you sign in with your password and a code of an app on your phone, and your name is corrected by an administrator of the agency."
                    ))
            postForm(to: AccountPaths.invitation(invitation.id)) {
                ButtonRow {
                    Button(
                        Phrase(vi: "Nhận vị trí", en: "Take the post"), name: Self.answer, value: "accept",
                        effect: isAtDesk
                            ? nil
                            : Phrase(
                                vi: "Bạn được đăng xuất và cài mã xác thực ở lần đăng nhập tới.",
                                en: "You are signed out, and set up codes when you next sign in."))
                    Button(Phrase(vi: "Từ chối", en: "Decline"), .secondary, name: Self.answer, value: "decline")
                    ButtonLink(.back, AccountPaths.account(), .plain)
                }
            }
        }
    }
}

/// The answer to an offered post.
enum InvitationRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.invitation, .signedIn) { _, visitor, id in
            try await site.withInvitation(id, visitor) { .page($0.page) }
        }
        routes.post(AccountPaths.invitation, .signedIn) { request, visitor, id in
            try await site.withInvitation(id, visitor) { page in
                try await site.answer(page.invitation, request.form[InvitationPage.answer], visitor)
            }
        }
    }
}

extension AccountSite {
    /// Gives `body` an open offer to the visitor; anything else is not there.
    fileprivate func withInvitation(
        _ id: OfficeInvitation.ID, _ visitor: Visitor, _ body: (InvitationPage) async throws -> Response
    ) async throws -> Response {
        guard let account = visitor.actor.accountID,
            let open = try await AnswerInvitation(accounts).open(for: account).first(where: { $0.invitation.id == id })
        else { return .notFound }
        return try await body(
            InvitationPage(invitation: open.invitation, agency: open.agency, isAtDesk: visitor.isOfficial))
    }

    fileprivate func answer(
        _ invitation: OfficeInvitation, _ answer: String, _ visitor: Visitor
    ) async throws -> Response {
        let operation = AnswerInvitation(accounts)
        switch answer {
        case "accept":
            switch try await operation.accept(invitation.id, by: invitation.account) {
            case .success: return .see(visitor.isOfficial ? AccountPaths.account() : AccountPaths.signIn())
            case .failure: return .see(ProfileRoutes.Done.noLonger.path)
            }
        case "decline":
            switch try await operation.decline(invitation.id, by: invitation.account) {
            case .success: return .see(ProfileRoutes.Done.declined.path)
            case .failure: return .see(ProfileRoutes.Done.noLonger.path)
            }
        default: return .see(AccountPaths.invitation(invitation.id))
        }
    }
}

extension Phrase {
    fileprivate static let oneMore = Phrase(
        vi:
            "Vị trí này thêm vào các vị trí bạn đang giữ. Nếu cần cấp lại mật khẩu hoặc mã xác thực, chỉ quản trị viên của cấp trên chung làm được.",
        en:
            "You hold this post besides those you have. From then on only an administrator above all your agencies can give you password and codes again."
    )
}
