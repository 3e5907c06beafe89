import Catalogue
import Kernel
import Storage

extension CaseOffice {
    /// Gives a case that has come to its step to a unit and an official (phân công), as the step says and in the system's
    /// name. Nothing where somebody was chosen already: what a person decides stands.
    ///
    /// - Parameter isPlaced: whether a person has passed the case to a unit just now.
    func assign(
        _ stored: DossierStore.Stored, _ service: CompiledService, _ facts: CaseFacts?, isPlaced: Bool = false,
        at now: Instant, in tx: any Transaction
    ) throws -> DossierStore.Stored {
        try assignment(stored.dossier, service, facts, isPlaced: isPlaced, at: now, in: tx).reduce(stored) {
            try DossierStore.append($1, to: $0, by: .system("assignment"), at: now, in: tx)
        }
    }

    private func assignment(
        _ dossier: Dossier, _ service: CompiledService, _ facts: CaseFacts?, isPlaced: Bool, at now: Instant,
        in tx: any Transaction
    ) throws -> [DossierEvent] {
        guard dossier.isOpen, dossier.assignee == nil, let step = service.step(dossier.step), let rule = step.assign
        else { return [] }
        var events: [DossierEvent] = []
        var unit = dossier.unit
        if !isPlaced, rule.unit != nil,
            let facts = try facts ?? ContentStore.find(dossier.id, in: tx).map(dossier.facts),
            let code = service.unit(ofStep: step.key, for: facts),
            let found = try seats.unit(code, of: dossier.agency, in: tx), found != unit
        {
            unit = found
            let text = try ContentStore.insert(text: step.title.vi, of: dossier.id, at: now, in: tx)
            events.append(.transferred(unit: found, text: text))
        }
        guard let way = rule.by else { return events }
        let people = try seats.staff(of: dossier.agency, in: tx).people(as: step.role, for: unit)
        let accounts = Set(people.map(\.account))
        guard
            let chosen = try earlierHolder(of: dossier, among: accounts, in: tx)
                ?? TurnStore.next(way, among: accounts, of: dossier.agency, in: tx)
        else { return events }
        try TurnStore.note(chosen, of: dossier.agency, at: now, in: tx)
        return events + [.assigned(to: chosen)]
    }

    /// Who had the case last in the step where it is again.
    private func earlierHolder(
        of dossier: Dossier, among accounts: Set<String>, in tx: any Transaction
    ) throws -> String? {
        var stood = Dossier(id: dossier.id)
        var holder: String?
        for record in try DossierStore.history(of: dossier.id, in: tx) {
            stood.apply(record.event, at: record.at)
            if stood.step == dossier.step, let account = stood.assignee { holder = account }
        }
        return holder.flatMap { accounts.contains($0) ? $0 : nil }
    }
}
