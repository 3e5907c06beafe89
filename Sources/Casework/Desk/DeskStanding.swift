package import Catalogue

/// What an official may do with a case now, and if nothing, why.
package enum DeskStanding: Sendable, Equatable {
    case acts
    /// The case has ended.
    case ended
    /// The step belongs to another role.
    case otherRole(String)
    /// Another unit has it.
    case otherUnit(String)
    /// It is another agency's, which asks for an answer.
    case asked
    /// It was given to somebody else.
    case otherOfficial(String)
}

extension Dossier {
    /// Whether the result is there and waits to be handed over.
    var isFinished: Bool { isOpen && clock?.endedAt != nil }

    /// Whether a result file may be put to the case: while it is worked. Once it is finished with a result, that one is
    /// handed over or taken back, and nothing is put beside it.
    var takesResult: Bool { isOpen && clock != nil && openRequest == nil && !(isFinished && hasResult) }
}

extension CaseFile {
    package func standing(of official: DeskOfficial) -> DeskStanding {
        guard dossier.isOpen, let step else { return .ended }
        guard official.sees(dossier) else { return .asked }
        if official.mayAct(on: dossier, role: step.role) { return .acts }
        if step.role != official.role { return .otherRole(step.role) }
        if let assignee = dossier.assignee, assignee != official.account { return .otherOfficial(assignee) }
        return .otherUnit(dossier.unit ?? "")
    }

    /// The acts of the present step that this case allows. While the applicant is waited for, only those that end it.
    package var possibleActs: [Act] {
        guard dossier.isOpen, let step else { return [] }
        let acts = service.acts(in: step.key, for: facts)
        return dossier.openRequest == nil ? acts : acts.filter { $0.kind == .refuse }
    }

    /// Whether a result file may be put to the case.
    package var takesResult: Bool { dossier.takesResult }

    /// Whether an act of the present step asks for the result.
    package var wantsResult: Bool {
        takesResult && (step?.acts.contains { $0.needsResult || $0.kind == .finish } ?? false)
    }
}
