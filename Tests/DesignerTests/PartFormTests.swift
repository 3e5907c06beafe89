import DesignSystem
import Foundation
import Kernel
import Markup
import Site
import TestKit
import Testing

@testable import Catalogue
@testable import Designer

/// What forms of the designer say, as changes of a definition.
@Suite struct PartFormTests {
    private static let base = """
        title: Mẫu | Sample
        steps:
          reception:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Nhận | Receive, kind: receive, to: opinions}
              supplement: {title: Bổ sung | Supplements, kind: supplement}
              refuse: {title: Từ chối | Refuse, kind: refuse}
          opinions: {title: Lấy ý kiến | Opinions, role: specialist, official: 4, acts: {}}
          signing:
            title: Ký | Signature
            role: leader
            official: 4
            acts: {sign: {title: Ký | Sign, kind: finish, to: handing_over}}
          handing_over:
            title: Trả | Handing over
            role: one_stop
            official: 9
            acts: {give: {title: Trả | Give, kind: give}}
        """

    private func form(_ pairs: [(String, String)]) -> FormValues { FormValues(pairs: pairs) }

    private func change(_ text: String, _ path: [String], _ pairs: [(String, String)]) throws -> String {
        var patch = YAMLPatch(text)
        let value = try patch.value()
        let part = try #require(value[path: path])
        let kind = try #require(PartKind(path))
        let step = path.count == 4 ? value[path: path.prefix(2)] : nil
        for change in try PartForm(kind, part, step: step).changes(form(pairs)).get() {
            if let value = change.value {
                try patch.set(path + [change.key], value)
            } else {
                try patch.remove(path + [change.key])
            }
        }
        return patch.text
    }

