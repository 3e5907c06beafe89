package import Directory
import Kernel
package import Site
import Storage

/// What the screens about officials work with.
struct OfficialAdmin: Sendable {
    let accounts: Accounts
    let frame: AdminFrame
    /// Whether messages leave the site; where they do not, links are handed over by hand.
    let sendsMail: Bool

    var today: Day { accounts.clock.now.day }
    var appoint: AppointOfficial { AppointOfficial(database: accounts.database, clock: accounts.clock) }
    var end: EndPosts { EndPosts(database: accounts.database, clock: accounts.clock) }
    var delegate: DelegatePost { DelegatePost(database: accounts.database, clock: accounts.clock) }

    func reach(_ visitor: Visitor) async throws -> Reach {
        try await accounts.directory.administration(of: visitor.actor)
    }

    /// Gives `body` an official that the visitor administers; others are not there.
    func withOfficial(
        _ id: Account.ID, _ visitor: Visitor, _ body: (OfficialFile) async throws -> Response
    ) async throws -> Response {
        let now = accounts.clock.now
        let file = try await accounts.database.read { tx in
            try OfficialFile.find(id, by: visitor.actor, at: now, in: tx)
        }
        guard let file else { return .notFound }
        return try await body(file)
    }

    /// The whole address of a link that sets a password once.
    func address(of secret: String) -> String { accounts.settings.address + AccountLink.path + secret }
}

/// The screens of administration about officials.
package enum OfficialRoutes {
    package static func routes(_ accounts: Accounts, frame: AdminFrame, sendsMail: Bool) -> Routes {
        let admin = OfficialAdmin(accounts: accounts, frame: frame, sendsMail: sendsMail)
        var routes = Routes()
        OfficialListRoutes.add(to: &routes, admin)
        OfficialPostRoutes.add(to: &routes, admin)
        OfficialAccessRoutes.add(to: &routes, admin)
        OfficialKeeperRoutes.add(to: &routes, admin)
        return routes
    }
}
