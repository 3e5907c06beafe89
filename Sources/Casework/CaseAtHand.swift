import Catalogue
import Storage

/// A case that an official may act on: held by this transaction, open, as the official saw it, at a step of theirs.
struct CaseAtHand {
    /// What the official's part in the step must be.
    enum Part {
        /// Does the step's acts.
        case acts
        /// Says who does them.
        case directs
    }

    let stored: DossierStore.Stored
    let step: Step

    var dossier: Dossier { stored.dossier }
}

extension CaseOffice {
    /// Locks the dossier and finds whether the official may act on it.
    ///
    /// - Parameter seen: the version of the dossier that the official saw; nil when the operation compares something
    ///   narrower itself.
    func atHand(
        _ id: Dossier.ID, _ service: CompiledService, seen: Int?, as part: CaseAtHand.Part = .acts,
        for official: DeskOfficial, in tx: any Transaction
    ) throws -> Result<CaseAtHand, CaseRefusal> {
        guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
            return .failure(.unknown)
        }
        let dossier = stored.dossier
        if let seen, let changed = try changed(dossier, since: seen, in: tx) { return .failure(changed) }
        guard dossier.definition == service.hash else { throw OtherVersion() }
        guard dossier.isOpen else { return .failure(.ended(dossier.official)) }
        guard let step = service.step(dossier.step) else { return .failure(.notPossible) }
        let may =
            switch part {
            case .acts: official.mayAct(on: dossier, role: step.role)
            case .directs: official.mayDirect(dossier, role: step.role)
            }
        return may ? .success(CaseAtHand(stored: stored, step: step)) : .failure(.notPossible)
    }
}
