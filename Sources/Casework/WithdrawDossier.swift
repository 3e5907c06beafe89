package import Kernel
import Storage

/// The applicant takes the dossier back (rút hồ sơ), as long as there is no result.
package struct WithdrawDossier: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameters:
    ///   - desk: the official who does it for somebody at the counter.
    ///   - seen: the version of the dossier that the official saw; nil when the applicant withdraws.
    package func callAsFunction(
        _ id: Dossier.ID, reason: String, by actor: Actor, desk: DeskOfficial? = nil, seen: Int? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isApplicant(actor, desk: desk) else {
                return .failure(.unknown)
            }
            // A child ends with its origin.
            guard stored.dossier.origin == nil else { return .failure(.notPossible) }
            if let seen, let changed = try office.changed(stored.dossier, since: seen, in: tx) {
                return .failure(changed)
            }
            guard stored.dossier.isOpen, stored.dossier.official != .finished else {
                return .failure(.ended(stored.dossier.official))
            }
            let text = try ContentStore.insert(text: reason, of: id, at: now, in: tx)
            return .success(
                try office.record(.withdrawn(text: text), on: stored, service, calendar, by: actor, at: now, in: tx))
        }
    }
}
