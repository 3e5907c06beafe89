import Blobs
import Casework
import Foundation
import Journal
import Kernel
package import Logging
import NIOPosix
import Storage

/// Makes a site from a backup, where there is none yet: checks everything first, then writes, then verifies what came
/// out. When it does not succeed, what it has made is taken away again.
package struct RestoreBackup: Sendable {
    private let folder: String
    private let settings: Settings
    private let logger: Logger
    private let copier: any DatabaseCopier

    /// - Parameters:
    ///   - folder: the backup.
    ///   - settings: where the site will be. An empty secret is taken from the backup.
    package init(_ folder: String, settings: Settings, logger: Logger) throws {
        self.folder = folder
        self.settings = settings
        self.logger = logger
        copier = try settings.store.copier()
    }

    /// Checks every member of the backup against its hash. Returns the manifest.
    package func check(progress: @escaping MakeBackup.Progress = { _, _ in }) async throws -> BackupManifest {
        let manifest = try BackupManifest.read(folder)
        try await NIOThreadPool.singleton.runIfActive { [folder] in
            for member in [manifest.database, manifest.fileList, manifest.secret].compactMap({ $0 }) {
                try Self.check(member, in: folder)
            }
            var done = 0
            for file in try BackupManifest.files(listedIn: folder) {
                let found = try? CheckedFile(at: file.path)
                guard let found, found.sha256 == file.sha256 else {
                    throw CopyProblem("the backup is damaged: \(file.path) is missing or was changed")
                }
                done += found.size
                progress(done, manifest.bytes)
            }
        }
        return manifest
    }

    /// Restores. Throws `CopyProblem` with words for the operator when the backup or the place does not fit.
    package func callAsFunction(
        progress: @escaping MakeBackup.Progress = { _, _ in }
    ) async throws -> (manifest: BackupManifest, verified: Outcome) {
        let manifest = try BackupManifest.read(folder)
        let secret = try fittingSecret(manifest)
        try await checkPlace(manifest)
        _ = try await check(progress: progress)
        var made: [String] = []
        do {
            try await write(manifest, secret, &made, progress)
        } catch {
            for path in made { try? FileManager.default.removeItem(atPath: path) }
            throw error
        }
        return (manifest, try await verify(manifest, secret))
    }

    private static func check(_ member: BackupManifest.Member, in folder: String) throws {
        let file = try? CheckedFile(at: "\(folder)/\(member.name)")
        guard file?.sha256 == member.sha256 else {
            throw CopyProblem("the backup is damaged: \(member.name) is missing or was changed")
        }
    }

    /// The secret of the settings or of the backup, which must be the one whose log it is.
    private func fittingSecret(_ manifest: BackupManifest) throws -> String {
        var secret = settings.secret
        if secret.isEmpty, manifest.secret != nil {
            secret = try GeneratedSecret.kept(in: folder) ?? ""
        }
        guard !secret.isEmpty else {
            throw CopyProblem("MOTCUA_SECRET: give the secret of the site; it is not in this backup")
        }
        guard try LogKey(secret: secret).publicKey() == manifest.logKey else {
            throw CopyProblem("MOTCUA_SECRET: this is not the secret of the site that the backup was made of")
        }
        return secret
    }

    private func checkPlace(_ manifest: BackupManifest) async throws {
        guard manifest.kind == copier.dialect.rawValue else {
            throw CopyProblem(
                "this is a backup of \(manifest.kind), and MOTCUA_DATABASE names \(copier.dialect.rawValue): a backup is restored into the kind of database it was made of"
            )
        }
        let known = Set(Schema.migrations.map { "\($0.feature) \($0.number)" })
        if let newer = manifest.schema.first(where: { !known.contains($0) }) {
            throw CopyProblem("the backup is of a newer program: it has the migration \(newer)")
        }
        if let found = try await copier.whatIsThere() {
            throw CopyProblem("\(found): restore only where there is no site yet")
        }
        let blobs = settings.data + "/blobs"
        let present = (try? FileManager.default.contentsOfDirectory(atPath: blobs)) ?? []
        guard present.allSatisfy({ $0 == "incoming" || $0.hasSuffix(".lock") }) else {
            throw CopyProblem("there are files in \(blobs) already: restore only where there is no site yet")
        }
    }

    private func write(
        _ manifest: BackupManifest, _ secret: String, _ made: inout [String], _ progress: @escaping MakeBackup.Progress
    ) async throws {
        let data = settings.data
        try PrivateFile.makeFolder(data)
        let part = data + "/blobs.part"
        made.append(part)
        try await NIOThreadPool.singleton.runIfActive { [folder] in
            try? FileManager.default.removeItem(atPath: part)
            let store = try BlobStore(folder: part)
            var done = 0
            for file in try BackupManifest.files(listedIn: folder) {
                let target = store.path(file.sha256)
                try PrivateFile.makeFolder((target as NSString).deletingLastPathComponent)
                let written = try CheckedFile.copying(file.path, to: target)
                guard written.sha256 == file.sha256 else { throw CopyProblem("\(file.path) was changed meanwhile") }
                done += written.size
                progress(done, manifest.bytes)
            }
            try PrivateFile.syncFolders(part)
        }
        let blobs = data + "/blobs"
        try? FileManager.default.removeItem(atPath: blobs)
        try PrivateFile.name(part, blobs)
        made.append(blobs)
        if manifest.secret != nil, GeneratedSecret.path(in: data).isFree {
            made.append(GeneratedSecret.path(in: data))
            try PrivateFile.write(Data(secret.utf8), to: GeneratedSecret.path(in: data))
        }
        // Of a site that was here before, whose log this is not.
        try CheckpointFile(in: data, of: copier.dialect).forget()
        // Last, so that a database stands for a site that is whole.
        try await copier.load(from: "\(folder)/\(manifest.database.name)")
        try PrivateFile.sync(data)
    }

    /// Compares the new site with the manifest, brings it up to this program, and checks its journal and its files.
    private func verify(_ manifest: BackupManifest, _ secret: String) async throws -> Outcome {
        var settings = settings
        settings.secret = secret
        let site = try Installation(settings: settings, logger: logger)
        var outcome = Outcome()
        let rows = try await site.database.read { tx in try TableCounts.all(in: tx) }
        for (table, count) in manifest.rows.sorted(by: { $0.key < $1.key }) where rows[table] != count {
            outcome.hasProblems = true
            outcome.lines.append("BROKEN: the table \(table) has \(rows[table] ?? 0) rows instead of \(count)")
        }
        try await site.migrate()
        let verified = try await site.verify(knownLost: Set(manifest.lost))
        await site.close()
        outcome.lines += verified.lines
        outcome.hasProblems = outcome.hasProblems || verified.hasProblems
        return outcome
    }
}

extension String {
    fileprivate var isFree: Bool { !FileManager.default.fileExists(atPath: self) }
}
