import ArgumentParser
import Composition
import Kernel

/// The command `motcua verify`.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks the journal: every chain, every leaf of the log, every checkpoint.")

    @OptionGroup var opening: Opening

    func run() async throws {
        try await opening.tells { try await $0.verify() }
    }
}

/// The command `motcua doctor`.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at everything an installation needs, and says what to do.",
        discussion: "The exit code is that of the worst line: 0 in order, 1 to watch, 2 broken.")

    @OptionGroup var opening: Opening
    @Flag(help: "One JSON object instead of lines.") var json = false

    func run() async throws {
        let installation = try await opening.installation()
        let examination = await installation.examine()
        await installation.close()
        if json {
            print(examination.json.canonical)
        } else {
            for line in examination.lines { print(line) }
        }
        guard examination.worst == .inOrder else { throw ExitCode(examination.worst.exitCode) }
    }
}

/// The command `motcua check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tells what is wrong with service definitions; exit code 1 when something refuses publication.")

    @OptionGroup var opening: Opening
    @Argument(help: "Definition files and folders; without any, the services' folder.") var paths: [String] = []
    @Flag(help: "Prints the findings as JSON, in both languages.") var json = false
    @Option(help: "The language of the findings: vi or en.") var language = "vi"
    @Flag(help: "Prints the JSON Schema of definition files, for editors.") var schema = false

    func validate() throws {
        guard Language(rawValue: language) != nil else { throw ValidationError("--language is vi or en") }
    }

    func run() async throws {
        if schema { return print(DefinitionAnswers.schema, terminator: "") }
        let settings = try await opening.settings(secret: .notNeeded)
        let answers = DefinitionAnswers(
            language: Language(rawValue: language) ?? .vi, isJSON: json, services: settings.services)
        let outcome = try answers.check(paths)
        for line in outcome.lines { print(line) }
        if outcome.hasProblems { throw ExitCode(1) }
    }
}
