import Catalogue
import Kernel
import Storage

/// The desk's finding about one paper: in order, or not and why.
package struct CheckPaper: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, paper: Paper.ID, _ verdict: PaperVerdict, note: String, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        guard let (service, calendar) = try await office.background(of: id) else { return .failure(.unknown) }
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
                return .failure(.unknown)
            }
            guard stored.dossier.isOpen else { return .failure(.ended(stored.dossier.official)) }
            guard let step = service.step(stored.dossier.step), official.mayAct(on: stored.dossier, role: step.role)
            else { return .failure(.notPossible) }
            guard verdict == .accepted || !note.isEmpty else {
                return .failure(
                    .problems([
                        FieldProblem("note", Phrase(vi: "Xin ghi chỗ chưa đạt.", en: "Please write what is wrong."))
                    ]))
            }
            guard try PaperStore.check(paper, of: id, verdict, note: note.isEmpty ? nil : note, in: tx) else {
                return .failure(.unknown)
            }
            let event = DossierEvent.paperChecked(paper: paper.description, verdict: verdict)
            return .success(
                try office.record(event, on: stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
