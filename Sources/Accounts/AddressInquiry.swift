package import Jobs
import Kernel
import Storage

/// A typed address about which an answer was given before anybody looked whether it has an account.
///
/// Whoever asks for a new password, or for another address, gets the same answer after the same work for every address;
/// the job looks afterwards and sends what is to be sent.
package struct AddressInquiry: JobHandler {
    package static let kind = "address"

    private struct Payload: Codable {
        let email: String
        /// The account that wants the address for itself; nil when a new password is wanted.
        let account: String?
    }

    let accounts: Accounts
    package init(_ accounts: Accounts) { self.accounts = accounts }

    package var kind: String { Self.kind }

    static func ask(_ email: EmailAddress, for account: Account.ID?, at now: Instant, in tx: any Transaction) throws {
        let payload = try JSON(encoding: Payload(email: email.text, account: account?.description))
        try Outbox.enqueue(
            [(kind: kind, lane: "\(kind):\(AccountToken.hash(email.folded))", payload: payload)], at: now, in: tx)
    }

    package func run(_ job: Job) async throws {
        let payload = try job.payload.decoded(as: Payload.self)
        guard let email = EmailAddress(payload.email) else { return }
        guard let account = payload.account else { return try await ResetPassword(accounts).send(to: email) }
        guard let id = Account.ID(account) else { return }
        try await ChangeProfile(accounts).send(to: email, for: id)
    }
}
