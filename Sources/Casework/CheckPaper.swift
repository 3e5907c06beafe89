import Catalogue
import Kernel
import Storage

/// The desk's finding about one paper: in order, or not and why.
package struct CheckPaper: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameter seen: the number of the entry with which the paper was checked last, as the official saw it; 0 when
    ///   it had not been checked. Findings about different papers do not stand in each other's way.
    package func callAsFunction(
        _ id: Dossier.ID, paper: Paper.ID, _ verdict: PaperVerdict, note: String, seen: Int, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let found: CaseAtHand
            switch try office.atHand(id, service, seen: nil, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hand): found = hand
            }
            let last = try DossierStore.history(of: id, in: tx).last { $0.event.checks(paper) }
            if let last, last.number != seen {
                return .failure(.changed(by: last.actorName ?? "", at: last.at, what: last.event.summary))
            }
            guard verdict == .accepted || !note.isEmpty else {
                return .failure(
                    .problems([
                        FieldProblem("note", Phrase(vi: "Xin ghi chỗ chưa đạt.", en: "Please write what is wrong."))
                    ]))
            }
            guard try PaperStore.has(paper, of: id, in: tx) else { return .failure(.unknown) }
            let text = try note.isEmpty ? nil : ContentStore.insert(text: note, of: id, at: now, in: tx)
            let event = DossierEvent.paperChecked(paper: paper.description, verdict: verdict, text: text)
            return .success(
                try office.record(event, on: found.stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}

extension DossierEvent {
    /// Whether it is a finding about that paper.
    fileprivate func checks(_ paper: Paper.ID) -> Bool {
        if case .paperChecked(paper.description, _, _) = self { true } else { false }
    }
}

/// What the desk found about a paper: the last entry says it, with the words that it commits to.
package struct PaperFinding: Sendable, Equatable {
    package let verdict: PaperVerdict
    package let note: String?
    /// The number of the entry.
    package let number: Int
}

extension CaseFile {
    /// What was found about the paper last; nil when it was not checked.
    package func finding(on paper: Paper) -> PaperFinding? {
        guard let last = history.last(where: { $0.event.checks(paper.id) }),
            case .paperChecked(_, let verdict, let mark) = last.event
        else { return nil }
        return PaperFinding(verdict: verdict, note: mark == nil ? paper.earlierNote : text(mark), number: last.number)
    }
}
