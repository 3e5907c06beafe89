import Catalogue
import Journal
package import Kernel
import Storage

/// Finds the agency's cases by code, name, telephone or number, open and ended ones. Whoever is found by their data is
/// told of it (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
package struct FindCases: Sendable {
    /// One case found.
    package struct Found: Sendable {
        package let id: Dossier.ID
        package let code: String
        package let title: Phrase
        package let owner: String
        package let step: Phrase
        package let official: OfficialState
        package let isChild: Bool
        package let filedAt: Instant
        package let dueAt: Instant?
        package let endedAt: Instant?
    }

    /// One page of what was found.
    package struct Page: Sendable {
        package let found: [Found]
        /// After which the next page begins; nil after the last.
        package let next: Place?
    }

    /// A place in what was found: by the key that matched, then by the case.
    package struct Place: Sendable, Equatable, LosslessStringConvertible {
        let key: String
        let dossier: Dossier.ID

        init(key: String, dossier: Dossier.ID) {
            self.key = key
            self.dossier = dossier
        }

        package init?(_ text: String) {
            guard let mark = text.lastIndex(of: "~"), let id = Dossier.ID(String(text[text.index(after: mark)...]))
            else { return nil }
            key = String(text[..<mark])
            dossier = id
        }

        package var description: String { "\(key)~\(dossier)" }
    }

    package static let perPage = 25

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    package func callAsFunction(
        _ term: SearchTerm, by official: DeskOfficial, after place: Place? = nil
    ) async throws -> Page {
        let now = office.clock.now
        let purpose = LookPurpose.search
        let (next, rows, looks) = try await office.database.read { [office] tx in
            let page = try CaseSearchStore.page(term, at: official.agency, after: place, size: Self.perPage, in: tx)
            let rows = try CaseSearchStore.rows(page.ids, in: tx)
            let people =
                term.isPersonal
                ? rows.flatMap { row in
                    office.people(of: row.submitter, row.parties).map { AccessRecord.Look($0, row.id.description) }
                } : []
            return (
                page.next, rows,
                try AccessRecord.fresh(people, purpose: purpose, by: official.actor, at: now, in: tx)
            )
        }
        if !looks.isEmpty {
            try await office.database.write { tx in
                try AccessRecord.write(
                    looks, purpose: purpose, by: official.actor, agencyName: official.agencyName, at: now, in: tx)
            }
        }
        var found: [Found] = []
        for row in rows {
            let service = try await office.services.service(row.definition)
            found.append(
                Found(
                    id: row.id, code: row.code, title: service?.definition.title ?? Phrase(same: row.service),
                    owner: row.parties.owner.name, step: service?.step(row.step)?.title ?? Phrase(same: row.step),
                    official: row.official, isChild: row.isChild, filedAt: row.filedAt, dueAt: row.dueAt,
                    endedAt: row.endedAt))
        }
        return Page(found: found, next: next)
    }
}
