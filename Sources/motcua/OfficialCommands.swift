import ArgumentParser
import Composition

/// The command `motcua agencies`.
struct Agencies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the agencies and units of the site with their codes.")

    @OptionGroup var opening: Opening

    func run() async throws { try await opening.tells { try await $0.agencyLines() } }
}

/// The command `motcua officials`.
struct Officials: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks after officials: their links, second factors, sessions, delegations, dismissal.",
        subcommands: [List.self, Link.self, ResetCode.self, Sessions.self, Delegate.self, Dismiss.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists officials with their posts.")

        @OptionGroup var opening: Opening
        @Option(help: "Words of the name, or an e-mail address.") var search = ""

        func run() async throws { try await opening.tells { try await $0.officialLines(search: search) } }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a new link for the password and prints it; every session ends.")

        @OptionGroup var opening: Opening
        @Argument(help: "The official's e-mail.") var email: String

        func run() async throws { try await opening.tells { try await $0.newLink(email) } }
    }

    struct ResetCode: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes the second factor of an official who lost the telephone; every session ends.")

        @OptionGroup var opening: Opening
        @Argument(help: "The official's e-mail.") var email: String

        func run() async throws { try await opening.tells { try await $0.resetCode(email) } }
    }

    struct Sessions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the sessions of an official, or ends them.")

        @OptionGroup var opening: Opening
        @Argument(help: "The official's e-mail.") var email: String
        @Flag(help: "End them all.") var end = false

        func run() async throws { try await opening.tells { try await $0.sessions(email, ending: end) } }
    }

    struct Delegate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a colleague of the same agency act in an official's post for some days.")

        @OptionGroup var opening: Opening
        @Argument(help: "The e-mail of the official who is away.") var email: String
        @Option(help: "The e-mail of the colleague.") var to: String
        @Option(help: "The first day, like 24/04/2026.") var from: String
        @Option(help: "The last day.") var until: String
        @Option(help: "Why.") var reason: String
        @Option(help: "Which post, when the official holds several: one_stop, specialist, head, leader, administrator.")
        var role = ""

        func run() async throws {
            try await opening.tells {
                try await $0.delegate(email, to: to, from: from, until: until, reason: reason, role: role)
            }
        }
    }

    struct Dismiss: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends every post of an official; open work stays with the unit.")

        @OptionGroup var opening: Opening
        @Argument(help: "The official's e-mail.") var email: String
        @Option(help: "The first day without the posts, like 24/04/2026; today when it is not given.") var from = ""

        func run() async throws { try await opening.tells { try await $0.dismiss(email, from: from) } }
    }
}
