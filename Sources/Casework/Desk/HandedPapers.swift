import Catalogue
package import Kernel
import Storage

/// What was handed over the counter on paper for a dossier: which paper of its list, and in which form (form 01, the
/// table of papers).
package struct HandedPaper: Sendable, Equatable {
    package enum Form: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
        case original, certified, copy

        /// The columns of form 01.
        package var name: Phrase {
            switch self {
            case .original: Phrase(vi: "Bản chính", en: "Original")
            case .certified: Phrase(vi: "Bản sao chứng thực", en: "Certified copy")
            case .copy: Phrase(vi: "Bản chụp", en: "Photocopy")
            }
        }

        /// Whether the definition takes the paper in this form.
        func isTaken(of rule: PaperRule) -> Bool {
            guard let accepts = rule.accepts else { return true }
            return switch self {
            case .original: accepts.contains(.original)
            case .certified: accepts.contains(.certifiedCopy)
            case .copy: accepts.contains(.copy)
            }
        }
    }

    /// The key of the paper's rule in the definition.
    package let paper: String
    package let form: Form

    package init(_ paper: String, _ form: Form) {
        self.paper = paper
        self.form = form
    }

    func note(for id: Dossier.ID, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO handed_paper (dossier_id, paper, form) VALUES (\(id), \(paper), \(form))
            ON CONFLICT (dossier_id, paper) DO UPDATE SET form = excluded.form
            """)
    }
}

/// Notes which papers lie on the counter with a draft; they belong to the dossier that it becomes.
package struct HandInPapers: Sendable {
    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Replaces what was noted before. False when the account has no such draft.
    package func callAsFunction(_ papers: [HandedPaper], to draft: Draft.ID, of account: String) async throws -> Bool {
        try await office.database.write { tx in
            guard let kept = try DraftStore.lock(draft, in: tx), kept.account == account else { return false }
            let id = Dossier.ID(draft)
            try tx.run("DELETE FROM handed_paper WHERE dossier_id = \(id)")
            for paper in papers { try paper.note(for: id, in: tx) }
            return true
        }
    }
}

extension CaseOffice {
    /// What was handed over the counter for a dossier, or for the draft that becomes it.
    package func handedPapers(of id: Dossier.ID) async throws -> [HandedPaper] {
        try await database.read { tx in
            try tx.rows("SELECT paper, form FROM handed_paper WHERE dossier_id = \(id) ORDER BY paper").map { row in
                HandedPaper(try row.get("paper"), try row.get("form"))
            }
        }
    }
}
