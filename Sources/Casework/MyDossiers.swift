import Catalogue
package import Kernel
import Storage

/// What an account has at the site: drafts to go on with, open dossiers, and ended ones page by page.
package struct MyDossiers: Sendable {
    /// One screen of the list.
    package struct Listing: Sendable {
        package let drafts: [Draft]
        package let open: [Dossier]
        package let ended: [Dossier]
        /// Where the next page of ended ones begins; nil after the last.
        package let next: Place?
    }

    /// A place in the list of ended dossiers: the one after which a page begins.
    package struct Place: Sendable, Equatable, LosslessStringConvertible {
        let filedAt: Instant
        let id: Dossier.ID

        package init?(_ text: String) {
            let parts = text.split(separator: "~")
            guard parts.count == 2, let micro = Int64(parts[0]), let id = Dossier.ID(String(parts[1])) else {
                return nil
            }
            filedAt = Instant(microseconds: micro)
            self.id = id
        }

        init(_ dossier: Dossier) {
            filedAt = dossier.filedAt
            id = dossier.id
        }

        package var description: String { "\(filedAt.microseconds)~\(id)" }
    }

    static let mostOpen = 200
    static let perPage = 20

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// Drafts and open ones come with the first page only.
    package func callAsFunction(of account: String, after place: Place? = nil) async throws -> Listing {
        try await office.database.read { tx in
            var ended = try DossierStore.ended(of: account, after: place, limit: Self.perPage + 1, in: tx)
            let hasMore = ended.count > Self.perPage
            if hasMore { ended.removeLast() }
            return Listing(
                drafts: place == nil ? try DraftStore.drafts(of: account, in: tx) : [],
                open: place == nil ? try DossierStore.open(of: account, limit: Self.mostOpen, in: tx) : [],
                ended: ended, next: hasMore ? ended.last.map { Place($0) } : nil)
        }
    }

    /// What the account said about itself when it filed last, so that nothing is asked twice: how to reach it, and the
    /// answers about the submitter. Nil when it never filed.
    package func lastTime(of account: String) async throws -> (submitter: Party, answers: JSON)? {
        let found = try await office.database.read { tx in
            try DossierStore.newest(of: account, in: tx).flatMap { newest in
                try ContentStore.find(newest.id, in: tx).map { (content: $0, definition: newest.definition) }
            }
        }
        guard let (content, hash) = found, let service = try await office.services.service(hash) else { return nil }
        let known = Prefill.known(content.answers, service.definition, content.parties)
        return (content.parties.submitter, known)
    }
}
