import ArgumentParser
import Composition

/// The command `motcua deadline`.
struct Deadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers deadlines: JSON lines on standard input to JSON lines on standard output.")

    func run() async throws {
        while let line = readLine() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            print(Answers.deadline(line))
        }
    }
}
