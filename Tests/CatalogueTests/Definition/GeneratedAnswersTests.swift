import Kernel
import TestKit
import Testing

@testable import Catalogue

@Suite struct GeneratedAnswersTests {
    private func make(
        _ service: CompiledService, owner: OwnerKind, seed: UInt64, style: GeneratedAnswers.Style = .varied
    ) -> CaseFacts? {
        var random: any RandomNumberGenerator = SeededRandom(seed)
        let answers = GeneratedAnswers(service, places: Samples.places, place: ("01", "00004"), style: style)
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

    @Test func `lifelike answers are taken by every service, and none of their texts is a bare number of no meaning`()
        throws
    {
        for (file, _) in try Samples.folder.definitions() {
            let service = try Samples.service(String(file.dropLast(5)))
            for owner in service.definition.owners {
                for seed in 1...UInt64(longRun ? 100 : 3) {
                    let facts = make(service, owner: owner, seed: seed, style: .lifelike(name: "Trần Thị Mai (mẫu)"))
                    let filed = try #require(facts, "\(file), \(owner), seed \(seed)")
                    #expect(service.problems(for: filed, places: Samples.places).isEmpty)
                    for page in service.shownPages(filed) {
                        for field in page.fields.flatMap(Self.texts) {
                            let text = field.typed
                            let isNumber = text.allSatisfy { $0.isNumber || ("A"..."Z").contains($0) }
                            let asksNumber = [" so ", " ma "].contains {
                                " \(Folding.fold(field.field.label.vi)) ".contains($0)
                            }
                            #expect(
                                text.isEmpty || !isNumber || asksNumber || text.count < 3,
                                "\(file), \(field.name): \(text)")
                        }
                    }
                }
            }
        }
    }

    private static func texts(_ field: ShownField) -> [ShownField] {
        (field.kind == .text || field.kind == .longText ? [field] : [])
            + (field.parts + field.entries.joined()).flatMap(texts)
    }

    @Test func `lifelike answers say what the question asks`() throws {
        let service = try Samples.service("xac-nhan-tinh-trang-hon-nhan")
        let facts = try #require(make(service, owner: .self, seed: 2, style: .lifelike(name: "Trần Thị Mai (mẫu)")))
        let shown = service.shownPages(facts).flatMap(\.fields).flatMap { Self.texts($0) }
        func typed(_ key: String) -> Set<String> { Set(shown.filter { $0.key == key }.map(\.typed)) }
        #expect(typed("nationality") == ["Việt Nam"])
        #expect(typed("full_name").contains("Trần Thị Mai (mẫu)"))
        #expect(typed("ethnicity").isSubset(of: ["Kinh", "Tày", "Mường"]))
    }
}
