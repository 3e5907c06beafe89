import Catalogue
import Directory
import Kernel
import Storage
import Synchronization

/// The names that notices use: of services and their papers, by the hash of the definition, which never changes; of
/// agencies, read again after a minute.
final class NoticeBackground: Sendable {
    private let services = Mutex<[String: CompiledService]>([:])
    private let agencies = Mutex<[String: (name: Phrase, readAt: Instant)]>([:])

    func definition(_ hash: String, in tx: any Transaction) throws -> ServiceDefinition? {
        try service(hash, in: tx)?.definition
    }

    func service(_ hash: String, in tx: any Transaction) throws -> CompiledService? {
        if let known = services.withLock({ $0[hash] }) { return known }
        guard let document = try DefinitionStore.document(hash, in: tx) else { return nil }
        let service = try CompiledService(PublishedDefinition(document: document))
        services.withLock { $0[hash] = service }
        return service
    }

    func agency(_ id: String, at now: Instant, in tx: any Transaction) throws -> Phrase? {
        if let known = agencies.withLock({ $0[id] }), known.readAt.adding(minutes: 1) > now { return known.name }
        guard let typed = Agency.ID(id), let name = try Directory.agency(typed, in: tx)?.phrase else { return nil }
        agencies.withLock { $0[id] = (name, now) }
        return name
    }
}
