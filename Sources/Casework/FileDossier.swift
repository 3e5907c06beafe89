package import Catalogue
import Journal
package import Kernel
import Storage
import WorkingTime

/// Files a draft: it becomes a dossier with a code. Filing the same draft again finds the dossier it became.
package struct FileDossier: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameters:
    ///   - answers: as the form engine found them whole and right.
    ///   - agencyCode: the agency's electronic code, the first part of the dossier code.
    ///   - desk: the official who enters it at the counter; the dossier is then received at once.
    package func callAsFunction(
        _ draft: Draft, answers: JSON, service: CompiledService, agencyCode: String, by actor: Actor,
        desk: DeskOfficial? = nil
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        let facts = CaseFacts(answers: answers, owner: draft.parties.kind, channel: draft.channel, day: now.day)
        guard let first = service.firstStep else { return .failure(.notPossible) }
        let calendar = try await office.calendars.calendar(of: draft.agency)
        let fees = service.fees(for: facts)
        let salt = Journal.salt()
        let filed = DossierEvent.Filed(
            code: try await office.codes.next(agency: agencyCode), service: service.definition.service,
            definition: service.hash, procedure: service.definition.procedure, agency: draft.agency, unit: nil,
            step: first.key, submitter: desk == nil ? actor.account : nil, owner: draft.parties.kind.rawValue,
            channel: draft.channel,
            commitment: Journal.commitment(
                to: JSON.array([answers, try JSON(encoding: draft.parties)]).canonical, salt: salt))
        var reception: (act: Act, clock: CaseClock)?
        if desk != nil {
            guard let act = first.acts.first(where: { $0.kind == .receive }) else { return .failure(.notPossible) }
            switch CaseClock.starting(at: now, limit: service.limit(for: facts), calendar: calendar) {
            case .success(let clock): reception = (act, clock)
            case .failure(let refusal): return .failure(.noDeadline(refusal.words))
            }
        }
        return try await office.database.write { [office, reception] tx in
            let id = Dossier.ID(draft.id)
            if let known = try DossierStore.find(id, in: tx) {
                return .failure(.alreadyFiled(id: id, code: known.dossier.code))
            }
            guard let kept = try DraftStore.lock(draft.id, in: tx), kept.version == draft.version else {
                return .failure(.unknown)
            }
            var stored = try DossierStore.insert(filed, id: id, by: actor, at: now, in: tx)
            let content = ContentStore.Content(answers: answers, parties: draft.parties, salt: salt)
            try ContentStore.insert(content, of: id, agency: draft.agency, in: tx)
            for fee in fees {
                try tx.run(
                    """
                    INSERT INTO dossier_fee (dossier_id, fee, title, amount, basis, paid_at)
                    VALUES (\(id), \(fee.key), \(try JSON(encoding: fee.title)), \(fee.amount), \(fee.basis), NULL)
                    """)
            }
            try office.follow(.filed(filed), stored.dossier, by: actor, at: now, in: tx)
            if let desk, let (act, clock) = reception {
                let step = act.to ?? first.key
                let official = service.step(step).flatMap { OfficialState(rawValue: $0.official) } ?? .received
                let event = DossierEvent.received(by: desk.account, step: step, official: official, clock: clock)
                stored = try DossierStore.append(event, to: stored, by: actor, at: now, in: tx)
                try office.follow(event, stored.dossier, by: actor, at: now, in: tx)
            }
            try TaskStore.write(stored.dossier, service, calendar, at: now, in: tx)
            try DraftStore.delete(draft.id, in: tx)
            return .success(stored.dossier)
        }
    }
}
