import Directory
import Journal
package import Kernel
import Storage

/// Ends sessions: the one in use (đăng xuất), one of another device, or all others.
package struct SignOut: Sendable {
    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Ends one session; false when there was none.
    package func callAsFunction(_ session: Session.ID, of account: Account.ID, by actor: Actor) async throws -> Bool {
        try await end(account, by: actor, ["session": .string(session.description)]) { now, tx in
            try SessionStore.revoke(session, of: account, at: now, in: tx)
        } > 0
    }

    /// Ends all sessions but the one from which this is asked; how many.
    package func others(than session: Session.ID?, of account: Account.ID, by actor: Actor) async throws -> Int {
        try await end(account, by: actor, ["session": "others"]) { now, tx in
            try SessionStore.revokeAll(of: account, except: session, at: now, in: tx)
        }
    }

    private func end(
        _ account: Account.ID, by actor: Actor, _ content: JSON,
        _ revoke: @escaping @Sendable (Instant, any Transaction) throws -> Int
    ) async throws -> Int {
        let now = accounts.clock.now
        let count = try await accounts.database.write { tx in
            guard try AccountStore.lock(account, in: tx) != nil else { return 0 }
            let count = try revoke(now, tx)
            if count > 0 {
                try Journal.append(
                    "account.session-ended", subject: "account", account.description, content, by: actor, at: now,
                    in: tx)
            }
            return count
        }
        accounts.sessionEpoch.advance()
        return count
    }
}
