import Catalogue
package import Kernel
import Storage

/// What an account has at the site: drafts to go on with, open dossiers and ended ones, both page by page.
package struct MyDossiers: Sendable {
    /// What is shown at once.
    package struct Listing: Sendable {
        package var drafts: [Draft] = []
        package var open = Screen()
        package var ended = Screen()
        /// Of these, the ones of which another agency that has a part asks for supplements.
        package var awaited: Set<Dossier.ID> = []
    }

    /// A part of a list, newest first.
    package struct Screen: Sendable {
        package var dossiers: [Dossier] = []
        /// Where the next one begins; nil after the last.
        package var next: Place?
    }

    /// A place in a list of dossiers: the one after which a page begins.
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

    /// Which of the two lists of dossiers is gone through.
    package enum Part: Sendable { case open, ended }

    static let perPage = 20

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// The first screen: drafts and the beginning of both lists.
    package func callAsFunction(of account: String) async throws -> Listing {
        try await office.database.read { tx in
            let open = try Self.screen(.open, of: account, after: nil, in: tx)
            return Listing(
                drafts: try DraftStore.drafts(of: account, in: tx), open: open,
                ended: try Self.screen(.ended, of: account, after: nil, in: tx),
                awaited: try DossierStore.awaited(among: open.dossiers.map(\.id), in: tx))
        }
    }

    /// A later screen of one list.
    package func callAsFunction(of account: String, _ part: Part, after place: Place) async throws -> Listing {
        try await office.database.read { tx in
            let screen = try Self.screen(part, of: account, after: place, in: tx)
            return part == .open
                ? Listing(open: screen, awaited: try DossierStore.awaited(among: screen.dossiers.map(\.id), in: tx))
                : Listing(ended: screen)
        }
    }

    private static func screen(
        _ part: Part, of account: String, after place: Place?, in tx: any Transaction
    ) throws -> Screen {
        var found =
            switch part {
            case .open: try DossierStore.open(of: account, after: place, limit: perPage + 1, in: tx)
            case .ended: try DossierStore.ended(of: account, after: place, limit: perPage + 1, in: tx)
            }
        guard found.count > perPage else { return Screen(dossiers: found, next: nil) }
        found.removeLast()
        return Screen(dossiers: found, next: found.last.map { Place($0) })
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
