package import Directory
import Journal
package import Kernel
import Storage

/// Ends the posts of an official that the actor administers (thôi việc, chuyển công tác), and at once every session in
/// them, or every session when no post is left.
/// Open tasks stay with the unit.
package struct DismissOfficial: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// `day`: the first day on which the posts are held no more.
    package func callAsFunction(
        _ account: Account.ID, from day: Day, by actor: Actor
    ) async throws -> Result<[Post], EndPosts.Refusal> {
        let now = accounts.clock.now
        let result = try await accounts.database.write { tx -> Result<[Post], EndPosts.Refusal> in
            let ended = try EndPosts.perform(of: account, from: day, by: actor, at: now, in: tx)
            guard case .success(let posts) = ended else { return ended }
            guard try AccountStore.lock(account, in: tx) != nil else { return .failure(.unknown) }
            if day <= now.day {
                // Whoever still works elsewhere goes on there.
                if try Directory.presentPosts(of: [account], on: now.day, in: tx).isEmpty {
                    try SessionStore.revokeAll(of: account, at: now, in: tx)
                } else {
                    try SessionStore.revoke(in: posts.map(\.id), of: account, at: now, in: tx)
                }
            }
            try Journal.append(
                "account.dismissed", subject: "account", account.description,
                ["from": .string(day.description), "posts": .array(posts.map { .string($0.id.description) })],
                by: actor, at: now, in: tx)
            return .success(posts)
        }
        accounts.sessionEpoch.advance()
        return result
    }
}
