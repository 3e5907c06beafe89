import Kernel
import Storage
import Synchronization

/// Where officials sit, kept for a few seconds: every request of an official asks. A post that changed is seen as soon as
/// a session that changed is on another node.
final class StationCache: Sendable {
    private static let seconds: Int64 = 3
    private static let most = 20_000

    private let database: any Database
    private let clock: any TimeSource
    private let kept = Mutex<[Post.ID: (station: Station, until: Instant)]>([:])

    init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    func station(of post: Post.ID) async throws -> Station? {
        let now = clock.now
        if let known = kept.withLock({ $0[post] }), now < known.until { return known.station }
        guard let station = try await database.read({ tx in try Station.of(post, in: tx) }) else { return nil }
        kept.withLock { kept in
            if kept.count >= Self.most { kept = [:] }
            kept[post] = (station, now.adding(seconds: Self.seconds))
        }
        return station
    }
}
