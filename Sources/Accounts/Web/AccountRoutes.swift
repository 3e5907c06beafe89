import Directory
import Kernel
package import Site

/// What the handlers of this room work with.
package struct AccountSite: Sendable {
    let accounts: Accounts
    let limiter: RateLimiter
    /// Where an official who works cases comes to after signing in; an administrator comes to the administration.
    let desk: String

    package init(accounts: Accounts, limiter: RateLimiter, desk: String) {
        self.accounts = accounts
        self.limiter = limiter
        self.desk = desk
    }

    /// What is counted, and how often one address of the network may try it, so that passwords and links are not
    /// guessed in bulk.
    enum Limit: String {
        case signIn = "sign-in"
        case code = "sign-in-code"
        case register, reset, link, counter, number

        /// Tries in five minutes. An office or a village may stand behind one address.
        var most: Int {
            switch self {
            case .signIn, .code, .link, .counter: 60
            case .register, .reset, .number: 20
            }
        }
    }

    /// Counts one try from the visitor's network address; says how long to wait when there were too many.
    func refuses(_ what: Limit, _ request: Request) async throws -> TooSoon? {
        try await limiter.refuses("\(what.rawValue):\(request.clientNetwork)", limit: what.most, seconds: 300)
    }

    /// Counts one try about somebody (an e-mail address, kept as a hash only).
    func refuses(_ what: Limit, about typed: String, mostInAnHour most: Int) async throws -> TooSoon? {
        try await limiter.refuses("\(what.rawValue)@\(Secret.hash(typed.lowercased()))", limit: most, seconds: 3_600)
    }

    /// Gives `body` the visitor's own account.
    func withAccount(_ visitor: Visitor, _ body: (Account) async throws -> Response) async throws -> Response {
        guard let id = visitor.actor.accountID, let account = try await accounts.account(id) else { return .notFound }
        return try await body(account)
    }
}

extension Visitor {
    var sessionID: Session.ID? { Session.ID(session) }
}

/// The routes of people's and officials' accounts.
package enum AccountRoutes {
    package static func routes(_ site: AccountSite) -> Routes {
        var routes = Routes()
        RegistrationRoutes.add(to: &routes, site)
        SignInRoutes.add(to: &routes, site)
        SecondStepRoutes.add(to: &routes, site)
        LinkRoutes.add(to: &routes, site)
        ProfileRoutes.add(to: &routes, site)
        SessionRoutes.add(to: &routes, site)
        MandateRoutes.add(to: &routes, site)
        InvitationRoutes.add(to: &routes, site)
        KeeperRoutes.add(to: &routes, site)
        PostRoutes.add(to: &routes, site)
        AbsenceRoutes.add(to: &routes, site)
        CounterRoutes.add(to: &routes, site)
        FirstStartRoutes.add(to: &routes, site)
        return routes
    }
}
