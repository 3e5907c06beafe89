import Directory
import Kernel
package import Site
import Storage
import Synchronization

/// Finds who is behind a session cookie: one indexed query a request, and none for a few seconds after one.
///
/// A session that was ended on this node ends at once; on another node it may live those few seconds longer.
package struct SignedInVisitors: SessionFinder {
    private let accounts: Accounts
    private let cache = VisitorCache()

    package init(_ accounts: Accounts) { self.accounts = accounts }

    package func visitor(secret: String) async throws -> Visitor? {
        let now = accounts.clock.now
        let hash = AccountToken.hash(secret)
        let epoch = accounts.sessionEpoch.current
        if let known = cache.find(hash, at: now, epoch) { return known }
        let found = try await accounts.database.read { tx in try VisitorQuery.find(hash, at: now, in: tx) }
        guard let found else { return nil }
        if found.needsPost { return try await withAnotherPost(found, hash, at: now) }
        if now > found.seenAt.adding(minutes: SessionLength.seenEvery) {
            try await accounts.database.write { tx in try SessionStore.saw(found.session, at: now, in: tx) }
        }
        cache.keep(found.visitor, under: hash, at: now, epoch)
        return found.visitor
    }

    package func account(secret: String) async throws -> String? {
        try await accounts.database.read { tx in try SessionStore.account(of: AccountToken.hash(secret), in: tx) }
    }

    /// The chosen post has ended or was taken back: the next one that may be acted in, or the session is worth nothing.
    private func withAnotherPost(_ found: VisitorQuery.Found, _ hash: String, at now: Instant) async throws -> Visitor?
    {
        try await accounts.database.write { tx in
            guard let next = try Directory.posts(of: found.account, at: now, in: tx).first else { return nil }
            try SessionStore.choose(next.post.id, in: found.session, tx: tx)
            return try VisitorQuery.find(hash, at: now, in: tx)?.visitor
        }
    }
}

/// Visitors of the last few seconds, by the hash of their session's secret.
final class VisitorCache: Sendable {
    private static let seconds: Int64 = 3
    private static let most = 20_000

    private struct Kept {
        let visitor: Visitor
        let until: Instant
        let epoch: Int
    }

    private let kept = Mutex<[String: Kept]>([:])

    func find(_ hash: String, at now: Instant, _ epoch: Int) -> Visitor? {
        kept.withLock { kept in
            guard let entry = kept[hash], entry.epoch == epoch, now < entry.until else { return nil }
            return entry.visitor
        }
    }

    func keep(_ visitor: Visitor, under hash: String, at now: Instant, _ epoch: Int) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
            kept[hash] = Kept(visitor: visitor, until: now.adding(seconds: Self.seconds), epoch: epoch)
        }
    }
}
