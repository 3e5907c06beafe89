package import Kernel
import Storage

/// The applicant's rating when the case has ended: one to five, once, with a comment.
package struct RateService: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ id: Dossier.ID, score: Int, comment: String, by actor: Actor
    ) async throws -> Result<Dossier, CaseRefusal> {
        guard (1...5).contains(score) else {
            return .failure(
                .problems([
                    FieldProblem("score", Phrase(vi: "Xin chọn một mức đánh giá.", en: "Please choose a rating."))
                ]))
        }
        let now = office.clock.now
        return try await office.acting(on: id, orElse: .unknown) { [office] service, calendar, tx in
            guard let stored = try DossierStore.lock(id, in: tx), stored.dossier.isApplicant(actor, desk: nil) else {
                return .failure(.unknown)
            }
            // The applicant rates the case once: its origin.
            guard !stored.dossier.isOpen, stored.dossier.rating == nil, stored.dossier.origin == nil else {
                return .failure(.notPossible)
            }
            let kept: String? = comment.isEmpty ? nil : String(comment.prefix(2_000))
            try tx.run(
                "INSERT INTO rating (dossier_id, score, comment, at) VALUES (\(id), \(score), \(kept), \(now))")
            return .success(
                try office.record(.rated(score: score), on: stored, service, calendar, by: actor, at: now, in: tx))
        }
    }
}
