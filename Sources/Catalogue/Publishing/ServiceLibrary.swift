import Directory
import Journal
package import Kernel
package import Storage
import Synchronization

/// The services that are online: published definitions, compiled once, and the agencies that offer them.
///
/// What is in force is read again after a few seconds, so that every node soon sees what an administrator changed.
package final class ServiceLibrary: Sendable {
    private struct Present {
        var readAt: Instant
        var inForce: [String: CompiledService]
        /// The same by their short names, and by the procedures that they put online.
        var sorted: [CompiledService]
        var byProcedure: [String: [CompiledService]]
        /// The procedures that are taken online, by their codes.
        var online: Set<String>
        var offers: [(agency: String, service: String)]
        /// The agencies by service.
        var agencies: [String: Set<String>]
    }

    let database: any Database
    private let clock: any TimeSource
    private let compiled = CompiledServices()
    private let present = Mutex<Present?>(nil)
    private let secondsFresh: Int64 = 5

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// The service of that hash, whether in force or not: running dossiers keep theirs.
    package func service(_ hash: String) async throws -> CompiledService? {
        if let known = try compiled.service(hash, load: { nil }) { return known }
        let document = try await database.read { tx in try DefinitionStore.document(hash, in: tx) }
        return try compiled.service(hash) { document }
    }

    /// The published version whose hash begins with these digits; nil when there is none, or more than one.
    package func published(beginning prefix: String) async throws -> PublishedDefinition? {
        let document = try await database.read { tx in try DefinitionStore.document(beginning: prefix, in: tx) }
        return try document.map { try PublishedDefinition(document: $0) }
    }

    /// The version of a service in force today.
    package func current(_ service: String) async throws -> CompiledService? { try await now().inForce[service] }

    /// All services in force today, by their short name.
    package func inForce() async throws -> [CompiledService] {
        try await now().sorted
    }

    /// The procedures that a service in force takes online, by their codes.
    package func procedures() async throws -> Set<String> { try await now().online }

    /// The services in force for a procedure.
    package func services(for procedure: String) async throws -> [CompiledService] {
        try await now().byProcedure[procedure] ?? []
    }

    /// The agencies that offer a service.
    package func agencies(offering service: String) async throws -> [String] {
        try await now().offers.filter { $0.service == service }.map(\.agency)
    }

    package func services(at agency: String) async throws -> [CompiledService] {
        let present = try await now()
        return present.offers.filter { $0.agency == agency }.compactMap { present.inForce[$0.service] }
    }

    /// The version of a service in force today, if the agency offers the service; nil when it does not.
    package func offered(_ service: String, at agency: String) async throws -> CompiledService? {
        let present = try await now()
        return present.agencies[service]?.contains(agency) == true ? present.inForce[service] : nil
    }

    /// Publishes a definition; it is in force from its date on. False when it was published before.
    ///
    /// - Throws: `DefinitionProblems` with the errors that `motcua check` tells.
    @discardableResult
    package func publish(_ published: PublishedDefinition, by actor: Actor) async throws -> Bool {
        let at = clock.now
        let definition = published.definition
        let errors = definition.errors
        guard errors.isEmpty else { throw DefinitionProblems(errors) }
        let isNew = try await database.write { tx in
            guard try DefinitionStore.insert(published, at: at, in: tx) else { return false }
            // The definition's own chain: nothing else happens to what is named by its hash.
            try Journal.append(
                "service.published", subject: "service-definition", published.hash,
                [
                    "service": .string(definition.service), "procedure": .string(definition.procedure),
                    "from": .string(definition.effectiveFrom.description),
                ], by: actor, at: at, after: Journal.Head.none, in: tx)
            return true
        }
        forget()
        return isNew
    }

    /// Lets the next question be answered from the database.
    package func forget() { present.withLock { $0 = nil } }

    private func now() async throws -> Present {
        let at = clock.now
        if let known = present.withLock({ $0 }), known.readAt.adding(seconds: secondsFresh) > at { return known }
        let (hashes, turnedOn, kinds) = try await database.read { tx in
            (
                try DefinitionStore.inForce(on: at.day, in: tx), try DefinitionStore.offers(in: tx),
                try Directory.agencyKinds(in: tx)
            )
        }
        var inForce: [String: CompiledService] = [:]
        for (name, hash) in hashes { inForce[name] = try await service(hash) }
        // A version may be for fewer kinds of agency than the one that was turned on.
        let offers = turnedOn.filter { offer in
            guard let kind = kinds[offer.agency], let service = inForce[offer.service] else { return true }
            return service.definition.isOffered(by: kind.rawValue)
        }
        let agencies = Dictionary(grouping: offers, by: \.service).mapValues { Set($0.map(\.agency)) }
        let sorted = inForce.values.sorted { $0.definition.service < $1.definition.service }
        let read = Present(
            readAt: at, inForce: inForce, sorted: sorted,
            byProcedure: Dictionary(grouping: sorted, by: \.definition.procedure),
            online: Set(sorted.filter { $0.definition.takes(.online) }.map(\.definition.procedure)), offers: offers,
            agencies: agencies)
        present.withLock { $0 = read }
        return read
    }
}
