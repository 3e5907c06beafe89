import Foundation
import Journal
package import Kernel
package import Storage

/// A request for supplements (phiếu yêu cầu bổ sung, form 02): what the applicant is asked to mend, item by item.
package struct SupplementRequest: Sendable {
    package let id: String
    package let items: [SupplementItem]
    package let askedAt: Instant
    package let answeredAt: Instant?

    /// A request that is being made: its id, and what the event says of its items.
    struct Mark {
        let id: String
        let salt: String
        let commitment: String

        init(_ items: [SupplementItem], at now: Instant) throws {
            id = ID<SupplementRequest>(at: now).description
            salt = Journal.salt()
            commitment = Self.commitment(to: try JSON(encoding: items), salt: salt)
        }

        static func commitment(to items: JSON, salt: String) -> String {
            Journal.commitment(to: items.canonical, salt: salt)
        }
    }
}

/// One thing asked for: a paper, or the answers of a page of the form.
package struct SupplementItem: Codable, Sendable, Equatable {
    package enum Kind: String, Codable, Sendable { case paper, page }
    package let kind: Kind
    /// The key of the paper's rule, or of the page.
    package let key: String
    package let reason: String

    package init(kind: Kind, key: String, reason: String) {
        self.kind = kind
        self.key = key
        self.reason = reason
    }

    /// The name of the field in which its reason is written.
    package var reasonField: String { "reason.\(kind.rawValue).\(key)" }
}

/// The SQL of requests for supplements.
package enum SupplementStore {
    static func insert(
        _ request: SupplementRequest.Mark, of id: Dossier.ID, _ items: [SupplementItem], at now: Instant,
        in tx: any Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO supplement_request (id, dossier_id, items, asked_at, answered_at, salt)
            VALUES (\(request.id), \(id), \(try JSON(encoding: items)), \(now), NULL, \(request.salt))
            """)
    }

    package static func requests(of id: Dossier.ID, in tx: any Transaction) throws -> [SupplementRequest] {
        try tx.rows(
            "SELECT id, items, asked_at, answered_at FROM supplement_request WHERE dossier_id = \(id) ORDER BY asked_at"
        ).map { row in
            let items: String = try row.get("items")
            return SupplementRequest(
                id: try row.get("id"),
                items: try JSON(parsing: items).decoded(as: [SupplementItem].self),
                askedAt: try row.get("asked_at"), answeredAt: try row.find("answered_at"))
        }
    }

    /// The answers typed so far for a request.
    static func draft(of request: String, in tx: any Transaction) throws -> JSON? {
        try tx.row("SELECT answers FROM supplement_draft WHERE request = \(request)")?.get("answers")
    }

    static func keep(_ answers: JSON, for request: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            INSERT INTO supplement_draft (request, answers, changed_at) VALUES (\(request), \(answers), \(now))
            ON CONFLICT (request) DO UPDATE SET answers = excluded.answers, changed_at = excluded.changed_at
            """)
    }

    static func answer(_ request: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run("UPDATE supplement_request SET answered_at = \(now) WHERE id = \(request)")
        try forget(request, in: tx)
    }

    /// Forgets the answers typed for a request.
    static func forget(_ request: String, in tx: any Transaction) throws {
        try tx.run("DELETE FROM supplement_draft WHERE request = \(request)")
    }
}
