import Kernel
import Synchronization

/// The compiled services by the hash of their definition, each compiled once in the life of the program.
package final class CompiledServices: Sendable {
    private let known = Mutex<[String: CompiledService]>([:])

    package init() {}

    /// The compiled service of that hash; `load` brings the stored document when it is not known yet.
    package func service(_ hash: String, load: () throws -> String?) throws -> CompiledService? {
        if let service = known.withLock({ $0[hash] }) { return service }
        guard let document = try load() else { return nil }
        return add(CompiledService(try PublishedDefinition(document: document)))
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
