package import Directory
package import Kernel
import Storage

/// An invitation into office (lời mời nhận vị trí): a post offered to somebody whose address already has an account of
/// their own or works elsewhere. Until they accept, the agency learns nothing about that account and the post is nobody's.
package struct OfficeInvitation: Sendable {
    package typealias ID = Kernel.ID<OfficeInvitation>

    package let id: ID
    package let account: Account.ID
    package let agency: Agency.ID
    package let post: AppointOfficial.Draft
    /// Name and address as the administrator typed them.
    package let name: String
    package let email: String
    /// Who appoints when it is accepted, if they still may; nil for a command on the machine.
    let inviter: Account.ID?
    let inviterPost: Post.ID?
    package let createdAt: Instant
    package let endsAt: Instant

    /// Where the person answers; the id stands behind it.
    package static let path = "/tai-khoan/loi-moi/"
    /// How many days it waits for an answer.
    static let days: Int64 = 14
}

/// The rows of invitations.
enum OfficeInvitationStore {
    private static let columns: SQL = """
        id, account_id, agency_id, role, title, valid_from, valid_until, name, email, inviter_id, inviter_post_id,
        created_at, ends_at
        """

    private static func read(_ row: Row) throws -> OfficeInvitation {
        OfficeInvitation(
            id: try row.get("id"), account: try row.get("account_id"), agency: try row.get("agency_id"),
            post: AppointOfficial.Draft(
                role: try row.get("role"), title: try row.get("title"), from: try row.get("valid_from"),
                until: try row.find("valid_until")),
            name: try row.get("name"), email: try row.get("email"), inviter: try row.find("inviter_id"),
            inviterPost: try row.find("inviter_post_id"), createdAt: try row.get("created_at"),
            endsAt: try row.get("ends_at"))
    }

    static func insert(_ invitation: OfficeInvitation, in tx: any Transaction) throws {
        let (post, id) = (invitation.post, invitation.id)
        try tx.run(
            """
            INSERT INTO office_invitation (id, account_id, agency_id, role, title, valid_from, valid_until, name, email,
                inviter_id, inviter_post_id, created_at, ends_at)
            VALUES (\(id), \(invitation.account), \(invitation.agency), \(post.role), \(post.title), \(post.from),
                \(post.until), \(invitation.name), \(invitation.email), \(invitation.inviter),
                \(invitation.inviterPost), \(invitation.createdAt), \(invitation.endsAt))
            """)
    }

    /// The invitation, locked, if it still waits for an answer.
    static func lock(_ id: OfficeInvitation.ID, at now: Instant, in tx: any Transaction) throws -> OfficeInvitation? {
        try tx.lockedRow(
            """
            SELECT \(columns) FROM office_invitation
            WHERE id = \(id) AND answered_at IS NULL AND ends_at > \(now)
            """
        ).map(read)
    }

    static func open(of account: Account.ID, at now: Instant, in tx: any Transaction) throws -> [OfficeInvitation] {
        try tx.rows(
            """
            SELECT \(columns) FROM office_invitation
            WHERE account_id = \(account) AND answered_at IS NULL AND ends_at > \(now) ORDER BY created_at, id
            """
        ).map(read)
    }

    static func open(in agencies: [Agency.ID], at now: Instant, in tx: any Transaction) throws -> [OfficeInvitation] {
        guard !agencies.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT \(columns) FROM office_invitation
            WHERE agency_id IN (\(list: agencies)) AND answered_at IS NULL AND ends_at > \(now) ORDER BY created_at, id
            """
        ).map(read)
    }

    static func close(_ id: OfficeInvitation.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE office_invitation SET answered_at = \(now) WHERE id = \(id)")
    }
}
