import ArgumentParser
import Composition
import Kernel

/// The command `motcua service`.
struct Service: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Moves whole services between sites, compares versions, tries drafts, tells who uses which shared part.",
        discussion:
            "Exit codes: 0 done, or no difference; 1 a difference, or something to decide first; 2 not possible.",
        subcommands: [Export.self, Import.self, Diff.self, Uses.self, BPMN.self, Replay.self, Move.self])

    /// What every one of them takes.
    struct Common: ParsableArguments {
        @OptionGroup var opening: Opening
        @Option(help: "The language of what is told: vi or en.") var language = "vi"

        func validate() throws {
            guard Language(rawValue: language) != nil else { throw ValidationError("--language is vi or en") }
        }

        /// Answers, prints, and ends with the exit code.
        func says(json: Bool = false, _ act: (ServiceTransport) async throws -> Outcome) async throws {
            let language = Language(rawValue: language) ?? .vi
            let settings = try await opening.settings(secret: .notNeeded)
            do {
                let transport = try ServiceTransport(language: language, isJSON: json, services: settings.services)
                let outcome = try await act(transport)
                for line in outcome.lines { print(line) }
                if outcome.hasProblems { throw ExitCode(1) }
            } catch let trouble as ServiceTransport.Trouble {
                for line in trouble.lines { complain(line(language)) }
                throw ExitCode(2)
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a service with everything it uses into one file, the services of its child cases too.")

        @OptionGroup var common: Common
        @Argument(help: "The service's short name.") var service: String
        @Option(help: "The file to write; without it, standard output.") var output: String?
        @Flag(help: "Leaves the services of its child cases out.") var alone = false

        func run() async throws {
            try await common.says { try $0.export(service, to: output, isAlone: alone) }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes such a file into the services' folder; tells first what collides and what would change.")

        @OptionGroup var common: Common
        @Argument(help: "The file that export wrote.") var file: String
        @Flag(help: "Takes the file's texts where this site has others of the same name.") var replace = false
        @Flag(help: "Keeps the shared parts of this site where they differ.") var keep = false
        @Flag(help: "Takes a file that was changed after the export.") var changed = false
        @Flag(help: "Only tells what would be done.") var trial = false

        func validate() throws {
            if replace, keep { throw ValidationError("--replace or --keep, not both") }
        }

        func run() async throws {
            let text = try inputText(of: file)
            try await common.says { transport in
                try transport.import(
                    text, file: file, collision: replace ? .replace : keep ? .keep : .refuse, isChangeAllowed: changed,
                    isTrial: trial)
            }
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells the difference of two versions of a service, as an official reads it.",
            discussion: """
                A version is a definition file, a file that export wrote, a service's name (its file in the services' \
                folder), NAME@published (what is in force today), or the first digits of a published version's hash. \
                Exit code 0: no difference; 1: they differ; 2: they cannot be compared.
                """)

        @OptionGroup var common: Common
        @Argument(help: "The older version.") var old: String
        @Argument(help: "The newer version.") var new: String
        @Flag(help: "Prints the changes as JSON, in both languages.") var json = false

        func run() async throws {
            let (old, new) = (ServiceTransport.Version(old), ServiceTransport.Version(new))
            let installation = old.isPublished || new.isPublished ? try await common.opening.existing() : nil
            try await common.says(json: json) { try await $0.difference(old, new, in: installation) }
            await installation?.close()
        }
    }

    struct Uses: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells who uses which component or step template, and what a change of it would touch.")

        @OptionGroup var common: Common
        @Argument(help: "A shared part, like components/person; without it, all.") var part: String?
        @Option(help: "A file with another text of the part: what each service would be with it.") var instead: String?
        @Flag(help: "Prints the uses as JSON.") var json = false

        func validate() throws {
            if instead != nil, part == nil { throw ValidationError("--instead needs the name of a part") }
        }

        func run() async throws {
            let text = try instead.map { try inputText(of: $0) }
            try await common.says(json: json) { try $0.uses(of: part, instead: text) }
        }
    }
}
