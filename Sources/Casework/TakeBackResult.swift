import Catalogue
import Kernel
import Storage

/// Takes a wrong result file out of a case before it is handed over. Its row stays for the history; nobody is given it,
/// and acts that need the result wait for the right one.
package struct TakeBackResult: Sendable {
    /// The field of the reason, by the file, for several may stand on one page.
    package static func reason(_ result: Paper.ID) -> String { "wrong.\(result)" }

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameter seen: the version of the dossier that the official saw.
    package func callAsFunction(
        _ id: Dossier.ID, result: Paper.ID, reason: String, seen: Int, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        guard let (service, calendar) = try await office.background(of: id) else { return .failure(.unknown) }
        return try await office.database.write { [office] tx in
            guard let stored = try DossierStore.lock(id, in: tx), official.sees(stored.dossier) else {
                return .failure(.unknown)
            }
            let dossier = stored.dossier
            if let changed = try office.changed(dossier, since: seen, in: tx) { return .failure(changed) }
            guard dossier.isOpen else { return .failure(.ended(dossier.official)) }
            guard let step = service.step(dossier.step), official.mayAct(on: dossier, role: step.role) else {
                return .failure(.notPossible)
            }
            guard !reason.isEmpty else {
                let words = Phrase(vi: "Xin ghi vì sao tệp này sai.", en: "Please write why this file is wrong.")
                return .failure(.problems([FieldProblem(Self.reason(result), words)]))
            }
            guard try PaperStore.takeBack(result, of: id, in: tx) else { return .failure(.unknown) }
            let left = try PaperStore.papers(of: id, in: tx).contains { $0.kind == .result && !$0.isReplaced }
            let text = try ContentStore.insert(text: reason, of: id, at: now, in: tx)
            let event = DossierEvent.resultTakenBack(paper: result.description, othersLeft: left, text: text)
            return .success(
                try office.record(event, on: stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
