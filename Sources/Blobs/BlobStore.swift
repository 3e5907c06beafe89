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
        if FileManager.default.fileExists(atPath: target) { return }
        let parent = (target as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try sync(path)
        guard rename(path, target) == 0 else { throw Problem(errno: errno) }
        try sync(parent)
    }

    /// Where the file of that hash is.
    package func path(_ sha256: String) -> String { "\(folder)/\(sha256.prefix(2))/\(sha256)" }

    package func has(_ sha256: String) -> Bool { FileManager.default.fileExists(atPath: path(sha256)) }

    private func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Problem(errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Problem(errno: errno) }
    }

    package struct Problem: Error, CustomStringConvertible {
        let errno: Int32
        package var description: String { "the file store answered errno \(errno)" }
    }
}
