import ArgumentParser
import Composition
import Foundation
import Logging

/// What every command that touches the installation takes.
struct Opening: ParsableArguments {
    @Option(help: "A YAML file with settings; environment variables MOTCUA_… stand above it.")
    var settings: String?

    /// The installation of the settings, opened. Wrong settings end the program with what to change.
    func installation() async throws -> Installation {
        let (settings, logger) = try await read()
        return try await explaining(settings) { try Installation(settings: settings, logger: logger) }
    }

    /// The installation where there is one: what only reads makes no folder and no database. Nil where there is none yet.
    func existing() async throws -> Installation? {
        let settings = try await settings(secret: .notNeeded)
        return try await explaining(settings) { try await settings.hasSite() } ? try await installation() : nil
    }

    /// The settings alone. Wrong ones end the program with what to change.
    func settings(secret: Settings.SecretUse) async throws -> Settings {
        do { return try await Settings.load(file: settings, secret: secret) } catch let problem as Settings.Problem {
            throw problem.told
        }
    }

    /// The settings, and the log of this process.
    func read(secret: Settings.SecretUse = .madeWhereMissing) async throws -> (Settings, Logger) {
        let settings = try await settings(secret: secret)
        LoggingSystem.bootstrap(JSONLines.init)
        var logger = Logger(label: "motcua")
        logger.logLevel = settings.logLevel
        for line in Settings.unknownNames() { logger.warning("\(line)") }
        return (settings, logger)
    }
}

extension Opening {
    /// Opens the installation, lets it act, prints what it says; exit code 1 when something was wrong.
    func says(_ act: (Installation) async throws -> Outcome) async throws {
        try await says(try await installation(), act)
    }

    /// The same for what needs a site that is there, to read or change something of it; exit code 2 where there is none.
    func tells(_ act: (Installation) async throws -> Outcome) async throws { try await says(try await found(), act) }

    /// The installation where it must be there; where there is none, the program ends with exit code 2.
    func found() async throws -> Installation {
        if let installation = try await existing() { return installation }
        complain("there is no site here yet: MOTCUA_DATA and MOTCUA_DATABASE name its place, motcua migrate makes one")
        throw ExitCode(2)
    }

    private func says(_ installation: Installation, _ act: (Installation) async throws -> Outcome) async throws {
        let outcome = try await explaining(installation.settings) { try await act(installation) }
        for line in outcome.lines { print(line) }
        await installation.close()
        if outcome.hasProblems { throw ExitCode(1) }
    }
}

/// Carries something out; when that cannot be because of a setting, the program ends with what to change.
func explaining<Value>(_ settings: Settings, _ body: () async throws -> Value) async throws -> Value {
    do { return try await body() } catch {
        guard let problem = settings.problem(behind: error) else { throw error }
        throw problem.told
    }
}

extension Settings.Problem {
    /// Says what is wrong on standard error; the exit code of wrong settings (sysexits' EX_CONFIG).
    var told: ExitCode {
        for line in lines { complain(line) }
        return ExitCode(78)
    }
}

/// The text of a file that somebody named; one that cannot be read ends the program with what to do (EX_NOINPUT).
func inputText(of path: String) throws -> String {
    do {
        return try InputFile.text(of: path)
    } catch {
        complain(error.words)
        throw ExitCode(66)
    }
}

func complain(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

/// One line of JSON per log entry, on standard error.
struct JSONLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let label: String

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields: [String: String] = [
            "at": Date().ISO8601Format(), "level": event.level.rawValue, "message": "\(event.message)",
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            fields[key] = "\(value)"
        }
        guard let line = try? JSONSerialization.data(withJSONObject: fields, options: .sortedKeys) else { return }
        FileHandle.standardError.write(line + Data("\n".utf8))
    }
}
