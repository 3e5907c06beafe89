import Blobs
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

    /// - Parameter seen: the version of the dossier that the official saw.
    package func callAsFunction(
        _ id: Dossier.ID, _ file: AttachPaper.Arrived, seen: Int, by official: DeskOfficial
    ) async throws -> Result<Dossier, CaseRefusal> {
        let kind: FileKind
        switch try await AttachPaper.kind(of: file) {
        case .failure(let refusal): return .failure(.problems([FieldProblem("result", refusal.words)]))
        case .success(let found): kind = found
        }
        let now = office.clock.now
        let admit = {
            @Sendable [office] (service: CompiledService, tx: any Transaction) throws
                -> Result<DossierStore.Stored, CaseRefusal> in
            let found: CaseAtHand
            switch try office.atHand(id, service, seen: seen, for: official, in: tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let hand): found = hand
            }
            guard found.dossier.takesResult else { return .failure(.notPossible) }
            guard try AttachPaper.hasRoom(for: "result", .result, request: nil, of: id, in: tx) else {
                return .failure(.problems([FieldProblem("result", AttachPaper.Refusal.tooMany.words)]))
            }
            return .success(found.stored)
        }
        // What is refused takes no room on the disk.
        let admitted = try await office.acting(on: id, orElse: .unknown) { service, _, tx in try admit(service, tx) }
        if case .failure(let refusal) = admitted { return .failure(refusal) }
        let paper = try await attach.keep(file, kind, rule: "result", as: .result, request: nil)
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            let stored: DossierStore.Stored
            switch try admit(service, tx) {
            case .failure(let refusal): return .failure(refusal)
            case .success(let found): stored = found
            }
            try PaperStore.insert(paper, of: id, in: tx)
            let event = DossierEvent.resultAttached(paper: paper.id.description, sha256: paper.sha256)
            return .success(
                try office.record(event, on: stored, service, calendar, by: official.actor, at: now, in: tx))
        }
    }
}
