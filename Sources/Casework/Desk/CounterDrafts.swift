import Catalogue
import Storage

extension CaseOffice {
    /// What an official has begun to enter at the counter and not filed yet.
    package func counterDrafts(of account: String, at agency: String) async throws -> [Draft] {
        try await database.read { tx in
            try DraftStore.drafts(of: account, in: tx).filter { $0.agency == agency && $0.channel != .online }
        }
    }
}
