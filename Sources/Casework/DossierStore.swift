package import Journal
package import Kernel
package import Storage

/// The SQL of dossiers: the root row, its events, and the task that lists are made of.
package enum DossierStore {
    /// A dossier with the row data that is not part of its projection.
    package struct Stored: Sendable {
        package var dossier: Dossier
        package var journal: Journal.Head
    }

    static let columns: SQL = """
        SELECT id, code, service, definition, procedure_code, agency_id, unit_id, step, official, assignee,
            submitter, owner_kind, channel, clock, filed_at, ended_at, supplements, open_request, has_result, rating,
            counted_since, waiting_since, branches, fired, origin, version, journal_number, journal_hash FROM dossier
        """

    /// The dossier with its root row locked, for an act.
    package static func lock(_ id: Dossier.ID, in tx: any Transaction) throws -> Stored? {
        try tx.lockedRow(columns + " WHERE id = \(id)").map(stored)
    }

    package static func find(_ id: Dossier.ID, in tx: any Transaction) throws -> Stored? {
        try tx.row(columns + " WHERE id = \(id)").map(stored)
    }

    package static func find(code: String, in tx: any Transaction) throws -> Stored? {
        try tx.row(columns + " WHERE code = \(code)").map(stored)
    }

    static func stored(_ row: Row) throws -> Stored {
        let clock: String? = try row.find("clock")
        let dossier = Dossier(
            id: try row.get("id"), code: try row.get("code"), service: try row.get("service"),
            definition: try row.get("definition"), procedure: try row.get("procedure_code"),
            agency: try row.get("agency_id"), unit: try row.find("unit_id"), step: try row.get("step"),
            official: try row.get("official"), assignee: try row.find("assignee"),
            submitter: try row.find("submitter"), owner: try row.get("owner_kind"), channel: try row.get("channel"),
            clock: try clock.map { try JSON(parsing: $0).decoded(as: CaseClock.self) },
            filedAt: try row.get("filed_at"), endedAt: try row.find("ended_at"),
            supplements: try row.get("supplements"), openRequest: try row.find("open_request"),
            hasResult: try row.get("has_result"), rating: try row.find("rating"),
            countedSince: try row.find("counted_since") ?? row.get("filed_at"),
            waitingSince: try row.find("waiting_since"),
            branches: try row.find("branches", as: JSON.self)?.decoded(as: [CaseBranch].self) ?? [],
            fired: try row.find("fired", as: JSON.self)?.decoded(as: [FiredTimer].self) ?? [],
            origin: try row.find("origin", as: JSON.self)?.decoded(as: CaseOrigin.self),
            version: try row.get("version"))
        return Stored(
            dossier: dossier,
            journal: Journal.Head(number: try row.get("journal_number"), hash: try row.get("journal_hash")))
    }

    /// Writes the first event of a new dossier and its row.
    static func insert(
        _ event: DossierEvent.Filed, id: Dossier.ID, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws -> Stored {
        var dossier = Dossier(id: id)
        dossier.apply(.filed(event), at: now)
        let payload = try payload(.filed(event))
        let head = try Journal.append(
            "dossier.filed", subject: "dossier", id.description, canonical: payload, by: actor, at: now,
            after: Journal.Head.none, in: tx)
        try tx.runAll([
            """
            INSERT INTO dossier (id, code, service, definition, procedure_code, agency_id, unit_id, step,
                official, assignee, submitter, owner_kind, channel, clock, due_at, filed_at, ended_at, supplements,
                open_request, has_result, rating, counted_since, version, journal_number, journal_hash,
                origin, origin_id, origin_branch, origin_round)
            VALUES (\(id), \(dossier.code), \(dossier.service), \(dossier.definition),
                \(dossier.procedure), \(dossier.agency), \(dossier.unit), \(dossier.step), \(dossier.official), NULL,
                \(dossier.submitter), \(dossier.owner), \(dossier.channel), NULL, NULL, \(now), NULL, 0, NULL,
                \(false), NULL, \(dossier.countedSince), \(dossier.version), \(head.number), \(head.hash),
                \(try dossier.origin.map { try JSON(encoding: $0) }), \(dossier.origin?.dossier),
                \(dossier.origin?.branch), \(dossier.origin?.round))
            """
        ])
        try insertEvent("filed", payload, dossier, by: actor, at: now, in: tx)
        return Stored(dossier: dossier, journal: head)
    }

    /// Writes an event, its journal entry and the row drawn from both. Call it with the root row locked.
    static func append(
        _ event: DossierEvent, to stored: Stored, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Stored {
        var next = stored
        next.dossier.apply(event, at: now)
        let payload = try payload(event)
        next.journal = try Journal.append(
            "dossier.\(event.kind)", subject: "dossier", next.dossier.id.description, canonical: payload, by: actor,
            at: now, after: stored.journal, in: tx)
        let dossier = next.dossier
        try tx.runAll([
            """
            UPDATE dossier SET definition = \(dossier.definition), unit_id = \(dossier.unit),
                step = \(dossier.step), official = \(dossier.official),
                assignee = \(dossier.assignee), clock = \(try dossier.clock.map { try JSON(encoding: $0) }),
                due_at = \(dossier.clock?.due), ended_at = \(dossier.endedAt), supplements = \(dossier.supplements),
                open_request = \(dossier.openRequest), has_result = \(dossier.hasResult), rating = \(dossier.rating),
                counted_since = \(dossier.countedSince), waiting_since = \(dossier.waitingSince),
                branches = \(try dossier.branches.isEmpty ? nil : JSON(encoding: dossier.branches)),
                fired = \(try dossier.fired.isEmpty ? nil : JSON(encoding: dossier.fired)),
                version = \(dossier.version), journal_number = \(next.journal.number),
                journal_hash = \(next.journal.hash)
            WHERE id = \(dossier.id)
            """
        ])
        try insertEvent(event.kind, payload, dossier, by: actor, at: now, in: tx)
        return next
    }

    private static func insertEvent(
        _ kind: String, _ payload: String, _ dossier: Dossier, by actor: Actor, at now: Instant,
        in tx: any Transaction
    ) throws {
        let name: String? = if case .official(_, let name, _, _) = actor { name } else { nil }
        try tx.runAll([
            """
            INSERT INTO dossier_event (dossier_id, number, kind, at, actor, actor_name, schema_version, payload)
            VALUES (\(dossier.id), \(dossier.version), \(kind), \(now), \(actor.reference), \(name), 1,
                \(payload))
            """
        ])
    }

    /// An event as its row and the journal keep it.
    private static func payload(_ event: DossierEvent) throws -> String { try JSON(encoding: event).canonical }

    /// One line of a dossier's history.
    package struct Recorded: Sendable {
        package let number: Int
        package let event: DossierEvent
        package let at: Instant
        package let actor: String
        package let actorName: String?
    }

    package static func history(of id: Dossier.ID, in tx: any Transaction) throws -> [Recorded] {
        try tx.rows(
            "SELECT number, at, actor, actor_name, payload FROM dossier_event WHERE dossier_id = \(id) ORDER BY number"
        ).map { row in
            Recorded(
                number: try row.get("number"),
                event: try row.get("payload", as: JSON.self).decoded(as: DossierEvent.self), at: try row.get("at"),
                actor: try row.get("actor"), actorName: try row.find("actor_name"))
        }
    }

    /// The last event, to tell a second official what the first one did.
    static func last(of id: Dossier.ID, in tx: any Transaction) throws -> Recorded? {
        try history(of: id, in: tx).last
    }
}
