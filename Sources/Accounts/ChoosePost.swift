package import Directory
import Journal
package import Kernel
import Storage

/// An official goes on in another of the posts they may act in, or, with an account of their own, as the person they
/// are.
package struct ChoosePost: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// `post`: nil to go on as a person. False when that is not theirs to choose.
    package func callAsFunction(
        _ post: Post.ID?, in session: Session.ID, of account: Account.ID, by actor: Actor
    ) async throws -> Bool {
        let now = accounts.clock.now
        let done = try await accounts.database.write { tx in
            guard let chooser = try AccountStore.lock(account, in: tx), chooser.kind == .official else { return false }
            if let post {
                guard try Directory.posts(of: account, at: now, in: tx).contains(where: { $0.post.id == post }) else {
                    return false
                }
            } else if !chooser.isPersonal {
                return false
            }
            try SessionStore.choose(post, in: session, tx: tx)
            try Journal.append(
                "account.post-chosen", subject: "account", account.description,
                ["post": post.map { .string($0.description) } ?? .null, "session": .string(session.description)],
                by: actor, at: now,
                in: tx)
            return true
        }
        accounts.sessionEpoch.advance()
        return done
    }
}
