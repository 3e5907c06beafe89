import ArgumentParser
import Composition

/// The command `motcua totp`.
struct Totp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the present six digits of the sample officials (only for trying).")

    func run() async throws { print(Answers.sampleDigits()) }
}
