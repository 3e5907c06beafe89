package import Kernel

/// What is wrong with the text of a rule, where, and what may have been meant.
package struct RuleProblem: Error, Hashable, Sendable {
    /// Line and column of the first character concerned, counted from 1.
    package let line: Int
    package let column: Int
    /// How many characters (Unicode scalars) are concerned.
    package let length: Int
    package let message: Phrase
    /// A text to put in the place of those characters, when one suggests itself.
    package let proposal: String?

    init(_ source: String, _ start: Int, _ end: Int, _ message: Phrase, proposal: String? = nil) {
        var (line, column) = (1, 1)
        for scalar in source.unicodeScalars.prefix(start) {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        self.line = line
        self.column = column
        length = max(0, end - start)
        self.message = message
        self.proposal = proposal
    }
}
