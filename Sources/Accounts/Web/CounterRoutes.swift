import Directory
import Kernel
import Site
import Storage

/// Giving a person access again at the counter.
enum CounterRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.counterReset, .may(.verifyIdentity)) { _, _ in .page(CounterSearchPage().page) }
        routes.post(AccountPaths.counterReset, .may(.verifyIdentity)) { request, visitor in
            if let wait = try await site.refuses(.counter, request) { return .tooMany(wait) }
            let typed = request.form["who"]
            let agency = try await site.agencyName(visitor)
            guard
                let account = try await ResetAtCounter(site.accounts).find(
                    typed, by: visitor.actor, agencyName: agency)
            else {
                return .problems(
                    CounterSearchPage(
                        typed: typed,
                        refusal: Phrase(
                            vi: "Không có tài khoản cá nhân nào khớp hoàn toàn.",
                            en: "No personal account matches exactly.")
                    ).page)
            }
            return .page(
                CounterCheckPage(account: account, seen: .init(checks: [], citizenNumber: "", name: account.name)).page)
        }
        routes.post(AccountPaths.counterSheet, .may(.verifyIdentity)) { request, visitor, id in
            try await site.printSheet(id, request, visitor)
        }
    }
}

extension AccountSite {
    fileprivate func agencyName(_ visitor: Visitor) async throws -> String {
        try await accounts.directory.station(of: visitor.actor)?.authority.name ?? ""
    }

    fileprivate func printSheet(_ id: Account.ID, _ request: Request, _ visitor: Visitor) async throws -> Response {
        if let wait = try await refuses(.counter, request) { return .tooMany(wait) }
        let reset = ResetAtCounter(accounts)
        let agency = try await agencyName(visitor)
        guard let account = try await reset.account(id, by: visitor.actor, agencyName: agency) else {
            return .notFound
        }
        let form = request.form
        let seen = ResetAtCounter.Seen(
            checks: form.all("checks").compactMap(ResetAtCounter.Check.init), citizenNumber: form["citizen_number"],
            name: form.contains("name") ? form["name"] : nil, email: form["email"])
        switch try await reset(id, seen, by: visitor.actor) {
        case .success(let sheet):
            let page = CounterSheetPage(
                sheet: sheet, agency: agency, official: visitor.name,
                address: accounts.settings.address, today: accounts.clock.now.day)
            var response = Response.page(page.page)
            response.headers.append(("Cache-Control", "no-store"))
            return response
        case .failure(.unknown): return .notFound
        case .failure(.invalid(let problems)):
            return .problems(CounterCheckPage(account: account, seen: seen, problems: problems).page)
        }
    }
}
