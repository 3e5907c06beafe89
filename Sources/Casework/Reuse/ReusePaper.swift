package import Catalogue
import Kernel
import Storage

/// Puts papers that the agency holds to a draft, or to the answer to a supplement request, in the place of files.
///
/// Offered is what `EarlierPapers` finds; here, and again when the dossier is filed, the same is asked in the
/// transaction that writes, so that a name that somebody made up leads nowhere.
package struct ReusePaper: Sendable {
    private let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameter key: of the offer.
    package func callAsFunction(
        _ key: String, for rule: PaperRule, at place: AttachPaper.Place, by asker: EarlierPapers.Asker
    ) async throws -> Result<[Paper], AttachPaper.Refusal> {
        guard let id = key.split(separator: ":").first.flatMap({ Dossier.ID(String($0)) }), id != place.dossier else {
            return .failure(.notHeld)
        }
        // An official who uses a paper has looked at it: the people concerned see that.
        if case .desk(let official) = asker, try await OpenCase(office)(id, by: official) == nil {
            return .failure(.notHeld)
        }
        let shelf = try await EarlierPapers(office).shelf(of: [id])
        let now = office.clock.now
        return try await office.database.write { tx in
            guard try place.lockOpen(in: tx) != nil, let told = try place.told(in: tx) else {
                return .failure(.unknown)
            }
            guard let owner = OwnerIdentity(told.parties),
                let held = try HeldDossier(id, of: owner, at: told.agency, asker, shelf, in: tx),
                let offer = held.offers(for: rule, on: now.day).first(where: { $0.key == key })
            else { return .failure(.notHeld) }
            let there = Set(
                try PaperStore.papers(of: place.dossier, in: tx).filter {
                    $0.rule == rule.key && $0.request == place.request && !$0.isReplaced
                }.map(\.sha256))
            let new = offer.files.filter { !there.contains($0.sha256) }
            guard there.count + new.count <= AttachPaper.mostFiles else { return .failure(.tooMany) }
            let papers = new.map { held.copy($0, as: rule.key, request: place.request, at: now) }
            for paper in papers { try PaperStore.insert(paper, of: place.dossier, in: tx) }
            return .success(papers)
        }
    }
}

extension AttachPaper.Place {
    /// Owner and submitter of what it belongs to, and the agency where that is filed or lies.
    fileprivate func told(in tx: any Transaction) throws -> (parties: Parties, agency: String)? {
        switch self {
        case .draft(let id, let account):
            return try DraftStore.find(id, of: account, in: tx).map { ($0.parties, $0.agency) }
        case .supplement(let id, _, _), .handedSupplement(let id, _, _):
            guard let dossier = try DossierStore.find(id, in: tx)?.dossier else { return nil }
            return try ContentStore.parties(of: id, in: tx).map { ($0, dossier.agency) }
        }
    }
}
