package import Blobs
import NIOPosix
package import Storage

/// Removes from the file store what no paper names: files of drafts that were thrown away, files that were taken out
/// again, uploads that were refused after they had arrived.
package struct SweepFiles: Sendable {
    /// Seconds for which a file stays after it was last kept, named or not: its row may still be on the way.
    package static let grace: Double = 86_400

    private let database: any Database
    private let blobs: BlobStore
    private let grace: Double

    package init(database: any Database, blobs: BlobStore, grace: Double = SweepFiles.grace) {
        self.database = database
        self.blobs = blobs
        self.grace = grace
    }

    /// Sweeps one of the `BlobStore.parts`; returns how many files are gone.
    @discardableResult
    package func callAsFunction(part: Int) async throws -> Int {
        let (blobs, grace) = (blobs, grace)
        let aged = try await NIOThreadPool.singleton.runIfActive { try blobs.aged(part: part, olderThan: grace) }
        var rest = aged[...]
        var removed = 0
        while !rest.isEmpty {
            let some = Array(rest.prefix(500))
            rest = rest.dropFirst(500)
            let named = try await database.read { tx in try PaperStore.named(among: some, in: tx) }
            let unnamed = some.filter { !named.contains($0) }
            removed += try await NIOThreadPool.singleton.runIfActive { try blobs.remove(unnamed, olderThan: grace) }
        }
        return removed
    }
}
