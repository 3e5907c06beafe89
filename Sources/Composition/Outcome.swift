/// What a command has to say, and whether it went well.
package struct Outcome: Sendable {
    package var lines: [String] = []
    package var hasProblems = false
}
