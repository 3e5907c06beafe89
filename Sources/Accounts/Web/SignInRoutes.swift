import Directory
import Kernel
import Site

/// Signing in with address and password, and signing out.
enum SignInRoutes {
    /// Holds the secret between the two steps of an official's sign-in.
    static let stepCookie = "mc_step"

    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.signIn, .anyone) { request in
            if let visitor = request.visitor { return .see(site.home(request, visitor)) }
            var page = SignInPage(next: request.query["ve"])
            page.isEmptySite = try await site.accounts.needsFirstAdministrator()
            return .page(page.page)
        }
        routes.post(AccountPaths.signIn, .anyone) { request in try await site.signIn(request) }
        routes.post(AccountPaths.signOut, .signedIn) { _, visitor in
            if let session = visitor.sessionID, let account = visitor.actor.accountID {
                _ = try await SignOut(site.accounts)(session, of: account, by: visitor.actor)
            }
            return Response.see("/").setting(Cookie(CookieJar.session, "", seconds: 0))
        }
    }
}

extension Response {
    /// Goes on as somebody signed in.
    func starting(_ session: StartedSession) -> Response {
        setting(Cookie(CookieJar.session, session.secret, seconds: session.cookieSeconds))
            .setting(Cookie(SignInRoutes.stepCookie, "", seconds: 0))
    }
}

extension AccountSite {
    /// Where somebody goes on: the local path they came from, or the first page of their side. An administrator has
    /// no desk.
    func home(_ request: Request, _ visitor: Visitor?) -> String {
        let asked = request.method == .get ? request.query["ve"] : request.form["ve"]
        if let path = Request.localPath(asked), path != "/", !path.hasPrefix(AccountPaths.signIn()) { return path }
        guard let visitor, visitor.isOfficial else { return "/" }
        return visitor.may(.administer) ? AdministrationPaths.overview() : desk
    }

    /// The same for whoever holds the secret of a session that has just begun or changed.
    func home(_ request: Request, session secret: String?) async throws -> String {
        guard let secret else { return home(request, nil) }
        return home(request, try await SignedInVisitors(accounts).visitor(secret: secret))
    }

    fileprivate func signIn(_ request: Request) async throws -> Response {
        let form = request.form
        let password = form.secret("password")
        var page = SignInPage(email: form["email"], next: form["ve"])
        page.problems = SignInPage.missing(email: page.email, password: password)
        guard page.problems.isEmpty else { return .problems(page.page) }
        if let wait = try await refuses(.signIn, request) {
            page.problems = [FieldProblem("email", wait.phrase)]
            return .tooMany(wait, page.page)
        }
        let browser = BrowserName.short(request.header("user-agent"))
        let next = page.next.isEmpty ? [] : [("ve", page.next)]
        switch try await SignIn(accounts)(email: page.email, password: password, browser: browser) {
        case .failure(let refusal):
            page.problems = [FieldProblem("email", refusal.phrase)]
            return .problems(page.page)
        case .success(.signedIn(let session)):
            return Response.see(try await home(request, session: session.secret)).starting(session)
        case .success(.codeWanted(let secret)):
            return Response.see(AccountPaths.signInCode.with(next))
                .setting(Cookie(SignInRoutes.stepCookie, secret, seconds: 3_600))
        case .success(.enrolmentWanted(let secret)):
            return Response.see(AccountPaths.signInEnrolment.with(next))
                .setting(Cookie(SignInRoutes.stepCookie, secret, seconds: 3_600))
        }
    }
}
