import Foundation
import Kernel
package import Storage

/// Compares the files of dossiers with what the journal says of them: a file that was swapped, or that came without an
/// entry, is found. A file that is gone is none of its business: what is personal may be erased.
package struct CheckPaperMarks: Sendable {
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// The first file that is another one, or that no entry names; nil when there is none.
    package func callAsFunction() async throws -> String? {
        try await database.firstFault(of: Self.first)
    }

    private static func first(among ids: [Dossier.ID], in tx: any Transaction) throws -> String? {
        let named = try marks(of: ids, in: tx)
        // What the applicant has not sent yet is named by nothing.
        let rows = try tx.rows(
            """
            SELECT p.id, p.dossier_id, p.sha256 FROM dossier_paper p
            LEFT JOIN supplement_request r ON r.dossier_id = p.dossier_id AND CAST(r.id AS TEXT) = p.request
            WHERE p.dossier_id IN (\(list: ids)) AND (p.request IS NULL OR r.answered_at IS NOT NULL)
            ORDER BY p.dossier_id, p.id
            """)
        for row in rows {
            let dossier: String = try row.get("dossier_id", as: Dossier.ID.self).description
            let paper: String = try row.get("id", as: Paper.ID.self).description
            guard let known = named[dossier] else { continue }
            guard let sha256 = known[paper] else { return "dossier \(dossier): no entry names the file \(paper)" }
            guard try row.get("sha256") == sha256 else {
                return "dossier \(dossier): the file \(paper) is not the one that was handed in"
            }
        }
        return nil
    }

    /// For each dossier the hashes by file; nothing for dossiers of the time before entries named files.
    private static func marks(
        of ids: [Dossier.ID], in tx: any Transaction
    ) throws -> [String: [String: String]] {
        let rows = try tx.rows(
            """
            SELECT subject_id, content FROM journal_entry
            WHERE subject = 'dossier' AND subject_id IN (\(list: ids.map(\.description)))
              AND kind IN ('dossier.filed', 'dossier.supplement_answered', 'dossier.result_attached',
                'dossier.branch_answered')
            ORDER BY subject_id, number
            """)
        var named: [String: [String: String]] = [:]
        for row in rows {
            let dossier: String = try row.get("subject_id")
            let content: String = try row.get("content")
            switch try JSON(parsing: content).decoded(as: DossierEvent.self) {
            case .filed(let filed):
                guard let papers = filed.papers else { continue }
                named[dossier] = Dictionary(papers.map { ($0.id, $0.sha256) }, uniquingKeysWith: { $1 })
            case .supplementAnswered(_, _, _, let papers, _):
                for paper in papers ?? [] { named[dossier]?[paper.id] = paper.sha256 }
            case .branchAnswered(_, _, _, let papers):
                for paper in papers ?? [] { named[dossier]?[paper.id] = paper.sha256 }
            case .resultAttached(let paper, let sha256): named[dossier]?[paper] = sha256
            default: continue
            }
        }
        return named
    }
}
