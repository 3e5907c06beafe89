import Directory
import Journal
import Kernel
import Storage

/// Shows that an address can be read: that of a new account, or a new address of an account.
package struct ConfirmEmail: Sendable {
    package enum Refusal: Error, Equatable {
        /// Unknown, used or too old: all look the same.
        case linkNotValid
        case taken
        /// The address was registered more than once before it was confirmed, and this is not the password that was
        /// chosen last.
        case notYourPassword
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// Whether the link confirms only together with the password that was chosen: when the address was registered more
    /// than once, the last one may have been somebody else, whose password would open the owner's account.
    package func wantsPassword(_ secret: String) async throws -> Bool {
        try await contested(secret, at: accounts.clock.now) != nil
    }

    /// The page of this site where the person wanted to go when they registered; nil when there is none.
    package func next(_ secret: String) async throws -> String? {
        let now = accounts.clock.now
        return try await accounts.database.read { tx in
            try LinkStore.find(secret, [.confirmEmail], at: now, in: tx)?.detail
        }
    }

    package func callAsFunction(_ secret: String, password: String = "") async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        let known = try await contested(secret, at: now)
        if let known {
            guard try await accounts.hasher.verify(password, against: known.password) else {
                return .failure(.notYourPassword)
            }
        }
        let mails = AccountMails(settings: accounts.settings)
        do {
            return try await accounts.database.write { tx in
                guard let link = try LinkStore.take(secret, [.confirmEmail, .changeEmail], at: now, in: tx),
                    let account = try AccountStore.lock(link.account, in: tx), account.closedAt == nil
                else { return .failure(.linkNotValid) }
                if link.purpose == .changeEmail {
                    guard let email = link.detail.flatMap(EmailAddress.init) else { return .failure(.linkNotValid) }
                    try tx.run(
                        """
                        UPDATE account SET email = \(email.text), email_folded = \(email.folded),
                            email_confirmed_at = \(now), version = version + 1
                        WHERE id = \(account.id)
                        """)
                    try LinkStore.endAll(of: account.id, at: now, in: tx)
                    try mails.emailChanged(to: account.email, name: account.name)
                        .send(to: account.id.description, at: now, in: tx)
                } else {
                    // Registered once more while the password was compared: that ended this link, or will end it.
                    guard Self.isContested(account) == (known != nil),
                        try known == nil || AccountStore.password(of: account.id, in: tx) == known?.password
                    else { return .failure(.linkNotValid) }
                    try AccountStore.confirmEmail(of: account.id, at: now, in: tx)
                }
                try Journal.append(
                    link.purpose == .confirmEmail ? "account.email-confirmed" : "account.email-changed",
                    subject: "account",
                    account.id.description, [:], by: .person(account: account.id.description, name: account.name),
                    at: now, in: tx)
                return .success(())
            }
        } catch let fault as DatabaseFault {
            guard case .unique = fault.kind else { throw fault }
            return .failure(.taken)
        }
    }

    private static func isContested(_ account: Account) -> Bool {
        account.emailConfirmedAt == nil && account.registrations > 1
    }

    /// The password of the account that the link confirms, if it is wanted.
    private func contested(_ secret: String, at now: Instant) async throws -> (password: String?, account: Account.ID)?
    {
        try await accounts.database.read { tx in
            guard let link = try LinkStore.find(secret, [.confirmEmail], at: now, in: tx),
                let account = try AccountStore.find(link.account, in: tx), Self.isContested(account)
            else { return nil }
            return (try AccountStore.password(of: account.id, in: tx), account.id)
        }
    }
}
