import Kernel
import Storage

/// The SQL of the desk's search. Every statement names the agency, so that nobody finds another's cases.
enum CaseSearchStore {
    struct Row: Sendable {
        let id: Dossier.ID
        let code: String
        let service: String
        let definition: String
        let step: String
        let official: OfficialState
        let isChild: Bool
        let submitter: String?
        let parties: Parties
        let filedAt: Instant
        let dueAt: Instant?
        let endedAt: Instant?
    }

    /// The cases of one page, and after which place the next begins: a name in the order of the alphabet, everything
    /// else the newest first. A name may match a case by several of its words.
    static func page(
        _ term: SearchTerm, at agency: String, after place: FindCases.Place?, size: Int, in tx: any Transaction
    ) throws -> (ids: [Dossier.ID], next: FindCases.Place?) {
        let places = try tx.rows(placesSQL(term, at: agency, after: place, limit: size + 1)).map { row in
            FindCases.Place(key: try row.get("key"), dossier: try row.get("dossier_id"))
        }
        var seen: Set<Dossier.ID> = []
        let ids = places.prefix(size).map(\.dossier).filter { seen.insert($0).inserted }
        return (ids, places.count > size ? places[size - 1] : nil)
    }

    /// `{` is what follows the letters, so that it ends the range of everything that begins alike.
    static func placesSQL(_ term: SearchTerm, at agency: String, after place: FindCases.Place?, limit: Int) -> SQL {
        switch term {
        case .code(let code):
            let from: SQL = place.map { " AND code < \($0.key)" } ?? ""
            // The agency is no index's business here: another agency's codes come with a whole day (`SearchTerm`) and are
            // few, and below its own code it finds nearly nothing but its own.
            return "SELECT code AS key, id AS dossier_id FROM dossier WHERE code >= \(code) AND code < \(code + "{")"
                + " AND agency_id || '' = \(agency)" + from + " ORDER BY code DESC LIMIT \(limit)"
        case .number(let value): return whole("number", value, agency, place, limit)
        case .phone(let value): return whole("phone", value, agency, place, limit)
        case .name(let name):
            let from: SQL = place.map { " AND (value, dossier_id) > (\($0.key), \($0.dossier))" } ?? ""
            return """
                SELECT value AS key, dossier_id FROM dossier_key
                WHERE agency_id = \(agency) AND kind = 'name' AND value >= \(name) AND value < \(name + "{")\(from)
                ORDER BY value, dossier_id LIMIT \(limit)
                """
        }
    }

    private static func whole(
        _ kind: String, _ value: String, _ agency: String, _ place: FindCases.Place?, _ limit: Int
    ) -> SQL {
        let from: SQL = place.map { " AND dossier_id < \($0.dossier)" } ?? ""
        return """
            SELECT value AS key, dossier_id FROM dossier_key
            WHERE agency_id = \(agency) AND kind = \(kind) AND value = \(value)\(from)
            ORDER BY dossier_id DESC LIMIT \(limit)
            """
    }

    /// The rows of these dossiers, in that order.
    static func rows(_ ids: [Dossier.ID], in tx: any Transaction) throws -> [Row] {
        let found = try tx.rows(
            """
            SELECT d.id, d.code, d.service, d.definition, d.step, d.official, d.submitter, c.owner, d.filed_at,
                d.due_at, d.ended_at, d.origin_id
            FROM dossier d JOIN dossier_content c ON c.dossier_id = d.id WHERE d.id IN (\(list: ids))
            """
        ).map { row in
            Row(
                id: try row.get("id"), code: try row.get("code"), service: try row.get("service"),
                definition: try row.get("definition"), step: try row.get("step"), official: try row.get("official"),
                isChild: try row.find("origin_id", as: Dossier.ID.self) != nil,
                submitter: try row.find("submitter"),
                parties: try row.get("owner", as: JSON.self).decoded(as: Parties.self),
                filedAt: try row.get("filed_at"), dueAt: try row.find("due_at"), endedAt: try row.find("ended_at"))
        }
        let byID = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return ids.compactMap { byID[$0] }
    }
}
