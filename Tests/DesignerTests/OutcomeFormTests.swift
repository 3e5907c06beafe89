import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

/// Forms for what comes out of a case, as changes of a definition: read again, they show what was typed.
@Suite struct OutcomeFormTests {
    private static let base = """
        title: Mẫu | Sample
        result: {title: Giấy phép}   # theo quyết định
        form:
          person:
            title: Người | Person
            fields:
              full_name: Họ tên | Full name
              birth_day: {kind: date, label: Ngày sinh | Date of birth}
        """
    private static let known = [
        KnownAnswer(
            name: "person.full_name", title: Phrase(vi: "Người › Họ tên", en: "Person › Full name"),
            label: Phrase(vi: "Họ tên", en: "Full name"), options: [], kind: .text),
        KnownAnswer(
            name: "person.birth_day", title: Phrase(vi: "Người › Ngày sinh", en: "Person › Date of birth"),
            label: Phrase(vi: "Ngày sinh", en: "Date of birth"), options: [], kind: .date),
    ]

    private func form(_ text: String, _ path: [String], _ chosen: [String: [Choice]] = [:]) throws -> PartForm {
        let part = try #require(YAMLPatch(text).value()[path: path])
        var form = PartForm(try #require(PartKind(path)), part)
        form.chosen = chosen
        return form
    }

    private func changed(_ text: String, _ path: [String], _ pairs: [(String, String)]) throws -> String {
        var patch = YAMLPatch(text)
        let form = try form(text, path)
        let changes = try form.changes(FormValues(pairs: pairs)).get()
        try form.write(changes, at: path, shared: nil, to: &patch)
        return patch.text
    }

    private func added(
        _ text: String, _ block: [String], _ kind: PartKind, _ pairs: [(String, String)],
        registers: [RegisterRule] = []
    ) throws -> (text: String, path: [String]) {
        var patch = YAMLPatch(text)
        let taken = try patch.value()[path: block]?.keys ?? []
        let (key, value) = try NewPart.read(
            kind, FormValues(pairs: pairs), taken: taken, known: .init(answers: Self.known, registers: registers)
        ).get()
        try patch.set(block + [key], value)
        return (patch.text, block + [key])
    }

    private func html(_ form: PartForm) -> String {
        form.fields.map { String(decoding: $0.html(Rendering(.vi)), as: UTF8.self) }.joined()
    }

    @Test func `a register gets columns from questions, called and typed as they are`() throws {
        var (text, register) = try added(
            Self.base, ["registers"], .register, [("new-register.vi", "Sổ cấp phép"), ("new-register.en", "Permits")])
        #expect(register == ["registers", "permits"])
        let columns = register + ["columns"]
        text = try added(text, columns, .column, [("new.rule", "person.full_name")]).text
        text = try added(text, columns, .column, [("new.rule", "person.birth_day")]).text
        let long = "string length(person.full_name)"
        text = try added(
            text, columns, .column, [("new.other", long), ("new.vi", "Độ dài"), ("new.en", "Length")]
        ).text
        let value = try YAMLPatch(text).value()[path: columns]
        #expect(value?.keys == ["full_name", "birth_day", "length"])
        #expect(value?["birth_day"]?["gives"]?.text == "date" && value?["full_name"]?["gives"] == nil)
        #expect(value?["full_name"]?["title"]?.text == "Họ tên | Full name")
        #expect(text.contains("result: {title: Giấy phép}   # theo quyết định"))
        // Neither a question nor a rule, both, and a rule without a name.
        let wrong: [[(String, String)]] = [
            [], [("new.rule", "person.full_name"), ("new.other", long)], [("new.other", long)],
        ]
        for sent in wrong {
            #expect(throws: PartForm.Unread.self) { try added(text, columns, .column, sent) }
        }
    }

    @Test func `a column says a question or a rule, and its form shows which`() throws {
        let text =
            Self.base + "\nregisters:\n  a:\n    title: Sổ | Book\n    columns:\n"
            + "      name: {title: Tên | Name, rule: person.full_name}   # chưa đổi\n"
        let path = ["registers", "a", "columns", "name"]
        let titles = [("title.vi", "Tên"), ("title.en", "Name"), ("gives", "text")]
        #expect(try changed(text, path, titles + [("rule", "person.full_name"), ("rule.rule", "")]) == text)
        let rule = "upper case(person.full_name)"
        let ruled = try changed(text, path, titles + [("rule", ""), ("rule.rule", rule)])
        #expect(try YAMLPatch(ruled).value()[path: path + ["rule"]]?.text == rule)
        let choices = ["rule": KnownAnswer.writable(Self.known)]
        #expect(html(try form(text, path, choices)).contains("value=\"person.full_name\" selected"))
        let shown = html(try form(ruled, path, choices))
        #expect(shown.contains(">\(rule)</textarea>") && !shown.contains(" selected"))
        // Both at once are refused, and stay in their places.
        var again = try form(text, path, choices)
        let sent = FormValues(pairs: titles + [("rule", "person.birth_day"), ("rule.rule", rule)])
        guard case .failure(let unread) = again.changes(sent) else {
            Issue.record("a question and a rule were both taken")
            return
        }
        (again.sent, again.problems) = (sent, unread.problems)
        let back = html(again)
        #expect(back.contains("value=\"person.birth_day\" selected") && back.contains(">\(rule)</textarea>"))
        #expect(back.contains("một trong hai"))
    }

    @Test func `a register that other services write to is the same here`() throws {
        let other = RegisterRule(
            key: "khai_sinh", title: Phrase(vi: "Sổ khai sinh", en: "Births"), series: "KS",
            columns: [
                RegisterColumn(
                    key: "name", title: Phrase(vi: "Tên", en: "Name"), rule: "person.full_name", gives: .text),
                RegisterColumn(
                    key: "day", title: Phrase(vi: "Ngày", en: "Day"), rule: "person.birth_day", gives: .date),
            ])
        let (text, path) = try added(
            Self.base, ["registers"], .register, [("new-register.known", "khai_sinh")], registers: [other])
        let root = try SourceNode.reading(text, file: "mau.yaml").get()
        #expect(DefinitionReading(DefinitionLibrary()).registers(root["registers"]) == [other])
        #expect(path == ["registers", "khai_sinh"])
    }

    @Test func `the text of a result keeps its lines and says who else gets it`() throws {
        var patch = YAMLPatch(Self.base)
        let path = ["result", "template"]
        try patch.set(path, ResultText.begun("Giấy phép"))
        let lines = "# Cấp phép\r\nCho {{full_name}}.  \r\n\r\n{{#birth_day}}Sinh {{birth_day}}{{/birth_day}}\r\n"
        let sent = [("title", "Giấy phép"), ("text", lines), ("recipients", "Người đề nghị\r\nLưu: VT\r\n")]
        var text = try changed(patch.text, path, sent)
        let value = try YAMLPatch(text).value()[path: path]
        #expect(
            value?["text"]?.text == "# Cấp phép\nCho {{full_name}}.\n\n{{#birth_day}}Sinh {{birth_day}}{{/birth_day}}")
        #expect(value?["recipients"] == .list([.text("Người đề nghị"), .text("Lưu: VT")]))
        // What a browser sends of what is drawn changes nothing.
        #expect(html(try form(text, path)).contains("Cho {{full_name}}."))
        #expect(try changed(text, path, sent) == text)
        #expect(throws: PartForm.Unread.self) { try changed(text, path, [("title", "Giấy phép"), ("text", " \r\n")]) }
        text = try added(text, path + ["variables"], .variable, [("new.rule", "person.full_name")]).text
        text = try added(text, path + ["variables"], .variable, [("new.rule", "person.birth_day")]).text
        let day = path + ["variables", "birth_day"]
        text = try changed(
            text, day, [("rule", "person.birth_day"), ("rule.rule", ""), ("gives", ""), ("written", "long")])
        #expect(
            try YAMLPatch(text).value()[path: day]
                == .map([.init("rule", .text("person.birth_day")), .init("written", .text("long"))]))
        #expect(try YAMLPatch(text).value()[path: path + ["variables", "full_name"]] == .text("person.full_name"))
        // What is known already is no name of a variable.
        let fact = try added(
            text, path + ["variables"], .variable, [("new.rule", "person.full_name"), ("new.name", "owner_name")])
        #expect(fact.path.last == "owner_name_2")
    }

    @Test func `a template is written as it is read`() throws {
        let library = try ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services")).library()
        for name in library.resultTemplateTitles.map(\.name) {
            let root = try #require(try library.resultTemplate(name)?.root.get())
            let reading = DefinitionReading(library)
            let template = try #require(reading.resultTemplate(root))
            let text = YAMLText.file(ResultText.value(template))
            let again = try #require(reading.resultTemplate(try SourceNode.reading(text, file: "x.yaml").get()))
            let isSame = again == template
            #expect(isSame, "\(name)")
        }
    }

    @Test func `a message is told by its event, in lines and both languages`() throws {
        let sent = [
            ("new-message.event", "finished"), ("new-message.vi", "Đã xong.\r\nMời đến nhận."), ("new-message.en", ""),
        ]
        let (text, path) = try added(Self.base, ["messages"], .message, sent)
        #expect(path == ["messages", "finished"])
        let vi = "Đã xong.\r\nMời đến nhận."
        #expect(try changed(text, path, [("text.vi", vi), ("text.en", "")]) == text)
        let both = try changed(text, path, [("text.vi", vi), ("text.en", "Done.\r\nCome for it.")])
        #expect(
            try YAMLPatch(both).value()[path: path + ["text"]]
                == .map([.init("vi", .text("Đã xong.\nMời đến nhận.")), .init("en", .text("Done.\nCome for it."))]))
        #expect(throws: PartForm.Unread.self) { try added(text, ["messages"], .message, sent) }
        #expect(throws: PartForm.Unread.self) { try changed(text, path, [("text.vi", ""), ("text.en", "Done")]) }
    }

    @Test func `a paper that the agency holds is used again by its kind and age`() throws {
        let text = "papers:\n  health: {title: Giấy khám sức khỏe}\n"
        let path = ["papers", "health"]
        let usual = [("title", "Giấy khám sức khỏe"), ("required", "true")]
        func reuse(_ text: String, _ pairs: [(String, String)]) throws -> String {
            try changed(text, path, usual + pairs)
        }
        let aged = try reuse(
            text, [("reuse.as", "giay_kham"), ("reuse.within.value", "6"), ("reuse.within.unit", "months")])
        #expect(
            try YAMLPatch(aged).value()[path: path + ["reuse"]]
                == .map([.init("as", .text("giay_kham")), .init("within", .text("6 months"))]))
        #expect(
            try reuse(
                aged, [("reuse.as", "giay_kham"), ("reuse.within.value", "6"), ("reuse.within.unit", "months")])
                == aged)
        for wrong in [("", "6"), ("giay_kham", "nửa")] {
            #expect(throws: PartForm.Unread.self) {
                try reuse(text, [("reuse.as", wrong.0), ("reuse.within.value", wrong.1)])
            }
        }
    }

    @Test func `a case is given by a way, to a unit, or both`() throws {
        let text = "steps:\n  work: {title: Việc | Work, role: specialist, official: 4, acts: {}}\n"
        let path = ["steps", "work"]
        func assign(_ text: String, _ by: String, _ unit: String, _ rule: String) throws -> YAMLValue? {
            let pairs = [
                ("title.vi", "Việc"), ("title.en", "Work"), ("role", "specialist"), ("official", "4"),
                ("assign", by), ("assign.unit", unit), ("assign.rule", rule),
            ]
            return try YAMLPatch(changed(text, path, pairs)).value()[path: path + ["assign"]]
        }
        #expect(try assign(text, "", "", "") == nil)
        #expect(try assign(text, "turn", "", "") == .text("turn"))
        #expect(try assign(text, "", "\".05\"", "") == .map([.init("unit", .text("\".05\""))]))
        let rule = "if x.a then \".05\" else \".06\""
        #expect(
            try assign(text, "load", "", rule)
                == .map([.init("by", .text("load")), .init("unit", .text(rule))]))
        #expect(throws: PartForm.Unread.self) { try assign(text, "", "\".05\"", rule) }
    }

    @Test func `what is filled in beforehand is chosen from the options, or a rule`() throws {
        let text = """
            form:
              a:
                fields:
                  way: {kind: choice, label: Cách | Way, options: {fast: Nhanh | Fast, slow: Chậm | Slow}}
                  note: Ghi chú | Note
            """
        let way = ["form", "a", "fields", "way"]
        let filled = try changed(text, way, [("default", "\"slow\""), ("default.rule", "")])
        #expect(try YAMLPatch(filled).value()[path: way + ["default"]]?.text == "\"slow\"")
        #expect(html(try form(filled, way)).contains("value=\"&quot;slow&quot;\" selected"))
        #expect(
            try YAMLPatch(changed(filled, way, [("default", ""), ("default.rule", "")])).value()[
                path: way + ["default"]] == nil)
        let note = ["form", "a", "fields", "note"]
        let noted = try changed(text, note, [("label.vi", "Ghi chú"), ("label.en", "Note"), ("default.rule", "\"–\"")])
        #expect(try YAMLPatch(noted).value()[path: note + ["default"]]?.text == "\"–\"")
        // A group is filled in by nobody but the applicant.
        let group = "form:\n  a:\n    fields:\n      g: {kind: group, label: G | G, fields: {}}\n"
        #expect(!html(try form(group, ["form", "a", "fields", "g"])).contains("default"))
    }

    @Test func `what a register gives is chosen by its column, and locked always or by a rule`() throws {
        let text = "form:\n  a:\n    fields:\n      n: Số giấy phép | Its number   # cũ\n"
        let path = ["form", "a", "fields", "n"]
        let column = "permits.result_number"
        let usual = [("label.vi", "Số giấy phép"), ("label.en", "Its number")]
        let filled = try changed(
            text, path,
            usual + [("filled_from", column), ("filled_from.rule", ""), ("locked", "true"), ("locked.rule", "")])
        let value = try YAMLPatch(filled).value()[path: path]
        #expect(value?["filled_from"]?.text == column && value?["locked"]?.text == "true")
        let shown = html(try form(filled, path, ["filled_from": [Choice(column, Phrase(same: "Số"))]]))
        #expect(shown.contains("value=\"\(column)\" selected") && shown.contains("value=\"true\" selected"))
        let ruled = try changed(filled, path, usual + [("locked", ""), ("locked.rule", "owner = \"self\"")])
        #expect(try YAMLPatch(ruled).value()[path: path + ["locked"]]?.text == "owner = \"self\"")
        #expect(try YAMLPatch(ruled).value()[path: path + ["filled_from"]]?.text == column)
    }

    private static let branch = """
        steps:
          ask:
            title: Hỏi | Ask
            parallel:
              card: {title: Thẻ | Card, role: specialist, at: chosen}   # chuyển
        """
    private static let card = ["steps", "ask", "parallel", "card"]

    @Test func `a case of its own says its service and what is handed over`() throws {
        let usual = [("title.vi", "Thẻ"), ("title.en", "Card"), ("role", "specialist"), ("at", "chosen")]
        let opened = try changed(
            Self.branch, Self.card, usual + [("answer", "case"), ("service", ""), ("service.rule", "cap-the")])
        #expect(
            try YAMLPatch(opened).value()[path: Self.card]?.keys == ["title", "at", "answer", "service"])
        let handed = try changed(
            opened, Self.card,
            usual + [
                ("answer", "case"), ("service", "cap-the"), ("service.rule", ""), ("with.0.to", "child.full_name"),
                ("with.0.from", "baby.full_name"), ("with.0.rule", ""), ("with.1.to", "card.count"),
                ("with.1.from", ""), ("with.1.rule", "if baby.twins then 2 else 1"), ("with.2.to", ""),
                ("papers.0.to", "birth_certificate"), ("papers.0.from", "result"), ("papers.1.to", ""),
            ])
        let value = try YAMLPatch(handed).value()[path: Self.card]
        #expect(value?["with"]?.keys == ["child.full_name", "card.count"])
        #expect(value?["papers"] == .map([.init("birth_certificate", .text("result"))]))
        let shown = html(
            try form(handed, Self.card, ["with.to": [Choice("child.full_name", Phrase(same: "Tên trẻ"))]]))
        // What the service there does not ask any more is still shown, to be taken out.
        #expect(shown.contains("value=\"child.full_name\" selected") && shown.contains("value=\"card.count\" selected"))
        // Another answer than a case takes all of it out again.
        let back = try changed(handed, Self.card, usual + [("answer", "opinion"), ("service", "cap-the")])
        #expect(
            try YAMLPatch(back).value()[path: Self.card]?.keys.sorted() == ["answer", "at", "role", "title"])
        // A case of its own is answered by nobody here; whatever takes its place needs somebody.
        #expect(!html(try form(handed, Self.card)).contains("name=\"role\""))
        let manned = try changed(handed, Self.card, [("answer", "done"), ("at", "chosen")] + usual.prefix(2))
        #expect(try YAMLPatch(manned).value()[path: Self.card + ["role"]]?.text == "specialist")
        for wrong in [[("at", "chosen"), ("service.rule", "")], [("at", "own"), ("service.rule", "cap-the")]] {
            #expect(throws: PartForm.Unread.self) {
                try changed(Self.branch, Self.card, Array(usual.dropLast()) + [("answer", "case")] + wrong)
            }
        }
        #expect(throws: PartForm.Unread.self) {
            try changed(
                opened, Self.card,
                usual + [("answer", "case"), ("service", "cap-the"), ("with.0.to", "child.full_name")])
        }
    }
}
