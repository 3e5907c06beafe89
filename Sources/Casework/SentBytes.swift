import Kernel
import Storage

/// How much an account has sent in a day, files that it took out again too: what a file costs is paid when it arrives.
enum SentBytes {
    /// Counts a file, unless the day's sum would exceed `most`. False when it would, and then nothing is counted.
    static func add(_ size: Int, of account: String, on day: Day, most: Int, in tx: any Transaction) throws -> Bool {
        guard size <= most else { return false }
        // One statement: two transactions of one account cannot both find room for themselves in the same sum.
        let sum = try tx.value(
            """
            INSERT INTO sent_bytes (account, day, bytes) VALUES (\(account), \(day), \(size))
            ON CONFLICT (account, day) DO UPDATE SET bytes = sent_bytes.bytes + excluded.bytes
              WHERE sent_bytes.bytes + excluded.bytes <= \(most)
            RETURNING bytes
            """, as: Int.self)
        guard let sum else { return false }
        if sum == size { try tx.run("DELETE FROM sent_bytes WHERE account = \(account) AND day < \(day)") }
        return true
    }
}
