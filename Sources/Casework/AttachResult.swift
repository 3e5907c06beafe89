import Catalogue
import Kernel
import Storage

/// Puts an uploaded file to the case as its result, before it is approved or handed out.
package struct AttachResult: Sendable {
    let office: CaseOffice
    let attach: AttachPaper

    package init(_ office: CaseOffice, attach: AttachPaper) {
        self.office = office
        self.attach = attach
    }

    package func callAsFunction(
        _ id: Dossier.ID, _ file: AttachPaper.Arrived, seen: Int, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        guard let (service, calendar) = try await office.background(of: id) else { return .failure(.unknown) }
        let may = try await office.database.read { tx in
            guard let dossier = try DossierStore.find(id, in: tx)?.dossier, let step = service.step(dossier.step) else {
                return false
            }
            return dossier.isOpen && official.mayAct(on: dossier, role: step.role)
        }
        guard may else { return .failure(.notPossible) }
        let paper: Paper
        switch try await attach(file, to: .result(id), rule: "result") {
        case .failure(let refusal): return .failure(.problems([FieldProblem("result", refusal.words)]))
        case .success(let kept): paper = kept
        }
        let now = office.clock.now
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
                return .failure(.unknown)
            }
            guard stored.dossier.isOpen else { return .failure(.ended(stored.dossier.official)) }
            let event = DossierEvent.resultAttached(paper: paper.id.description)
            return .success(
                try office.record(event, on: stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
