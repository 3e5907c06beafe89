import Directory
import Kernel
import Storage

/// The rows of sessions.
enum SessionStore {
    static func start(
        _ account: Account, post: Post.ID?, browser: String, at now: Instant, in tx: any Transaction
    ) throws -> StartedSession {
        let secret = AccountToken.random()
        let id = Session.ID(at: now)
        let hours = SessionLength.longest(account.kind)
        try tx.run(
            """
            INSERT INTO session (id, secret_hash, account_id, post_id, browser, created_at, seen_at, ends_at)
            VALUES (\(id), \(AccountToken.hash(secret)), \(account.id), \(post), \(browser), \(now), \(now),
                \(now.adding(hours: hours)))
            """)
        return StartedSession(
            id: id, secret: secret, account: account.id, kind: account.kind,
            cookieSeconds: account.kind == .person ? Int(hours) * 3_600 : nil)
    }

    /// The sessions of an account that have not ended, the one used last first.
    static func open(of account: Account.ID, kind: Account.Kind, at now: Instant, in tx: any Transaction) throws
        -> [Session]
    {
        let idle = now.adding(hours: -SessionLength.idle(kind))
        return try tx.rows(
            """
            SELECT id, account_id, browser, created_at, seen_at, ends_at FROM session
            WHERE account_id = \(account) AND ends_at > \(now) AND seen_at > \(idle) AND revoked_at IS NULL
            ORDER BY seen_at DESC, id DESC
            """
        ).map { row in
            Session(
                id: try row.get("id"), account: try row.get("account_id"), browser: try row.get("browser"),
                createdAt: try row.get("created_at"), seenAt: try row.get("seen_at"), endsAt: try row.get("ends_at"))
        }
    }

    /// Whose session it is or was.
    static func account(of hash: String, in tx: any Transaction) throws -> String? {
        try tx.value("SELECT account_id FROM session WHERE secret_hash = \(hash)", as: Account.ID.self)?.description
    }

    static func saw(_ id: Session.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE session SET seen_at = \(now) WHERE id = \(id) AND seen_at < \(now)")
    }

    static func choose(_ post: Post.ID?, in id: Session.ID, tx: any Transaction) throws {
        try tx.run("UPDATE session SET post_id = \(post) WHERE id = \(id)")
    }

    /// Ends one session of an account; how many there were.
    @discardableResult
    static func revoke(_ id: Session.ID, of account: Account.ID, at now: Instant, in tx: any Transaction) throws -> Int
    {
        try tx.run(
            "UPDATE session SET revoked_at = \(now) WHERE id = \(id) AND account_id = \(account) AND revoked_at IS NULL"
        )
    }

    /// Ends the sessions in which somebody acts in one of these posts.
    static func revoke(in posts: [Post.ID], of account: Account.ID, at now: Instant, in tx: any Transaction) throws {
        guard !posts.isEmpty else { return }
        try tx.run(
            """
            UPDATE session SET revoked_at = \(now)
            WHERE account_id = \(account) AND post_id IN (\(list: posts)) AND revoked_at IS NULL
            """)
    }

    /// Ends every session of an account, but perhaps the one from which this was asked.
    @discardableResult
    static func revokeAll(
        of account: Account.ID, except id: Session.ID? = nil, at now: Instant, in tx: any Transaction
    ) throws -> Int {
        if let id {
            return try tx.run(
                """
                UPDATE session SET revoked_at = \(now)
                WHERE account_id = \(account) AND id <> \(id) AND revoked_at IS NULL
                """)
        }
        return try tx.run("UPDATE session SET revoked_at = \(now) WHERE account_id = \(account) AND revoked_at IS NULL")
    }
}
