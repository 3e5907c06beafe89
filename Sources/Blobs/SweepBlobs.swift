import Foundation

/// Removing files that nothing names any more.
///
/// A file is removed only when it was last kept longer ago than any transaction lasts: whoever keeps it, also for the
/// second time, makes it young again (`keep`), and has a day to commit the row that names it.
extension BlobStore {
    /// Into how many parts the files are divided by the first byte of their hash.
    package static let parts = 256

    /// The hashes of the files of a part that were last kept more than `seconds` ago. Blocking.
    package func aged(part: Int, olderThan seconds: Double) throws -> [String] {
        let prefix = Self.prefix(part)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix)") else { return [] }
        let limit = Date(timeIntervalSinceNow: -seconds)
        return names.filter { name in
            name.utf8.count == 64 && name.hasPrefix(prefix) && isAged(name, before: limit)
        }.sorted()
    }

    /// Removes files that nothing names, as far as they are still older than `seconds`; none while somebody copies
    /// files (`holdFiles`). Returns how many are gone. Blocking.
    package func remove(_ hashes: [String], olderThan seconds: Double) throws -> Int {
        guard !hashes.isEmpty, let alone = try FileLock(ifFree: copyingLock) else { return 0 }
        defer { alone.release() }
        let limit = Date(timeIntervalSinceNow: -seconds)
        var removed = 0
        for hash in hashes {
            let lock = try FileLock(keepingLock, .exclusive)
            defer { lock.release() }
            if isAged(hash, before: limit), unlink(path(hash)) == 0 { removed += 1 }
        }
        return removed
    }

    /// From here until it is released no file is removed: what a copy of the database names stays until it is copied.
    /// Take it before the database is read. Blocking.
    package func holdFiles() throws -> FileLock { try FileLock(copyingLock, .shared) }

    private var copyingLock: String { folder + "/copying.lock" }

    private static func prefix(_ part: Int) -> String {
        let text = String(part % parts, radix: 16)
        return text.utf8.count == 1 ? "0" + text : text
    }

    private func isAged(_ hash: String, before limit: Date) -> Bool {
        // A file that is gone meanwhile needs no removing.
        let kept = try? FileManager.default.attributesOfItem(atPath: path(hash))[.modificationDate] as? Date
        return kept.map { $0 < limit } ?? false
    }
}
