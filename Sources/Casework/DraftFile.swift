package import Catalogue
import Kernel
import Storage

/// A draft with the definition under which it is filled in and the files it has so far.
package struct DraftFile: Sendable {
    package let draft: Draft
    package let service: CompiledService
    package let papers: [Paper]

    package init(draft: Draft, service: CompiledService, papers: [Paper]) {
        self.draft = draft
        self.service = service
        self.papers = papers
    }
}

extension CaseOffice {
    /// The draft of an account; nil when it has none of that id.
    package func draft(_ id: Draft.ID, of account: String) async throws -> DraftFile? {
        let found = try await database.read { tx in
            try DraftStore.find(id, of: account, in: tx).map { draft in
                (draft: draft, papers: try PaperStore.papers(of: Dossier.ID(id), in: tx))
            }
        }
        guard let found, let service = try await services.service(found.draft.definition) else { return nil }
        return DraftFile(draft: found.draft, service: service, papers: found.papers)
    }

    /// Whether a draft of the account has become a dossier.
    package func isFiled(_ id: Draft.ID, by account: String) async throws -> Bool {
        try await database.read { tx in
            try DossierStore.find(Dossier.ID(id), in: tx)?.dossier.submitter == account
        }
    }

    /// A draft of the account for the same service and agency in which nothing was done yet.
    package func untouchedDraft(of service: String, at agency: String, account: String) async throws -> Draft? {
        try await database.read { tx in
            try DraftStore.drafts(of: account, in: tx).first {
                $0.service == service && $0.agency == agency && $0.version == 1
            }
        }
    }

    /// The newest draft of the account for a service.
    package func newestDraft(of service: String, account: String) async throws -> Draft? {
        try await database.read { tx in
            try DraftStore.drafts(of: account, in: tx).first { $0.service == service }
        }
    }
}
