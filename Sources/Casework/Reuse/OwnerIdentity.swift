import Catalogue
import Kernel

/// Who an owner is, for finding what they handed in before: name and number both, so that a mistyped number never leads
/// to somebody else's papers.
struct OwnerIdentity: Equatable, Sendable {
    /// The number as search keys have it.
    let number: String
    private let name: String
    private let isFirm: Bool

    /// Nil for an owner without a number, as a small child may be: a name alone tells nobody apart.
    init?(_ parties: Parties) {
        name = Folding.fold(parties.owner.name)
        number = parties.owner.number.filter { $0.isNumber || $0.isLetter }.uppercased()
        guard !name.isEmpty, !number.isEmpty else { return nil }
        isFirm = parties.kind.isFirm
    }
}
