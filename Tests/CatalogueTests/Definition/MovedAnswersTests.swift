import Kernel
import TestKit
import Testing

@testable import Catalogue

/// A case that goes from version to version loses no answer.
@Suite struct MovedAnswersTests {
    /// Every answer with its place, entries of lists with their numbers.
    private func marks(_ answers: JSON, _ path: String = "") -> Set<String> {
        switch answers {
        case .object(let members): members.reduce(into: []) { $0.formUnion(marks($1.value, "\(path).\($1.key)")) }
        case .array(let entries):
            entries.enumerated().reduce(into: []) { $0.formUnion(marks($1.element, "\(path)[\($1.offset)]")) }
        default: AnswerText.isBlank(answers) ? [] : ["\(path)=\(answers.canonical)"]
        }
    }

    /// Answers to questions that somebody asks: computed values are nobody's.
    private func given(_ answers: JSON, under service: CompiledService) -> Set<String> {
        marks(answers).filter { mark in
            let name = String(mark.dropFirst().prefix { $0 != "=" })
            return service.field(name)?.kind != .computed
        }
    }

    /// The definition with parts taken out, named otherwise, of another kind, or asked under another condition.
    private func changed(_ definition: ServiceDefinition, _ random: inout SeededRandom) -> ServiceDefinition {
        var definition = definition
        for index in definition.form.indices where random.below(3) == 0 {
            if random.below(4) == 0 { definition.form[index].when = "false" }
            change(&definition.form[index].fields, &random)
        }
        if definition.form.count > 1, random.below(3) == 0 {
            definition.form.remove(at: random.below(definition.form.count))
        }
        return definition
    }

    private func change(_ fields: inout [FormField], _ random: inout SeededRandom) {
        for index in fields.indices {
            switch random.below(6) {
            case 0: fields[index].key += "_x"
            case 1: fields[index].when = "false"
            case 2 where fields[index].fields.isEmpty && fields[index].kind != .computed:
                (fields[index].kind, fields[index].options) = (.text, [])
            case 3: change(&fields[index].fields, &random)
            default: break
            }
        }
        if fields.count > 1, random.below(4) == 0 { fields.remove(at: random.below(fields.count)) }
    }

    @Test func `through versions of every service, there and back, every answer stays`() throws {
        var random = SeededRandom(20_260_422)
        var moves = 0
        for (file, _) in try Samples.folder.definitions() {
            let first = try Samples.service(String(file.dropLast(5)))
            for owner in first.definition.owners {
                for _ in 0..<(longRun ? 200 : 4) {
                    var seed: any RandomNumberGenerator = SeededRandom(UInt64(random.below(1_000_000)))
                    let generated = GeneratedAnswers(first, places: Samples.places, place: ("01", "00004"))(
                        owner: owner, channel: .online, day: Day(number: 20_500), &seed)
                    let filed = try #require(generated)
                    var (facts, kept, version) = (filed, [KeptAnswers](), first)
                    var all = given(facts.answers, under: first)
                    for _ in 0..<3 {
                        let definition = changed(first.definition, &random)
                        // A change may leave a rule without what it reads: such a version is never published.
                        guard let next = try? CompiledService(PublishedDefinition(definition)) else { continue }
                        let moved = MovedAnswers(facts, kept: kept, from: version, to: next)
                        let after = moved.kept.reduce(into: marks(moved.answers)) { $0.formUnion(marks($1.answers)) }
                        #expect(all.subtracting(after) == [], "\(file)")
                        (facts.answers, kept, version) = (moved.answers, moved.kept, next)
                        all.formUnion(given(moved.answers, under: next))
                        moves += 1
                    }
                    let back = MovedAnswers(facts, kept: kept, from: version, to: first)
                    #expect(
                        given(filed.answers, under: first).subtracting(marks(back.answers)) == [],
                        "\(file): what took its place again is not what was answered")
                }
            }
        }
        #expect(moves > 50)
    }
}
