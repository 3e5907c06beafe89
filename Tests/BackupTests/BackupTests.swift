import Blobs
import Foundation
import Kernel
import Logging
import Storage
import Testing

@testable import Composition

/// A site on SQLite with one dossier's file, in a folder of its own.
private struct SmallSite {
    let root: String
    let site: Installation
    let file: CheckedFile

    static func settings(_ data: String, secret: String? = nil, use: Settings.SecretUse = .madeWhereMissing)
        async throws -> Settings
    {
        var environment = ["MOTCUA_DATA": data, "MOTCUA_SAMPLE": "true"]
        environment["MOTCUA_SECRET"] = secret
        return try await Settings.load(environment: environment, secret: use)
    }

    static func with(_ body: (SmallSite) async throws -> Void) async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let site = try Installation(settings: try await settings(root + "/site"), logger: logger)
        try await site.migrate()
        let file = try keep("the content of a paper", in: site.blobs)
        try await name(file, in: site.database)
        try await body(SmallSite(root: root, site: site, file: file))
        await site.close()
    }

    static let logger = Logger(label: "test")

    static func keep(_ text: String, in blobs: BlobStore) throws -> CheckedFile {
        let path = blobs.incoming + "/" + UUID().uuidString
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let file = try CheckedFile(at: path)
        try blobs.keep(fileAt: path, sha256: file.sha256)
        return file
    }

    static func name(_ file: CheckedFile, in database: any Database) async throws {
        _ = try await database.write { tx in
            try tx.run(
                """
                INSERT INTO dossier_paper (id, dossier_id, paper, kind, sha256, filename, media_type, size, added_at,
                    replaced)
                VALUES (\(UUID().uuidString.lowercased()), \(UUID().uuidString.lowercased()), 'identity', 'applicant',
                    \(file.sha256), 'a.pdf', 'application/pdf', \(file.size), 1, \(false))
                """)
        }
    }

    func backup(_ name: String = "backup", after earlier: String? = nil) async throws -> BackupManifest {
        try await MakeBackup(site)(to: "\(root)/\(name)", after: earlier)
    }

    func restore(
        _ name: String = "backup", to place: String = "other", secret: String? = nil
    ) async throws -> Outcome {
        let settings = try await Self.settings("\(root)/\(place)", secret: secret, use: .kept)
        return try await RestoreBackup("\(root)/\(name)", settings: settings, logger: Self.logger)().verified
    }

    /// What restoring is refused with; it must leave nothing behind.
    func refusal(_ name: String = "backup", secret: String? = nil) async -> String {
        do {
            _ = try await restore(name, secret: secret)
            return "not refused"
        } catch {
            let left = (try? FileManager.default.contentsOfDirectory(atPath: root + "/other")) ?? []
            return left.isEmpty ? "\(error)" : "\(error), and \(left) stayed"
        }
    }

    func change(_ path: String, _ text: String) throws {
        let handle = try #require(FileHandle(forUpdatingAtPath: "\(root)/\(path)"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }
}

@Test func `a backup restored elsewhere is the same site`() async throws {
    try await SmallSite.with { small in
        let manifest = try await small.backup()
        #expect(manifest.files == 1 && manifest.bytes == small.file.size && manifest.lost.isEmpty)
        let outcome = try await small.restore()
        #expect(!outcome.hasProblems, "\(outcome.lines)")
        let settings = try await SmallSite.settings(small.root + "/other", use: .kept)
        #expect(settings.secret == small.site.settings.secret)
        let other = try Installation(settings: settings, logger: SmallSite.logger)
        #expect(try CheckedFile(at: other.blobs.path(small.file.sha256)) == small.file)
        let rows = try await other.database.read { tx in try TableCounts.all(in: tx) }
        #expect(rows == manifest.rows)
        await other.close()
    }
}

