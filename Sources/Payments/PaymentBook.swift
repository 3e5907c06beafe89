package import Casework
package import Storage

/// The payments of the site, for reading. The door other rooms use.
package struct PaymentBook: Sendable {
    let database: any Database

    package init(_ database: any Database) { self.database = database }

    package func payment(_ id: Payment.ID) async throws -> Payment? {
        try await database.read { tx in try PaymentStore.find(id, in: tx) }
    }

    /// All payments of a dossier, voided ones too.
    package func payments(of dossier: Dossier.ID) async throws -> [Payment] {
        try await database.read { tx in try PaymentStore.payments(of: dossier, in: tx) }
    }
}
