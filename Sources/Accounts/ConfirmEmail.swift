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
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func callAsFunction(_ secret: String) async throws -> Result<Void, Refusal> {
        let now = accounts.clock.now
        let mails = AccountMails(settings: accounts.settings)
        do {
            return try await accounts.database.write { tx in
                guard let link = try LinkStore.take(secret, [.confirmEmail, .changeEmail], at: now, in: tx),
                    let account = try AccountStore.lock(link.account, in: tx), account.closedAt == nil
                else { return .failure(.linkNotValid) }
                if let text = link.detail {
                    guard let email = EmailAddress(text) else { return .failure(.linkNotValid) }
                    try tx.run(
                        """
                        UPDATE account SET email = \(email.text), email_folded = \(email.folded),
                            email_confirmed_at = \(now), version = version + 1
                        WHERE id = \(account.id)
                        """)
                    try mails.emailChanged(to: account.email, name: account.name)
                        .send(to: account.id.description, at: now, in: tx)
                } else {
                    try AccountStore.confirmEmail(of: account.id, at: now, in: tx)
                }
                try Journal.append(
                    link.detail == nil ? "account.email-confirmed" : "account.email-changed", subject: "account",
                    account.id.description, [:], by: .person(account: account.id.description, name: account.name),
                    at: now, in: tx)
                return .success(())
            }
        } catch let fault as DatabaseFault {
            guard case .unique = fault.kind else { throw fault }
            return .failure(.taken)
        }
    }
}
