package import Storage

/// The newest checkpoint of the log, looked at alone: whether this site signed it and whether the log is as long as it
/// says. The whole log is walked by `VerifyJournal`.
package struct JournalHead: Sendable {
    private let database: any Database
    private let key: LogKey

    package init(database: any Database, key: LogKey) {
        self.database = database
        self.key = key
    }

    /// What is wrong; nil when nothing is, or when the log is still empty.
    package func fault() async throws -> String? {
        try await database.read { [key] tx in
            let last: Int? = try tx.row("SELECT position FROM log_leaf ORDER BY position DESC LIMIT 1")?.get("position")
            let newest = try tx.row("SELECT size, root, at, signature FROM log_checkpoint ORDER BY size DESC LIMIT 1")
            guard let newest else { return last == nil ? nil : "the log has no checkpoint" }
            let size: Int = try newest.get("size")
            guard try key.verifies(newest.get("signature"), size: size, root: newest.get("root"), at: newest.get("at"))
            else { return "checkpoint \(size) is not signed by this site" }
            return last == size - 1 ? nil : "checkpoint \(size) stands over a log of \((last ?? -1) + 1) leaves"
        }
    }
}
