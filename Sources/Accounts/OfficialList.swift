package import Directory
package import Kernel
import Storage

/// The officials an administrator looks after, with their posts, by name.
package struct OfficialList: Sendable {
    package struct Entry: Sendable {
        package let account: Account
        /// Present and coming posts in the administrator's reach.
        package let posts: [(post: Post, agency: Agency)]
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// At most `limit` after the name and id of the last one seen; `search` matches names and addresses by any spelling.
    package func callAsFunction(
        by actor: Actor, search: String = "", agency: Agency.ID? = nil, after last: Account.ID? = nil, limit: Int = 50
    ) async throws -> [Entry] {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            let scope = try AdministrationScope.of(actor, at: now, in: tx)
            var agencies = try scope.agencies(in: tx)
            if let agency { agencies = agencies.filter { $0.id == agency } }
            let byID = Dictionary(agencies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let posts = try Directory.presentPosts(in: agencies.map(\.id), on: now.day, in: tx)
            let byAccount = Dictionary(grouping: posts, by: \.account)
            let words = Folding.words(search)
            var found = try AccountStore.find(Array(byAccount.keys), in: tx).filter { account in
                let text = " " + Folding.fold(account.name + " " + account.email)
                return words.allSatisfy { text.contains(" \($0)") }
            }
            if let last, let index = found.firstIndex(where: { $0.id == last }) {
                found = Array(found[(index + 1)...])
            }
            return found.prefix(limit).map { account in
                Entry(
                    account: account,
                    posts: (byAccount[account.id] ?? []).compactMap { post in
                        byID[post.agency].map { (post: post, agency: $0) }
                    })
            }
        }
    }
}
