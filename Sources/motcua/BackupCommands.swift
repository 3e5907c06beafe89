import ArgumentParser
import Composition
import Foundation

/// The command `motcua backup`.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database and all files into a new folder, while the site runs.",
        discussion: "Give the folder itself, or with --into the folder that takes a backup for each time.")

    @OptionGroup var opening: Opening
    @Argument(help: "The folder to make; it must not be there yet.") var folder: String?
    @Option(help: "A folder that takes one backup for each time; unchanged files are linked, not copied.")
    var into: String?
    @Option(help: "With --into: how many backups stay; the oldest are removed.") var keep: Int?

    func validate() throws {
        guard (folder == nil) != (into == nil) else {
            throw ValidationError("Give the folder to make, or --into with the folder of all backups.")
        }
        guard keep == nil || into != nil, keep ?? 1 > 0 else {
            throw ValidationError("--keep belongs to --into and is at least 1.")
        }
    }

    func run() async throws {
        let installation = try await opening.found()
        let shelf = into.map(BackupShelf.init)
        try await complaining {
            let path = try folder ?? shelf?.newPlace(for: installation) ?? ""
            let bar = ProgressBar("files")
            let manifest = try await MakeBackup(installation)(to: path, after: shelf?.backups.last) { done, all in
                bar.show(done, of: all, megabytes(done, all))
            }
            print("backup \(path)")
            for line in lines(of: manifest) { print(line) }
            if let shelf, let keep { for old in try shelf.keep(keep) { print("removed \(old)") } }
            for hash in manifest.lost { complain("LOST: the file \(hash) is missing or damaged") }
            if !manifest.lost.isEmpty { throw ExitCode(1) }
        }
        await installation.close()
    }
}

/// The command `motcua restore`.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a site from a backup, where there is none yet, and verifies it.")

    @OptionGroup var opening: Opening
    @Argument(help: "The folder of the backup.") var folder: String
    @Flag(help: "Only checks every hash of the backup; nothing is written.") var check = false

    func run() async throws {
        let (settings, logger) = try await opening.read(secret: .kept)
        try await complaining {
            let restore = try RestoreBackup(folder, settings: settings, logger: logger)
            let bar = ProgressBar("files")
            let progress: MakeBackup.Progress = { done, all in bar.show(done, of: all, megabytes(done, all)) }
            if check {
                for line in lines(of: try await restore.check(progress: progress)) { print(line) }
                print("every hash holds")
                return
            }
            let (manifest, verified) = try await restore(progress: progress)
            for line in lines(of: manifest) + verified.lines { print(line) }
            if verified.hasProblems { throw ExitCode(1) }
            print("restored into \(settings.data)")
        }
    }
}

private func lines(of manifest: BackupManifest) -> [String] {
    [
        "of \(manifest.siteName), \(manifest.kind), as it was at \(manifest.at)",
        "\(manifest.rows["dossier"] ?? 0) dossiers, \(manifest.rows["journal_entry"] ?? 0) journal entries, "
            + "\(manifest.files) files, \(manifest.bytes) bytes",
    ]
}

private func megabytes(_ done: Int, _ all: Int) -> String { "\(done >> 20)/\(all >> 20) MiB" }

/// Problems end the command with a line that says what to do, not with a trace.
private func complaining(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let exit as ExitCode {
        throw exit
    } catch {
        complain(String(describing: error))
        throw ExitCode(1)
    }
}
