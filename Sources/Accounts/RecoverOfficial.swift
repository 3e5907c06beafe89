import Directory
import Journal
package import Kernel
package import Storage

/// Gives an official access again who lost the password or the telephone with the codes: by an administrator who is
/// responsible for the account and for every post the official holds. (One post in reach is not enough: the account
/// opens the others too. Nor are all present posts: an agency that appoints somebody does not get their account with the
/// post, see `HandOverAccount`.) Of a person's own account only the second factor is taken away; the password is reset by
/// the person, through their mailbox.
package struct RecoverOfficial: Sendable {
    package enum Refusal: Error, Equatable { case unknown, outsideScope }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Takes the second factor away; the next sign-in sets up another. The official is told.
    package func resetSecondFactor(_ id: Account.ID, by actor: Actor) async throws -> Result<Void, Refusal> {
        let mails = AccountMails(settings: accounts.settings)
        return try await change(id, "account.second-factor-reset", by: actor) { account, now, tx in
            try SecondFactorStore.clear(account.id, in: tx)
            try SignInGuard.forget(SignInGuard.key(account: account.id.description), in: tx)
            try mails.secondFactorReset(to: account.email, name: account.name, by: actor)
                .send(to: account.id.description, at: now, in: tx)
        }
    }

    /// Ends every session of the official, on every device. The official is told.
    package func endSessions(_ id: Account.ID, by actor: Actor) async throws -> Result<Void, Refusal> {
        let mails = AccountMails(settings: accounts.settings)
        return try await change(id, "account.session-ended", by: actor) { account, now, tx in
            try mails.sessionsEnded(to: account.email, name: account.name, by: actor)
                .send(to: account.id.description, at: now, in: tx)
        }
    }

    /// Makes a new link for the password and sends it; returns its secret for showing it once.
    package func newLink(_ id: Account.ID, by actor: Actor) async throws -> Result<String, Refusal> {
        let mails = AccountMails(settings: accounts.settings)
        return try await change(id, "account.link-issued", by: actor, unlessPersonal: true) { account, now, tx in
            let secret = try LinkStore.issue(.firstPassword, to: account.id, at: now, in: tx)
            let mail =
                account.hasPassword
                ? mails.newLink(to: account.email, name: account.name, secret: secret, by: actor)
                : mails.firstPassword(to: account.email, name: account.name, secret: secret)
            try mail.send(to: account.id.description, at: now, in: tx)
            return secret
        }
    }

    private func change<Value: Sendable>(
        _ id: Account.ID, _ kind: String, by actor: Actor, unlessPersonal: Bool = false,
        _ body: @escaping @Sendable (Account, Instant, any Transaction) throws -> Value
    ) async throws -> Result<Value, Refusal> {
        let now = accounts.clock.now
        let result = try await accounts.database.write { tx -> Result<Value, Refusal> in
            guard let account = try AccountStore.lock(id, in: tx), account.kind == .official else {
                return .failure(.unknown)
            }
            guard try Self.isResponsible(actor, for: account, at: now, in: tx),
                !(unlessPersonal && account.isPersonal)
            else { return .failure(.outsideScope) }
            try SessionStore.revokeAll(of: id, at: now, in: tx)
            try LinkStore.endAll(of: id, at: now, in: tx)
            let value = try body(account, now, tx)
            try Journal.append(kind, subject: "account", id.description, [:], by: actor, at: now, in: tx)
            return .success(value)
        }
        accounts.sessionEpoch.advance()
        return result
    }

    /// Whether the agency that keeps the account, and every post that it holds now or later, lie in the actor's reach.
    package static func isResponsible(
        _ actor: Actor, for account: Account, at now: Instant, in tx: any Transaction
    ) throws -> Bool {
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        if let keeper = try HandOverAccount.keeper(of: account, on: now.day, in: tx) {
            guard try scope.covers(keeper.id, in: tx) else { return false }
        }
        let posts = try Directory.presentPosts(of: [account.id], on: now.day, in: tx)
        return try !posts.isEmpty && posts.allSatisfy { try scope.covers($0.agency, in: tx) }
    }
}
