import Foundation
package import Kernel
import Rules

/// What `motcua rules` answers; it needs no installation.
package struct RuleAnswers: Sendable {
    package let language: Language
    private let now = SystemTime().now

    package init(language: Language) { self.language = language }

    /// An expression of FEEL with a JSON object of values for its names.
    package func evaluate(_ expression: String, context: String) -> Outcome {
        guard let values = object(context) else { return noObject }
        let names = RuleNames(values.mapValues { FEELType(ofJSON: $0) })
        switch Rule.compile(expression, names: names) {
        case .failure(let problem):
            let place = Phrase(
                vi: "dòng \(problem.line), cột \(problem.column)", en: "line \(problem.line), column \(problem.column)")
            return Outcome(lines: ["\(place(language)): \(problem.message(language))"], hasProblems: true)
        case .success(let rule):
            let value = rule.value(in: RuleScope(values, names: names, now: now))
            return Outcome(lines: [value.json.canonical])
        }
    }

    /// A decision, decision service or business knowledge model of a DMN file, with its inputs as a JSON object. Without
    /// a name it lists what there is.
    package func decide(_ file: String, _ name: String?, inputs: String) -> Outcome {
        guard let values = object(inputs) else { return noObject }
        guard let model = model(file) else { return unreadable(file) }
        guard let name else { return Outcome(lines: model.compiled.askedNames) }
        guard let outcome = model.compiled.answer(name, values, now: now) else {
            let refusal = Phrase(vi: "Không có quyết định “\(name)”.", en: "There is no decision “\(name)”.")
            return Outcome(lines: [refusal(language)] + model.compiled.askedNames, hasProblems: true)
        }
        let notes = outcome.notes.map { "# \($0.name): \($0.message(language))" }
        return Outcome(lines: notes + [outcome.value.json.canonical])
    }

    /// Everything that is wrong with a DMN file.
    package func check(_ file: String) -> Outcome {
        guard let model = model(file) else { return unreadable(file) }
        return Outcome(
            lines: model.problems.map { "\(file): \($0.phrase(language))" },
            hasProblems: model.problems.contains { $0.weight == .fault })
    }

    /// A DMN file of any version as DMN 1.5.
    package func rewrite(_ file: String) -> Outcome {
        guard let (model, _) = definitions(file) else { return unreadable(file) }
        return Outcome(lines: DefinitionsWriter.text(model).split(separator: "\n").map(String.init))
    }

    /// Test cases in the format of the DMN Technology Compatibility Kit: a line per case, last the sums.
    package func test(_ folder: String, _ tell: (String) -> Void) -> Outcome {
        var (passed, failed) = (0, 0)
        KitRun(now: now).run(URL(fileURLWithPath: folder, isDirectory: true)) { line in
            if line.faults.isEmpty { passed += 1 } else { failed += 1 }
            tell(line.text)
        }
        return Outcome(lines: ["\(passed) passed, \(failed) failed"], hasProblems: failed > 0)
    }

    private func object(_ text: String) -> [String: JSON]? { (try? JSON(parsing: text))?.object }

    private var noObject: Outcome {
        let refusal = Phrase(
            vi: "Các giá trị phải là một đối tượng JSON, ví dụ {\"tuổi\": 18}.",
            en: "The values must be a JSON object, for example {\"age\": 18}.")
        return Outcome(lines: [refusal(language)], hasProblems: true)
    }

    private func unreadable(_ file: String) -> Outcome {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            let refusal = Phrase(vi: "Không đọc được tệp \(file).", en: "The file \(file) cannot be read.")
            return Outcome(lines: [refusal(language)], hasProblems: true)
        }
        guard case .failure(let problem) = DefinitionsReader.read(Array(bytes)) else { return Outcome() }
        return Outcome(lines: ["\(file): \(problem.phrase(language))"], hasProblems: true)
    }

    /// The model of a file, with the models beside it that it may import.
    private func model(_ file: String) -> (compiled: DecisionModel, problems: [ModelProblem])? {
        guard let (definitions, problems) = definitions(file) else { return nil }
        let place = URL(fileURLWithPath: file).deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        let library = names.sorted().filter { $0.hasSuffix(".dmn") }.compactMap {
            self.definitions(place.appendingPathComponent($0).path)?.model
        }
        let compiled = DecisionModel.compile(
            definitions, library: definitions.imports.isEmpty ? [] : library)
        return (compiled.model, problems + compiled.problems)
    }

    private func definitions(_ file: String) -> (model: Definitions, problems: [ModelProblem])? {
        FileManager.default.contents(atPath: file).flatMap { try? DefinitionsReader.read(Array($0)).get() }
    }
}

extension FEELType {
    /// What is known of a value in JSON: its entries; a string may be a date.
    fileprivate init(ofJSON json: JSON) {
        switch json {
        case .object(let members): self = .context(members.mapValues { FEELType(ofJSON: $0) })
        case .array: self = .list(.any)
        default: self = .any
        }
    }
}
