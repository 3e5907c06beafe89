import Directory
import Kernel
import Site
import Storage

/// One's own account.
enum ProfileRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.account, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { account in
                .page(try await site.profile(account, visitor, Done(rawValue: request.query["xong"])).page)
            }
        }
        routes.get(AccountPaths.details, .signedIn) { _, visitor in
            try await site.withAccount(visitor) { .page(DetailsPage($0, isAtDesk: visitor.isOfficial).page) }
        }
        routes.post(AccountPaths.details, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { try await site.change($0, request, visitor) }
        }
        routes.get(AccountPaths.password, .signedIn) { _, visitor in
            .page(PasswordPage(isOfficial: visitor.isOfficial).page)
        }
        routes.post(AccountPaths.password, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { try await site.changePassword($0, request, visitor) }
        }
        routes.get(AccountPaths.email, .signedIn) { _, visitor in
            try await site.withAccount(visitor) { .page(EmailPage(account: $0, isAtDesk: visitor.isOfficial).page) }
        }
        routes.post(AccountPaths.email, .signedIn) { request, visitor in
            try await site.withAccount(visitor) { try await site.changeEmail($0, request, visitor) }
        }
    }

    /// What was just done, said at the top of the account's page.
    enum Done: String {
        case details = "thong-tin"
        case password = "mat-khau"
        case email = "thu"
        case declined = "tu-choi"
        case noLonger = "het-hieu-luc"
        case handedOver = "noi-quan-ly"

        var phrase: Phrase {
            switch self {
            case .details: Phrase(vi: "Đã lưu.", en: "Saved.")
            case .password: Phrase(vi: "Đã đổi mật khẩu.", en: "The password is changed.")
            case .declined: Phrase(vi: "Đã từ chối lời mời.", en: "The offer is declined.")
            case .noLonger:
                Phrase(
                    vi: "Lời mời không còn hiệu lực. Hãy hỏi cơ quan đã mời bạn.",
                    en: "The offer holds no more. Ask the agency that made it.")
            case .handedOver:
                Phrase(vi: "Đã chuyển nơi quản lý tài khoản.", en: "Another agency keeps the account now.")
            case .email:
                Phrase(
                    vi: "Hãy mở liên kết trong thư vừa gửi đến địa chỉ mới.",
                    en: "Open the link in the message just sent to the new address.")
            }
        }

        var path: String { AccountPaths.account.with([("xong", rawValue)]) }
    }
}

extension AccountSite {
    fileprivate func profile(
        _ account: Account, _ visitor: Visitor, _ done: ProfileRoutes.Done?
    ) async throws -> ProfilePage {
        let now = accounts.clock.now
        return ProfilePage(
            account: account, isAtDesk: visitor.isOfficial, sessions: try await SessionList(accounts)(account.id).count,
            mandates: try await accounts.mandates(of: account.id).count,
            posts: account.kind == .official ? try await accounts.directory.posts(of: account.id, at: now) : [],
            present: visitor.actor.postID, invitations: try await AnswerInvitation(accounts).open(for: account.id),
            keeper: try await accounts.database.read { tx in
                (
                    present: try HandOverAccount.keeper(of: account, on: now.day, in: tx),
                    others: try HandOverAccount.choices(for: account, on: now.day, in: tx)
                )
            }, done: done?.phrase)
    }

    fileprivate func change(_ account: Account, _ request: Request, _ visitor: Visitor) async throws -> Response {
        let form = request.form
        var page = DetailsPage(account, isAtDesk: visitor.isOfficial)
        page.phone = form["phone"]
        if page.isOwn {
            page.name = form["name"]
            page.citizenNumber = form["citizen_number"]
        }
        if page.citizenNumber != (account.citizenNumber?.digits ?? "") {
            if let wait = try await refuses(.number, about: account.id.description, mostInAnHour: 5) {
                page.problems = [FieldProblem("citizen_number", wait.phrase)]
                return .tooMany(wait, page.page)
            }
        }
        let result = try await ChangeProfile(accounts).details(
            name: page.name, phone: page.phone, citizenNumber: page.citizenNumber, of: account.id,
            seen: Int(form["version"]) ?? 0, by: visitor.actor)
        switch result {
        case .success: return .see(ProfileRoutes.Done.details.path)
        case .failure(.unknown): return .notFound
        case .failure(.changed):
            page.isChanged = true
            return .conflict(page.page)
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page)
        }
    }

    fileprivate func changePassword(
        _ account: Account, _ request: Request, _ visitor: Visitor
    ) async throws -> Response {
        if let wait = try await refuses(.signIn, request) { return .tooMany(wait) }
        let result = try await ChangeProfile(accounts).password(
            old: request.form.secret("old_password"), new: request.form.secret("password"), of: account.id,
            in: visitor.sessionID, by: visitor.actor)
        switch result {
        case .success: return .see(ProfileRoutes.Done.password.path)
        case .failure(.unknown), .failure(.changed): return .notFound
        case .failure(.invalid(let problems)):
            return .problems(PasswordPage(isOfficial: visitor.isOfficial, problems: problems).page)
        }
    }

    fileprivate func changeEmail(_ account: Account, _ request: Request, _ visitor: Visitor) async throws -> Response {
        var page = EmailPage(account: account, isAtDesk: visitor.isOfficial, email: request.form["email"])
        // Each try may send a message to an address that is not the account's.
        var wait = try await refuses(.register, request)
        if wait == nil { wait = try await refuses(.register, about: page.email, mostInAnHour: 5) }
        if let wait {
            page.problems = [FieldProblem("email", wait.phrase)]
            return .tooMany(wait, page.page)
        }
        let result = try await ChangeProfile(accounts).email(
            page.email, password: request.form.secret("old_password"), of: account.id, by: visitor.actor)
        switch result {
        case .success: return .see(ProfileRoutes.Done.email.path)
        case .failure(.unknown), .failure(.changed): return .notFound
        case .failure(.invalid(let problems)):
            page.problems = problems
            return .problems(page.page)
        }
    }
}
