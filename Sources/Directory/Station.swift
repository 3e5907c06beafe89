import Kernel
package import Storage

/// Where an official sits: the post, the agency in whose name it stands, and the unit inside that agency.
package struct Station: Sendable, Hashable {
    package let post: Post
    package let authority: Agency
    /// The division or desk; nil for a post of the agency as a whole.
    package let unit: Agency?

    /// The station of a post; nil when it stands nowhere.
    package static func of(_ id: Post.ID, in tx: any Transaction) throws -> Station? {
        guard let post = try PostStore.find(id, in: tx) else { return nil }
        let path = try AgencyStore.path(to: post.agency, in: tx)
        guard let own = path.last, let authority = path.last(where: { $0.kind.isAuthority }) else { return nil }
        return Station(post: post, authority: authority, unit: own.id == authority.id ? nil : own)
    }
}
