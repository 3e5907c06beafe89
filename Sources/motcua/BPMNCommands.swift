import ArgumentParser
import Composition

extension Service {
    /// The command `motcua service bpmn`.
    struct BPMN: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bpmn", abstract: "Writes steps as BPMN 2.0 with a diagram, and reads steps from it.",
            subcommands: [Export.self, Import.self])

        struct Export: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Writes the steps of a service or step template as BPMN.")

            @OptionGroup var common: Common
            @Argument(
                help: "A service's short name, or a template like steps/short; without it, all of the services' folder."
            )
            var name: String?
            @Option(help: "The file to write, or the folder for all of them; without it, standard output.")
            var output: String?

            func validate() throws {
                if name == nil, output == nil { throw ValidationError("a name, or --output FOLDER for all of them") }
            }

            func run() async throws {
                try await common.says { transport in
                    if let name { return try transport.exportProcess(name, to: output) }
                    return try transport.exportProcesses(into: output ?? ".")
                }
            }
        }

        struct Import: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Reads the steps of a BPMN file and writes them as a step template; refuses the rest by name."
            )

            @OptionGroup var common: Common
            @Argument(help: "The BPMN file.") var file: String
            @Option(help: "The file to write, like services/steps/my-steps.yaml; without it, standard output.")
            var output: String?

            func run() async throws {
                let text = try inputText(of: file)
                try await common.says { try $0.importProcess(text, file: file, to: output) }
            }
        }
    }
}
