import Kernel
import Storage

/// The head or leader whom a timer told of a case says that they know; it leaves their inbox.
package struct SeeTimer: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, timer: String, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
                return .failure(.unknown)
            }
            guard stored.dossier.isOpen else { return .failure(.ended(stored.dossier.official)) }
            guard let fired = stored.dossier.fired.first(where: { $0.key == timer }),
                official.isTold(fired, of: stored.dossier)
            else { return .failure(.notPossible) }
            return .success(
                try office.record(
                    .timerSeen(timer: timer), on: stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
