import TestKit
import Testing

@testable import Rules

/// Random models, seeded: written and read again they are the same, and none makes the reader, the checks or a run crash.
struct ModelFuzzTests {
    @Test func `a model that is written and read again is the same`() throws {
        var random = RandomModel(seed: 20_260_422)
        for _ in 0..<(longRun ? 10_000 : 400) {
            let model = random.definitions()
            let text = DefinitionsWriter.text(model)
            let read = try? DefinitionsReader.read(Array(text.utf8)).get().model
            let isSame = read == model
            #expect(isSame, "\(text)")
            if !isSame { return }
        }
    }

    @Test func `random and mutated models are read or refused and never crash`() {
        var random = RandomModel(seed: 11)
        for _ in 0..<(longRun ? 50_000 : 1_500) {
            var text = DefinitionsWriter.text(random.definitions())
            for _ in 0..<random.syntax.below(4) { text = random.syntax.mutated(text) }
            guard case .success(let (model, _)) = DefinitionsReader.read(Array(text.utf8)) else { continue }
            let (compiled, _) = DecisionModel.compile(model)
            for name in compiled.askedNames {
                for given in [["a": 5, "b": "x"], [:], ["a": ["k", 2], "b": ["c": true]]] as [[String: FEELValue]] {
                    _ =
                        compiled.decide(name, given, now: Feel.now) ?? compiled.serve(name, given, now: Feel.now)
                        ?? compiled.apply(name, given, now: Feel.now)
                }
            }
        }
    }
}
