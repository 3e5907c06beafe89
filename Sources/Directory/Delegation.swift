package import Kernel

/// A delegation (ủy quyền): another official acts in a post for a time, because its holder is away.
///
/// The delegate acts in their own name and the entries of the journal name them (Luật Tổ chức chính quyền địa phương
/// 2025: whoever is authorised answers for what they do and may not pass it on).
package struct Delegation: Sendable, Hashable {
    package typealias ID = Kernel.ID<Delegation>

    package let id: ID
    package let post: Post.ID
    package let account: AccountID
    package let from: Instant
    package let until: Instant
    package let reason: String
    package let revokedAt: Instant?

    package func holds(at now: Instant) -> Bool { revokedAt == nil && from <= now && now < until }
}
