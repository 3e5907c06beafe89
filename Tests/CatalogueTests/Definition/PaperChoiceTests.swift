import Kernel
import TestKit
import Testing

@testable import Catalogue

/// In which forms papers are taken, and papers of which one is enough.
@Suite struct PaperChoiceTests {
    private static let text = DefinitionFindingsTests.good.replacing(
        "form: {title: Tờ khai, form: true}",
        with: """
            form: {title: Tờ khai, form: true}
              card: {title: Thẻ căn cước, accepts: [original, certified_copy], one_of: identity}
              passport: {title: Hộ chiếu, one_of: identity}
              plan: {title: Bản vẽ, copies: 1}
              more: {title: Giấy khác, required: false}
            """)

    private static func check(_ text: String = text) -> DefinitionCheck {
        // Papers need somebody who looks at them.
        let act = "receive: {title: Nhận | Receive, kind: receive, to: second}"
        let text = text.replacing(act, with: act + "\n      refuse: {title: Từ chối | Refuse, kind: refuse}")
        return DefinitionReader(library: DefinitionLibrary()).check(text, file: "thu.yaml")
    }

    private static func due() throws -> [PaperDue] {
        let read = check()
        #expect(read.errors.map { $0.text(.en) } == [])
        let service = try CompiledService(PublishedDefinition(try present(read.definition)))
        return service.papers(for: Samples.facts(["one": ["kind": "b"]]))
    }

    @Test func `of alternatives one is enough, and what is missing is told once with all that do`() throws {
        let due = try Self.due()
        #expect(due.missing(brought: []).map(\.key) == ["card", "plan"])
        #expect(
            due.missing(brought: [])[0].title
                == Phrase(vi: "“Thẻ căn cước” hoặc “Hộ chiếu”", en: "“Thẻ căn cước” or “Hộ chiếu”"))
        #expect(due.missing(brought: ["passport"]).map(\.key) == ["plan"])
        #expect(due.missing(brought: ["card", "plan"]).isEmpty)
    }

    @Test func `the forms in which a paper is taken are said`() throws {
        let rules = try Self.due().map(\.rule)
        #expect(rules.first { $0.key == "card" }?.formWords?.vi == "nộp bản chính hoặc bản sao có chứng thực")
        #expect(rules.first { $0.key == "plan" }?.formWords == nil)
    }

    @Test(arguments: [
        ("one_of: identity}\n  passport", "one_of: other}\n  passport", "nothing to choose"),
        ("Hộ chiếu, one_of", "Hộ chiếu, shown: true, one_of", "no alternative"),
        ("accepts: [original", "accepts: [orignal", "orignal"),
        ("one_of: identity}\n  plan", "one_of: Identity}\n  plan", "cannot be a name"),
    ])
    func `mistakes are told`(right: String, wrong: String, words: String) {
        let text = Self.text.replacing(right, with: wrong)
        #expect(text != Self.text)
        #expect(Self.check(text).findings.contains { $0.message.en.contains(words) })
    }
}
