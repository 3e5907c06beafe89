package import Kernel
package import Logging
import ServiceLifecycle
package import Storage

/// Puts entries that have no leaf yet into the log and signs where it stands. One at a time on a site: it holds a lock
/// of the database while it works.
package struct Sequencer: Sendable {
    let database: any Database
    let clock: any TimeSource
    let key: LogKey
    let logger: Logger
    let shelf: (any CheckpointShelf)?

    /// - Parameter shelf: keeps the newest checkpoint outside the database.
    package init(
        database: any Database, clock: any TimeSource, key: LogKey, logger: Logger,
        shelf: (any CheckpointShelf)? = nil
    ) {
        self.shelf = shelf
        self.database = database
        self.clock = clock
        self.key = key
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await runOnce() == 0 { try? await Task.sleep(for: .seconds(2)) }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("the log cannot go on", metadata: ["error": "\(String(describing: error))"])
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// When the oldest entry without a leaf was written; nil when all have one.
    package func oldestWaiting() async throws -> Instant? {
        try await database.read { tx in
            try tx.row("SELECT at FROM journal_entry WHERE NOT has_leaf ORDER BY id LIMIT 1")?.get("at")
        }
    }

    /// Takes up to a thousand entries; returns how many. Errors: `LogCutOff`, and then nothing is signed.
    package func runOnce() async throws -> Int {
        let kept = try await shelf?.kept()
        guard let (count, checkpoint) = try await extend(from: kept) else { return 0 }
        try await shelf?.keep(checkpoint)
        return count
    }

    private func extend(from kept: Checkpoint?) async throws -> (Int, Checkpoint)? {
        let now = clock.now
        return try await database.write { [key] tx in
            guard try tx.tryHold("journal-sequencer") else { return nil }
            let entries = try tx.rows(
                "SELECT id, entry_hash FROM journal_entry WHERE NOT has_leaf ORDER BY id LIMIT 1000")
            guard !entries.isEmpty else { return nil }
            if let kept, try LogStore.root(at: kept.size, in: tx) != kept.root { throw LogCutOff(kept: kept) }
            var tree = try LogStore.tree(in: tx)
            for row in entries {
                let id: String = try row.get("id")
                let hash: String = try row.get("entry_hash")
                try tx.run("INSERT INTO log_leaf (position, entry_id, leaf_hash) VALUES (\(tree.size), \(id), \(hash))")
                try tx.run("UPDATE journal_entry SET has_leaf = \(true) WHERE id = \(id)")
                tree.append(leaf: LogStore.bytes(hash))
            }
            let root = Journal.hex(tree.root)
            let edge = JSON.array(tree.edge.map { .string(Journal.hex($0)) })
            let signature = try key.sign(size: tree.size, root: root, at: now)
            try tx.run(
                """
                INSERT INTO log_checkpoint (size, root, edge, at, signature)
                VALUES (\(tree.size), \(root), \(edge), \(now), \(signature))
                """)
            return (entries.count, Checkpoint(size: tree.size, root: root, at: now, signature: signature))
        }
    }
}

/// The SQL of the log: entries that have no leaf yet, leaves, checkpoints.
enum LogStore {
    /// The tree as the newest checkpoint has it.
    static func tree(in tx: any Transaction) throws -> MerkleTree {
        guard let row = try tx.row("SELECT size, edge FROM log_checkpoint ORDER BY size DESC LIMIT 1") else {
            return MerkleTree()
        }
        let edge: JSON = try row.get("edge")
        return MerkleTree(size: try row.get("size"), edge: (edge.array ?? []).map { bytes($0.string ?? "") })
    }

    /// The root of the checkpoint of that size; nil when there is none.
    static func root(at size: Int, in tx: any Transaction) throws -> String? {
        try tx.value("SELECT root FROM log_checkpoint WHERE size = \(size)", as: String.self)
    }

    static func bytes(_ hex: String) -> [UInt8] {
        var out: [UInt8] = []
        var rest = hex.utf8[...]
        while rest.count >= 2 {
            guard let byte = UInt8(String(rest.prefix(2)) ?? "", radix: 16) else { return [] }
            out.append(byte)
            rest = rest.dropFirst(2)
        }
        return out
    }
}
