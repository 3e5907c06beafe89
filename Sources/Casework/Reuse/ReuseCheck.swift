import Catalogue
import Kernel
import Storage

/// Asks once more, in the transaction that files or sends, whether papers that are used again may be: the owner may be
/// another since, the earlier dossier withdrawn, the paper too old.
struct ReuseCheck: Sendable {
    private let shelf: ReuseShelf
    private let asker: EarlierPapers.Asker
    private let day: Day

    /// What it needs of the papers that lie in a draft or dossier; nothing is read when none is used again.
    init(_ id: Dossier.ID, by asker: EarlierPapers.Asker, _ office: CaseOffice) async throws {
        let origins = try await office.database.read { tx in
            try PaperStore.papers(of: id, in: tx).compactMap { $0.origin.flatMap { Dossier.ID($0.dossier) } }
        }
        shelf = origins.isEmpty ? ReuseShelf() : try await EarlierPapers(office).shelf(of: origins)
        self.asker = asker
        day = office.clock.now.day
    }

    /// The problems of papers that may not be used again any more, by the keys of their rules.
    func problems(
        of papers: [Paper], _ rules: [PaperRule], _ parties: Parties, at agency: String, in tx: any Transaction
    ) throws -> [FieldProblem] {
        var told: Set<String> = []
        for paper in papers where paper.kind == .applicant && !paper.isReplaced {
            guard let origin = paper.origin, let rule = rules.first(where: { $0.key == paper.rule }) else { continue }
            if try !isHeld(paper, origin, rule, parties, at: agency, in: tx) { told.insert(paper.rule) }
        }
        return told.sorted().map { FieldProblem("paper.\($0)", AttachPaper.Refusal.notHeld.words) }
    }

    private func isHeld(
        _ paper: Paper, _ origin: PaperOrigin, _ rule: PaperRule, _ parties: Parties, at agency: String,
        in tx: any Transaction
    ) throws -> Bool {
        guard let id = Dossier.ID(origin.dossier), let owner = OwnerIdentity(parties),
            let held = try HeldDossier(id, of: owner, at: agency, asker, shelf, in: tx)
        else { return false }
        return held.offers(for: rule, on: day).flatMap(\.files).contains {
            $0.id.description == origin.paper && $0.sha256 == paper.sha256
        }
    }
}