@Test func `nothing of a backup may be read by others, and nothing half-made has its name`() async throws {
    try await SmallSite.with { small in
        _ = try await small.backup()
        let folder = small.root + "/backup"
        for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: folder)) {
            #expect((PrivateFile.mode(of: "\(folder)/\(name)") ?? 0o777) & 0o077 == 0, "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder + ".part"))
        await #expect(throws: CopyProblem.self) { try await small.backup() }
    }
}

@Test func `a backup with anything changed or missing is refused before anything is written`() async throws {
    try await SmallSite.with { small in
        let blob = "blobs/\(small.file.sha256.prefix(2))/\(small.file.sha256)"
        for (number, name) in ["database.sqlite", "files.sha256", "secret", blob].enumerated() {
            let backup = "backup\(number)"
            _ = try await small.backup(backup)
            try small.change("\(backup)/\(name)", "x")
            let said = await small.refusal(backup)
            #expect(said.contains("the backup is damaged") && said.contains(name) || name == "secret", "\(said)")
            #expect(said != "not refused")
        }
        try FileManager.default.removeItem(atPath: "\(small.root)/backup0/manifest.json")
        #expect(await small.refusal("backup0").contains("is no backup"))
    }
}

@Test func `a site is never restored over another, nor with another secret, nor into another kind`() async throws {
    try await SmallSite.with { small in
        _ = try await small.backup()
        let other = "another secret that is long enough for the program"
        #expect(await small.refusal(secret: other).contains("not the secret of the site"))
        _ = try await small.restore()
        await #expect(throws: CopyProblem.self) { try await small.restore() }
        var settings = try await SmallSite.settings(small.root + "/third", use: .kept)
        settings.store = .postgresql(url: "postgres://nobody@localhost/nothing")
        let restore = try RestoreBackup(small.root + "/backup", settings: settings, logger: SmallSite.logger)
        let problem = await #expect(throws: CopyProblem.self) { try await restore() }
        #expect(problem?.description.contains("a backup of sqlite") == true)
    }
}

@Test func `a file that the site has lost is named, and the rest is saved`() async throws {
    try await SmallSite.with { small in
        let kept = try SmallSite.keep("another paper", in: small.site.blobs)
        try await SmallSite.name(kept, in: small.site.database)
        try Data("rotten".utf8).write(to: URL(fileURLWithPath: small.site.blobs.path(small.file.sha256)))
        #expect(try await small.site.verify().lines.contains { $0.contains("BROKEN: the file \(small.file.sha256)") })
        let manifest = try await small.backup()
        #expect(manifest.lost == [small.file.sha256])
        let outcome = try await small.restore()
        #expect(!outcome.hasProblems, "\(outcome.lines)")
        #expect(
            FileManager.default.fileExists(atPath: small.root + "/other/blobs/\(kept.sha256.prefix(2))/\(kept.sha256)"))
    }
}

@Test func `daily backups share files that did not change, and the oldest go`() async throws {
    try await SmallSite.with { small in
        let shelf = BackupShelf(small.root + "/shelf")
        let names = ["20260101T020000", "20260102T020000", "20260103T020000"]
        for name in names { _ = try await small.backup("shelf/" + name, after: shelf.backups.last) }
        let blob = "blobs/\(small.file.sha256.prefix(2))/\(small.file.sha256)"
        let links = try FileManager.default.attributesOfItem(atPath: "\(small.root)/shelf/\(names[2])/\(blob)")
        #expect(links[.referenceCount] as? Int == 3)
        try FileManager.default.createDirectory(
            atPath: small.root + "/shelf/notes", withIntermediateDirectories: true)
        #expect(try shelf.keep(2).map { ($0 as NSString).lastPathComponent } == [names[0]])
        #expect(shelf.backups.map { ($0 as NSString).lastPathComponent } == Array(names.dropFirst()))
        #expect(FileManager.default.fileExists(atPath: small.root + "/shelf/notes"))
        #expect(try await !small.restore("shelf/" + names[2]).hasProblems)
    }
}
