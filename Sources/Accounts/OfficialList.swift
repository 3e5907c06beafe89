package import Directory
package import Kernel
package import Storage

/// The officials an administrator looks after, with their posts, by name.
package struct OfficialList: Sendable {
    package struct Entry: Sendable {
        package let account: Account
        /// Present and coming posts in the administrator's reach.
        package let posts: [(post: Post, agency: Agency)]
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// At most `limit` after the last one seen. `search` matches words of the name without accents, the beginning of an
    /// address, or both halves of one.
    package func callAsFunction(
        by actor: Actor, search: String = "", agency: Agency.ID? = nil, after last: Account.ID? = nil, limit: Int = 50
    ) async throws -> [Entry] {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            let scope = try AdministrationScope.of(actor, at: now, in: tx)
            var agencies = try scope.agencies(in: tx)
            if let agency { agencies = agencies.filter { $0.id == agency } }
            guard let top = agencies.first else { return [] }
            let within: SQL = agency == nil ? Self.subtree(scope, top.id) : "SELECT id FROM agency WHERE id = \(top.id)"
            let query = try Self.query(
                within, search: search, after: last.flatMap { try AccountStore.sortKey(of: $0, in: tx) }, on: now.day,
                limit: limit)
            let found = try AccountStore.list(query, in: tx)
            let byID = Dictionary(agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let posts = Dictionary(
                grouping: try Directory.presentPosts(of: found.map(\.id), on: now.day, in: tx), by: \.account)
            return found.map { account in
                Entry(
                    account: account,
                    posts: (posts[account.id] ?? []).compactMap { post in
                        byID[post.agency].map { (post: post, agency: $0) }
                    })
            }
        }
    }

    /// The ids of the agencies in a scope. On the machine itself there is no limit to it.
    private static func subtree(_ scope: AdministrationScope, _ top: Agency.ID) -> SQL {
        scope == .everything ? "SELECT id FROM agency" : Directory.subtreeIDs(of: top)
    }

    /// Walks the names in their order and keeps those with a post; the first page ends the walk early.
    package static func query(
        _ within: SQL, search: String, after last: (name: String, id: Account.ID)?, on day: Day, limit: Int
    ) -> SQL {
        var conditions: SQL = ""
        for word in Folding.words(search) {
            // Folded text has letters, digits and spaces only, so that nothing in it is a wildcard.
            let pattern = "% \(word)%"
            conditions = conditions + " AND (' ' || account.name_folded || ' ' || account.email_folded) LIKE \(pattern)"
        }
        if let address = EmailAddress(search) { conditions = " AND account.email_folded = \(address.folded)" }
        if let last { conditions = conditions + " AND (account.name_folded, account.id) > (\(last.name), \(last.id))" }
        return """
            WHERE account.kind = 'official'\(conditions) AND EXISTS (
                SELECT 1 FROM post WHERE post.account_id = account.id AND post.agency_id IN (\(within))
                  AND (post.valid_until IS NULL OR post.valid_until > \(day)))
            ORDER BY account.name_folded, account.id LIMIT \(limit)
            """
    }
}
