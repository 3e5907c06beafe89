import Foundation
import Journal
import Kernel
package import Storage

/// Compares what is personal in dossiers (answers and parties, texts, what requests ask for) with the salted
/// commitments that the journal holds: words that were changed, or that no entry names, are found. What is gone is none
/// of its business: what is personal may be erased.
package struct CheckCommitments: Sendable {
    private let database: any Database

    package init(database: any Database) { self.database = database }

    /// The first that is not what was committed to; nil when all is.
    package func callAsFunction() async throws -> String? {
        try await database.firstFault(of: Self.first)
    }

    /// What the entries of a dossier commit to.
    private struct Named {
        var content: String?
        /// By the id of a text or a request.
        var rows: [String: String] = [:]
        /// The entries of registers that were struck out.
        var struck: Set<String> = []
    }

    private static func first(among ids: [Dossier.ID], in tx: any Transaction) throws -> String? {
        let named = try named(ids, in: tx)
        for row in try tx.rows(
            """
            SELECT dossier_id, answers, owner, salt, kept FROM dossier_content WHERE dossier_id IN (\(list: ids))
            ORDER BY dossier_id
            """
        ) {
            let dossier: String = try row.get("dossier_id", as: Dossier.ID.self).description
            let present = ContentStore.Content.commitment(
                to: try row.get("answers"), try row.get("owner"), try row.find("kept"), salt: try row.get("salt"))
            guard named[dossier]?.content == present else {
                return "dossier \(dossier): answers or parties are not those that were filed or supplemented"
            }
        }
        for row in try tx.rows(
            "SELECT id, dossier_id, body, salt FROM dossier_text WHERE dossier_id IN (\(list: ids)) ORDER BY dossier_id, id"
        ) {
            let present = Journal.commitment(to: try row.get("body"), salt: try row.get("salt"))
            if let fault = try fault("text", row, present, named) { return fault }
        }
        for row in try tx.rows(
            """
            SELECT id, dossier_id, items, salt FROM supplement_request WHERE dossier_id IN (\(list: ids))
            ORDER BY dossier_id, id
            """
        ) {
            let present = SupplementRequest.Mark.commitment(to: try row.get("items"), salt: try row.get("salt"))
            if let fault = try fault("request", row, present, named) { return fault }
        }
        return try fault(inRegistersOf: ids, named, in: tx)
    }

    private static func fault(
        inRegistersOf ids: [Dossier.ID], _ named: [String: Named], in tx: any Transaction
    ) throws -> String? {
        for row in try tx.rows(
            """
            SELECT e.id, e.dossier_id, e.register, e.number, e.year, e.entered_on, e.struck_on, c.content, c.salt
            FROM register_entry e LEFT JOIN register_content c ON c.entry_id = e.id
            WHERE e.dossier_id IN (\(list: ids)) ORDER BY e.dossier_id, e.id
            """
        ) {
            let dossier = try row.get("dossier_id", as: Dossier.ID.self).description
            let id = try row.get("id", as: RegisterEntry.ID.self).description
            let struckOn: Day? = try row.find("struck_on")
            guard (struckOn != nil) == (named[dossier]?.struck.contains(id) ?? false) else {
                return
                    "dossier \(dossier): the entry \(id) of a register was struck out, or is no longer, without an act"
            }
            guard let content: JSON = try row.find("content") else { continue }
            let present = RegisterEntry.commitment(
                content, register: try row.get("register"), number: try row.get("number"), year: try row.get("year"),
                day: try row.get("entered_on"), salt: try row.get("salt"))
            guard named[dossier]?.rows[id] == present else {
                return "dossier \(dossier): the entry \(id) of a register is not the one that was written"
            }
        }
        return nil
    }

    private static func fault(
        _ what: String, _ row: Row, _ present: String, _ named: [String: Named]
    ) throws -> String? {
        let dossier: String = try row.get("dossier_id", as: Dossier.ID.self).description
        let id: String = try row.get("id")
        guard let known = named[dossier]?.rows[id] else {
            return "dossier \(dossier): no entry names the \(what) \(id)"
        }
        // Entries of the time before commitments name the row and say nothing of its words.
        return known == present || known.isEmpty
            ? nil : "dossier \(dossier): the \(what) \(id) is not the one that was written"
    }

    private static func named(_ ids: [Dossier.ID], in tx: any Transaction) throws -> [String: Named] {
        var named: [String: Named] = [:]
        for row in try tx.rows(
            """
            SELECT subject_id, content FROM journal_entry
            WHERE subject = 'dossier' AND subject_id IN (\(list: ids.map(\.description)))
              AND (content LIKE '%"commitment"%' OR content LIKE '%"text"%' OR content LIKE '%"supplementRequested"%'
                OR content LIKE '%"struckOut"%')
            ORDER BY subject_id, number
            """
        ) {
            let dossier: String = try row.get("subject_id")
            let content: String = try row.get("content")
            let event = try JSONDecoder().decode(DossierEvent.self, from: Data(content.utf8))
            switch event {
            case .filed(let filed): named[dossier, default: Named()].content = filed.commitment
            case .supplementAnswered(_, _, _, _, let commitment?): named[dossier]?.content = commitment
            case .versionChanged(_, _, _, let commitment): named[dossier]?.content = commitment
            case .entered(_, let entry, _, _, let commitment): named[dossier]?.rows[entry] = commitment
            case .struckOut(let entries): named[dossier]?.struck.formUnion(entries)
            case .supplementRequested(let request, _, let commitment):
                named[dossier]?.rows[request] = commitment ?? ""
            default: if let text = event.text { named[dossier]?.rows[text.id] = text.commitment }
            }
        }
        return named
    }
}
