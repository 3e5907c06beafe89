import Catalogue
import Kernel

/// Who an owner is, for finding what they handed in before: name and number both, so that a mistyped number never leads
/// to somebody else's papers.
struct OwnerIdentity: Equatable, Sendable {
    /// The number as search keys have it; empty for a child who has none.
    let number: String
    private let name: String
    private let isFirm: Bool

    /// Nil for an owner whom nothing names.
    init?(_ parties: Parties) {
        name = Folding.fold(parties.owner.name)
        guard !name.isEmpty else { return nil }
        number = parties.owner.number.filter { $0.isNumber || $0.isLetter }.uppercased()
        isFirm = parties.kind.isFirm
    }
}
