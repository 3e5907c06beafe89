package import Kernel
package import Storage
package import WorkingTime

/// A calendar as it is kept: the document, when it was last changed, and the version that a form must have seen.
package struct StoredCalendar: Sendable {
    package let calendar: WorkingCalendar
    package let changedAt: Instant
    package let version: Int
}

/// The rows of calendars.
package enum CalendarStore {
    /// The calendar that every agency keeps which has none of its own.
    package static let national = "national"

    package static func find(_ name: String, in tx: any Transaction) throws -> StoredCalendar? {
        try tx.row("SELECT document, changed_at, version FROM calendar WHERE name = \(name)").map(read)
    }

    static func lock(_ name: String, in tx: any Transaction) throws -> StoredCalendar? {
        try tx.lockedRow("SELECT document, changed_at, version FROM calendar WHERE name = \(name)").map(read)
    }

    /// All, the national one first.
    package static func all(in tx: any Transaction) throws -> [StoredCalendar] {
        try tx.rows("SELECT document, changed_at, version FROM calendar ORDER BY name").map(read)
            .sorted { ($0.calendar.code == national ? 0 : 1) < ($1.calendar.code == national ? 0 : 1) }
    }

    static func changedAt(_ name: String, in tx: any Transaction) throws -> Instant? {
        try tx.row("SELECT changed_at FROM calendar WHERE name = \(name)")?.get("changed_at")
    }

    /// The calendar that an agency keeps, by itself or from above, and the national one: one question, because every
    /// act asks it.
    static func kept(by agency: Agency.ID, in tx: any Transaction) throws -> [(name: String, changedAt: Instant)] {
        try tx.rows(
            """
            WITH RECURSIVE above (calendar, parent_id, depth) AS (
                SELECT calendar_name, parent_id, 0 FROM agency WHERE id = \(agency)
                UNION ALL
                SELECT agency.calendar_name, agency.parent_id, above.depth + 1
                FROM agency JOIN above ON agency.id = above.parent_id WHERE above.depth < 20
            )
            SELECT name, changed_at FROM calendar
            WHERE name = \(national) OR name = (
                SELECT calendar FROM above WHERE calendar IS NOT NULL ORDER BY depth LIMIT 1)
            """
        ).map { (name: try $0.get("name"), changedAt: try $0.get("changed_at")) }
    }

    private static func read(_ row: Row) throws -> StoredCalendar {
        StoredCalendar(
            calendar: try WorkingCalendar(parsing: row.get("document")), changedAt: try row.get("changed_at"),
            version: try row.get("version"))
    }

    static func insert(_ calendar: WorkingCalendar, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO calendar (name, document, changed_at, version)
            VALUES (\(calendar.code), \(calendar.canonical()), \(now), 1) ON CONFLICT (name) DO NOTHING
            """)
    }

    static func update(_ calendar: WorkingCalendar, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE calendar SET document = \(calendar.canonical()), changed_at = \(now), version = version + 1
            WHERE name = \(calendar.code)
            """)
    }

    /// Puts the national calendar that the program brings along into a new database.
    package static func seed(at now: Instant, in tx: any Transaction) throws {
        try insert(.national, at: now, in: tx)
    }
}
