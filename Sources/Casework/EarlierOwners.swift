package import Catalogue
package import Kernel
import Storage

/// For whom an account has filed before: children, people who authorised it, firms, the latest first, with what was
/// answered about them, so that nothing is asked twice.
package struct EarlierOwners: Sendable {
    /// One of them.
    package struct Owner: Sendable, Equatable {
        package let party: Party
        package let mandate: String?
        /// What was answered about them in the last dossier, by question.
        package let answers: JSON

        /// Under what a form names it.
        package var key: String { "\(party.name)~\(party.number)" }
        package var birthDay: Day? { answers["birth_day"]?.string.flatMap { Day($0) } }
    }

    /// How many dossiers back it looks.
    static let reach = 40
    static let most = 8

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(of account: String, kind: OwnerKind) async throws -> [Owner] {
        guard kind != .`self` else { return [] }
        let found = try await office.database.read { tx in
            try tx.rows(Self.sql(account, kind)).compactMap { row -> (Dossier.ID, String)? in
                (try row.get("id"), try row.get("definition"))
            }.compactMap { id, definition in
                try ContentStore.find(id, in: tx).map { (content: $0, definition: definition) }
            }
        }
        var owners: [Owner] = []
        for (content, hash) in found where owners.count < Self.most {
            guard !content.parties.owner.name.isEmpty, let service = try await office.services.service(hash) else {
                continue
            }
            let owner = Owner(
                party: content.parties.owner, mandate: content.parties.mandate,
                answers: Prefill.known(ofOwner: content.answers, service.definition))
            if !owners.contains(where: { $0.key == owner.key }) { owners.append(owner) }
        }
        return owners
    }

    /// Served by `dossier_of_submitter`.
    static func sql(_ account: String, _ kind: OwnerKind) -> SQL {
        """
        SELECT id, definition FROM dossier WHERE submitter = \(account) AND owner_kind = \(kind.rawValue)
            AND origin_id IS NULL
        ORDER BY filed_at DESC, id DESC LIMIT \(reach)
        """
    }
}
