import Catalogue
import Kernel
import Storage

/// Takes a wrong result file out of a case before it is handed over. Its row stays for the history; nobody is given it,
/// and acts that need the result wait for the right one. A case that was finished goes back to the last step of a
/// leader or head before it was finished, so that whoever decides sees the new result too, and the applicant is told; its
/// entries in registers are struck out.
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
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let found: CaseAtHand
            switch try office.atHand(id, service, seen: seen, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hand): found = hand
            }
            guard !reason.isEmpty else {
                let words = Phrase(vi: "Xin ghi vì sao tệp này sai.", en: "Please write why this file is wrong.")
                return .failure(.problems([FieldProblem(Self.reason(result), words)]))
            }
            guard try PaperStore.takeBack(result, of: id, in: tx) else { return .failure(.unknown) }
            let left = try PaperStore.papers(of: id, in: tx).contains { paper in
                // What came from a case at another agency is no result of this one.
                paper.kind == .result && paper.rule == "result" && !paper.isReplaced
            }
            let text = try ContentStore.insert(text: reason, of: id, at: now, in: tx)
            let event = DossierEvent.resultTakenBack(
                paper: result.description, othersLeft: left, text: text,
                reopened: try Self.reopening(found.dossier, service, in: tx))
            var events = [event]
            if case .resultTakenBack(_, _, _, .some) = event {
                events += try office.strike(found.dossier, at: now, in: tx)
            }
            return .success(
                try office.record(events, on: found.stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }

    /// Where a finished case goes back to; nil for one that is not finished.
    private static func reopening(
        _ dossier: Dossier, _ service: CompiledService, in tx: any Transaction
    ) throws -> DossierEvent.Reopening? {
        guard dossier.isFinished, var clock = dossier.clock else { return nil }
        let history = try DossierStore.history(of: dossier.id, in: tx)
        guard let end = history.lastIndex(where: { if case .finished = $0.event { true } else { false } }), end > 0
        else { return nil }
        // As the case stood before each entry up to the one that finished it.
        let stood = (1...end).map { count in
            Dossier(id: dossier.id, events: history.prefix(count).map { ($0.event, $0.at) })
        }
        let decided = stood.last { service.step($0.step).map { $0.role == "leader" || $0.role == "head" } ?? false }
        guard let back = decided ?? stood.last, let step = service.step(back.step),
            let official = OfficialState(rawValue: step.official)
        else { return nil }
        clock.endedAt = nil
        return DossierEvent.Reopening(step: step.key, unit: back.unit, official: official, clock: clock)
    }
}
