import Journal
package import Kernel
package import Storage

/// Gives an official a post in an agency (bổ nhiệm, phân công).
package struct AppointOfficial: Sendable {
    package enum Refusal: Error, Equatable {
        case unknownAgency, outsideScope
        case invalid([FieldProblem])
    }

    /// What is appointed to.
    package struct Draft: Sendable, Equatable {
        package var role: Role
        package var title: String
        package var from: Day
        package var until: Day?

        package init(role: Role, title: String = "", from: Day, until: Day? = nil) {
            self.role = role
            self.title = title.isEmpty ? role.usualTitle : title
            self.from = from
            self.until = until
        }
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func callAsFunction(
        _ account: AccountID, to agency: Agency.ID, _ draft: Draft, by actor: Actor
    ) async throws -> Result<Post, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            try Self.perform(account, to: agency, draft, by: actor, at: now, in: tx)
        }
    }

    /// What is wrong with an appointment whoever it is for.
    package static func problems(_ draft: Draft, at agency: Agency) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if draft.title.count > 200 { problems.append(FieldProblem("title", .agencyNameTooLong)) }
        if !agency.validity.contains(draft.from) { problems.append(FieldProblem("from", .agencyNotInForce)) }
        if let until = draft.until, until <= draft.from { problems.append(FieldProblem("until", .endBeforeStart)) }
        return problems
    }

    package static func perform(
        _ account: AccountID, to agencyID: Agency.ID, _ draft: Draft, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws -> Result<Post, Refusal> {
        guard let agency = try AgencyStore.lock(agencyID, in: tx) else { return .failure(.unknownAgency) }
        guard try AdministrationScope.of(actor, at: now, in: tx).covers(agencyID, in: tx) else {
            return .failure(.outsideScope)
        }
        var problems = Self.problems(draft, at: agency)
        // Under the agency's lock nobody appoints to it beside us, so that the table's own rule is never met.
        let isHeld = try PostStore.all(of: account, in: tx).contains { post in
            post.agency == agencyID && post.role == draft.role && !post.validity.isOver(on: draft.from)
        }
        if isHeld { problems.append(FieldProblem("role", .postHeldAlready)) }
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        let post = Post(
            id: Post.ID(at: now), account: account, agency: agencyID, role: draft.role, title: draft.title,
            validity: Validity(from: draft.from, until: draft.until))
        try PostStore.insert(post, in: tx)
        try Journal.append(
            "post.appointed", subject: "agency", agencyID.description,
            [
                "post": .string(post.id.description), "account": .string(account.description),
                "role": .string(post.role.rawValue), "from": .string(post.validity.from.description),
                "until": post.validity.until.map { .string($0.description) } ?? .null,
            ], by: actor, at: now, in: tx)
        return .success(post)
    }
}
