import Directory
import Kernel

/// What a command has to say, and whether it went well.
package struct Outcome: Sendable {
    package var lines: [String] = []
    package var hasProblems = false

    static func wrong(_ lines: String...) -> Outcome { Outcome(lines: lines, hasProblems: true) }

    static func wrong(_ problems: [FieldProblem]) -> Outcome {
        Outcome(lines: problems.map { "\($0.field): \($0.message.vi) / \($0.message.en)" }, hasProblems: true)
    }

    /// The account of an import, its problems first.
    init(_ report: ImportReport) {
        lines =
            report.problems.map { "line \($0.line): \($0.message.vi) / \($0.message.en)" }
            + [report.summary.vi, report.summary.en]
        hasProblems = !report.problems.isEmpty
    }

    init(lines: [String] = [], hasProblems: Bool = false) {
        self.lines = lines
        self.hasProblems = hasProblems
    }
}
