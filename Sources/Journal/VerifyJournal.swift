import Crypto
import Foundation
package import Storage

/// Checks the whole journal: every subject's chain, every leaf of the log, every checkpoint and its signature.
package struct VerifyJournal: Sendable {
    package struct Report: Sendable {
        package var entries = 0
        package var leaves = 0
        package var checkpoints = 0
        /// The first that is broken or missing; nil when all holds.
        package var broken: String?
    }

    let database: any Database
    let key: LogKey
    let kept: Checkpoint?

    /// - Parameter kept: the checkpoint that was kept outside the database, read before; the log must still contain it.
    package init(database: any Database, key: LogKey, kept: Checkpoint? = nil) {
        self.database = database
        self.key = key
        self.kept = kept
    }

    package func callAsFunction(progress: (@Sendable (Int) -> Void)? = nil) async throws -> Report {
        var report = Report()
        try await chains(&report, progress)
        if report.broken == nil { try await leaves(&report) }
        if report.broken == nil { report.broken = try await entryWithoutItsLeaf() }
        return report
    }

    /// Walks all entries by subject and number.
    private func chains(_ report: inout Report, _ progress: (@Sendable (Int) -> Void)?) async throws {
        var last = (subject: "", id: "", number: 0, hash: "")
        while true {
            let (subject, id, number) = (last.subject, last.id, last.number)
            let rows = try await database.read { tx in
                try tx.rows(
                    """
                    SELECT subject, subject_id, number, at, kind, actor, content, content_hash, previous_hash, entry_hash
                    FROM journal_entry WHERE (subject, subject_id, number) > (\(subject), \(id), \(number))
                    ORDER BY subject, subject_id, number LIMIT 2000
                    """)
            }
            guard !rows.isEmpty else { return }
            for row in rows {
                let entry = Entry(
                    subject: try row.get("subject"), id: try row.get("subject_id"), number: try row.get("number"),
                    at: try row.get("at"), kind: try row.get("kind"), actor: try row.get("actor"),
                    contentHash: try row.get("content_hash"), previousHash: try row.get("previous_hash"))
                if let reason = try Self.fault(entry, row, after: last) {
                    report.broken = "\(entry.subject) \(entry.id) entry \(entry.number): \(reason)"
                    return
                }
                last = (entry.subject, entry.id, entry.number, entry.hash)
                report.entries += 1
            }
            progress?(report.entries)
        }
    }

    private static func fault(
        _ entry: Entry, _ row: Row, after last: (subject: String, id: String, number: Int, hash: String)
    ) throws -> String? {
        let isSame = entry.subject == last.subject && entry.id == last.id
        guard entry.number == (isSame ? last.number + 1 : 1) else {
            return "entry \((isSame ? last.number : 0) + 1) is missing before it"
        }
        guard entry.previousHash == (isSame ? last.hash : "") else { return "does not continue the entry before it" }
        let content: String = try row.get("content")
        guard Journal.hex(SHA256.hash(data: Data(content.utf8))) == entry.contentHash else {
            return "its content was changed"
        }
        guard try row.get("entry_hash") == entry.hash else { return "its facts were changed" }
        return nil
    }

    /// An entry that says that it is in the log and is not.
    private func entryWithoutItsLeaf() async throws -> String? {
        try await database.read { tx in
            try tx.row(
                """
                SELECT subject, subject_id, number FROM journal_entry
                WHERE has_leaf AND NOT EXISTS (SELECT 1 FROM log_leaf WHERE entry_id = journal_entry.id)
                ORDER BY id LIMIT 1
                """
            ).map { row in
                let number: Int = try row.get("number")
                return "\(try row.get("subject", as: String.self)) \(try row.get("subject_id", as: String.self)) "
                    + "entry \(number): its leaf was taken out of the log"
            }
        }
    }

    /// What is wrong with the tree at this size against the checkpoint that was kept outside.
    private func fault(againstKept tree: MerkleTree, isWhole: Bool) throws -> String? {
        guard let kept else { return nil }
        if tree.size == kept.size {
            guard Journal.hex(tree.root) == kept.root else {
                return "checkpoint \(kept.size): the log is not the one whose checkpoint was kept outside the database"
            }
            return try key.verifies(kept.signature, size: kept.size, root: kept.root, at: kept.at)
                ? nil : "the checkpoint kept outside the database: its signature does not hold"
        }
        return isWhole && tree.size < kept.size
            ? "log leaf \(tree.size) is missing, though the checkpoint kept outside the database covers \(kept.size)"
            : nil
    }

    /// Walks the log by position, rebuilding the tree, and compares it with each checkpoint on the way.
    private func leaves(_ report: inout Report) async throws {
        var tree = MerkleTree()
        while true {
            let size = tree.size
            let (rows, checkpoints) = try await database.read { tx in
                (
                    try tx.rows(
                        """
                        SELECT log_leaf.position, log_leaf.leaf_hash, journal_entry.entry_hash
                        FROM log_leaf LEFT JOIN journal_entry ON journal_entry.id = log_leaf.entry_id
                        WHERE log_leaf.position >= \(size) ORDER BY log_leaf.position LIMIT 2000
                        """),
                    try tx.rows(
                        """
                        SELECT size, root, at, signature FROM log_checkpoint
                        WHERE size > \(size) AND size <= \(size + 2_000) ORDER BY size
                        """)
                )
            }
            var waiting = checkpoints[...]
            for row in rows {
                let position: Int = try row.get("position")
                guard position == tree.size else {
                    report.broken = "log leaf \(tree.size) is missing"
                    return
                }
                let hash: String = try row.get("leaf_hash")
                guard let entry: String = try row.find("entry_hash"), entry == hash else {
                    report.broken = "log leaf \(position): its journal entry is missing or was changed"
                    return
                }
                tree.append(leaf: LogStore.bytes(hash))
                report.leaves += 1
                if let reason = try fault(againstKept: tree, isWhole: false) {
                    report.broken = reason
                    return
                }
                if let next = waiting.first, try next.get("size") == tree.size {
                    waiting.removeFirst()
                    if let reason = try fault(next, tree) {
                        report.broken = reason
                        return
                    }
                    report.checkpoints += 1
                }
            }
            if let lost = waiting.first {
                report.broken =
                    "log leaf \(tree.size) is missing, though checkpoint \(try lost.get("size", as: Int.self)) covers it"
                return
            }
            guard !rows.isEmpty else {
                report.broken = try fault(againstKept: tree, isWhole: true)
                return
            }
        }
    }

    private func fault(_ row: Row, _ tree: MerkleTree) throws -> String? {
        let root: String = try row.get("root")
        guard root == Journal.hex(tree.root) else { return "checkpoint \(tree.size): the log below it was changed" }
        guard try key.verifies(row.get("signature"), size: tree.size, root: root, at: row.get("at")) else {
            return "checkpoint \(tree.size): its signature does not hold"
        }
        return nil
    }
}
