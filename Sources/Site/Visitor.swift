package import Kernel

/// Somebody who is signed in.
package struct Visitor: Sendable {
    /// The session's id, for the list of sessions; not the secret in the cookie.
    package let session: String
    package let account: String
    package let name: String
    package let actor: Actor
    package let permissions: Set<Permission>
    /// The post an official acts in, as shown in the header.
    package let post: Phrase?

    package init(
        session: String, account: String, name: String, actor: Actor, permissions: Set<Permission>, post: Phrase? = nil
    ) {
        self.session = session
        self.account = account
        self.name = name
        self.actor = actor
        self.permissions = permissions
        self.post = post
    }

    package var isOfficial: Bool { if case .official = actor { true } else { false } }

    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }
}

/// Something that a post allows. Features declare theirs as static members; the directory says which role has which.
package struct Permission: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package init(_ name: String) { self.name = name }
    package var description: String { name }
}

/// Who knows the sessions. Accounts answers this.
package protocol SessionFinder: Sendable {
    /// The visitor whose session cookie holds `secret`; nil when there is none, or it has ended.
    func visitor(secret: String) async throws -> Visitor?
    /// The account whose session it was, also after it has ended; nil when nobody knows.
    func account(secret: String) async throws -> String?
}
