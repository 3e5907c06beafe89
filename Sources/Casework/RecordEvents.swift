package import Catalogue
package import Kernel
package import Storage
package import WorkingTime

extension CaseOffice {
    /// What an act must know before its transaction: the definition and the calendar of a dossier. A move to another
    /// version may change the first before the act has its lock: `acting` begins anew then.
    package func background(of id: Dossier.ID) async throws -> (CompiledService, WorkingCalendar)? {
        let found = try await database.read { tx in
            try tx.row("SELECT definition, agency_id FROM dossier WHERE id = \(id)").map {
                (try $0.get("definition", as: String.self), try $0.get("agency_id", as: String.self))
            }
        }
        guard let (hash, agency) = found, let service = try await services.service(hash) else { return nil }
        return (service, try await calendars.calendar(of: agency))
    }

    /// The case went on under another version of its service between the reading and the lock. Nothing is written.
    struct OtherVersion: Error {}

    /// Carries out an act in a transaction with the definition and the calendar of a dossier, and once more when the case
    /// went on under another version meanwhile; nil when there is no such dossier.
    func acting<Value: Sendable>(
        on id: Dossier.ID,
        _ act: @escaping @Sendable (CompiledService, WorkingCalendar, any Transaction) throws -> Value
    ) async throws -> Value? {
        while let (service, calendar) = try await background(of: id) {
            do {
                return try await database.write { tx in try act(service, calendar, tx) }
            } catch is OtherVersion { continue }
        }
        return nil
    }

    /// - Parameter orElse: the refusal when there is no such dossier.
    package func acting<Value: Sendable, Refusal: Error>(
        on id: Dossier.ID, orElse unknown: Refusal,
        _ act: @escaping @Sendable (CompiledService, WorkingCalendar, any Transaction) throws -> Result<Value, Refusal>
    ) async throws -> Result<Value, Refusal> {
        try await acting(on: id, act) ?? .failure(unknown)
    }

    /// The refusal for an official who saw an older version; nil when nothing has happened since.
    func changed(_ dossier: Dossier, since version: Int, in tx: any Transaction) throws -> CaseRefusal? {
        guard dossier.version != version, let last = try DossierStore.last(of: dossier.id, in: tx) else { return nil }
        return .changed(by: last.actorName ?? "", at: last.at, what: last.event.summary)
    }

    /// Writes an event with all that goes with it. Features above use it for their own acts on a case.
    package func record(
        _ event: DossierEvent, on stored: DossierStore.Stored, _ service: CompiledService,
        _ calendar: WorkingCalendar, by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Dossier {
        try record([event], on: stored, service, calendar, by: actor, at: now, in: tx)
    }

    /// Writes events that happen together, in their order, each with what follows it by itself.
    ///
    /// - Parameters:
    ///   - facts: what the rules see of the case; read where they are needed and not given.
    ///   - numbering: the series from which the result gets its number.
    package func record(
        _ events: [DossierEvent], on stored: DossierStore.Stored, of parties: Parties? = nil,
        _ service: CompiledService, _ calendar: WorkingCalendar, _ facts: CaseFacts? = nil, numbering: String? = nil,
        by actor: Actor, at now: Instant, in tx: any Transaction
    ) throws -> Dossier {
        let hadMore = TaskStore.hasMore(stored.dossier, service)
        var comes = false
        var stored = stored
        var waiting = events
        var course = facts.map { self.course(service, $0, calendar, at: now, in: tx) }
        // A way in which nobody is asked anything comes round to where it began.
        var joins = 0
        var settling: CaseCourse.Cause?
        // What the applicant is told of a result names its number, which comes last.
        var finished: (event: DossierEvent, dossier: Dossier)?
        while !waiting.isEmpty {
            let event = waiting.removeFirst()
            let before = stored.dossier
            let request = before.openRequest
            stored = try DossierStore.append(event, to: stored, by: actor, at: now, in: tx)
            // A case that ends while the applicant is waited for: what was not sent was meant for nobody.
            if let request, !stored.dossier.isOpen {
                try PaperStore.removeUnsent(request, of: stored.dossier.id, in: tx)
                try SupplementStore.forget(request, in: tx)
            }
            if case .finished = event {
                finished = (event, stored.dossier)
            } else {
                try follow(event, stored.dossier, of: parties, by: actor, at: now, in: tx)
            }
            comes = comes || CaseCourse.comes(event, from: before, to: stored.dossier)
            try ChildCaseOrder.enqueue(after: event, from: before, to: stored.dossier, at: now, in: tx)
            if case .joined = event { joins += 1 }
            // Whoever does not know the answers may still bring a case to where branches begin.
            if course == nil, service.step(stored.dossier.step)?.parallel != nil,
                let content = try ContentStore.find(stored.dossier.id, in: tx)
            {
                course = self.course(service, stored.dossier.facts(content), calendar, at: now, in: tx)
            }
            let cause = settling ?? CaseCourse.Cause(event: event, before: before)
            settling = waiting.first?.setsClock == true ? cause : nil
            if settling == nil, joins <= service.definition.steps.count, let course {
                waiting = try course.following(cause, stored.dossier) + waiting
            }
        }
        if comes {
            let isPlaced = events.contains { if case .transferred = $0 { true } else { false } }
            stored = try assign(stored, service, facts, isPlaced: isPlaced, at: now, in: tx)
        }
        // Counters that many cases share are locked last.
        if let numbering, let event = try number(stored.dossier, numbering, at: now, in: tx) {
            stored = try DossierStore.append(event, to: stored, by: actor, at: now, in: tx)
        }
        if let finished {
            for event in try enter(stored.dossier, service, facts, at: now, in: tx) {
                stored = try DossierStore.append(event, to: stored, by: actor, at: now, in: tx)
            }
            try follow(finished.event, finished.dossier, of: parties, by: actor, at: now, in: tx)
        }
        try TaskStore.write(stored.dossier, service, calendar, at: now, hadMore: hadMore, in: tx)
        return stored.dossier
    }

    /// What follows by itself in a case.
    func course(
        _ service: CompiledService, _ facts: CaseFacts, _ calendar: WorkingCalendar, at now: Instant,
        in tx: any Transaction
    ) -> CaseCourse {
        CaseCourse(
            service: service, facts: facts, calendar: calendar, now: now,
            seat: { code in try seats.seat(code: code, in: tx) },
            childSeat: { branch, agency in try childSeat(of: branch, from: agency, in: tx) })
    }

    /// The number of the result; nil when the case has one of that series, from before it was sent back.
    private func number(
        _ dossier: Dossier, _ series: String, at now: Instant, in tx: any Transaction
    ) throws -> DossierEvent? {
        let history = try DossierStore.history(of: dossier.id, in: tx)
        let isNumbered = history.contains { record in
            if case .numbered(series, _, _) = record.event { true } else { false }
        }
        guard !isNumbered else { return nil }
        let year = now.day.year
        return .numbered(
            series: series, number: try ResultNumberStore.next(series, of: dossier.agency, year: year, in: tx),
            year: year)
    }
}
