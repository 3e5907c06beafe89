import ArgumentParser
import Composition
import Foundation
import Kernel

/// The command `motcua rules`.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs and checks rules: expressions in FEEL and decision models in DMN.",
        subcommands: [Eval.self, Check.self, Rewrite.self, Test.self])

    struct Eval: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives the value of an expression, or of a decision of a DMN file, as JSON.")

        @Argument(help: "An expression in FEEL, or the path of a file that ends with .dmn.") var subject: String
        @Option(help: "The values of the names, as a JSON object; @FILE reads them from a file.")
        var context = "{}"
        @Option(
            help: "The decision, decision service or business knowledge model of the file; without it all are listed.")
        var decision: String?
        @OptionGroup var wording: Wording

        func run() throws {
            let answers = RuleAnswers(language: wording.language)
            let values = try context.hasPrefix("@") ? text(of: String(context.dropFirst())) : context
            try show(
                subject.hasSuffix(".dmn")
                    ? answers.decide(subject, decision, inputs: values)
                    : answers.evaluate(subject, context: values))
        }

        private func text(of file: String) throws -> String { try inputText(of: file) }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells what is wrong with a DMN file: names, types, gaps and overlaps of tables.")

        @Argument(help: "The DMN file.") var file: String
        @OptionGroup var wording: Wording

        func run() throws { try show(RuleAnswers(language: wording.language).check(file)) }
    }

    struct Rewrite: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a DMN file of any version as DMN 1.5, without diagrams and other programs' extensions.")

        @Argument(help: "The DMN file.") var file: String

        func run() throws { try show(RuleAnswers(language: .vi).rewrite(file)) }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Runs test cases in the format of the DMN Technology Compatibility Kit.")

        @Argument(help: "The folder with models and test cases, and folders below.") var folder: String

        func run() throws { try show(RuleAnswers(language: .en).test(folder) { print($0) }) }
    }

    /// In which language problems are told.
    struct Wording: ParsableArguments {
        @Flag(help: "Tells problems in English.") var english = false

        var language: Language { english ? .en : .vi }
    }
}

private func show(_ outcome: Outcome) throws {
    for line in outcome.lines { print(line) }
    if outcome.hasProblems { throw ExitCode(1) }
}
