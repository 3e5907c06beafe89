import Kernel
import Storage

/// The rows of delegations.
enum DelegationStore {
    private static let columns: SQL = "id, post_id, account_id, starts_at, ends_at, reason, revoked_at"

    private static func read(_ row: Row) throws -> Delegation {
        Delegation(
            id: try row.get("id"), post: try row.get("post_id"), account: try row.get("account_id"),
            from: try row.get("starts_at"), until: try row.get("ends_at"), reason: try row.get("reason"),
            revokedAt: try row.find("revoked_at"))
    }

    static func find(_ id: Delegation.ID, in tx: any Transaction) throws -> Delegation? {
        try tx.row("SELECT \(columns) FROM delegation WHERE id = \(id)").map(read)
    }

    /// Those in force that let an account act.
    static func to(_ account: AccountID, at now: Instant, in tx: any Transaction) throws -> [Delegation] {
        try tx.rows(
            """
            SELECT \(columns) FROM delegation WHERE account_id = \(account) AND revoked_at IS NULL
              AND starts_at <= \(now) AND ends_at > \(now) ORDER BY starts_at, id
            """
        ).map(read)
    }

    /// Those in force for posts.
    static func of(_ posts: [Post.ID], at now: Instant, in tx: any Transaction) throws -> [Delegation] {
        try tx.rows(
            """
            SELECT \(columns) FROM delegation WHERE post_id IN (\(list: posts)) AND revoked_at IS NULL
              AND starts_at <= \(now) AND ends_at > \(now) ORDER BY starts_at, id
            """
        ).map(read)
    }

    /// Those of a post that are in force or still to come.
    static func open(of post: Post.ID, at now: Instant, in tx: any Transaction) throws -> [Delegation] {
        try tx.rows(
            """
            SELECT \(columns) FROM delegation WHERE post_id = \(post) AND revoked_at IS NULL AND ends_at > \(now)
            ORDER BY starts_at, id
            """
        ).map(read)
    }

    static func insert(_ delegation: Delegation, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO delegation (id, post_id, account_id, starts_at, ends_at, reason)
            VALUES (\(delegation.id), \(delegation.post), \(delegation.account), \(delegation.from),
                \(delegation.until), \(delegation.reason))
            """)
    }

    static func revoke(_ id: Delegation.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE delegation SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL")
    }
}
