import Directory
import Kernel
import Site
import Storage

/// Giving a person access again at the counter.
enum CounterRoutes {
    static func add(to routes: inout Routes, _ site: AccountSite) {
        routes.get(AccountPaths.counterReset, .may(.verifyIdentity)) { _, _ in .page(CounterSearchPage().page) }
        routes.post(AccountPaths.counterReset, .may(.verifyIdentity)) { request, visitor in
            guard try await site.allows(.counter, request) else { return .tooMany }
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
            return .page(CounterCheckPage(account: account).page)
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
        guard try await allows(.counter, request) else { return .tooMany }
        let typed = request.form["citizen_number"]
        let checks = request.form.all("checks").compactMap(ResetAtCounter.Check.init)
        switch try await ResetAtCounter(accounts)(id, checks: checks, citizenNumber: typed, by: visitor.actor) {
        case .success(let sheet):
            let page = CounterSheetPage(
                sheet: sheet, agency: try await agencyName(visitor), official: visitor.name,
                address: accounts.settings.address, today: accounts.clock.now.day)
            var response = Response.page(page.page)
            response.headers.append(("Cache-Control", "no-store"))
            return response
        case .failure(.unknown): return .notFound
        case .failure(.invalid(let problems)):
            guard let account = try await accounts.account(id) else { return .notFound }
            return .problems(
                CounterCheckPage(
                    account: account, citizenNumber: typed, checks: Set(checks.map(\.rawValue)), problems: problems
                ).page)
        }
    }
}
