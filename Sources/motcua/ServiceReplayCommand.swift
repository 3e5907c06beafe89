import ArgumentParser
import Composition
import Kernel

extension Service {
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Runs a draft against dossiers of the same procedure and tells what would change for them.",
            discussion: """
                Who would pay more or less, whose limit changes, which cases could not be filed so any more, which papers \
                are newly called for, which answers lose their place: with counts and codes of dossiers, and nothing \
                that anybody answered. Nothing is written. The draft and the base are versions as in `diff`. \
                Exit code 0: nothing changes; 1: something does; 2: not possible.
                """)

        enum Against: String, ExpressibleByArgument { case stored, generated }

        @OptionGroup var common: Common
        @Argument(help: "The draft: a definition file or another version.") var draft: String
        @Option(help: "stored: this site's dossiers; generated: cases made up from the base.") var against =
            Against.stored
        @Option(help: "stored: the first day of filing, 2026-01-31; without it, a year ago.") var since: String?
        @Option(help: "generated: the version to make cases from; without it, the one in force.") var base: String?
        @Option(help: "generated: how many cases are made up.") var cases = 500
        @Flag(help: "Prints the table as JSON, in both languages.") var json = false

        func validate() throws {
            if let since, Day(since) == nil { throw ValidationError("--since is a day, such as 2026-01-31") }
            guard (1...100_000).contains(cases) else { throw ValidationError("--cases is 1 to 100000") }
        }

        func run() async throws {
            let draft = ServiceTransport.Version(draft)
            let base = base.map { ServiceTransport.Version($0) }
            let needsSite = against == .stored || draft.isPublished || base?.isPublished ?? true
            let installation = needsSite ? try await common.opening.existing() : nil
            try await common.says(json: json) { transport in
                switch against {
                case .stored: try await transport.replay(draft, since: since.flatMap { Day($0) }, in: installation)
                case .generated: try await transport.replay(draft, from: base, cases: cases, in: installation)
                }
            }
            await installation?.close()
        }
    }
}
