import Kernel
import Storage

/// How much an account has sent in a day, files that it took out again too: what a file costs is paid when it arrives.
enum SentBytes {
    /// Counts a file, unless the day's sum would exceed `most`. False when it would, and then nothing is counted.
    static func add(_ size: Int, of account: String, on day: Day, most: Int, in tx: any Transaction) throws -> Bool {
        let sent = try tx.value(
            "SELECT bytes FROM sent_bytes WHERE account = \(account) AND day = \(day)", as: Int.self)
        guard (sent ?? 0) + size <= most else { return false }
        if sent == nil { try tx.run("DELETE FROM sent_bytes WHERE account = \(account) AND day < \(day)") }
        try tx.run(
            """
            INSERT INTO sent_bytes (account, day, bytes) VALUES (\(account), \(day), \(size))
            ON CONFLICT (account, day) DO UPDATE SET bytes = sent_bytes.bytes + excluded.bytes
            """)
        return true
    }
}
