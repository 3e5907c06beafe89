import Directory
package import Kernel
package import Storage

/// What one query tells of a session: whose it is and in which post. It reads the directory's tables itself, because
/// every request of somebody signed in waits for it.
struct SessionLookup: Sendable {
    struct Chair: Sendable {
        let post: Post.ID
        let role: Role
        let title: String
        let agency: Agency.ID
        let agencyName: String
        let agencyEnglishName: String?
        let isTop: Bool
    }

    let session: Session.ID
    let account: Account.ID
    let kind: Account.Kind
    /// The person's own account: without a post they go on as that person.
    let isPersonal: Bool
    let name: String
    let seenAt: Instant
    let chair: Chair?

    static func find(_ hash: String, at now: Instant, in tx: any Transaction) throws -> SessionLookup? {
        guard let row = try tx.row(select(hash, now)) else { return nil }
        let kind: Account.Kind = try row.get("kind")
        let seenAt: Instant = try row.get("seen_at")
        guard now < seenAt.adding(hours: SessionLength.idle(kind)) else { return nil }
        var chair: Chair?
        if let agency: Agency.ID = try row.find("agency_id") {
            chair = Chair(
                post: try row.get("post_id"), role: try row.get("role"), title: try row.get("title"), agency: agency,
                agencyName: try row.get("agency_name"), agencyEnglishName: try row.find("agency_name_en"),
                isTop: try row.find("parent_id", as: String.self) == nil)
        }
        return SessionLookup(
            session: try row.get("id"), account: try row.get("account_id"), kind: kind,
            isPersonal: try row.find("keeper_id", as: String.self) == nil, name: try row.get("name"), seenAt: seenAt,
            chair: chair)
    }

    /// The post counts while it is held, by the account itself or by delegation to somebody who holds another, and while
    /// its agency exists.
    static func select(_ hash: String, _ now: Instant) -> SQL {
        let day = now.day
        return """
            SELECT session.id, session.account_id, session.seen_at, account.kind, account.keeper_id,
                account.name, post.id AS post_id, post.role, post.title, agency.id AS agency_id, agency.name AS agency_name,
                agency.name_en AS agency_name_en, agency.parent_id
            FROM session
            JOIN account ON account.id = session.account_id
            LEFT JOIN post ON post.id = session.post_id AND post.valid_from <= \(day)
                AND (post.valid_until IS NULL OR post.valid_until > \(day))
                AND (post.account_id = session.account_id OR EXISTS (
                    SELECT 1 FROM delegation
                    WHERE delegation.post_id = post.id AND delegation.account_id = session.account_id
                      AND delegation.revoked_at IS NULL AND delegation.starts_at <= \(now)
                      AND delegation.ends_at > \(now)
                      AND EXISTS (
                        SELECT 1 FROM post AS own WHERE own.account_id = session.account_id
                          AND own.valid_from <= \(day) AND (own.valid_until IS NULL OR own.valid_until > \(day)))))
            LEFT JOIN agency ON agency.id = post.agency_id AND agency.valid_from <= \(day)
                AND (agency.valid_until IS NULL OR agency.valid_until > \(day))
            WHERE session.secret_hash = \(hash) AND session.revoked_at IS NULL AND session.ends_at > \(now)
              AND account.closed_at IS NULL
            """
    }
}

/// The query of a session, for the test of its plan.
package enum SessionPlan {
    package static func query(at now: Instant) -> SQL { SessionLookup.select("", now) }
}
