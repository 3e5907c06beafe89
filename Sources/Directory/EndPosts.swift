import Journal
package import Kernel
package import Storage

/// Ends posts (miễn nhiệm, thôi giữ chức vụ) from a day on. Open tasks stay with the unit.
package struct EndPosts: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope
        /// Nobody would be left who can administer the site.
        case lastAdministrator
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// Ends one post. `day`: the first day on which it is held no more.
    package func callAsFunction(_ id: Post.ID, from day: Day, by actor: Actor) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard let post = try PostStore.find(id, in: tx) else { return .failure(.unknown) }
            return try Self.perform([post], from: day, by: actor, at: now, in: tx).map { _ in }
        }
    }

    /// Ends every post of an account that the actor may administer. Returns what was ended.
    package static func perform(
        of account: AccountID, from day: Day, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Result<[Post], Refusal> {
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        let posts = try PostStore.all(of: account, in: tx).filter { post in
            try !post.validity.isOver(on: day) && scope.covers(post.agency, in: tx)
        }
        guard !posts.isEmpty else { return .failure(.outsideScope) }
        return try perform(posts, from: day, by: actor, at: now, in: tx)
    }

    private static func perform(
        _ seen: [Post], from day: Day, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Result<[Post], Refusal> {
        // Locked in the order of ids, so that two dismissals never wait for each other in a ring.
        let agencies = Set(seen.map(\.agency)).sorted()
        for id in agencies where try AgencyStore.lock(id, in: tx) == nil { return .failure(.outsideScope) }
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        guard try agencies.allSatisfy({ try scope.covers($0, in: tx) }) else { return .failure(.outsideScope) }
        // Read again under the locks: whoever was here before may have ended a post on an earlier day, which stays.
        let posts = try seen.map(\.id).sorted().compactMap { try PostStore.lock($0, in: tx) }
            .filter { !$0.validity.isOver(on: day) }
        guard !posts.isEmpty else { return .failure(.unknown) }
        for post in posts {
            guard day >= post.validity.from else { return .failure(.invalid([FieldProblem("until", .endBeforeStart)])) }
        }
        if try leavesNoAdministrator(posts, on: max(day, now.day), in: tx) { return .failure(.lastAdministrator) }
        for post in posts { try end(post, from: day, by: actor, at: now, in: tx) }
        return .success(posts)
    }

    /// Whether the site's own agency would have no administrator left, or only such as leave on a set day.
    private static func leavesNoAdministrator(_ posts: [Post], on day: Day, in tx: any Transaction) throws -> Bool {
        guard posts.contains(where: { $0.role == .administrator }) else { return false }
        let tops = try AgencyStore.tops(in: tx).map(\.id)
        guard posts.contains(where: { $0.role == .administrator && tops.contains($0.agency) }) else { return false }
        // Two administrators that end each other's post at once must meet: both lock the top.
        for id in tops.sorted() { _ = try AgencyStore.lock(id, in: tx) }
        let left = try tx.value(
            """
            SELECT count(*) FROM post WHERE role = 'administrator' AND agency_id IN (\(list: tops))
              AND id NOT IN (\(list: posts.map(\.id))) AND valid_from <= \(day) AND valid_until IS NULL
            """, as: Int.self)
        return left == 0
    }

    private static func end(
        _ post: Post, from day: Day, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws {
        try PostStore.end(post.id, until: day, in: tx)
        if day <= now.day {
            for delegation in try DelegationStore.open(of: post.id, at: now, in: tx) {
                try DelegationStore.revoke(delegation.id, at: now, in: tx)
            }
        }
        try Journal.append(
            "post.ended", subject: "agency", post.agency.description,
            [
                "post": .string(post.id.description), "account": .string(post.account.description),
                "role": .string(post.role.rawValue), "until": .string(day.description),
            ], by: actor, at: now, in: tx)
    }
}
