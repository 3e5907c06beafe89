import Kernel
import Storage

extension Database {
    /// Looks at all dossiers, some hundred in a transaction, until something is wrong; nil when nothing is.
    func firstFault(
        of look: @escaping @Sendable (_ among: [Dossier.ID], _ tx: any Transaction) throws -> String?
    ) async throws -> String? {
        var last = Dossier.ID(high: 0, low: 0)
        while true {
            let after = last
            let (ids, fault) = try await read { tx in
                let ids = try tx.rows("SELECT id FROM dossier WHERE id > \(after) ORDER BY id LIMIT 500").map {
                    try $0.get("id", as: Dossier.ID.self)
                }
                return (ids, ids.isEmpty ? nil : try look(ids, tx))
            }
            if let fault { return fault }
            guard let end = ids.last else { return nil }
            last = end
        }
    }
}
