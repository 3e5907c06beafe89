import Journal
package import Kernel
package import Storage

/// How many cases an agency or unit still has to finish. The room that knows cases answers.
package typealias OpenCases = @Sendable (Agency.ID, any Transaction) throws -> Int

/// Ends an agency (giải thể, sáp nhập): from a day on it exists no more. Another may follow it.
package struct CloseAgency: Sendable {
    package enum Refusal: Error, Equatable {
        case unknown, outsideScope, changed
        /// Units below it still exist on that day.
        case hasUnits(Int)
        /// Posts in it are still held on that day.
        case hasPosts(Int)
        /// Cases there are not finished: nobody would work them any more.
        case hasCases(Int)
        case invalid([FieldProblem])
    }

    let database: any Database
    let clock: any TimeSource
    let openCases: OpenCases

    package init(database: any Database, clock: any TimeSource, openCases: @escaping OpenCases) {
        self.database = database
        self.clock = clock
        self.openCases = openCases
    }

    /// `day`: the first day on which it exists no more.
    package func callAsFunction(
        _ id: Agency.ID, from day: Day, successor: Agency.ID?, seen version: Int, by actor: Actor
    ) async throws -> Result<Void, Refusal> {
        let now = clock.now
        return try await database.write { tx in
            guard let agency = try AgencyStore.lock(id, in: tx) else { return .failure(.unknown) }
            let scope = try AdministrationScope.of(actor, at: now, in: tx)
            // Nobody closes the agency in whose name they administer: its posts would be their own.
            guard try scope.covers(id, in: tx), scope != .below(agency) else { return .failure(.outsideScope) }
            guard agency.version == version else { return .failure(.changed) }
            guard day > agency.validity.from else {
                return .failure(.invalid([FieldProblem("until", .endBeforeStart)]))
            }
            if let successor, try !follows(successor, after: id, on: day, in: tx) {
                return .failure(.invalid([FieldProblem("successor", .agencyNotInForce)]))
            }
            let units = try AgencyStore.children(of: id, in: tx).filter { !$0.validity.isOver(on: day) }
            guard units.isEmpty else { return .failure(.hasUnits(units.count)) }
            let posts = try PostStore.count(in: id, after: day, in: tx)
            guard posts == 0 else { return .failure(.hasPosts(posts)) }
            let cases = try openCases(id, tx)
            guard cases == 0 else { return .failure(.hasCases(cases)) }
            try tx.run(
                """
                UPDATE agency SET valid_until = \(day), successor_id = \(successor), version = version + 1
                WHERE id = \(id)
                """)
            try Journal.append(
                "agency.closed", subject: "agency", id.description,
                [
                    "until": .string(day.description),
                    "successor": successor.map { .string($0.description) } ?? .null,
                ], by: actor, at: now, in: tx)
            return .success(())
        }
    }

    private func follows(_ successor: Agency.ID, after id: Agency.ID, on day: Day, in tx: any Transaction) throws
        -> Bool
    {
        guard successor != id, let agency = try AgencyStore.find(successor, in: tx) else { return false }
        return agency.validity.contains(day)
    }
}
