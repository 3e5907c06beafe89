import Directory
import Journal
import Kernel
import Storage

/// Starts the session of an account that has shown who it is, with its entry in the journal.
enum BeginSession {
    /// An official without a post comes in no more, but to an account of their own, as the person they are.
    static func isShutOut(_ account: Account, at now: Instant, in tx: any Transaction) throws -> Bool {
        try account.kind == .official && !account.isPersonal
            && Directory.posts(of: account.id, at: now, in: tx).isEmpty
    }

    static func perform(
        _ account: Account, browser: String, at now: Instant, in tx: any Transaction
    ) throws -> StartedSession {
        let posts = account.kind == .official ? try Directory.posts(of: account.id, at: now, in: tx) : []
        let session = try SessionStore.start(account, post: posts.first?.post.id, browser: browser, at: now, in: tx)
        try Journal.append(
            "account.signed-in", subject: "account", account.id.description,
            [
                "session": .string(session.id.description),
                "post": posts.first.map { .string($0.post.id.description) } ?? .null,
            ], by: .person(account: account.id.description, name: account.name), at: now, in: tx)
        return session
    }
}
