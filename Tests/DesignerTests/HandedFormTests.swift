import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

/// What forms keep of blocks that are long, commented, or written in short.
@Suite struct HandedFormTests {
    private static let path = ["steps", "ask", "parallel", "card"]

    private static func branch(_ lines: [String], _ key: String = "with") -> String {
        """
        steps:
          ask:
            title: Hỏi | Ask
            parallel:
              card:
                title: Thẻ | Card
                at: chosen
                answer: case
                service: cap-the
                \(key):

        """ + lines.map { "          \($0)\n" }.joined()
    }

    private func form(_ text: String, _ path: [String] = path) throws -> PartForm {
        PartForm(try #require(PartKind(path)), try #require(YAMLPatch(text).value()[path: path]))
    }

    /// What a browser sends of lines: to, from.
    private func sent(_ lines: [(String, String)], _ key: String = "with") -> [(String, String)] {
        [("title.vi", "Thẻ"), ("title.en", "Card"), ("at", "chosen"), ("answer", "case"), ("service.rule", "cap-the")]
            + lines.enumerated().flatMap { index, line in
                [("\(key).\(index).to", line.0), ("\(key).\(index).from", line.1)]
            }
    }

    private func changed(_ text: String, _ pairs: [(String, String)], _ path: [String] = path) throws -> String {
        var patch = YAMLPatch(text)
        let form = try form(text, path)
        try form.write(try form.changes(FormValues(pairs: pairs)).get(), at: path, shared: nil, to: &patch)
        return patch.text
    }

    private func problems(_ text: String, _ pairs: [(String, String)], _ path: [String] = path) throws -> [String] {
        guard case .failure(let unread) = try form(text, path).changes(FormValues(pairs: pairs)) else { return [] }
        return unread.problems.map(\.field)
    }

    private func html(_ form: PartForm) -> String {
        form.fields.map { String(decoding: $0.html(Rendering(.vi)), as: UTF8.self) }.joined()
    }

    @Test(arguments: ["with", "papers"])
    func `seventy lines are all shown, and all kept`(_ key: String) throws {
        let lines = (1...70).map { ("there_\($0)", "here_\($0)") }
        let text = Self.branch(lines.map { "\($0.0): \($0.1)" }, key)
        let shown = html(try form(text))
        #expect(shown.contains("there_70") && shown.contains("name=\"\(key).69.to\""))
        #expect(try changed(text, sent(lines, key)) == text)
        var other = lines
        other[69].1 = "another"
        #expect(
            try changed(text, sent(other, key)) == text.replacing("there_70: here_70", with: "there_70: another"))
    }

    @Test func `seventy checks of an answer are all shown, and all kept`() throws {
        let path = ["form", "a", "fields", "n"]
        let rules = (1...70).map { "value > \($0)" }
        let text =
            "form:\n  a:\n    fields:\n      n:\n        label: Số | Number\n        kind: number\n        checks:\n"
            + rules.map { "          - {rule: \($0), message: Sai | Wrong}\n" }.joined()
        #expect(html(try form(text, path)).contains("name=\"checks.69.rule\""))
        let pairs = rules.enumerated().flatMap { index, rule in
            [("checks.\(index).rule", rule), ("checks.\(index).vi", "Sai"), ("checks.\(index).en", "Wrong")]
        }
        #expect(try changed(text, pairs, path) == text)
    }

