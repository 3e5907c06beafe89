import Kernel
import Synchronization

/// The compiled services by the hash of their definition, each compiled once in the life of the program.
package final class CompiledServices: Sendable {
    private let known = Mutex<[String: CompiledService]>([:])

    package init() {}

    /// A stored document is not the one that its name promises.
    package struct WrongDocument: Error { package let hash: String }

    /// The compiled service of that hash; `load` brings the stored document when it is not known yet.
    package func service(_ hash: String, load: () throws -> String?) throws -> CompiledService? {
        if let service = known.withLock({ $0[hash] }) { return service }
        guard let document = try load() else { return nil }
        let published = try PublishedDefinition(document: document)
        guard published.hash == hash else { throw WrongDocument(hash: hash) }
        return add(try CompiledService(published))
    }

    @discardableResult
    package func add(_ service: CompiledService) -> CompiledService {
        known.withLock { known in
            if let first = known[service.hash] { return first }
            known[service.hash] = service
            return service
        }
    }
}
