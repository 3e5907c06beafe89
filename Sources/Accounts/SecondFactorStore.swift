import Directory
import Kernel
import Storage

/// The key of an account's second factor.
enum SecondFactorStore {
    struct Key: Sendable {
        let secret: [UInt8]
        let confirmedAt: Instant?
        let lastStep: Int64?
    }

    static func find(_ id: Account.ID, in tx: any Transaction) throws -> Key? {
        guard
            let row = try tx.row(
                "SELECT totp_secret, totp_confirmed_at, totp_last_step FROM account WHERE id = \(id)"),
            let secret: [UInt8] = try row.find("totp_secret")
        else { return nil }
        return Key(
            secret: secret, confirmedAt: try row.find("totp_confirmed_at"), lastStep: try row.find("totp_last_step"))
    }

    /// A key that still waits for its first code.
    static func propose(_ secret: [UInt8], to id: Account.ID, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE account SET totp_secret = \(secret), totp_confirmed_at = NULL, totp_last_step = NULL WHERE id = \(id)
            """)
    }

    /// A key that was shown and never confirmed is worth nothing any more: whoever saw it may not be the owner.
    static func forgetProposed(_ id: Account.ID, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE account SET totp_secret = NULL, totp_last_step = NULL
            WHERE id = \(id) AND totp_confirmed_at IS NULL AND totp_secret IS NOT NULL
            """)
    }

    static func confirm(_ id: Account.ID, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET totp_confirmed_at = \(now), version = version + 1 WHERE id = \(id)")
    }

    /// Marks a step as used: its code, and those before it, are worth nothing any more.
    static func use(_ step: Int64, of id: Account.ID, in tx: any Transaction) throws {
        try tx.run("UPDATE account SET totp_last_step = \(step) WHERE id = \(id)")
    }

    static func clear(_ id: Account.ID, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE account SET totp_confirmed_at = NULL, totp_secret = NULL, totp_last_step = NULL,
                version = version + 1 WHERE id = \(id)
            """)
    }
}
