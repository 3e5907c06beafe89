import Directory
import Kernel
import Storage

/// The sessions of an account that have not ended, for the list from which they are revoked.
package struct SessionList: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ account: Account.ID) async throws -> [Session] {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            guard let found = try AccountStore.find(account, in: tx) else { return [] }
            return try SessionStore.open(of: account, kind: found.kind, at: now, in: tx)
        }
    }
}
