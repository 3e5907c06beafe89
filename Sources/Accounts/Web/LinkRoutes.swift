import Kernel
import Site

/// Links of messages, printed codes, and asking for a new password.
enum LinkRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.forgotten, .anyone) { _ in .page(ForgottenPage().page) }
        routes.post(AccountPaths.forgotten, .anyone) { request in
            let typed = request.form["email"]
            guard EmailAddress(typed) != nil else {
                return .problems(
                    ForgottenPage(email: typed, problems: [FieldProblem("email", .emailNotUnderstood)]).page)
            }
            if let wait = try await site.refuses(.reset, request) {
                return .tooMany(wait, ForgottenPage(email: typed, problems: [FieldProblem("email", wait.phrase)]).page)
            }
            // Beyond this many for one address nothing is sent, and nothing else is said.
            if try await site.refuses(.reset, about: typed, mostInAnHour: 5) == nil {
                try await ResetPassword(site.accounts).request(email: typed)
            }
            return .see(AccountPaths.forgottenSent())
        }
        routes.get(AccountPaths.forgottenSent, .anyone) { _ in .page(MessageSentPage.reset.page) }
        routes.get(AccountPaths.printedCode, .anyone) { _ in .page(PrintedCodePage().page) }
        routes.post(AccountPaths.printedCode, .anyone) { request in
            if let wait = try await site.refuses(.link, request) { return .tooMany(wait) }
            let code = request.form["code"]
            guard try await ResetPassword(site.accounts).purpose(code) == .counterReset else {
                return .problems(PrintedCodePage(refusal: .printedCodeNotValid).page)
            }
            return .see(AccountPaths.link(code))
        }
        routes.get(AccountPaths.link, .anyone) { request, secret in
            if let wait = try await site.refuses(.link, request) { return .tooMany(wait) }
            return try await site.open(secret)
        }
        routes.post(AccountPaths.link, .anyone) { request, secret in
            if let wait = try await site.refuses(.link, request) { return .tooMany(wait) }
            return try await site.use(secret, request)
        }
        routes.get(AccountPaths.linkDone, .anyone) { request in
            .page(
                LinkDonePage(
                    isPassword: request.query["mat-khau"] == "1", next: Request.localPath(request.query["ve"])
                ).page)
        }
    }
}

extension AccountSite {
    fileprivate func open(_ secret: String) async throws -> Response {
        switch try await ResetPassword(accounts).purpose(secret) {
        case .confirmEmail, .changeEmail:
            .page(
                ConfirmEmailPage(
                    secret: secret, wantsPassword: try await ConfirmEmail(accounts).wantsPassword(secret)
                ).page)
        case .resetPassword, .firstPassword, .counterReset: .page(NewPasswordPage(secret: secret).page)
        case .secondStep, nil: .page(DeadLinkPage().page, status: 410)
        }
    }

    fileprivate func use(_ secret: String, _ request: Request) async throws -> Response {
        switch try await ResetPassword(accounts).purpose(secret) {
        case .confirmEmail, .changeEmail:
            let next = try await ConfirmEmail(accounts).next(secret)
            switch try await ConfirmEmail(accounts)(secret, password: request.form.secret("password")) {
            case .success: return .see(AccountPaths.linkDone.with(next.map { [("ve", $0)] } ?? []))
            case .failure(.notYourPassword):
                return .problems(ConfirmEmailPage(secret: secret, wantsPassword: true, isWrong: true).page)
            case .failure: return .page(DeadLinkPage().page, status: 410)
            }
        case .resetPassword, .firstPassword, .counterReset:
            switch try await ResetPassword(accounts)(secret, password: request.form.secret("password")) {
            case .success:
                return Response.see(AccountPaths.linkDone.with([("mat-khau", "1")]))
                    .setting(Cookie(CookieJar.session, "", seconds: 0))
            case .failure(.invalid(let problems)):
                return .problems(NewPasswordPage(secret: secret, problems: problems).page)
            case .failure(.linkNotValid): return .page(DeadLinkPage().page, status: 410)
            }
        case .secondStep, nil: return .page(DeadLinkPage().page, status: 410)
        }
    }
}

extension Phrase {
    fileprivate static let printedCodeNotValid = Phrase(
        vi: "Mã không đúng, đã dùng hoặc đã quá 24 giờ.", en: "The code is wrong, was used, or is older than 24 hours.")
}
