import DesignSystem
import Kernel
import Testing

@testable import Catalogue
@testable import Designer

/// What a reviewer reads of a part that nobody may change.
@Suite struct PartSummaryTests {
    private func lines(_ kind: PartKind, _ text: String, _ chosen: [String: [Choice]] = [:]) throws -> [[String]] {
        let summary = PartSummary(kind: kind, value: try YAMLPatch(text).value(), chosen: chosen)
        return summary.rows.map { $0.lines.map(\.en) }
    }

    @Test func `what goes to another agency is said, written or not`() throws {
        let text = """
            title: Thẻ | Card
            answer: case
            at: H01.2
            service: the
            with: {baby.born: matter.day}
            papers: {certificate: result}
            """
        let chosen = [
            "service": [Choice("the", Phrase(vi: "Cấp thẻ", en: "The card"))],
            "with.to": [Choice("baby.born", Phrase(vi: "Trẻ › Ngày sinh", en: "Child › Born"))],
            "with.from": [Choice("matter.day", Phrase(vi: "Việc › Ngày", en: "Matter › Day"))],
        ]
        let said = try lines(.branch, text, chosen)
        #expect(said.contains(["H01.2"]))
        #expect(said.contains(["The card"]))
        #expect(said.contains(["Child › Born: from Matter › Day", "questions of the same name, by themselves"]))
        #expect(said.contains(["certificate: from result", "papers of the same name, by themselves"]))
        #expect(try lines(.branch, "title: Ý kiến | Opinion\nrole: leader").count == 2)
    }

    @Test func `blocks and lists are said in words`() throws {
        let step = "assign: {by: load, unit: '\".05\"'}\nlimit: {usual: 3 days, cases: [{when: x = 1, limit: 5 days}]}"
        let units = ["assign": [Choice("\".05\"", Phrase(vi: "Phòng Đất đai", en: "Land unit"))]]
        #expect(
            try lines(.step, step, units) == [
                ["3 days", "5 days when x = 1"], ["Whoever has the fewest open cases", "to the unit: Land unit"],
            ])
        #expect(try lines(.template, "title: Giấy\nrecipients: [Như trên, Lưu]") == [["Giấy"], ["Như trên", "Lưu"]])
        #expect(try lines(.message, "text: {vi: Chào, en: Hello}") == [["Hello"]])
        #expect(try lines(.timer, "after: 3 days\ntell: leader") == [["3 days"], ["Tells the leader"]])
        #expect(
            try lines(.question, "label: Hỏi | Ask\noptions: {a: Một | One, b: {label: Hai | Two, when: x}}")
                == [["Ask"], ["One", "Two"]])
    }
}