    @Test func `a branch says where it is asked, and the agency itself is not written`() throws {
        var patch = YAMLPatch(Self.base)
        let branch = ["steps", "opinions", "parallel", "land"]
        let (key, fresh) = try NewPart.read(
            .branch,
            form([("new-branch.vi", "Đất đai"), ("new-branch.en", "Land"), ("new-branch.role", "head")]), taken: []
        ).get()
        #expect(key == "land")
        try patch.set(branch, fresh)
        let chosen = try change(patch.text, branch, [("at", "chosen"), ("at.code", ""), ("answer", "opinion")])
        #expect(
            try YAMLPatch(chosen).value()[path: branch]
                == .map([
                    .init("title", .text("Đất đai | Land")), .init("role", .text("head")), .init("at", .text("chosen")),
                ]))
        let coded = try change(chosen, branch, [("at", "code"), ("at.code", "H99.41.05")])
        #expect(try YAMLPatch(coded).value()[path: branch + ["at"]] == .text("H99.41.05"))
        #expect(try change(coded, branch, [("at", "own"), ("at.code", "H99.41.05")]) == patch.text)
        #expect(throws: PartForm.Unread.self) { try change(coded, branch, [("at", "code"), ("at.code", "xã mẫu")]) }
    }

    @Test func `a join is all, any, or no more than there are branches`() throws {
        var patch = YAMLPatch(Self.base)
        let step = ["steps", "opinions"]
        for key in ["a", "b"] {
            try patch.set(step + ["parallel", key], .map([.init("title", .text(key)), .init("role", .text("head"))]))
        }
        try patch.set(step + ["to"], .text("signing"))
        func join(_ text: String) throws -> YAMLValue? { try YAMLPatch(text).value()[path: step + ["join"]] }
        #expect(try change(patch.text, step, [("join", "all"), ("to", "signing")]) == patch.text)
        let any = try change(patch.text, step, [("join", "any"), ("to", "signing")])
        #expect(try join(any) == .text("any"))
        #expect(try join(change(any, step, [("join", "count"), ("join.count", "2")])) == .text("2"))
        #expect(throws: PartForm.Unread.self) { try change(any, step, [("join", "count"), ("join.count", "3")]) }
        #expect(throws: PartForm.Unread.self) { try change(any, step, [("join", "any"), ("to", "")]) }
    }

    @Test func `a timer does one thing, and refusing needs its reason`() throws {
        var patch = YAMLPatch(Self.base)
        let (key, fresh) = try NewPart.read(
            .timer,
            form([("new-timer.value", "3"), ("new-timer.unit", "working_days"), ("new-timer.deed", "remind")]),
            taken: []
        ).get()
        let timer = ["steps", "reception", "timers", key]
        try patch.set(timer, fresh)
        func after(_ pairs: [(String, String)]) throws -> YAMLValue? {
            try YAMLPatch(change(patch.text, timer, [("after.value", "3"), ("after.unit", "days")] + pairs))
                .value()[path: timer]
        }
        #expect(try after([("deed", "head")]) == .map([.init("after", .text("3 days")), .init("tell", .text("head"))]))
        #expect(throws: PartForm.Unread.self) { try after([("deed", "act:refuse"), ("note.vi", ""), ("note.en", "")]) }
        let refuses = try after([
            ("deed", "act:refuse"), ("note.vi", "Quá hạn"), ("note.en", "Too late"), ("waiting", "yes"),
        ])
        #expect(refuses?.keys == ["after", "act", "note", "waiting"])
        let step = try #require(try patch.value()[path: ["steps", "reception"]])
        #expect(refuses.map { TimerDeeds.words($0, step).vi } == "Sau 3 ngày: tự làm: Từ chối")
        // Acts that need a person are not offered.
        #expect(TimerDeeds.choices(step).map(\.value) == ["remind", "head", "leader", "act:refuse"])
        #expect(throws: PartForm.Unread.self) {
            try NewPart.read(.timer, form([("new-timer.value", "ba")]), taken: []).get()
        }
    }

    @Test func `a stop of the clock needs its reason, and what is usual for an act is not written`() throws {
        let act = ["steps", "signing", "acts", "sign"]
        #expect(throws: PartForm.Unread.self) {
            try change(Self.base, act, [("clock", "stop"), ("reason.vi", ""), ("reason.en", "")])
        }
        let same = [("kind", "finish"), ("to", "handing_over"), ("needs_note", ""), ("needs_result", "")]
        #expect(try change(Self.base, act, same) == Self.base)
        let numbered = try change(Self.base, act, same + [("number", "GPXD")])
        #expect(try YAMLPatch(numbered).value()[path: act + ["number"]] == .text("GPXD"))
    }

    @Test func `steps with branches and timers made by forms pass the check`() throws {
        let url = ReferenceData.projectRoot.appendingPathComponent("services/chung-thuc-ban-sao.yaml")
        var patch = YAMLPatch(try String(contentsOf: url, encoding: .utf8))
        let library = try ServiceFolder(ReferenceData.projectRoot.appendingPathComponent("services")).library()
        let steps = try #require(YAMLPatch(Self.base).value()["steps"])
        try patch.set(["steps"], steps)
        let step = ["steps", "opinions"]
        for (vi, en) in [("Đất đai", "Land"), ("Quy hoạch", "Planning")] {
            let (key, fresh) = try NewPart.read(
                .branch, form([("new-branch.vi", vi), ("new-branch.en", en)]), taken: []
            ).get()
            try patch.set(step + ["parallel", key], fresh)
        }
        let text = try change(
            try change(patch.text, step, [("join", "count"), ("join.count", "1"), ("to", "signing")]),
            step + ["parallel", "land"], [("at", "chosen"), ("limit.value", "2"), ("limit.unit", "working_days")])
        let check = DefinitionReader(library: library).check(text, file: "chung-thuc-ban-sao.yaml")
        #expect(check.errors.isEmpty)
        let branches = try #require(check.definition?.steps.first { $0.key == "opinions" }?.parallel)
        #expect(branches.map(\.at) == ["chosen", nil])
    }

    private static let question = """
        form:
          matter:
            title: Việc | Matter
            fields:
              way:
                label: Cách | Way
                kind: choice
                options:
                  at_once: {label: Ngay | At once, when: matter.kind = "a"}
                  later: Sau | Later
                  odd: {label: [Lạ], when: "true"}
        """
    private static let way = ["form", "matter", "fields", "way"]
    /// What a browser sends back of the boxes as they are drawn.
    private static let boxes = [
        ("options.at_once.vi", "Ngay"), ("options.at_once.en", "At once"), ("options.later.vi", "Sau"),
        ("options.later.en", "Later"), ("options.odd.vi", ""), ("options.odd.en", ""), ("options.+1.vi", ""),
        ("options.+1.en", ""),
    ]

    private func options(_ changed: [String: String]) throws -> YAMLValue? {
        let sent = Self.boxes.map { ($0.0, changed[$0.0] ?? $0.1) }
        return try YAMLPatch(change(Self.question, Self.way, sent)).value()[path: Self.way + ["options"]]
    }

    @Test func `an option that is offered by a rule is shown by its label`() throws {
        let part = try #require(try YAMLPatch(Self.question).value()[path: Self.way])
        let html = PartForm(.question, part).fields.map { String(decoding: $0.html(Rendering(.vi)), as: UTF8.self) }
            .joined()
        #expect(html.contains("value=\"Ngay\"") && html.contains("value=\"At once\""))
        #expect(html.contains("value=\"Sau\"") && html.contains("value=\"Later\""))
    }

    @Test func `an option keeps its rule when it is saved, renamed, or another is`() throws {
        #expect(try change(Self.question, Self.way, Self.boxes) == Self.question)
        let rule = YAMLValue.text("matter.kind = \"a\"")
        let renamed = try options(["options.at_once.vi": "Liền", "options.+1.vi": "Mai", "options.+1.en": "Tomorrow"])
        #expect(renamed?["at_once"] == .map([.init("label", .text("Liền | At once")), .init("when", rule)]))
        #expect(renamed?.keys == ["at_once", "later", "odd", "tomorrow"])
        let other = try options(["options.later.en": "Later on"])
        #expect(other?["at_once"] == .map([.init("label", .text("Ngay | At once")), .init("when", rule)]))
        #expect(other?["later"] == .text("Sau | Later on"))
    }

    @Test func `an option goes only when its boxes were filled and are emptied`() throws {
        #expect(try options(["options.at_once.vi": "", "options.at_once.en": ""])?.keys == ["later", "odd"])
        // A form that did not ask for it, and boxes that could not show it, take nothing away.
        let sent = Self.boxes.filter { !$0.0.hasPrefix("options.later") }
        #expect(try change(Self.question, Self.way, sent) == Self.question)
        let listed = Self.question.replacing("later: Sau | Later", with: "later: [Sau]")
        #expect(
            try change(listed, Self.way, Self.boxes.map { ($0.0, $0.0.hasPrefix("options.later") ? "" : $0.1) })
                == listed)
    }

    @Test func `the text of a part is its lines, counted as browsers count letters`() throws {
        let text = "# 🏛 Mẫu\nform:\n  first:\n    title: A\n\n    fields: {a: B}\n  second: {title: C}\n"
        let lines = try #require(DraftTextLines(text, path: ["form", "first"]))
        #expect(lines.lines == 3...6)
        #expect(lines.text.hasPrefix("  first:"))
        #expect(lines.letter == "# 🏛 Mẫu\nform:\n".utf16.count)
        #expect(DraftTextLines(text, path: ["form", "second"])?.lines == 7...7)
        #expect(DraftTextLines(text, path: ["form", "third"]) == nil)
        #expect(DraftTextLines(text, line: 99) == nil)
    }

    @Test func `the reason of a stop goes with it`() throws {
        let act = ["steps", "signing", "acts", "sign"]
        let moves = [("kind", "move"), ("to", "handing_over"), ("reason.vi", "chờ"), ("reason.en", "waiting")]
        let stopped = try change(Self.base, act, moves + [("clock", "stop")])
        #expect(try YAMLPatch(stopped).value()[path: act + ["reason"]] == .text("chờ | waiting"))
        for clock in ["", "resume"] {
            let changed = try YAMLPatch(change(stopped, act, moves + [("clock", clock)])).value()[path: act]
            #expect(changed?["reason"] == nil)
            #expect(changed?["clock"]?.text == (clock.isEmpty ? nil : clock))
        }
    }

    @Test func `a wording without English is kept, and one that is the same in both languages stays`() throws {
        let step = ["steps", "signing"]
        let role = [("role", "leader"), ("official", "4")]
        let half = try change(Self.base, step, role + [("title.vi", "Ký duyệt"), ("title.en", "")])
        #expect(try YAMLPatch(half).value()[path: step + ["title"]] == .text("Ký duyệt"))
        let same = Self.base.replacing("Ký | Signature", with: "A1 | A1")
        #expect(try change(same, step, role + [("title.vi", "A1"), ("title.en", "")]) == same)
    }

    private static let checked = """
        title: Mẫu | Sample
        limit: 5 working_days   # theo quyết định
        result: {title: Giấy phép}
        form:
          matter:
            title: Việc | Matter
            fields:
              day:
                kind: date
                label: Ngày | Day
                checks:
                  - rule: value <= today()
                    message: {vi: "Ngày, chưa tới", en: "Not yet"}
        """
    private static let day = ["form", "matter", "fields", "day"]

    @Test func `checks are added, changed and dropped, and those that were not touched stay as written`() throws {
        func sent(_ second: (String, String, String)) -> [(String, String)] {
            [
                ("checks.0.rule", "value <= today()"), ("checks.0.vi", "Ngày, chưa tới"), ("checks.0.en", "Not yet"),
                ("checks.1.rule", second.0), ("checks.1.vi", second.1), ("checks.1.en", second.2),
            ]
        }
        #expect(try change(Self.checked, Self.day, sent(("", "", ""))) == Self.checked)
        let more = try YAMLPatch(change(Self.checked, Self.day, sent(("value > date(\"2000-01-01\")", "Quá cũ", ""))))
            .value()[path: Self.day + ["checks"]]?.items
        #expect(more?.count == 2)
        #expect(more?[0]["message"]?["en"]?.text == "Not yet")
        #expect(more?[1]["message"] == .text("Quá cũ"))
        #expect(throws: PartForm.Unread.self) { try change(Self.checked, Self.day, sent(("value != null", "", ""))) }
        let none = try change(Self.checked, Self.day, [("checks.0.rule", ""), ("checks.0.vi", "Ngày, chưa tới")])
        #expect(try YAMLPatch(none).value()[path: Self.day + ["checks"]] == nil)
    }

    @Test func `a limit gets cases and loses them again`() throws {
        let general = [("asked", "1"), ("title.vi", "Mẫu"), ("title.en", "Sample"), ("effective_from", "1/1/2027")]
        func limit(_ text: String, _ cases: [(String, String)]) throws -> YAMLValue? {
            let form = FormValues(
                pairs: general + [("owners", "self"), ("limit.value", "5"), ("limit.unit", "working_days")] + cases)
            let value = try YAMLPatch(text).value()
            let changes = try PartForm(.general, value).changes(form).get()
            return changes.first { $0.key == "limit" }?.value
        }
        #expect(try limit(Self.checked, [("limit.0.when", "")]) == nil)
        let rule = "channel = \"online\""
        let cased = try limit(
            Self.checked, [("limit.0.when", rule), ("limit.0.days", "3"), ("limit.0.unit", "days")])
        #expect(
            cased
                == .map([
                    .init("usual", .text("5 working_days")),
                    .init("cases", .list([.map([.init("when", .text(rule)), .init("limit", .text("3 days"))])])),
                ]))
        var patch = YAMLPatch(Self.checked)
        try patch.set(["limit"], try #require(cased))
        // A form that did not ask for cases takes none away.
        #expect(try limit(patch.text, []) == nil)
        #expect(try limit(patch.text, [("limit.0.when", "")]) == .text("5 working_days"))
        #expect(throws: PartForm.Unread.self) {
            try limit(Self.checked, [("limit.0.when", rule), ("limit.0.days", "ba")])
        }
    }

    @Test func `what stands in a block of the service has fields of its own`() throws {
        let value = try YAMLPatch(Self.checked).value()
        let form = FormValues(pairs: [
            ("result.title", "Giấy phép mới"), ("supplement.times", "2"), ("supplement.clock", "resume"),
            ("title.vi", "Mẫu"), ("title.en", "Sample"), ("effective_from", "1/1/2027"), ("limit.value", "5"),
            ("limit.unit", "working_days"),
        ])
        let changes = try PartForm(.general, value).changes(form).get()
        let said = Dictionary(changes.map { ($0.key, $0.value?.text) }, uniquingKeysWith: { first, _ in first })
        #expect(said["result.title"] == "Giấy phép mới")
        #expect(said["supplement.times"] == "2" && said["supplement.clock"] == "resume")
        #expect(said["supplement.within"] == nil)
    }

    @Test func `a reduction says one of per cent and amount, and its group of papers is a word`() throws {
        let text = "fees:\n  fee:\n    title: Phí | Fee\n    amount: 5000\n    reductions: {}\n"
        let path = ["fees", "fee", "reductions", "poor"]
        var patch = YAMLPatch(text)
        let (key, fresh) = try NewPart.read(
            .reduction, form([("new.vi", "Hộ nghèo"), ("new.en", "Poor")]), taken: []
        ).get()
        #expect(key == "poor")
        try patch.set(path, fresh)
        let said = [("title.vi", "Hộ nghèo"), ("title.en", "Poor"), ("when", "owner = \"child\"")]
        let changed = try change(
            patch.text, path, said + [("percent", ""), ("amount", "2.500 đồng"), ("proof", "card")])
        let value = try YAMLPatch(changed).value()[path: path]
        #expect(value?["amount"]?.text == "2500" && value?["percent"] == nil && value?["proof"]?.text == "card")
        #expect(throws: PartForm.Unread.self) {
            try change(patch.text, path, said + [("percent", "50"), ("amount", "100")])
        }
        let papers = "papers:\n  card: {title: Thẻ}\n"
        let grouped = try change(
            papers, ["papers", "card"], [("title", "Thẻ"), ("required", "true"), ("one_of", "Nhân thân")])
        #expect(try YAMLPatch(grouped).value()[path: ["papers", "card", "one_of"]] == .text("nhan_than"))
    }
}
