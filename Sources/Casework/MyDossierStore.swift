import Kernel
import Storage

extension DossierStore {
    /// What the account has filed and is not ended, newest first, from a place on.
    static func open(
        of account: String, after place: MyDossiers.Place?, limit: Int, in tx: any Transaction
    ) throws -> [Dossier] {
        try tx.rows(openSQL(account, after: place, limit)).map { try stored($0).dossier }
    }

    /// What has ended, newest filing first, from a place on.
    static func ended(
        of account: String, after place: MyDossiers.Place?, limit: Int, in tx: any Transaction
    ) throws -> [Dossier] {
        try tx.rows(endedSQL(account, after: place, limit)).map { try stored($0).dossier }
    }

    /// Whether the account has filed that many dossiers since a moment.
    static func hasFiled(_ count: Int, since: Instant, account: String, in tx: any Transaction) throws -> Bool {
        try tx.row(
            """
            SELECT id FROM dossier WHERE submitter = \(account) AND origin_id IS NULL AND filed_at >= \(since)
            ORDER BY filed_at DESC, id DESC LIMIT 1 OFFSET \(count - 1)
            """) != nil
    }

    static func newest(of account: String, in tx: any Transaction) throws -> Dossier? {
        try tx.row(newestSQL(account)).map { try stored($0).dossier }
    }

    static func openSQL(_ account: String, after place: MyDossiers.Place?, _ limit: Int) -> SQL {
        listSQL(account, "ended_at IS NULL", after: place, limit)
    }

    static func endedSQL(_ account: String, after place: MyDossiers.Place?, _ limit: Int) -> SQL {
        listSQL(account, "ended_at IS NOT NULL", after: place, limit)
    }

    private static func listSQL(
        _ account: String, _ state: SQL, after place: MyDossiers.Place?, _ limit: Int
    ) -> SQL {
        let from: SQL = place.map { " AND (filed_at, id) < (\($0.filedAt), \($0.id))" } ?? ""
        return columns + " WHERE submitter = \(account) AND origin_id IS NULL AND " + state + from
            + " ORDER BY filed_at DESC, id DESC LIMIT \(limit)"
    }

    static func newestSQL(_ account: String) -> SQL {
        columns + " WHERE submitter = \(account) AND origin_id IS NULL ORDER BY filed_at DESC, id DESC LIMIT 1"
    }
}
