import Kernel
import Site

/// Opening an account at the portal.
enum RegistrationRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.registration, .anyone) { request in
            guard request.visitor == nil else { return .see(AccountPaths.account()) }
            return .page(RegistrationPage(next: request.query["ve"]).page)
        }
        routes.post(AccountPaths.registration, .anyone) { request in
            let form = request.form
            var page = RegistrationPage(
                draft: .init(
                    name: form["name"], email: form["email"], phone: form["phone"],
                    password: form.secret("password")), next: form["ve"])
            var wait = try await site.refuses(.register, request)
            if wait == nil {
                wait = try await site.refuses(.register, about: page.draft.email, mostInAnHour: 5)
            }
            if let wait {
                page.problems = [FieldProblem("email", wait.phrase)]
                return .tooMany(wait, page.page)
            }
            page.problems = try await RegisterPerson(site.accounts)(
                page.draft, next: Request.localPath(page.next).flatMap { $0.utf8.count > 1_000 ? nil : $0 })
            guard page.problems.isEmpty else { return .problems(page.page) }
            return .see(AccountPaths.registrationSent())
        }
        routes.get(AccountPaths.registrationSent, .anyone) { _ in .page(MessageSentPage.registration.page) }
    }
}

extension FormValues {
    /// A password exactly as it was typed: white space may belong to it.
    func secret(_ name: String) -> String { pairs.last { $0.name == name }?.value ?? "" }
}
