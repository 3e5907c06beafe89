import Journal
package import Kernel
import Storage

/// Tells a person who looked at their data: when, which official of which agency, in which case, for which purpose
/// (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
package struct WhoLooked: Sendable {
    /// One look.
    package struct Look: Sendable {
        package let at: Instant
        package let official: String
        package let agency: String
        package let purpose: String
        /// The case, when the person filed it. Of somebody else's case not even the code is told.
        package let dossier: (id: Dossier.ID, code: String)?
    }

    static let most = 200

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameter number: the person's citizen number if it was seen at the counter: records are kept under it too, and
    ///   a number that somebody only typed would show them who looked at a stranger.
    package func callAsFunction(account: String, citizen number: CitizenNumber?) async throws -> [Look] {
        let keys = [account] + (number.map { [office.personKey(citizen: $0.digits)] } ?? [])
        return try await office.database.read { tx in
            var known: [String: Dossier?] = [:]
            return try AccessRecord.about(keys, limit: Self.most, in: tx).map { record in
                var dossier: Dossier?
                if let text = record.dossier, let id = Dossier.ID(text) {
                    dossier = try known[text] ?? DossierStore.find(id, in: tx)?.dossier
                    known[text] = .some(dossier)
                }
                let own = dossier.flatMap { $0.submitter == account ? (id: $0.id, code: $0.code) : nil }
                return Look(
                    at: record.at, official: record.official, agency: record.agency, purpose: record.purpose,
                    dossier: own)
            }
        }
    }
}
