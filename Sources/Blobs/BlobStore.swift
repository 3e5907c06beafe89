import Foundation

/// Keeps files by the SHA-256 of their content. A file is synced to disk before the transaction that mentions it
/// commits, so that a committed row never points to nothing.
package struct BlobStore: Sendable {
    package let folder: String

    /// `folder`: where the files are; made when it is not there. Errors: the folder cannot be written.
    package init(folder: String) throws {
        self.folder = folder
        for name in ["", "/incoming"] {
            try FileManager.default.createDirectory(
                atPath: folder + name, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    /// Where uploads arrive, on the same file system, so that keeping one is a rename.
    package var incoming: String { folder + "/incoming" }

    /// Keeps the file at `path` under its hash. Blocking: call it on a thread for blocking work.
    package func keep(fileAt path: String, sha256: String) throws {
        let target = self.path(sha256)
        let parent = (target as NSString).deletingLastPathComponent
        if !FileManager.default.fileExists(atPath: parent) {
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        // Beside others who keep, never beside a sweep: a file that is there is young again before a sweep looks at it,
        // or gone, and then comes anew.
        let lock = try FileLock(keepingLock, .shared)
        defer { lock.release() }
        if utimes(target, nil) != 0 {
            guard errno == ENOENT else { throw Problem(errno: errno) }
            try sync(path)
            guard rename(path, target) == 0, utimes(target, nil) == 0 else { throw Problem(errno: errno) }
        }
        // Also when the file was there: whoever has just put it there may not have come to syncing the folders yet.
        try sync(parent)
        try sync(folder)
    }

    /// Held while a file is put under its hash (beside others) or swept away (alone).
    var keepingLock: String { folder + "/keeping.lock" }

    /// Removes uploads that a process has left behind when it was killed: those older than `seconds`. Blocking.
    package func sweepIncoming(olderThan seconds: Double) throws {
        let limit = Date(timeIntervalSinceNow: -seconds)
        for name in try FileManager.default.contentsOfDirectory(atPath: incoming) {
            let path = incoming + "/" + name
            // A file that is gone meanwhile has been kept.
            let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            if let changed, changed < limit { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    /// Where the file of that hash is.
    package func path(_ sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

    package func has(_ sha256: String) -> Bool { FileManager.default.fileExists(atPath: path(sha256)) }

    /// What is wrong with the file of that hash; nil when it is there in that size. The content is not read.
    package func fault(of sha256: String, size: Int) -> String? {
        guard let found = try? FileManager.default.attributesOfItem(atPath: path(sha256))[.size] as? Int else {
            return "is missing"
        }
        return found == size ? nil : "has \(found) bytes instead of \(size)"
    }

    private func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Problem(errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Problem(errno: errno) }
    }

    package struct Problem: Error, CustomStringConvertible {
        let errno: Int32
        package init(errno: Int32) { self.errno = errno }
        package var description: String { "the file store answered errno \(errno)" }
    }
}
