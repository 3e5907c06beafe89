package import Kernel
package import Storage
import Synchronization

/// Which services were filed most in the last seven days, for everybody to see: sums over all agencies, and none below
/// five, so that no number speaks of a person. Counted anew every ten minutes.
package final class MostFiled: Sendable {
    package struct Count: Sendable, Equatable {
        package let service: String
        package let filed: Int
    }

    /// The least of a kind that is shown.
    package static let least = 5
    private static let days: Int64 = 7
    private static let secondsFresh: Int64 = 600

    private let database: any Database
    private let clock: any TimeSource
    private let counted = Mutex<(at: Instant, agencies: Set<String>, counts: [Count])?>(nil)

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// The most first, of those agencies.
    package func callAsFunction(at agencies: Set<String>) async throws -> [Count] {
        let now = clock.now
        if let known = counted.withLock({ $0 }), known.agencies == agencies,
            known.at.adding(seconds: Self.secondsFresh) > now
        {
            return known.counts
        }
        let since = now.adding(seconds: -Self.days * 86_400)
        let counts = try await database.read { tx in try Self.counts(at: agencies, since: since, in: tx) }
        counted.withLock { $0 = (now, agencies, counts) }
        return counts
    }

    /// Agency by agency, along the index of what each received: a week of a province is read, never its whole past.
    private static func counts(
        at agencies: Set<String>, since: Instant, in tx: any Transaction
    ) throws -> [Count] {
        var sums: [String: Int] = [:]
        for agency in agencies.sorted() {
            for row in try tx.rows(countSQL(at: agency, since: since)) {
                sums[try row.get("service"), default: 0] += try row.get("filed")
            }
        }
        return sums.filter { $0.value >= least }.map { Count(service: $0.key, filed: $0.value) }
            .sorted { ($1.filed, $0.service) < ($0.filed, $1.service) }
    }

    static func countSQL(at agency: String, since: Instant) -> SQL {
        """
        SELECT service, count(*) AS filed FROM dossier WHERE agency_id = \(agency) AND filed_at >= \(since)
            AND origin_id IS NULL
        GROUP BY service
        """
    }
}
