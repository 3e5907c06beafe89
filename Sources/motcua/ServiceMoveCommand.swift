import ArgumentParser
import Composition
import Kernel

extension Service {
    struct Move: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets running dossiers go on under the version of their service that is in force.",
            discussion: """
                Without --apply it only tells: which dossiers would be moved and what would change for them, which keep their \
                version because the move would be to the applicant's cost, and which cannot be moved and why. Answers that \
                the new version does not ask for are kept and shown with the case. Each dossier is moved whole or not at all; \
                the command can be run again. \
                Exit code 0: all are moved; 1: some keep their version; 2: not possible.
                """)

        @OptionGroup var common: Common
        @Argument(help: "The service's name.") var service: String
        @Flag(help: "Moves them; without it nothing is written.") var apply = false
        @Option(help: "A step with another name in the new version: OLD=NEW.") var step: [String] = []
        @Option(help: "What may become worse: pays_more, other_limit, invalid, new_paper.") var accept: [String] = []
        @Option(name: .customLong("dossier"), help: "The code of a dossier: only those named are moved.")
        var dossiers: [String] = []
        @Flag(help: "Prints the report as JSON, in both languages.") var json = false

        func validate() throws {
            if let wrong = accept.first(where: { !ServiceTransport.burdens.contains($0) }) {
                let known = ServiceTransport.burdens.joined(separator: ", ")
                throw ValidationError("--accept is one of \(known), not \(wrong)")
            }
            guard pairs.count == step.count else { throw ValidationError("--step is OLD=NEW") }
        }

        private var pairs: [String: String] {
            step.reduce(into: [:]) { pairs, text in
                let halves = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                if halves.count == 2, !halves.contains("") { pairs[halves[0]] = halves[1] }
            }
        }

        func run() async throws {
            let move = ServiceTransport.Move(
                service: service, steps: pairs, accepted: accept, codes: dossiers, isTrial: !apply)
            let installation = try await common.opening.existing()
            try await common.says(json: json) { try await $0.move(move, in: installation) }
            await installation?.close()
        }
    }
}
