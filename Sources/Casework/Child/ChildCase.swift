import Catalogue
package import Kernel
import Storage

/// The child of a case as the origin's file shows it: who has it, where it stands, until when. Its notes stay there.
package struct ChildCase: Sendable {
    package let dossier: Dossier
    /// What the service under which it is worked is called.
    package let title: Phrase
    /// What its agency asks of the applicant; nil when nothing is.
    package var awaits: Bool { dossier.openRequest != nil }
}

/// The origin of a child, as the child's page names it.
package struct OriginCase: Sendable {
    package let id: Dossier.ID
    package let code: String
    package let agency: String
}

extension DossierStore {
    /// The child of that branch's question; nil when it has none.
    static func child(_ order: ChildCaseOrder, in tx: any Transaction) throws -> Dossier? {
        try tx.row(
            columns + """
                 WHERE origin_id = \(order.origin) AND origin_branch = \(order.branch)
                  AND origin_round = \(order.round)
                """
        ).map { try stored($0).dossier }
    }

    /// Every child of a case, the newest last.
    static func children(of id: Dossier.ID, in tx: any Transaction) throws -> [Dossier] {
        try tx.rows(columns + " WHERE origin_id = \(id) ORDER BY filed_at, id").map { try stored($0).dossier }
    }

    /// Which of these cases have a child whose agency asks for supplements.
    static func awaited(among ids: [Dossier.ID], in tx: any Transaction) throws -> Set<Dossier.ID> {
        guard !ids.isEmpty else { return [] }
        let rows = try tx.rows(
            "SELECT DISTINCT origin_id FROM dossier WHERE origin_id IN (\(list: ids)) AND open_request IS NOT NULL")
        return Set(try rows.map { try $0.get("origin_id") })
    }

    static func originCase(_ id: Dossier.ID, in tx: any Transaction) throws -> OriginCase? {
        try tx.row("SELECT code, agency_id FROM dossier WHERE id = \(id)").map {
            OriginCase(id: id, code: try $0.get("code"), agency: try $0.get("agency_id"))
        }
    }
}

extension CaseOffice {
    func children(of id: Dossier.ID) async throws -> [ChildCase] {
        var children: [ChildCase] = []
        for dossier in try await database.read({ tx in try DossierStore.children(of: id, in: tx) }) {
            let title = try await services.service(dossier.definition)?.definition.title
            children.append(ChildCase(dossier: dossier, title: title ?? Phrase(same: dossier.service)))
        }
        return children
    }

    func origin(of dossier: Dossier) async throws -> OriginCase? {
        guard let origin = dossier.origin else { return nil }
        return try await database.read { tx in try DossierStore.originCase(origin.dossier, in: tx) }
    }
}
