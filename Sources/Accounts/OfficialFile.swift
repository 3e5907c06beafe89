package import Directory
package import Kernel
package import Storage

/// What an administrator sees of one official: the account, its posts in reach with their delegations.
package struct OfficialFile: Sendable {
    package struct Place: Sendable {
        package let post: Post
        package let agency: Agency
        package let delegations: [Delegation]
    }

    package let account: Account
    /// Posts in the administrator's reach, ended ones too, the newest first.
    package let places: [Place]
    /// How many further posts are held now or later elsewhere.
    package let elsewhere: Int
    /// Delegations that let this official act for somebody else now, in reach.
    package let received: [(delegation: Delegation, post: Post, agency: Agency)]
    /// Where the official is signed in at present.
    package let sessions: [Session]
    /// Names of everybody the delegations are about.
    package let names: [Account.ID: String]
    package let reach: Reach
    /// The agency that keeps the account; nil when it is the person's own.
    package let keeper: Agency?
    /// Whether the administrator is responsible for the account: for every present post, and for the agency that keeps it.
    package let isWhollyInReach: Bool
    /// The agencies to which the administrator may hand the keeping.
    package let handOver: [Agency]
    package let day: Day

    /// Posts held now or later.
    package var present: [Place] { places.filter { !$0.post.validity.isOver(on: day) } }
    /// Whether the administrator may make a link for the password: never for a person's own account.
    package var takesLink: Bool { isWhollyInReach && !account.isPersonal }

    /// nil when the official never held a post in the administrator's reach.
    package static func find(
        _ id: Account.ID, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> OfficialFile? {
        guard let account = try Accounts.account(id, in: tx), account.kind == .official else { return nil }
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        let reach = Reach(scope: scope, agencies: try scope.agencies(in: tx))
        let posts = try Directory.allPosts(of: id, in: tx)
        let own = posts.compactMap { post in reach[post.agency].map { (post: post, agency: $0) } }
        guard !own.isEmpty else { return nil }
        let delegations = try own.flatMap { one in try Directory.openDelegations(of: one.post.id, at: now, in: tx) }
        let received = try Directory.posts(of: id, at: now, in: tx).compactMap { held in
            held.delegation.flatMap { delegation in
                reach[held.agency.id].map { (delegation: delegation, post: held.post, agency: $0) }
            }
        }
        let keeper = try HandOverAccount.keeper(of: account, on: now.day, in: tx)
        let mayHandOver = try keeper.map { try scope.covers($0.id, in: tx) } ?? false
        return OfficialFile(
            account: account,
            places: own.map { one in
                Place(
                    post: one.post, agency: one.agency,
                    delegations: delegations.filter { $0.post == one.post.id })
            },
            elsewhere: posts.filter { reach[$0.agency] == nil && !$0.validity.isOver(on: now.day) }.count,
            received: received, sessions: try SessionStore.open(of: id, kind: account.kind, at: now, in: tx),
            names: try Accounts.names(
                of: delegations.map(\.account) + received.map(\.post.account), in: tx),
            reach: reach, keeper: keeper,
            isWhollyInReach: try RecoverOfficial.isResponsible(actor, for: account, at: now, in: tx),
            handOver: mayHandOver
                ? try HandOverAccount.choices(for: account, on: now.day, in: tx).filter { reach[$0.id] != nil } : [],
            day: now.day)
    }

    /// The same by address.
    package static func find(
        email: EmailAddress, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> OfficialFile? {
        guard let account = try AccountStore.find(email: email, in: tx) else { return nil }
        return try find(account.id, by: actor, at: now, in: tx)
    }

    /// Who may act in a post for its holder: everybody else with a post in the agency in whose name it stands.
    package static func colleagues(
        of post: Post, at now: Instant, in tx: any Transaction
    ) throws -> [(account: Account.ID, name: String)] {
        let accounts = try Directory.colleagues(of: post.id, at: now, in: tx).map(\.account)
        return try Accounts.names(of: accounts.filter { $0 != post.account }, in: tx)
            .map { (account: $0.key, name: $0.value) }
            .sorted { (Folding.fold($0.name), $0.account) < (Folding.fold($1.name), $1.account) }
    }
}
