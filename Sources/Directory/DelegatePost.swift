import Journal
package import Kernel
package import Storage

/// Lets another official of the same agency act in a post for a time (ủy quyền khi vắng mặt).
package struct DelegatePost: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    /// By the holder of the post, or by an administrator.
    package func callAsFunction(
        _ id: Post.ID, to account: AccountID, from: Instant, until: Instant, reason: String, by actor: Actor
    ) async throws -> Result<Delegation, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            // Read again under the agency's lock: the post may have been ended meanwhile.
            guard let agency = try PostStore.find(id, in: tx)?.agency, try AgencyStore.lock(agency, in: tx) != nil,
                let post = try PostStore.lock(id, in: tx)
            else { return .failure(.unknown) }
            guard try Self.may(actor, post, at: now, in: tx) else { return .failure(.outsideScope) }
            var problems: [FieldProblem] = []
            if until <= from { problems.append(FieldProblem("until", .endBeforeStart)) }
            if until <= now { problems.append(FieldProblem("until", .endInThePast)) }
            if reason.isEmpty { problems.append(FieldProblem("reason", .reasonMissing)) }
            if account == post.account {
                problems.append(FieldProblem("account", .delegateIsHolder))
            } else if try !Self.isColleague(account, of: post, at: max(now, from), in: tx) {
                problems.append(FieldProblem("account", .delegateNotInAgency))
            }
            if !post.validity.contains(max(now, from).day) {
                problems.append(FieldProblem("from", .agencyNotInForce))
            }
            guard problems.isEmpty else { return .failure(.invalid(problems)) }
            let delegation = Delegation(
                id: Delegation.ID(at: now), post: id, account: account, from: from, until: until, reason: reason,
                revokedAt: nil)
            try DelegationStore.insert(delegation, in: tx)
            try Journal.append(
                "post.delegated", subject: "agency", post.agency.description,
                [
                    "delegation": .string(delegation.id.description), "post": .string(id.description),
                    "account": .string(account.description), "from": .string(from.description),
                    "until": .string(until.description),
                ], by: actor, at: now, in: tx)
            return .success(delegation)
        }
    }

    /// Takes a delegation back.
    package func revoke(_ id: Delegation.ID, by actor: Actor) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard let delegation = try DelegationStore.find(id, in: tx), delegation.revokedAt == nil,
                let post = try PostStore.find(delegation.post, in: tx),
                try AgencyStore.lock(post.agency, in: tx) != nil
            else { return .failure(.unknown) }
            guard try Self.may(actor, post, at: now, in: tx) else { return .failure(.outsideScope) }
            try DelegationStore.revoke(id, at: now, in: tx)
            try Journal.append(
                "post.delegation-revoked", subject: "agency", post.agency.description,
                ["delegation": .string(id.description), "post": .string(post.id.description)],
                by: actor, at: now, in: tx)
            return .success(())
        }
    }

    private static func may(_ actor: Actor, _ post: Post, at now: Instant, in tx: any Transaction) throws -> Bool {
        if try AdministrationScope.of(actor, at: now, in: tx).covers(post.agency, in: tx) { return true }
        // A delegate acts in the post too, but what was delegated is not delegated further.
        return actor.accountID == post.account && actor.postID == post.id && post.validity.contains(now.day)
    }

    /// Whether the account holds a post of its own in the agency in whose name the post stands, or below it.
    private static func isColleague(
        _ account: AccountID, of post: Post, at moment: Instant, in tx: any Transaction
    ) throws -> Bool {
        guard let authority = try Directory.authority(of: post.agency, in: tx) else { return false }
        return try PostStore.all(of: account, in: tx).contains { own in
            try own.validity.contains(moment.day)
                && Directory.authority(of: own.agency, in: tx)?.id == authority.id
        }
    }
}
