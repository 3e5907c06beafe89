import ArgumentParser
import Composition

/// The command `motcua deadline`.
struct Deadline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers deadlines: JSON lines on standard input to JSON lines on standard output.",
        discussion: """
            Counts by the calendars of the site when its database is there, by the national calendar of the program \
            otherwise. A line may name one: "calendar": "national".
            """)

    @OptionGroup var opening: Opening

    func run() async throws {
        let (settings, _) = try await opening.read(secret: .notNeeded)
        let calendars = try await explaining(settings) { try await DeadlineCalendars.of(settings) }
        while let line = readLine() {
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            print(Answers.deadline(line, by: calendars))
        }
    }
}
