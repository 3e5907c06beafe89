import Directory
import Journal
package import Kernel
import Storage

/// The second step of signing in: the code of an authenticator program, or setting one up.
package struct CompleteSignIn: Sendable {
    package enum Refusal: Error, Equatable {
        /// The first step is too long ago: begin anew.
        case expired
        case wrongCode
        case locked(until: Instant)
        case withoutPost
    }

    /// A key to put into an authenticator program.
    package struct Enrolment: Sendable, Equatable {
        /// For a QR code: `otpauth://totp/…`.
        package let address: String
        /// The key as text, in groups of four.
        package let key: String
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// The key that waits to be set up; the same one as long as it was not confirmed.
    package func enrolment(_ secret: String) async throws -> Result<Enrolment, Refusal> {
        let now = accounts.clock.now
        let issuer = accounts.settings.siteName
        return try await accounts.database.write { tx in
            guard let link = try LinkStore.find(secret, [.secondStep], at: now, in: tx),
                let account = try AccountStore.lock(link.account, in: tx), account.secondFactorSince == nil
            else { return .failure(.expired) }
            var key = try SecondFactorStore.find(account.id, in: tx)?.secret
            if key == nil {
                let fresh = TOTP.newSecret()
                try SecondFactorStore.propose(fresh, to: account.id, in: tx)
                key = fresh
            }
            let bytes = key ?? []
            return .success(
                Enrolment(
                    address: TOTP.address(secret: bytes, account: account.email, issuer: issuer),
                    key: Self.groups(Base32.encode(bytes))))
        }
    }

    /// Whether the first step is still open and needs setting up (true) or only a code (false); nil when it is over.
    package func needsEnrolment(_ secret: String) async throws -> Bool? {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            guard let link = try LinkStore.find(secret, [.secondStep], at: now, in: tx),
                let account = try AccountStore.find(link.account, in: tx)
            else { return nil }
            return account.secondFactorSince == nil
        }
    }

    /// Checks the code; the first right one also confirms a key that was just set up.
    package func callAsFunction(
        _ secret: String, code: String, browser: String
    ) async throws -> Result<StartedSession, Refusal> {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        return try await accounts.database.write { tx in
            guard let link = try LinkStore.find(secret, [.secondStep], at: now, in: tx),
                let account = try AccountStore.lock(link.account, in: tx), account.closedAt == nil,
                let key = try SecondFactorStore.find(account.id, in: tx)
            else { return .failure(.expired) }
            let door = SignInGuard.key(account: account.id.description)
            if let until = try SignInGuard.lockedUntil(door, at: now, in: tx) { return .failure(.locked(until: until)) }
            guard let step = TOTP.match(code, secret: key.secret, at: now, after: key.lastStep) else {
                guard try SignInGuard.failed(door, at: now, in: tx) else { return .failure(.wrongCode) }
                try Journal.append(
                    "account.locked", subject: "account", account.id.description, ["minutes": 15],
                    by: .system("sign-in"), at: now, in: tx)
                try mails.codesLocked(to: account.email, name: account.name, minutes: SignInGuard.lockMinutes)
                    .send(to: account.id.description, at: now, in: tx)
                return .failure(.locked(until: now.adding(minutes: SignInGuard.lockMinutes)))
            }
            if try BeginSession.isShutOut(account, at: now, in: tx) {
                return .failure(.withoutPost)
            }
            guard try LinkStore.take(secret, [.secondStep], at: now, in: tx) != nil else { return .failure(.expired) }
            try SignInGuard.forget(door, in: tx)
            try SecondFactorStore.use(step, of: account.id, in: tx)
            if key.confirmedAt == nil {
                try SecondFactorStore.confirm(account.id, at: now, in: tx)
                try Journal.append(
                    "account.second-factor-set", subject: "account", account.id.description, [:],
                    by: .person(account: account.id.description, name: account.name), at: now, in: tx)
            }
            return .success(try BeginSession.perform(account, browser: browser, at: now, in: tx))
        }
    }

    private static func groups(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { start in
            String(text.dropFirst(start).prefix(4))
        }.joined(separator: " ")
    }
}
