package import Catalogue
package import Kernel
import Storage

/// Runs a draft definition against the dossiers of the same procedure that were filed since a day, each compared with
/// the version under which it was filed. Nothing is written, and what is told names dossiers by their codes only.
package struct ReplayDossiers: Sendable {
    /// How many dossiers are read in one transaction.
    static let page = 200

    let office: CaseOffice

    package init(_ office: CaseOffice) { self.office = office }

    /// - Parameters:
    ///   - since: the first day of filing; a year ago is usual.
    ///   - most: how many dossiers are tried at most, the newest first.
    package func callAsFunction(
        _ draft: CompiledService, since: Day, most: Int = 100_000, places: PlaceLookup
    ) async throws -> ReplayReport {
        var report = ReplayReport(of: draft, places: places)
        var versions: [String: CompiledService] = [:]
        var last: (at: Instant, id: Dossier.ID)?
        while report.cases < most {
            let found = try await read(draft.definition, since: since, before: last)
            for one in found {
                last = (one.dossier.filedAt, one.dossier.id)
                let hash = one.dossier.definition
                if versions[hash] == nil { versions[hash] = try await office.services.service(hash) }
                guard report.cases < most else { break }
                guard let before = versions[hash], let content = one.content else {
                    report.leaveOut()
                    continue
                }
                report.replay(
                    ReplayedCase(code: one.dossier.code, facts: one.dossier.facts(content), before: before))
            }
            if found.count < Self.page { break }
        }
        return report
    }

    private func read(
        _ draft: ServiceDefinition, since: Day, before last: (at: Instant, id: Dossier.ID)?
    ) async throws -> [(dossier: Dossier, content: ContentStore.Content?)] {
        let first = Instant(since, minute: 0)
        return try await office.database.read { tx in
            try tx.rows(Self.sql(draft.procedure, draft.service, since: first, before: last)).map { row in
                let dossier = try DossierStore.stored(row).dossier
                return (dossier, try ContentStore.find(dossier.id, in: tx))
            }
        }
    }

    /// The dossiers of a procedure, the newest first; children of other cases where they are of this service.
    static func sql(
        _ procedure: String, _ service: String, since first: Instant, before last: (at: Instant, id: Dossier.ID)?
    ) -> SQL {
        let older: SQL = last.map { "AND (filed_at, id) < (\($0.at), \($0.id))" } ?? ""
        let those: SQL = """
             WHERE procedure_code = \(procedure) AND filed_at >= \(first)
             AND (origin_id IS NULL OR service = \(service)) 
            """
        let order: SQL = " ORDER BY filed_at DESC, id DESC LIMIT \(page)"
        return DossierStore.columns + those + older + order
    }
}
