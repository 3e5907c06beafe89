import Kernel
import Storage

/// Counts wrong passwords and codes and closes the door for a while after too many.
///
/// It is kept by a hash of what was typed, not by account, so that an address nobody has is locked exactly like one
/// that somebody has, and the answer tells nothing.
enum SignInGuard {
    static let mostTries = 10
    static let lockMinutes: Int64 = 15

    static func key(email: String) -> String { "e:" + AccountToken.hash(email) }
    static func key(account: String) -> String { "c:" + AccountToken.hash(account) }

    /// Until when the door is closed; nil when it is open.
    static func lockedUntil(_ key: String, at now: Instant, in tx: any Transaction) throws -> Instant? {
        let until: Instant? = try tx.row("SELECT locked_until FROM sign_in_guard WHERE key = \(key)")?.find(
            "locked_until")
        return until.flatMap { $0 > now ? $0 : nil }
    }

    /// The same, and whoever counts for this key at the same moment waits: of many guesses sent at once none that comes
    /// after the tenth wrong one is heard, right or wrong.
    static func lockedUntil(locking key: String, at now: Instant, in tx: any Transaction) throws -> Instant? {
        let until: Instant? = try tx.lockedRow("SELECT locked_until FROM sign_in_guard WHERE key = \(key)")?.find(
            "locked_until")
        return until.flatMap { $0 > now ? $0 : nil }
    }

    /// Counts a wrong try; true when it was the one that closed the door.
    static func failed(_ key: String, at now: Instant, in tx: any Transaction) throws -> Bool {
        let forgets = now.adding(minutes: -lockMinutes)
        let tries = try tx.value(
            """
            INSERT INTO sign_in_guard (key, failed_tries, changed_at) VALUES (\(key), 1, \(now))
            ON CONFLICT (key) DO UPDATE SET
                failed_tries = CASE WHEN sign_in_guard.changed_at < \(forgets) THEN 1
                    ELSE sign_in_guard.failed_tries + 1 END,
                changed_at = excluded.changed_at
            RETURNING failed_tries
            """, as: Int.self)
        guard let tries, tries >= mostTries else { return false }
        try tx.run(
            """
            UPDATE sign_in_guard SET failed_tries = 0, locked_until = \(now.adding(minutes: lockMinutes))
            WHERE key = \(key)
            """)
        return true
    }

    static func forget(_ key: String, in tx: any Transaction) throws {
        try tx.run("DELETE FROM sign_in_guard WHERE key = \(key)")
    }
}
