import Kernel
import Site

/// The second step of signing in: the code, or setting up codes.
enum SecondStepRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.signInCode, .anyone) { request in
            switch try await site.step(request) {
            case nil: .see(AccountPaths.signIn())
            case true: .see(AccountPaths.signInEnrolment.with(request.query.pairs.map { ($0.name, $0.value) }))
            case false: .page(SignInCodePage(next: request.query["ve"]).page)
            }
        }
        routes.post(AccountPaths.signInCode, .anyone) { request in try await site.complete(request) }
        routes.get(AccountPaths.signInEnrolment, .anyone) { request in
            guard let enrolment = try await site.enrolment(request) else { return .see(AccountPaths.signIn()) }
            return .page(EnrolmentPage(enrolment: enrolment, next: request.query["ve"]).page)
        }
        routes.post(AccountPaths.signInEnrolment, .anyone) { request in try await site.complete(request) }
    }
}

extension AccountSite {
    private func secret(_ request: Request) -> String { request.cookies[SignInRoutes.stepCookie] ?? "" }

    /// Whether codes must be set up (true) or given (false); nil when there is no open first step.
    fileprivate func step(_ request: Request) async throws -> Bool? {
        try await CompleteSignIn(accounts).needsEnrolment(secret(request))
    }

    fileprivate func enrolment(_ request: Request) async throws -> CompleteSignIn.Enrolment? {
        try? await CompleteSignIn(accounts).enrolment(secret(request)).get()
    }

    fileprivate func complete(_ request: Request) async throws -> Response {
        if let wait = try await refuses(.code, request) { return .tooMany(wait) }
        let result = try await CompleteSignIn(accounts)(
            secret(request), code: request.form["code"], browser: BrowserName.short(request.header("user-agent")))
        switch result {
        case .success(let session):
            return Response.see(try await home(request, session: session.secret)).starting(session)
        case .failure(.expired), .failure(.withoutPost):
            let problems = refusal(result).map { [FieldProblem("", $0)] } ?? []
            return .problems(SignInPage(next: request.form["ve"], problems: problems).page)
        case .failure:
            if let enrolment = try await enrolment(request) {
                return .problems(
                    EnrolmentPage(enrolment: enrolment, next: request.form["ve"], refusal: refusal(result)).page)
            }
            return .problems(SignInCodePage(next: request.form["ve"], refusal: refusal(result)).page)
        }
    }

    private func refusal(_ result: Result<StartedSession, CompleteSignIn.Refusal>) -> Phrase? {
        if case .failure(let refusal) = result { refusal.phrase } else { nil }
    }
}
