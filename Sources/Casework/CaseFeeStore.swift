package import Kernel
package import Storage

extension CaseFee {
    /// Notes when amounts of a case were paid; nil makes them due again. Call it with the dossier's row locked.
    package static func settle(
        _ keys: some Sequence<String>, of id: Dossier.ID, at paidAt: Instant?, in tx: any Transaction
    ) throws {
        try tx.run(
            "UPDATE dossier_fee SET paid_at = \(paidAt) WHERE dossier_id = \(id) AND fee IN (\(list: keys))")
    }
}
