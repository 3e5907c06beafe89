import Catalogue
import Kernel
import Rules

/// One input, and who reads it.
struct FuzzInput: Sendable {
    enum Kind: String, Sendable { case expressions, models, definitions, diagrams }

    let kind: Kind
    let text: String

    private static let names = RuleNames([
        "a": .number, "b": .string, "page.question": .boolean, "page.amount": .number, "when": .date,
        "list": .list(.number),
    ])
    private static let values: [String: FEELValue] = ["a": 5, "b": "x", "list": [1, 2, 3]]

    /// Whether it was read; then it is run as well.
    func isTaken(_ library: DefinitionLibrary) -> Bool {
        switch kind {
        case .expressions:
            guard case .success(let rule) = Rule.compile(text, names: Self.names) else { return false }
            _ = rule.value(in: RuleScope(Self.values, now: Instant(microseconds: 1_776_844_800_000_000))).text
            return true
        case .models:
            guard case .success(let (model, _)) = DefinitionsReader.read(Array(text.utf8)) else { return false }
            let (compiled, _) = DecisionModel.compile(model)
            for name in compiled.askedNames {
                _ = compiled.answer(name, ["a": 5, "b": "x"], now: Instant(microseconds: 1_776_844_800_000_000))
            }
            _ = DefinitionsWriter.text(model)
            return true
        case .definitions:
            let check = DefinitionReader(library: library).check(text, file: "thu.txt")
            guard let definition = check.definition else { return false }
            return (try? PublishedDefinition(definition)) != nil
        case .diagrams:
            guard case .success(let (process, _)) = BPMNReader.read(Array(text.utf8), file: "thu.bpmn") else {
                return false
            }
            _ = StepsText.template(process)
            return BPMNWriter.text(process).isEmpty == false
        }
    }
}
