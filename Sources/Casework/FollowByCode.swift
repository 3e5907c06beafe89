import Kernel
import Storage

/// Finds a dossier for somebody without an account who holds its code and secret. Unknown and wrong are the same answer.
package struct FollowByCode: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(code typed: String, secret: String) async throws -> Dossier.ID? {
        let code = typed.uppercased().filter { !$0.isWhitespace }
        let found = try await office.database.read { tx in try DossierStore.find(code: code, in: tx)?.dossier.id }
        // As much work for a code that nobody has as for a wrong secret.
        guard office.isSecret(secret, of: found ?? Dossier.ID(high: 0, low: 0)) else { return nil }
        return found
    }
}
