package import Kernel
package import Storage

/// How often something may be tried (sign-in, look-up of a dossier by code). Counted in the database, so that all
/// nodes of a site share the count.
package struct RateLimiter: Sendable {
    private let database: any Database
    private let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// Counts one try of `bucket` and says whether it is within `limit` per `seconds`.
    package func allows(_ bucket: String, limit: Int, seconds: Int64) async throws -> Bool {
        try await refuses(bucket, limit: limit, seconds: seconds) == nil
    }

    /// Counts one try of `bucket`; when it is beyond `limit` per `seconds`, says how long to wait.
    package func refuses(_ bucket: String, limit: Int, seconds: Int64) async throws -> TooSoon? {
        let window = clock.now.microseconds / (seconds * 1_000_000)
        let ends = Instant(microseconds: (window + 1) * seconds * 1_000_000)
        let count = try await database.write { tx in
            try tx.value(
                """
                INSERT INTO rate_window (bucket, window_number, ends_at, tries)
                VALUES (\(bucket), \(window), \(ends), 1)
                ON CONFLICT (bucket, window_number) DO UPDATE SET tries = rate_window.tries + 1
                RETURNING tries
                """, as: Int.self)
        }
        guard (count ?? 0) > limit else { return nil }
        return TooSoon(seconds: max(1, (ends.microseconds - clock.now.microseconds + 999_999) / 1_000_000))
    }

    /// Removes windows that have ended, and parked forms whose hour is over. A job calls this now and then.
    package func sweep() async throws {
        let now = clock.now
        _ = try await database.write { tx in
            try tx.run("DELETE FROM rate_window WHERE ends_at < \(now)")
            try tx.run("DELETE FROM parked_form WHERE ends_at < \(now)")
        }
    }
}

/// The tables of the site itself.
package enum SiteSchema {
    package static let migrations = [
        Migration(
            "site", 1,
            [
                """
                CREATE TABLE rate_window (
                    bucket TEXT NOT NULL,
                    window_number INTEGER NOT NULL,
                    ends_at INSTANT NOT NULL,
                    tries INTEGER NOT NULL,
                    PRIMARY KEY (bucket, window_number)
                )
                """,
                "CREATE INDEX rate_window_by_end ON rate_window (ends_at)",
                """
                CREATE TABLE parked_form (
                    id_hash TEXT NOT NULL PRIMARY KEY,
                    address TEXT NOT NULL,
                    body TEXT NOT NULL,
                    ends_at INSTANT NOT NULL
                )
                """,
            ]),
        Migration("site", 2, ["ALTER TABLE parked_form ADD COLUMN account TEXT"]),
        Migration(
            "site", 3,
            [
                // They wait for an hour only, and nobody knows from which browser they came.
                "DELETE FROM parked_form",
                "ALTER TABLE parked_form ADD COLUMN visit_hash TEXT NOT NULL DEFAULT ''",
                "ALTER TABLE parked_form ADD COLUMN size INTEGER NOT NULL DEFAULT 0",
                "CREATE INDEX parked_form_by_end ON parked_form (ends_at)",
            ]),
    ]
}
