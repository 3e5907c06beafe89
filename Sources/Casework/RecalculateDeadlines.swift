import Catalogue
package import Kernel
import Storage
import WorkingTime

/// Counts the deadlines of an agency's open dossiers anew after its calendar changed; each that differs is an event.
package struct RecalculateDeadlines: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Returns how many dossiers got another date.
    package func callAsFunction(agency: String, by actor: Actor) async throws -> Int {
        let ids = try await office.database.read { tx in
            try tx.rows("SELECT dossier_id FROM task WHERE agency_id = \(agency) AND branch = '' ORDER BY dossier_id")
                .map {
                    try $0.get("dossier_id", as: Dossier.ID.self)
                }
        }
        var changed = 0
        for id in ids {
            let now = office.clock.now
            let differs = try await office.acting(on: id) { [office] service, calendar, tx in
                guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isOpen,
                    let clock = stored.dossier.clock, clock.endedAt == nil,
                    case .success(let next) = clock.recalculated(with: calendar), next != clock
                else { return false }
                _ = try office.record(
                    .recalculated(clock: next), on: stored, service, calendar, by: actor, at: now, in: tx)
                return true
            }
            if differs ?? false { changed += 1 }
        }
        return changed
    }
}
