import Directory
import Kernel
import Storage

/// A link or code that lets somebody do one thing once (liên kết một lần): kept as a hash, with an end.
package struct AccountLink: Sendable, Equatable {
    package enum Purpose: String, Sendable {
        /// Shows that the e-mail address of a new account can be read; `detail` is the page where its owner goes on.
        case confirmEmail = "confirm_email"
        /// The same for a new address of an account; `detail` is that address.
        case changeEmail = "change_email"
        case resetPassword = "reset_password"
        /// The first password of an official whose account an administrator made.
        case firstPassword = "first_password"
        /// Handed out on paper at the counter after an identity check.
        case counterReset = "counter_reset"
        /// Password given, code still wanted; held by a cookie.
        case secondStep = "second_step"

        /// How long it may be used, in hours.
        var hours: Int64 {
            switch self {
            case .confirmEmail, .changeEmail: 48
            case .resetPassword: 1
            case .firstPassword: 72
            case .counterReset: 24
            case .secondStep: 1
            }
        }
    }

    package let account: Account.ID
    package let purpose: Purpose
    package let detail: String?

    /// Where links of messages lead; the secret stands behind it.
    package static let path = "/tai-khoan/lien-ket/"
}

/// The rows of links.
enum LinkStore {
    /// Makes a link and ends earlier ones of the same purpose. Returns its secret.
    static func issue(
        _ purpose: AccountLink.Purpose, to account: Account.ID, detail: String? = nil, secret: String? = nil,
        at now: Instant, in tx: any Transaction
    ) throws -> String {
        try tx.run(
            """
            UPDATE account_link SET used_at = \(now)
            WHERE account_id = \(account) AND purpose = \(purpose) AND used_at IS NULL
            """)
        let secret = secret ?? AccountToken.random()
        try tx.run(
            """
            INSERT INTO account_link (secret_hash, account_id, purpose, detail, created_at, ends_at)
            VALUES (\(AccountToken.hash(secret)), \(account), \(purpose), \(detail), \(now),
                \(now.adding(hours: purpose.hours)))
            """)
        return secret
    }

    /// The link of a secret that can still be used.
    static func find(
        _ secret: String, _ purposes: [AccountLink.Purpose], at now: Instant, in tx: any Transaction
    ) throws -> AccountLink? { try read(tx.row(select(secret, purposes, now))) }

    /// The same, and it is used up. Two who take it at the same moment wait for each other; one gets it.
    static func take(
        _ secret: String, _ purposes: [AccountLink.Purpose], at now: Instant, in tx: any Transaction
    ) throws -> AccountLink? {
        guard let link = try read(tx.lockedRow(select(secret, purposes, now))) else { return nil }
        try tx.run("UPDATE account_link SET used_at = \(now) WHERE secret_hash = \(AccountToken.hash(secret))")
        return link
    }

    /// Whether a link of that purpose was handed out after a moment and can still be used.
    static func isOpen(
        _ purpose: AccountLink.Purpose, of account: Account.ID, since moment: Instant, in tx: any Transaction
    ) throws -> Bool {
        try tx.value(
            """
            SELECT count(*) FROM account_link
            WHERE account_id = \(account) AND purpose = \(purpose) AND used_at IS NULL AND created_at > \(moment)
            """, as: Int.self) ?? 0 > 0
    }

    /// Ends whatever was handed out before. Whoever sets a password, takes another address, or is given access again
    /// must be the only one who can go on: a link that somebody else asked for earlier is worth nothing after that.
    /// The same holds for a key for codes that was shown to somebody and never confirmed.
    static func endAll(of account: Account.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE account_link SET used_at = \(now) WHERE account_id = \(account) AND used_at IS NULL")
        try SecondFactorStore.forgetProposed(account, in: tx)
    }

    private static func select(_ secret: String, _ purposes: [AccountLink.Purpose], _ now: Instant) -> SQL {
        """
        SELECT account_id, purpose, detail FROM account_link
        WHERE secret_hash = \(AccountToken.hash(secret)) AND purpose IN (\(list: purposes)) AND used_at IS NULL
          AND ends_at > \(now)
        """
    }

    private static func read(_ row: Row?) throws -> AccountLink? {
        try row.map {
            AccountLink(
                account: try $0.get("account_id"), purpose: try $0.get("purpose"), detail: try $0.find("detail"))
        }
    }
}

extension AccountLink.Purpose: SQLBindable, SQLReadable {}
