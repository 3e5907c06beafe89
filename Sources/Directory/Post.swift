package import Kernel

/// A post (chức vụ, vị trí việc làm): an official in an agency or unit, with a role and the days between which it is held.
package struct Post: Sendable, Hashable {
    package typealias ID = Kernel.ID<Post>

    package let id: ID
    package let account: AccountID
    package let agency: Agency.ID
    package let role: Role
    /// As it stands under a signature: `Phó Chủ tịch`.
    package let title: String
    package let validity: Validity
}

/// A post as somebody may act in it now: their own, or another's by delegation.
package struct HeldPost: Sendable, Hashable {
    package let post: Post
    package let agency: Agency
    /// Who acts in it: the holder, or the delegate.
    package let account: AccountID
    /// nil when it is one's own.
    package let delegation: Delegation?

    /// `Chuyên viên – Sở Tư pháp`, with the holder's absence marked.
    package var phrase: Phrase {
        let own = Phrase(vi: "\(post.title) – \(agency.name)", en: "\(post.role.phrase.en) – \(agency.phrase.en)")
        guard delegation != nil else { return own }
        return Phrase(vi: "\(own.vi) (được ủy quyền)", en: "\(own.en) (by delegation)")
    }
}
