package import Directory
import Journal
package import Kernel
package import Storage

/// Turns services on and off at an agency (đưa dịch vụ lên trực tuyến, tạm dừng), by an administrator of the agency.
package struct OfferServices: Sendable {
    package enum Refusal: Error, Equatable {
        case outsideScope
        /// These services are for another kind of agency, by their titles.
        case otherKind([Phrase])
    }

    let database: any Database
    let library: ServiceLibrary
    let clock: any TimeSource

    package init(database: any Database, library: ServiceLibrary, clock: any TimeSource) {
        self.database = database
        self.library = library
        self.clock = clock
    }

    /// `changes`: whether each of these services is on from now. Dossiers that were filed before go on as they are.
    package func callAsFunction(
        _ changes: [String: Bool], at agency: Agency.ID, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        let services = try await library.heads().filter { changes[$0.service] == true }
        let result = try await database.write { tx -> Result<Void, Refusal> in
            // Locked, for its journal is written.
            guard let kind = try Directory.lockAgency(agency, in: tx)?.kind,
                try AdministrationScope.of(actor, at: now, in: tx).covers(agency, in: tx)
            else {
                return .failure(.outsideScope)
            }
            let unfit = services.filter { !$0.isOffered(by: kind.rawValue) }.map(\.title)
            guard unfit.isEmpty else { return .failure(.otherKind(unfit)) }
            for (service, isOn) in changes.sorted(by: { $0.key < $1.key }) {
                try DefinitionStore.setOffer(service, at: agency.description, on: isOn, now: now, in: tx)
                try Journal.append(
                    isOn ? "service.turned-on" : "service.turned-off", subject: "agency", agency.description,
                    ["service": .string(service)], by: actor, at: now, in: tx)
            }
            return .success(())
        }
        library.forget()
        return result
    }
}
