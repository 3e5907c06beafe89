package import Kernel
package import Storage
import Synchronization

/// Hands out dossier codes (mã hồ sơ): `<agency code>-<yymmdd>-<running number of the day>` (TT 01/2018/TT-VPCP).
///
/// Numbers come in blocks, reserved in a transaction of their own, so that filing touches no row that all dossiers of
/// a day share. Blocks begin at one number and double while they are used up quickly: a quiet commune gets consecutive
/// codes, a busy one few reservations.
package final class DossierCodes: Sendable {
    private struct Block {
        var next: Int
        var end: Int
        var size: Int
    }

    private let database: any Database
    private let clock: any TimeSource
    private let width: Int
    private let blocks = Mutex<[String: Block]>([:])

    /// `width`: how many digits the running number has at least.
    package init(database: any Database, clock: any TimeSource, width: Int = 4) {
        self.database = database
        self.clock = clock
        self.width = width
    }

    /// A code nobody has, for a dossier filed today at the agency of that code.
    package func next(agency: String) async throws -> String {
        let day = clock.now.day
        let key = "\(agency)/\(day)"
        while true {
            if let number = take(key) { return format(agency, day, number) }
            try await reserve(key, agency, day)
        }
    }

    private func take(_ key: String) -> Int? {
        blocks.withLock { blocks in
            guard var block = blocks[key], block.next < block.end else { return nil }
            defer { blocks[key] = block }
            block.next += 1
            return block.next - 1
        }
    }

    private func reserve(_ key: String, _ agency: String, _ day: Day) async throws {
        let size = blocks.withLock { min(($0[key]?.size ?? 0) * 2, 256) }
        let count = max(size, 1)
        let after = try await database.write { tx in
            try tx.value(
                """
                INSERT INTO code_block (agency, day, next_number) VALUES (\(agency), \(day), \(count + 1))
                ON CONFLICT (agency, day) DO UPDATE SET next_number = code_block.next_number + \(count)
                RETURNING next_number
                """, as: Int.self)
        }
        guard let after else { throw DatabaseFault(.other, code: "code-block", detail: "no block was returned") }
        blocks.withLock { blocks in
            // A block that somebody else reserved meanwhile is used first; this one's numbers are not lost to anybody.
            if let open = blocks[key], open.next < open.end { return }
            blocks[key] = Block(next: after - count, end: after, size: count)
            if blocks.count > 4_096 { blocks = blocks.filter { $0.key.hasSuffix("/\(day)") } }
        }
    }

    private func format(_ agency: String, _ day: Day, _ number: Int) -> String {
        let (year, month, dayOfMonth) = day.parts
        let two = { (value: Int) in value < 10 ? "0\(value)" : String(value) }
        let digits = String(number)
        return "\(agency)-\(two(year % 100))\(two(month))\(two(dayOfMonth))-"
            + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
