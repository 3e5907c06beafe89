import ArgumentParser
import Composition
import Foundation

/// The command `motcua import`.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Loads data into the database.",
        subcommands: [Procedures.self, Units.self, Agencies.self, Officials.self])

    struct Procedures: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Loads records of the national catalogue from JSON lines; twice is once.")

        @OptionGroup var opening: Opening
        @Argument(help: "The file with JSON lines.") var file: String
        @Option(help: "Where the account of every record and cell that was not understood goes, as JSON lines.")
        var report: String?

        func run() async throws {
            let text = try inputText(of: file)
            let installation = try await opening.installation()
            try await installation.migrate()
            let bar = ProgressBar()
            let outcome = try await installation.importProcedures(text) { done, all in
                bar.show(done, of: all, "\(done)/\(all)")
            }
            for line in outcome.summary { print(line) }
            let path = report ?? installation.settings.data + "/import-report.jsonl"
            try outcome.accounts.write(toFile: path, atomically: true, encoding: .utf8)
            print("account of every cell: \(path)")
            await installation.close()
        }
    }

    struct Units: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Loads provinces and communes from JSON lines (code, name, name_en, level, parent; until, successors).")

        @OptionGroup var opening: Opening
        @Argument(help: "The file with JSON lines.") var file: String

        func run() async throws {
            let text = try inputText(of: file)
            let installation = try await opening.installation()
            for line in try await installation.importUnits(text) { print(line) }
            await installation.close()
        }
    }

    struct Agencies: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes agencies and units from a CSV file; the screen of the same name lists its columns.")

        @OptionGroup var opening: Opening
        @Argument(help: "The CSV file.") var file: String

        func run() async throws {
            let text = try inputText(of: file)
            try await opening.tells { try await $0.importAgencies(text) }
        }
    }

    struct Officials: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes officials with their posts from a CSV file; the screen of the same name lists its columns."
        )

        @OptionGroup var opening: Opening
        @Argument(help: "The CSV file.") var file: String

        func run() async throws {
            let text = try inputText(of: file)
            try await opening.tells { try await $0.importOfficials(text) }
        }
    }
}

/// The command `motcua sample`.
struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the sample province in an empty database, to try the program with.")

    @OptionGroup var opening: Opening
    @Option(help: "How many dossiers the sample commune has, filed and worked over the last weeks.") var dossiers = 0

    func validate() throws {
        guard (0...2_000).contains(dossiers) else {
            throw ValidationError("--dossiers: write a number from 0 to 2000")
        }
    }

    func run() async throws {
        let installation = try await opening.installation()
        try await installation.migrate()
        for line in try await installation.makeSample(dossiers: dossiers) { print(line) }
        await installation.close()
    }
}

/// The command `motcua administrator`.
struct Administrator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the first administrator and the first agency of a new site; prints a link to set the password."
    )

    @OptionGroup var opening: Opening
    @Option(help: "The administrator's name.") var name: String
    @Option(help: "The administrator's e-mail.") var email: String
    @Option(help: "The name of the agency.") var agency: String
    @Option(help: "The agency's electronic code (QĐ 20/2020), like H56.12.") var code: String
    @Option(help: "What the agency is: commune, department, province, root.") var kind = "commune"

    func run() async throws {
        let installation = try await opening.installation()
        try await installation.migrate()
        let outcome = try await installation.makeAdministrator(
            name: name, email: email, agency: agency, code: code, kind: kind)
        for line in outcome.lines { print(line) }
        await installation.close()
        if outcome.hasProblems { throw ExitCode(1) }
    }
}

/// The command `motcua search`.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Searches the catalogue.")

    @OptionGroup var opening: Opening
    @Flag(help: "Answers JSON lines {\"query\", \"limit\"} on standard input with JSON lines.") var batch = false
    @Argument(help: "What is searched for.") var words: [String] = []

    func run() async throws {
        let installation = try await opening.found()
        let answer = try await installation.searchLines()
        if batch {
            var number = 0
            while let line = readLine() {
                number += 1
                if !line.allSatisfy(\.isWhitespace) { print(answer(line, number)) }
            }
        } else {
            print(answer(installation.question(words.joined(separator: " ")), 1))
        }
        await installation.close()
    }
}
