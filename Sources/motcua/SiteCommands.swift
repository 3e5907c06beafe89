import ArgumentParser
import Composition
import Foundation
import Kernel

/// The command `motcua services`.
struct Services: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes service definitions and turns services on and off.",
        subcommands: [Publish.self, List.self, On.self, Off.self])

    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publishes the definition files of a folder; what was published before is left as it is.")

        @OptionGroup var opening: Opening

        func run() async throws {
            try await opening.says { installation in
                try await installation.migrate()
                return try await installation.publishServices(by: .system("services publish"))
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the published services.")

        @OptionGroup var opening: Opening

        func run() async throws { try await opening.tells { try await $0.serviceLines() } }
    }

    struct On: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets an agency take a service online.")

        @OptionGroup var opening: Opening
        @Argument(help: "The service's short name, or all.") var service: String
        @Option(help: "The agency's code, like H56.12.") var agency: String

        func run() async throws { try await opening.tells { try await $0.turn(service, on: true, at: agency) } }
    }

    struct Off: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stops new dossiers of a service at an agency; those filed go on.")

        @OptionGroup var opening: Opening
        @Argument(help: "The service's short name, or all.") var service: String
        @Option(help: "The agency's code, like H56.12.") var agency: String

        func run() async throws { try await opening.tells { try await $0.turn(service, on: false, at: agency) } }
    }
}

/// The command `motcua calendars`.
struct Calendars: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists, shows and saves calendars.", subcommands: [List.self, Show.self, Save.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the calendars with their years.")

        @OptionGroup var opening: Opening

        func run() async throws { try await opening.tells { try await $0.calendarLines() } }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a calendar as JSON.")

        @OptionGroup var opening: Opening
        @Argument(help: "The calendar's code.") var name = "national"

        func run() async throws { try await opening.tells { try await $0.calendarDocument(name) } }
    }

    struct Save: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a calendar in force, from JSON as show prints it; limits are counted anew.")

        @OptionGroup var opening: Opening
        @Argument(help: "The JSON file.") var file: String

        func run() async throws {
            let text = try inputText(of: file)
            try await opening.tells { try await $0.saveCalendar(text) }
        }
    }
}

/// The command `motcua jobs`.
struct Jobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the jobs that wait, tries one again, gives a stuck one up.",
        subcommands: [List.self, Retry.self, GiveUp.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists waiting jobs, the stuck ones first.")

        @OptionGroup var opening: Opening

        func run() async throws { try await opening.tells { try await $0.jobLines() } }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tries a job again at once.")

        @OptionGroup var opening: Opening
        @Argument(help: "The job's id, as list prints it.") var id: String

        func run() async throws { try await opening.tells { try await $0.job(id, givingUp: false) } }
    }

    struct GiveUp: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives a stuck job up; it is not done later.")

        @OptionGroup var opening: Opening
        @Argument(help: "The job's id, as list prints it.") var id: String

        func run() async throws { try await opening.tells { try await $0.job(id, givingUp: true) } }
    }
}