    @Test func `a limit of seventy cases keeps them`() throws {
        let cases = (1...70).map { "n = \($0)" }
        let text =
            "limit:\n  usual: 5 working_days\n  cases:\n"
            + cases.map { "    - {when: \($0), limit: 3 days}\n" }.joined()
        #expect(html(try form(text, [])).contains("name=\"limit.69.when\""))
        let pairs =
            [("limit.value", "5"), ("limit.unit", "working_days")]
            + cases.enumerated().flatMap { index, rule in
                [("limit.\(index).when", rule), ("limit.\(index).days", "3"), ("limit.\(index).unit", "days")]
            }
        let changes = try form(text, []).changes(FormValues(pairs: pairs + [("asked", "1")]))
        if case .success(let found) = changes { #expect(!found.contains { $0.key == "limit" }) }
        let read = try form(text, []).withCases(
            PartKey("limit", Phrase(same: ""), .limitByCase), FormValues(pairs: pairs),
            usual: .text("5 working_days")
        ).get()
        #expect(read["cases"]?.items?.count == 70)
    }

    @Test func `a new line without its place there is a problem, not saved away`() throws {
        let text = Self.branch(["child.name: baby.name"])
        #expect(try problems(text, sent([("child.name", "baby.name"), ("", "baby.day")])) == ["with.1.to"])
        let ruled = sent([("child.name", "baby.name"), ("", "")]) + [("with.1.rule", "1 + 1")]
        #expect(try problems(text, ruled) == ["with.1.to"])
        // One that was there is taken out by emptying its place.
        let two = Self.branch(["child.name: baby.name", "child.day: baby.day"])
        #expect(try changed(two, sent([("child.name", "baby.name"), ("", "baby.day")])) == text)
    }

    @Test func `a paper that is handed over stays chosen though it is offered no more`() throws {
        let text = Self.branch(["birth: old_paper"], "papers")
        var form = try form(text)
        form.chosen = ["papers.from": [Choice("result", Phrase(same: "Kết quả"))]]
        #expect(html(form).contains("value=\"old_paper\" selected"))
    }

    @Test func `lines change one by one, and comments between them stay`() throws {
        let text = Self.branch([
            "child.name: baby.name   # theo giấy khai sinh", "# ngày theo sổ", "child.day: baby.day",
            "child.sex: baby.sex",
        ])
        let other = sent([("child.name", "baby.name"), ("child.day", "baby.born"), ("child.sex", "baby.sex")])
        #expect(try changed(text, other) == text.replacing("baby.day", with: "baby.born"))
        let renamed = sent([("child.called", "baby.name"), ("child.day", "baby.day"), ("child.sex", "baby.sex")])
        #expect(try changed(text, renamed) == text.replacing("child.name:", with: "child.called:"))
        let fewer = sent([("child.name", "baby.name"), ("child.day", "baby.day"), ("", "")])
        #expect(try changed(text, fewer) == text.replacing("          child.sex: baby.sex\n", with: ""))
    }

    @Test func `a kind of paper is kept as it is typed, or refused`() throws {
        let path = ["papers", "health"]
        let text = "papers:\n  health: {title: Giấy khám}\n"
        func sent(_ kind: String) -> [(String, String)] {
            [("title", "Giấy khám"), ("required", "true"), ("reuse.as", kind)]
        }
        for name in ["giay_chung_nhan_quyen_su_dung_dat", "a_1__b"] {
            let kept = try changed(text, sent(name), path)
            #expect(try YAMLPatch(kept).value()[path: path + ["reuse", "as"]]?.text == name)
        }
        for wrong in ["Giấy khám", "2_ban", "then"] {
            #expect(try problems(text, sent(wrong), path) == ["reuse.as"])
        }
        #expect(
            try problems("result: {title: Thẻ | Card}\n", [("result.as", "Thẻ căn cước")], []).contains("result.as"))
    }

    @Test func `a column named in English alone is asked for its name`() {
        let known = NewPart.Known(answers: [
            KnownAnswer(
                name: "a.b", title: Phrase(same: "A › B"), label: Phrase(same: "B"), options: [], kind: .text)
        ])
        let form = FormValues(pairs: [("new.rule", "a.b"), ("new.en", "Name")])
        guard case .failure(let unread) = NewPart.read(.column, form, taken: [], known: known) else {
            Issue.record("the name was dropped")
            return
        }
        #expect(unread.problems.map(\.field) == ["new.vi"])
    }
}
