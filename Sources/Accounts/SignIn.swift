import Directory
import Journal
package import Kernel
import Storage

/// The first step of signing in: address and password.
package struct SignIn: Sendable {
    package enum Outcome: Sendable {
        case signedIn(StartedSession)
        /// The password was right; a code is wanted as well. `secret` is for a cookie.
        case codeWanted(secret: String)
        /// The password was right; an official must set up codes first. `secret` is for a cookie.
        case enrolmentWanted(secret: String)
    }

    package enum Refusal: Error, Equatable {
        /// Unknown address and wrong password are one answer.
        case wrong
        /// Too many wrong tries for this address, whether or not anybody has it.
        case locked(until: Instant)
        /// The password was right, but the address was never confirmed; a message is on its way.
        case unconfirmed
        /// An official who holds no post, with an account that an agency keeps.
        case withoutPost
    }

    /// After how long a message to an address that was never confirmed is sent again.
    static let minutesBetweenMessages: Int64 = 10

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(
        email typed: String, password: String, browser: String
    ) async throws -> Result<Outcome, Refusal> {
        let now = accounts.clock.now
        let email = EmailAddress(typed)
        let key = SignInGuard.key(email: email?.folded ?? typed.lowercased())
        let (locked, account, stored) = try await accounts.database.read { tx in
            let account = try email.flatMap { try AccountStore.find(email: $0, in: tx) }
            return (
                try SignInGuard.lockedUntil(key, at: now, in: tx), account,
                try account.flatMap { try AccountStore.password(of: $0.id, in: tx) }
            )
        }
        if let locked { return .failure(.locked(until: locked)) }
        let isRight = try await accounts.hasher.verify(password, against: stored)
        guard isRight, let account, let stored, account.closedAt == nil else {
            return .failure(try await refuse(key, account, at: now))
        }
        var renewed: String?
        if accounts.hasher.isOutdated(stored) { renewed = try await accounts.hasher.hash(password) }
        return try await begin(account, stored, renewed, key, browser, at: now)
    }

    /// Counts a wrong password, and tells the owner when it closed the door.
    func refuse(_ key: String, _ account: Account?, at now: Instant) async throws -> Refusal {
        let mails = AccountMails(settings: accounts.settings)
        return try await accounts.database.write { tx in
            if let until = try SignInGuard.lockedUntil(locking: key, at: now, in: tx) { return .locked(until: until) }
            guard try SignInGuard.failed(key, at: now, in: tx) else { return .wrong }
            if let account, let owner = try AccountStore.lock(account.id, in: tx) {
                try Journal.append(
                    "account.locked", subject: "account", owner.id.description, ["minutes": 15], by: .system("sign-in"),
                    at: now, in: tx)
                try mails.locked(to: owner.email, name: owner.name, minutes: SignInGuard.lockMinutes)
                    .send(to: owner.id.description, at: now, in: tx)
            }
            return .locked(until: now.adding(minutes: SignInGuard.lockMinutes))
        }
    }

    private func begin(
        _ found: Account, _ stored: String, _ renewed: String?, _ key: String, _ browser: String, at now: Instant
    ) async throws -> Result<Outcome, Refusal> {
        let mails = AccountMails(settings: accounts.settings)
        return try await accounts.database.write { tx in
            // The door may have closed while the password was compared.
            if let until = try SignInGuard.lockedUntil(locking: key, at: now, in: tx) {
                return .failure(.locked(until: until))
            }
            // Read again under the lock: the password may have been changed while it was compared.
            guard let account = try AccountStore.lock(found.id, in: tx), account.closedAt == nil,
                try AccountStore.password(of: account.id, in: tx) == stored
            else { return .failure(.wrong) }
            try SignInGuard.forget(key, in: tx)
            if let renewed { try AccountStore.setPassword(renewed, of: account.id, in: tx) }
            guard account.emailConfirmedAt != nil else {
                // Not at each try: whoever registered somebody else's address would fill their mailbox.
                let since = now.adding(minutes: -Self.minutesBetweenMessages)
                if try !LinkStore.isOpen(.confirmEmail, of: account.id, since: since, in: tx) {
                    let secret = try LinkStore.issue(.confirmEmail, to: account.id, at: now, in: tx)
                    try mails.confirmEmail(to: account.email, name: account.name, secret: secret)
                        .send(to: account.id.description, at: now, in: tx)
                }
                return .failure(.unconfirmed)
            }
            if try BeginSession.isShutOut(account, at: now, in: tx) {
                return .failure(.withoutPost)
            }
            if account.secondFactorSince != nil {
                return .success(
                    .codeWanted(secret: try LinkStore.issue(.secondStep, to: account.id, at: now, in: tx)))
            }
            if account.kind == .official {
                return .success(
                    .enrolmentWanted(secret: try LinkStore.issue(.secondStep, to: account.id, at: now, in: tx)))
            }
            return .success(.signedIn(try BeginSession.perform(account, browser: browser, at: now, in: tx)))
        }
    }
}
