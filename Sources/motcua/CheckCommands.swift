import ArgumentParser
import Composition

/// The command `motcua verify`.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the journal: every chain, every leaf of the log, every checkpoint.")

    @OptionGroup var opening: Opening

    func run() async throws {
        let installation = try await opening.installation()
        let outcome = try await installation.verify()
        for line in outcome.lines { print(line) }
        await installation.close()
        if outcome.hasProblems { throw ExitCode(1) }
    }
}

/// The command `motcua doctor`.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tells whether everything is in order.")

    @OptionGroup var opening: Opening

    func run() async throws {
        let installation = try await opening.installation()
        let outcome = await installation.examine()
        for line in outcome.lines { print(line) }
        await installation.close()
        if outcome.hasProblems { throw ExitCode(1) }
    }
}
