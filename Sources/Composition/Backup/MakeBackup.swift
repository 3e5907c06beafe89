import Blobs
import Casework
import Foundation
import Journal
import Kernel
import NIOPosix
import Storage

/// Makes a backup of the database and of all files while the site runs.
///
/// The database comes first, as it is at one moment; then every file that this database names. That is whole, because a
/// file is on the disk before the row that names it, never changes (its name is the hash of its content), and none is
/// removed while a backup is made.
package struct MakeBackup: Sendable {
    /// How many bytes are done, of how many.
    package typealias Progress = @Sendable (_ done: Int, _ all: Int) -> Void

    private let installation: Installation
    private let copier: any DatabaseCopier

    package init(_ installation: Installation) throws {
        self.installation = installation
        copier = try installation.settings.store.copier()
    }

    /// Makes the folder `path`, which must not be there yet. It appears under its name only when it is whole.
    ///
    /// - Parameter earlier: a finished backup; files that it holds are linked instead of copied, where both folders are
    ///   on one file system. Each of the two can be removed without harm to the other.
    package func callAsFunction(
        to path: String, after earlier: String? = nil, progress: @escaping Progress = { _, _ in }
    ) async throws -> BackupManifest {
        guard !FileManager.default.fileExists(atPath: path) else { throw CopyProblem("\(path) is there already") }
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        try PrivateFile.makeFolder(part)
        do {
            let manifest = try await fill(part, earlier, progress)
            try PrivateFile.syncFolders(part)
            try PrivateFile.name(part, path)
            return manifest
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// What the database of the backup says, read from the very state that the copy holds.
    private struct Named: Sendable {
        let schema: [String]
        let rows: [String: Int]
        let files: [PaperStore.StoredFile]
    }

    private func fill(
        _ folder: String, _ earlier: String?, _ progress: @escaping Progress
    ) async throws -> BackupManifest {
        let settings = installation.settings
        let at = installation.clock.now
        let database = "\(folder)/\(copier.fileName)"
        let blobs = installation.blobs
        let hold = try await NIOThreadPool.singleton.runIfActive { try blobs.holdFiles() }
        defer { hold.release() }
        let named = try await copier.save(to: database) { tx in
            Named(
                schema: try tx.rows("SELECT feature, number FROM migration ORDER BY feature, number")
                    .map { "\(try $0.get("feature", as: String.self)) \(try $0.get("number", as: Int.self))" },
                rows: try TableCounts.all(in: tx), files: try PaperStore.files(in: tx))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: database)
        try PrivateFile.sync(database)
        return try await NIOThreadPool.singleton.runIfActive {
            let lost = try Self.copy(named.files, of: blobs, to: folder, earlier, progress)
            let kept = named.files.filter { !lost.contains($0.sha256) }
            let list = kept.map { "\($0.sha256)  \(BackupManifest.path($0.sha256))\n" }.joined()
            try PrivateFile.write(Data(list.utf8), to: "\(folder)/\(BackupManifest.fileList)")
            let secret = try GeneratedSecret.kept(in: settings.data).map { text in
                try PrivateFile.write(Data(text.utf8), to: "\(folder)/\(BackupManifest.secret)")
                return try Self.member(BackupManifest.secret, folder)
            }
            let manifest = BackupManifest(
                format: BackupManifest.format, at: at.description, siteName: settings.siteName,
                kind: copier.dialect.rawValue, schema: named.schema, rows: named.rows,
                database: try Self.member(copier.fileName, folder),
                fileList: try Self.member(BackupManifest.fileList, folder), secret: secret, files: named.files.count,
                bytes: named.files.reduce(0) { $0 + $1.size }, lost: lost.sorted(),
                logKey: try LogKey(secret: settings.secret).publicKey())
            try manifest.write(folder)
            return manifest
        }
    }

    private static func member(_ name: String, _ folder: String) throws -> BackupManifest.Member {
        let file = try CheckedFile(at: "\(folder)/\(name)")
        return BackupManifest.Member(name: name, size: file.size, sha256: file.sha256)
    }

    /// Copies the files; returns the hashes of those that are missing or damaged. A backup without them is worth more
    /// than none.
    private static func copy(
        _ files: [PaperStore.StoredFile], of blobs: BlobStore, to folder: String, _ earlier: String?,
        _ progress: Progress
    ) throws -> Set<String> {
        var lost: Set<String> = []
        var done = 0
        let all = files.reduce(0) { $0 + $1.size }
        try PrivateFile.makeFolder("\(folder)/blobs")
        for file in files {
            let name = BackupManifest.path(file.sha256)
            let target = "\(folder)/\(name)"
            try PrivateFile.makeFolder((target as NSString).deletingLastPathComponent)
            let isLinked = earlier.map { link("\($0)/\(name)", target) == 0 } ?? false
            if !isLinked, try !isCopied(file, blobs, to: target) { lost.insert(file.sha256) }
            done += file.size
            progress(done, all)
        }
        return lost
    }

    private static func isCopied(
        _ file: PaperStore.StoredFile, _ blobs: BlobStore, to target: String
    ) throws -> Bool {
        guard blobs.has(file.sha256) else { return false }
        guard try CheckedFile.copying(blobs.path(file.sha256), to: target).sha256 == file.sha256 else {
            try FileManager.default.removeItem(atPath: target)
            return false
        }
        return true
    }
}
