import Kernel
import Testing

@testable import Catalogue

/// What single services of the project ask of the answers, as their records do.
@Suite struct OwnServiceRulesTests {
    /// What is wrong with the child's day of birth on 22 April 2026; the adopting parents are born in 1980 and 2000.
    private static func adoption(of born: String, relation: String, isCouple: Bool = false) throws -> [String] {
        let service = try Samples.service("dang-ky-nuoi-con-nuoi")
        var answers: JSON = [
            "adopter": ["birth_day": "1980-05-04", "relation": .string(relation), "is_couple": .bool(isCouple)],
            "child": ["birth_day": .string(born)],
        ]
        if isCouple { answers["spouse"] = ["birth_day": "2000-05-04"] }
        return service.problems(page: "child", for: Samples.facts(answers), places: Samples.places)
            .filter { $0.field == "child.birth_day" }.map(\.message.en)
    }

    @Test func `an adopted child is under 16, or under 18 with a step-parent, aunt or uncle`() throws {
        #expect(try Self.adoption(of: "2010-04-23", relation: "other") == [])
        #expect(try Self.adoption(of: "2010-04-22", relation: "other") == ["The child must be under 16"])
        for relation in ["step", "kin"] {
            #expect(try Self.adoption(of: "2008-04-23", relation: relation) == [])
            #expect(try Self.adoption(of: "2008-04-22", relation: relation).count == 1)
        }
    }

    @Test func `each of an adopting couple is 20 years older, kin are not asked to be`() throws {
        #expect(try Self.adoption(of: "2020-05-04", relation: "other", isCouple: true) == [])
        #expect(try Self.adoption(of: "2020-05-03", relation: "other") == [])
        #expect(
            try Self.adoption(of: "2020-05-03", relation: "other", isCouple: true)
                == ["The spouse who adopts too must be 20 years older"])
        #expect(try Self.adoption(of: "2012-05-03", relation: "kin", isCouple: true) == [])
    }

    @Test func `a running plant hands in the study of the expansion that is not to be assessed`() throws {
        let service = try Samples.service("giay-phep-moi-truong")
        func asksStudy(_ project: JSON) -> Bool {
            service.papers(for: Samples.facts(["project": project])).contains { $0.rule.key == "study" }
        }
        #expect(asksStudy(["kind": "unassessed"]))
        #expect(asksStudy(["kind": "running", "is_expansion": true]))
        #expect(!asksStudy(["kind": "running", "is_expansion": false]))
        #expect(!asksStudy(["kind": "assessed"]))
    }

    @Test(arguments: ["giay-phep-moi-truong", "gia-han-giay-phep-tham-do-nuoc", "giao-khu-vuc-bien"])
    func `after opinions and council supplements can still be asked for`(name: String) throws {
        let acts = try Samples.service(name).acts(in: "summary", for: Samples.facts())
        #expect(acts.contains { $0.kind == .supplement })
    }
}
