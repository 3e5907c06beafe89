import Journal
package import Kernel
package import Storage

/// Ends filing under a service from a day on (bãi bỏ, ngừng cung cấp). Dossiers that were filed go on under their version;
/// a version that begins on that day or later brings the service back.
package struct RetireService: Sendable {
    package enum Refusal: Error, Equatable {
        /// No such service is in force.
        case unknown
        /// The day has passed.
        case past
    }

    let database: any Database
    let library: ServiceLibrary
    let clock: any TimeSource

    package init(database: any Database, library: ServiceLibrary, clock: any TimeSource) {
        self.database = database
        self.library = library
        self.clock = clock
    }

    package func callAsFunction(
        _ service: String, from day: Day, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        guard try await library.current(service) != nil else { return .failure(.unknown) }
        guard day >= now.day else { return .failure(.past) }
        try await database.write { tx in
            // The row of the retirement is what the chain hangs on: writing it first makes others wait.
            try DefinitionStore.retire(service, from: day, at: now, in: tx)
            try Journal.append(
                "service.retired", subject: "service", service, ["from": .string(day.description)], by: actor, at: now,
                in: tx)
        }
        library.forget()
        return .success(())
    }
}
