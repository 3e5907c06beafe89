import Directory
import Journal
package import Kernel
package import Storage
import Synchronization

/// The services that are online: published definitions and the agencies that offer them. All are known by their heads;
/// each is read and compiled once, when somebody first asks for it.
///
/// What is in force is read again after a few seconds, so that every node soon sees what an administrator changed.
package final class ServiceLibrary: Sendable {
    private struct Present {
        var readAt: Instant
        var inForce: [String: ServiceHead]
        /// The same by their short names, and by the procedures that they put online.
        var sorted: [ServiceHead]
        var byProcedure: [String: [ServiceHead]]
        /// The procedures that are taken online, by their codes.
        var online: Set<String>
        var offers: [(agency: String, service: String)]
        /// The agencies by service.
        var agencies: [String: [String]]
    }

    let database: any Database
    private let clock: any TimeSource
    private let compiled = CompiledServices()
    private let present = Mutex<Present?>(nil)
    /// By hash; what is published never changes.
    private let heads = Mutex<[String: ServiceHead]>([:])
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
    package func current(_ service: String) async throws -> CompiledService? {
        try await whole(now().inForce[service].map { [$0] } ?? []).first
    }

    /// All services in force today, by their short name, each as a whole: where a list is enough, ask for `heads`.
    package func inForce() async throws -> [CompiledService] { try await whole(now().sorted) }

    /// What lists say of the services in force today, by their short name.
    package func heads() async throws -> [ServiceHead] { try await now().sorted }

    private func whole(_ heads: [ServiceHead]) async throws -> [CompiledService] {
        var services: [CompiledService] = []
        for head in heads { if let service = try await service(head.hash) { services.append(service) } }
        return services
    }

    /// The procedures that a service in force takes online, by their codes.
    package func procedures() async throws -> Set<String> { try await now().online }

    /// The services in force for a procedure.
    package func services(for procedure: String) async throws -> [CompiledService] {
        try await whole(now().byProcedure[procedure] ?? [])
    }

    /// The agencies that offer a service.
    package func agencies(offering service: String) async throws -> [String] {
        try await now().agencies[service] ?? []
    }

    /// The same within another act's transaction, in the order of their ids.
    package static func agencies(offering service: String, in tx: any Transaction) throws -> [String] {
        try DefinitionStore.agencies(offering: service, in: tx)
    }

    package func services(at agency: String) async throws -> [CompiledService] { try await whole(heads(at: agency)) }

    /// What lists say of the services that an agency offers.
    package func heads(at agency: String) async throws -> [ServiceHead] {
        let present = try await now()
        return present.offers.filter { $0.agency == agency }.compactMap { present.inForce[$0.service] }
    }

    /// The version of a service in force today, if the agency offers the service; nil when it does not.
    package func offered(_ service: String, at agency: String) async throws -> CompiledService? {
        let present = try await now()
        guard present.agencies[service]?.contains(agency) == true else { return nil }
        return try await whole(present.inForce[service].map { [$0] } ?? []).first
    }

    /// Publishes a definition; it is in force from its date on. False when it was published before.
    ///
    /// - Throws: `DefinitionProblems` with the errors that `motcua check` tells.
    @discardableResult
    package func publish(_ published: PublishedDefinition, by actor: Actor) async throws -> Bool {
        let at = clock.now
        let errors = try await published.definition.errors + disagreements(of: published.definition)
        guard errors.isEmpty else { throw DefinitionProblems(errors) }
        let isNew = try await database.write { tx in try Self.keep(published, by: actor, at: at, in: tx) }
        forget()
        return isNew
    }

    /// Registers in which a definition and those in force do not agree, which refuses its publication.
    package func disagreements(of definition: ServiceDefinition) async throws -> [DefinitionProblem] {
        guard definition.registers != nil else { return [] }
        return RegisterAgreement.problems(of: definition, beside: try await heads().map { ($0.service, $0.registers) })
    }

    /// The versions in force that these definitions are judged beside, for cases are opened between them: the services
    /// that they open cases of, what those open in turn, and the services that open cases of them. What is in force under
    /// their own names is left out. Only these few are read as a whole.
    package func besides(_ definitions: [ServiceDefinition]) async throws -> [ServiceDefinition] {
        let present = try await now()
        let own = Set(definitions.map(\.service))
        var found = Set(present.sorted.filter { !own.isDisjoint(with: $0.cases) }.map(\.service))
        var waiting = definitions.flatMap(\.cases)
        while let name = waiting.popLast() {
            guard let head = present.inForce[name], found.insert(name).inserted else { continue }
            waiting += head.cases
        }
        return try await whole(found.subtracting(own).sorted().compactMap { present.inForce[$0] }).map(\.definition)
    }

    /// The same within another act's transaction; whoever calls it has checked the definition, and forgets what was in
    /// force before.
    package static func keep(
        _ published: PublishedDefinition, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Bool {
        let definition = published.definition
        guard try DefinitionStore.insert(published, at: now, in: tx) else { return false }
        // The definition's own chain: nothing else happens to what is named by its hash.
        try Journal.append(
            "service.published", subject: "service-definition", published.hash,
            [
                "service": .string(definition.service), "procedure": .string(definition.procedure),
                "from": .string(definition.effectiveFrom.description),
            ], by: actor, at: now, after: Journal.Head.none, in: tx)
        return true
    }

    /// Lets the next question be answered from the database.
    package func forget() { present.withLock { $0 = nil } }

    private func now() async throws -> Present {
        let at = clock.now
        if let known = present.withLock({ $0 }), known.readAt.adding(seconds: secondsFresh) > at { return known }
        let known = heads.withLock { $0 }
        let (hashes, added, turnedOn, kinds) = try await database.read { tx in
            let hashes = try DefinitionStore.inForce(on: at.day, in: tx).map(\.hash)
            return (
                hashes, try DefinitionStore.heads(hashes.filter { known[$0] == nil }, in: tx),
                try DefinitionStore.offers(in: tx), try Directory.agencyKinds(in: tx)
            )
        }
        let all = heads.withLock { heads in
            for head in added { heads[head.hash] = head }
            return heads
        }
        let inForce = Dictionary(
            hashes.compactMap { all[$0] }.map { ($0.service, $0) }, uniquingKeysWith: { first, _ in first })
        // A version may be for fewer kinds of agency than the one that was turned on.
        let offers = turnedOn.filter { offer in
            guard let kind = kinds[offer.agency], let service = inForce[offer.service] else { return true }
            return service.isOffered(by: kind.rawValue)
        }
        let agencies = Dictionary(grouping: offers, by: \.service).mapValues { $0.map(\.agency) }
        let sorted = inForce.values.sorted { $0.service < $1.service }
        let read = Present(
            readAt: at, inForce: inForce, sorted: sorted,
            byProcedure: Dictionary(grouping: sorted.filter(\.isFiled), by: \.procedure),
            online: Set(sorted.filter { $0.takes(.online) }.map(\.procedure)), offers: offers,
            agencies: agencies)
        present.withLock { $0 = read }
        return read
    }
}
