import Kernel
import Storage

/// The SQL of notices.
enum NoticeStore {
    private static let columns: SQL = "SELECT id, account, dossier_id, kind, title, body, at, read_at FROM notice"

    static func insert(_ notice: Notice, in tx: any Transaction) throws {
        try tx.runAll([
            """
            INSERT INTO notice (id, account, dossier_id, kind, title, body, at, read_at)
            VALUES (\(notice.id), \(notice.account), \(notice.dossier), \(notice.kind),
                \(try JSON(encoding: notice.title)), \(try JSON(encoding: notice.body)), \(notice.at), NULL)
            """
        ])
    }

    /// The notices of an account after a place, the newest first.
    static func page(
        of account: String, after place: NoticePlace?, limit: Int, in tx: any Transaction
    ) throws -> [Notice] {
        try tx.rows(pageSQL(of: account, after: place, limit: limit)).map { row in
            Notice(
                id: try row.get("id"), account: try row.get("account"), dossier: try row.find("dossier_id"),
                kind: try row.get("kind"), title: try row.get("title", as: JSON.self).decoded(as: Phrase.self),
                body: try row.get("body", as: JSON.self).decoded(as: Phrase.self), at: try row.get("at"),
                readAt: try row.find("read_at"))
        }
    }

    static func pageSQL(of account: String, after place: NoticePlace?, limit: Int) -> SQL {
        let from: SQL = place.map { " AND (at, id) < (\($0.at), \($0.id))" } ?? ""
        return columns + " WHERE account = \(account)" + from + " ORDER BY at DESC, id DESC LIMIT \(limit)"
    }

    static func unread(of account: String, in tx: any Transaction) throws -> Int {
        try tx.value("SELECT count(*) FROM notice WHERE account = \(account) AND read_at IS NULL") ?? 0
    }

    static func markRead(_ id: Notice.ID, of account: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            "UPDATE notice SET read_at = \(now) WHERE id = \(id) AND account = \(account) AND read_at IS NULL")
    }

    /// Those that were there when the list was shown; what has come since stays unread.
    static func markRead(upTo last: Instant, of account: String, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            "UPDATE notice SET read_at = \(now) WHERE account = \(account) AND read_at IS NULL AND at <= \(last)")
    }
}
