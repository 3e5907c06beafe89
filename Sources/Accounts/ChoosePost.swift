package import Directory
import Journal
package import Kernel
import Storage

/// An official goes on in another of the posts they may act in.
package struct ChoosePost: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// False when the post is not theirs.
    package func callAsFunction(
        _ post: Post.ID, in session: Session.ID, of account: Account.ID, by actor: Actor
    ) async throws -> Bool {
        let now = accounts.clock.now
        let done = try await accounts.database.write { tx in
            guard try AccountStore.lock(account, in: tx) != nil,
                try Directory.posts(of: account, at: now, in: tx).contains(where: { $0.post.id == post })
            else { return false }
            try SessionStore.choose(post, in: session, tx: tx)
            try Journal.append(
                "account.post-chosen", subject: "account", account.description,
                ["post": .string(post.description), "session": .string(session.description)], by: actor, at: now,
                in: tx)
            return true
        }
        accounts.sessionEpoch.advance()
        return done
    }
}
