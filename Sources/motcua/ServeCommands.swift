import ArgumentParser
import Composition
import Foundation

/// The command `motcua serve`.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves the portal and the desk.")

    @OptionGroup var opening: Opening
    @Flag(inversion: .prefixedNo, help: "Carries out jobs in this process as well.") var work = true

    func run() async throws {
        let installation = try await opening.installation()
        _ = try await explaining(installation.settings) { try await installation.migrate() }
        // Not by print: its buffer would keep the code to itself when the output is no terminal.
        for line in try await installation.startLines() { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
        try await explaining(installation.settings) { try await installation.serve(working: work) }
    }
}

/// The command `motcua work`.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Carries out jobs and keeps the log, without serving.")

    @OptionGroup var opening: Opening

    func run() async throws { try await opening.installation().work() }
}

/// The command `motcua migrate`.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prepares the database, or brings it up to this program.")

    @OptionGroup var opening: Opening

    func run() async throws {
        let installation = try await opening.installation()
        let applied = try await explaining(installation.settings) { try await installation.migrate() }
        for migration in applied { print("applied \(migration)") }
        print(applied.isEmpty ? "the database is up to date" : "the database is ready")
        await installation.close()
    }
}
