import Directory
import Kernel
import Site
import Storage

/// A session as the site wants it: the visitor with the permissions of the post.
enum VisitorQuery {
    struct Found: Sendable {
        let visitor: Visitor
        let session: Session.ID
        let account: Account.ID
        let seenAt: Instant
        /// An official whose chosen post is not theirs any more.
        let needsPost: Bool
    }

    static func find(_ hash: String, at now: Instant, in tx: any Transaction) throws -> Found? {
        try SessionLookup.find(hash, at: now, in: tx).map { found in
            Found(
                visitor: visitor(found), session: found.session, account: found.account, seenAt: found.seenAt,
                needsPost: found.kind == .official && found.chair == nil && !found.isPersonal)
        }
    }

    private static func visitor(_ found: SessionLookup) -> Visitor {
        let account = found.account.description
        guard let chair = found.chair, found.kind == .official else {
            return Visitor(
                session: found.session.description, account: account, name: found.name,
                actor: .person(account: account, name: found.name), permissions: [])
        }
        return Visitor(
            session: found.session.description, account: account, name: found.name,
            actor: .official(
                account: account, name: found.name, post: chair.post.description, agency: chair.agency.description),
            permissions: chair.role.permissions(atTop: chair.isTop),
            post: Phrase(
                vi: "\(chair.title), \(chair.agencyName)",
                en: "\(chair.role.phrase.en), \(chair.agencyEnglishName ?? chair.agencyName)"))
    }
}
