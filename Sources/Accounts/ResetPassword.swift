import Directory
import Journal
package import Kernel
import Storage

/// A forgotten password: the message with a link, and the new password by a link or a printed code.
package struct ResetPassword: Sendable {
    package enum Refusal: Error, Equatable {
        case linkNotValid
        case invalid([FieldProblem])
    }

    private static let purposes: [AccountLink.Purpose] = [.resetPassword, .firstPassword, .counterReset]

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Asks for a link to the address. Whether somebody has it is found out afterwards (`AddressInquiry`), so that the
    /// answer takes the same work for every address.
    package func request(email typed: String) async throws {
        guard let email = EmailAddress(typed) else { return }
        let now = accounts.clock.now
        try await accounts.database.write { tx in try AddressInquiry.ask(email, for: nil, at: now, in: tx) }
    }

    /// Sends a link to the address if somebody has it.
    func send(to email: EmailAddress) async throws {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        try await accounts.database.write { tx in
            guard let account = try AccountStore.find(email: email, in: tx), account.closedAt == nil,
                try AccountStore.lock(account.id, in: tx) != nil
            else { return }
            let secret = try LinkStore.issue(.resetPassword, to: account.id, at: now, in: tx)
            try mails.resetPassword(to: account.email, name: account.name, secret: secret)
                .send(to: account.id.description, at: now, in: tx)
            try Journal.append(
                "account.reset-requested", subject: "account", account.id.description, [:], by: .system("portal"),
                at: now, in: tx)
        }
    }

    /// What a link or code is good for; nil when it is not valid.
    package func purpose(_ secret: String) async throws -> AccountLink.Purpose? {
        let now = accounts.clock.now
        let canonical = AccountToken.canonical(printed: secret)
        return try await accounts.database.read { tx in
            let wanted = Self.purposes + [.confirmEmail, .changeEmail]
            return try LinkStore.find(secret, wanted, at: now, in: tx)?.purpose
                ?? LinkStore.find(canonical, [.counterReset], at: now, in: tx)?.purpose
        }
    }

    /// Sets a new password; every session ends.
    package func callAsFunction(_ typed: String, password: String) async throws -> Result<Account.Kind, Refusal> {
        let now = accounts.clock.now
        let canonical = AccountToken.canonical(printed: typed)
        let known = try await accounts.database.read { tx -> (secret: String, account: Account)? in
            for secret in [typed, canonical] {
                guard let link = try LinkStore.find(secret, Self.purposes, at: now, in: tx),
                    let account = try AccountStore.find(link.account, in: tx), account.closedAt == nil
                else { continue }
                return (secret, account)
            }
            return nil
        }
        guard let (secret, account) = known else { return .failure(.linkNotValid) }
        let problems = PasswordRule.problems(password, email: account.email)
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        let hash = try await accounts.hasher.hash(password)
        let mails = AccountMails(settings: accounts.settings)
        let result = try await accounts.database.write { tx -> Result<Account.Kind, Refusal> in
            guard let link = try LinkStore.take(secret, Self.purposes, at: now, in: tx),
                let account = try AccountStore.lock(link.account, in: tx)
            else { return .failure(.linkNotValid) }
            try AccountStore.setPassword(hash, of: account.id, in: tx)
            // The link came by e-mail (or an administrator vouches for the address), so it can be read.
            if link.purpose != .counterReset { try AccountStore.confirmEmail(of: account.id, at: now, in: tx) }
            try SignInGuard.forget(SignInGuard.key(email: account.email.lowercased()), in: tx)
            try SessionStore.revokeAll(of: account.id, at: now, in: tx)
            try LinkStore.endAll(of: account.id, at: now, in: tx)
            try mails.passwordChanged(to: account.email, name: account.name)
                .send(to: account.id.description, at: now, in: tx)
            try Journal.append(
                "account.password-set", subject: "account", account.id.description,
                ["by": .string(link.purpose.rawValue)],
                by: .person(account: account.id.description, name: account.name),
                at: now, in: tx)
            return .success(account.kind)
        }
        accounts.sessionEpoch.advance()
        return result
    }
}
