import Kernel
import Storage

extension DossierStore {
    /// What the account has filed and is not ended, newest first.
    static func open(of account: String, limit: Int, in tx: any Transaction) throws -> [Dossier] {
        try tx.rows(openSQL(account, limit)).map { try stored($0).dossier }
    }

    /// What has ended, newest filing first, from a place on.
    static func ended(
        of account: String, after place: MyDossiers.Place?, limit: Int, in tx: any Transaction
    ) throws -> [Dossier] {
        try tx.rows(endedSQL(account, after: place, limit)).map { try stored($0).dossier }
    }

    static func newest(of account: String, in tx: any Transaction) throws -> Dossier? {
        try tx.row(newestSQL(account)).map { try stored($0).dossier }
    }

    static func openSQL(_ account: String, _ limit: Int) -> SQL {
        columns + " WHERE submitter = \(account) AND ended_at IS NULL ORDER BY filed_at DESC, id DESC LIMIT \(limit)"
    }

    static func endedSQL(_ account: String, after place: MyDossiers.Place?, _ limit: Int) -> SQL {
        let from: SQL = place.map { " AND (filed_at, id) < (\($0.filedAt), \($0.id))" } ?? ""
        return columns + " WHERE submitter = \(account) AND ended_at IS NOT NULL" + from
            + " ORDER BY filed_at DESC, id DESC LIMIT \(limit)"
    }

    static func newestSQL(_ account: String) -> SQL {
        columns + " WHERE submitter = \(account) ORDER BY filed_at DESC, id DESC LIMIT 1"
    }
}
