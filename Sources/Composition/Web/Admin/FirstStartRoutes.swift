import Accounts
import Directory
import Kernel
import Site
import Wording

/// The start page of an empty installation. It asks for the code that the program prints, so that a stranger who finds
/// the address first cannot take the site.
enum FirstStartRoutes {
    static func add(to routes: inout Routes, _ installation: Installation) {
        let limiter = RateLimiter(database: installation.database, clock: installation.clock)
        routes.get(AdminPaths.firstStart, .anyone) { _ in
            try await installation.accounts.needsFirstAdministrator()
                ? .page(FirstStartForm().page) : .page(FirstStartForm.over, status: 410)
        }
        routes.post(AdminPaths.firstStart, .anyone) { request in
            guard try await installation.accounts.needsFirstAdministrator() else {
                return .page(FirstStartForm.over, status: 410)
            }
            guard try await limiter.allows("first-start", limit: 30, seconds: 3_600) else { return .tooMany }
            return try await installation.begin(FirstStartForm(request.form))
        }
    }
}

extension Installation {
    /// The code that the start page asks for.
    var startCode: String { CreateFirstAdministrator.startCode(secret: settings.secret) }

    fileprivate func begin(_ typed: FirstStartForm) async throws -> Response {
        var form = typed
        guard form.code.lowercased() == startCode else {
            form.problems = [
                FieldProblem(
                    "start_code",
                    Phrase(vi: "Mã khởi đầu không đúng.", en: "This is not the start code."))
            ]
            return .problems(form.page)
        }
        let kind = AgencyKind(rawValue: form.kind) ?? .commune
        var code = form.territory
        switch AgencyForm.territoryCode(form.territory, try await directory.territories()) {
        case .success(let found): code = found
        case .failure(let unread):
            form.problems = unread.problems.map { FieldProblem("agency.\($0.field)", $0.message) }
            return .problems(form.page)
        }
        if form.agencyCode.isEmpty {
            form.problems = [FieldProblem("agency.code", .agencyCodeNotUnderstood)]
            return .problems(form.page)
        }
        let draft = AgencyDraft(
            kind: kind, code: form.agencyCode, name: form.agency, territory: code, from: clock.now.day)
        switch try await CreateFirstAdministrator(accounts)(name: form.name, email: form.email, agency: draft) {
        case .success(let created):
            let path = created.link.dropFirst(settings.baseURL.count)
            return .see(Request.localPath(String(path)) ?? HomePaths.signIn)
        case .failure(.alreadyThere): return .page(FirstStartForm.over, status: 410)
        case .failure(.invalid(let problems)):
            form.problems = problems
            return .problems(form.page)
        }
    }

    /// What the operator is told when the program starts and nobody administers the site.
    package func startLines() async throws -> [String] {
        guard try await accounts.needsFirstAdministrator() else { return [] }
        return [
            "Chưa có quản trị viên / there is no administrator yet.",
            "Mở / open: \(settings.baseURL)\(AdminPaths.firstStart())",
            "Mã khởi đầu / start code: \(startCode)",
        ]
    }
}
