import Journal
package import Kernel
package import Storage

/// Puts a new agency or unit into the tree (thành lập).
package struct CreateAgency: Sendable {
    package enum Refusal: Error, Equatable {
        case invalid([FieldProblem])
        case outsideScope
    }

    let database: any Database
    let clock: any TimeSource

    package init(database: any Database, clock: any TimeSource) {
        self.database = database
        self.clock = clock
    }

    package func callAsFunction(
        _ draft: AgencyDraft, below parent: Agency.ID?, by actor: Actor
    ) async throws -> Result<Agency, Refusal> {
        let now = clock.now
        do {
            return try await database.write { tx in
                try Self.perform(draft, below: parent, by: actor, at: now, in: tx)
            }
        } catch let fault as DatabaseFault {
            // Two administrators gave the same code at the same moment; the constraint let one of them through.
            guard case .unique = fault.kind else { throw fault }
            return .failure(.invalid([FieldProblem("code", .agencyCodeTaken(draft.code))]))
        }
    }

    package static func perform(
        _ draft: AgencyDraft, below parentID: Agency.ID?, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Result<Agency, Refusal> {
        let scope = try AdministrationScope.of(actor, at: now, in: tx)
        var parent: Agency?
        if let parentID {
            // Locked, so that nobody closes it meanwhile.
            parent = try AgencyStore.lock(parentID, in: tx)
            guard parent != nil, try scope.covers(parentID, in: tx) else { return .failure(.outsideScope) }
        } else if scope != .everything {
            return .failure(.outsideScope)
        }
        let problems = try draft.problems(below: parent) + draft.problems(except: nil, in: tx)
        guard problems.isEmpty else { return .failure(.invalid(problems)) }
        let agency = Agency(
            id: Agency.ID(at: now), parent: parentID, kind: draft.kind, code: AgencyCode(draft.code),
            name: draft.name, englishName: draft.englishName.ifAny, territory: draft.territory.ifAny,
            address: draft.address, phone: draft.phone, calendar: draft.calendar.ifAny,
            validity: Validity(from: draft.from), successor: nil, version: 1)
        try AgencyStore.insert(agency, in: tx)
        try Journal.append(
            "agency.created", subject: "agency", agency.id.description,
            [
                "kind": .string(agency.kind.rawValue), "code": agency.code.map { .string($0.text) } ?? .null,
                "name": .string(agency.name), "parent": parentID.map { .string($0.description) } ?? .null,
                "from": .string(agency.validity.from.description),
            ], by: actor, at: now, after: Journal.Head.none, in: tx)
        return .success(agency)
    }
}
