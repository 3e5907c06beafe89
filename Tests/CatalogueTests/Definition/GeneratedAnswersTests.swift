import Kernel
import TestKit
import Testing

@testable import Catalogue

@Suite struct GeneratedAnswersTests {
    private func make(
        _ service: CompiledService, owner: OwnerKind, seed: UInt64
    ) -> CaseFacts? {
        var random: any RandomNumberGenerator = SeededRandom(seed)
        let answers = GeneratedAnswers(service, places: Samples.places, place: ("01", "00004"))
        let day = Day(number: 20_500)
        return answers(owner: owner, channel: .online, day: day, &random)
    }

    @Test func `every service of the project takes generated answers, for everybody it may be filed for`() throws {
        for (file, _) in try Samples.folder.definitions() {
            let service = try Samples.service(String(file.dropLast(5)))
            for owner in service.definition.owners {
                for seed in 1...UInt64(longRun ? 200 : 5) {
                    let facts = make(service, owner: owner, seed: seed)
                    let filed = try #require(facts, "\(file), \(owner), seed \(seed)")
                    #expect(service.problems(for: filed, places: Samples.places).isEmpty)
                    #expect(filed.answers != [:])
                    #expect(service.uncountedFees(for: filed).isEmpty, "\(file), \(owner), seed \(seed)")
                }
            }
        }
    }

    @Test func `the same seed gives the same answers, another one others`() throws {
        let service = try Samples.service("dang-ky-ho-kinh-doanh")
        let first = make(service, owner: .self, seed: 3)
        #expect(first != nil)
        #expect(make(service, owner: .self, seed: 3) == first)
        #expect(make(service, owner: .self, seed: 4) != first)
    }
}
