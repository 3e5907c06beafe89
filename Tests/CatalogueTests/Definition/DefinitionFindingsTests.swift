import Foundation
import Kernel
import Testing

@testable import Catalogue

@Suite struct DefinitionFindingsTests {
    /// A small definition in which everything is right.
    static let good = """
        service: thu
        procedure: "1.000001"
        effective_from: 2026-01-01
        title: Thử | Trial
        owners: [self, child]
        limit: 3 working_days
        result: {title: Giấy, ways: counter}
        form:
          one:
            title: Trang | Page
            fields:
              name: Tên | Name
              kind: {kind: choice, label: Loại | Kind, options: {a: A | A, b: B | B}}
              more: {label: Thêm | More, when: this.kind = "a"}
        papers:
          form: {title: Tờ khai, form: true}
        fees:
          fee: {title: Phí | Fee, amount: 1000}
        steps:
          first:
            title: Tiếp nhận | Reception
            role: one_stop
            official: 1
            acts:
              receive: {title: Nhận | Receive, kind: receive, to: second}
          second:
            title: Xử lý | Work
            role: specialist
            official: 4
            acts:
              finish: {title: Xong | Done, kind: finish, to: third}
          third:
            title: Trả | Give
            role: one_stop
            official: 9
            acts:
              give: {title: Trả | Give, kind: give}
        """

    static func problems(_ text: String) -> [DefinitionProblem] {
        switch DefinitionReader(library: DefinitionLibrary()).read(text, file: "thu.yaml") {
        case .success: []
        case .failure(let problems): problems.list
        }
    }

    /// The good definition with one text replaced, and the line on which that stands.
    static func changed(_ old: String, _ new: String) throws -> (text: String, line: Int) {
        let range = try present(good.firstRange(of: old))
        let line = good[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
        return (good.replacingCharacters(in: range, with: new), line)
    }

    @Test func `the small definition has no findings`() { #expect(Self.problems(Self.good) == []) }

    @Test(arguments: [
        ("limit: 3", "limt: 3", "limt"), ("owners: [self, child]", "owners: [self, chid]", "chid"),
        ("role: specialist", "role: specialst", "specialst"), ("to: third", "to: thrid", "thrid"),
        ("this.kind = \"a\"", "this.knd = \"a\"", "knd"), ("kind: choice", "kind: chioce", "chioce"),
        ("amount: 1000", "amount: 1000 * one.nme", "nme"),
    ])
    func `an unknown word is named with its line and the nearest known one`(old: String, new: String, word: String)
        throws
    {
        let (text, line) = try Self.changed(old, new)
        let found = Self.problems(text).first { $0.line == line && $0.message.vi.contains(word) }
        #expect(found != nil, "\(Self.problems(text).map { $0.text(.en) })")
        #expect(found?.proposal != nil)
        #expect(found?.file == "thu.yaml")
    }

    @Test(arguments: [
        (", kind: receive", ", kind: move", "no step receives"),
        ("kind: give}", "kind: supplement}", "no step gives"),
        (
            "finish: {title: Xong | Done",
            "ask: {title: Hỏi | Ask, kind: supplement}\n      finish: {title: Xong | Done",
            "cannot end the case when none come"
        ),
        ("{a: A | A, b: B | B}", "{a: A | A}", "at least two options"),
        ("options: {a: A | A, b: B | B}", "minimum: 1", "a choice without options"),
        ("name: Tên | Name", "name: Tên", "both languages"),
        ("title: Trang | Page", "help: Trang | Page", "“title” is missing"),
        ("name: Tên | Name", "here: {kind: commune, label: Xã | Commune}", "before its province"),
        ("limit: 3 working_days", "limit: 3 weeks", "no limit"),
        ("procedure: \"1.000001\"", "procedure: \"1.1\"", "no procedure code"),
        ("effective_from: 2026-01-01", "effective_from: 2026-02-30", "no day"),
        ("official: 4", "official: 11", "no whole number from 1 to 10"),
        ("to: second", "to: third", "no act leads to the step “second”"),
        ("this.kind = \"a\"", "this.kind = \"c\"", "no choice “c”"),
        ("this.kind = \"a\"", "this.kind =", "not complete"),
        ("when: this.kind = \"a\"", "required: 12", "true/false"),
        ("service: thu", "service: Thu", "cannot name a service"),
        ("form:\n  one:", "form:\n  channel:", "has a meaning in rules"),
        ("more:", "and:", "cannot be a name"),
    ])
    func `mistakes are found`(old: String, new: String, message: String) throws {
        let (text, _) = try Self.changed(old, new)
        let problems = Self.problems(text)
        #expect(!problems.isEmpty)
        #expect(problems.contains { $0.text(.en).contains(message) }, "\(problems.map { $0.text(.en) })")
    }

    @Test func `a step without acts, and a loop without an end, are findings`() throws {
        let stuck = try Self.changed("finish: {title: Xong | Done, kind: finish, to: third}", "~: ~").text
        #expect(!Self.problems(stuck).isEmpty)
        let loop = try Self.changed(
            "finish: {title: Xong | Done, kind: finish, to: third}",
            """
            finish: {title: Xong | Done, kind: finish, to: third}
                  wait: {title: Chờ | Wait, to: loop}
              loop:
                title: Vòng | Loop
                role: head
                official: 4
                acts:
                  again: {title: Lại | Again, to: loop}
            """)
        #expect(Self.problems(loop.text).contains { $0.message.en.contains("the case never ends") })
    }

    @Test func `a condition on what is asked later is refused with what it reads`() throws {
        let (text, line) = try Self.changed("name: Tên | Name", "name: {label: Tên | Name, when: this.kind = \"a\"}")
        let found = try present(Self.problems(text).first)
        #expect(found.line == line)
        #expect(found.message.en.contains("“this.kind”, which is asked later"))
    }

    @Test func `all findings are told at once, in the order of lines`() throws {
        var text = try Self.changed("role: specialist", "role: nobody").text
        text = text.replacing("limit: 3 working_days", with: "limit: soon").replacing("amount: 1000", with: "amount: x")
        let problems = Self.problems(text)
        #expect(problems.count == 3)
        #expect(problems.map(\.line) == problems.map(\.line).sorted())
    }

    @Test func `duplicate keys and broken YAML have a line`() {
        let twice = Self.problems(Self.good + "\nlimit: 4 days\n")
        let last = Self.good.split(separator: "\n", omittingEmptySubsequences: false).count + 1
        #expect(twice.map(\.message.en) == ["the key “limit” stands twice in one block"] && twice[0].line == last)
        let broken = Self.problems("service: [a\nb: {")
        #expect(broken.count == 1 && broken[0].line >= 1)
        #expect(Self.problems("").count == 1)
        #expect(Self.problems("- a\n- b").count >= 1)
    }

    @Test func `a text with a comma in braces is told to need quotation marks`() throws {
        let (text, line) = try Self.changed("label: Loại | Kind,", "label: Loại, hạng | Kind,")
        let found = Self.problems(text).first { $0.message.en.contains("stands alone") }
        #expect(found?.line == line)
        #expect(found?.proposal?.en.contains("quotation marks") == true)
    }

    @Test func `shared parts are resolved, changed and refused by name`() throws {
        var library = DefinitionLibrary()
        library.add(
            component: "pair", text: "label: Đôi | Pair\nfields:\n  left: Trái | Left\n  right: Phải | Right\n",
            file: "components/pair.yaml")
        func read(_ field: String) throws -> Result<ServiceDefinition, DefinitionProblems> {
            DefinitionReader(library: library).read(
                try Self.changed("name: Tên | Name", field).text, file: "thu.yaml")
        }
        let plain = try read("pair: {use: pair}").get().form[0].fields[0]
        #expect(plain.kind == .composite && plain.fields.map(\.key) == ["left", "right"] && plain.label.en == "Pair")
        let changed = try read(
            "pair: {use: pair, kind: group, label: Cặp | Pairs, with: {left: {required: false}, right: ~}, fields: {mid: Giữa | Middle}}"
        ).get().form[0].fields[0]
        #expect(changed.kind == .group && changed.fields.map(\.key) == ["left", "mid"])
        #expect(changed.fields[0].required == "false" && changed.fields[0].label.en == "Left")
        for (wrong, word) in [("pair: {use: piar}", "pair"), ("pair: {use: pair, with: {lefft: ~}}", "left")] {
            guard case .failure(let problems) = try read(wrong) else {
                Issue.record("\(wrong) was accepted")
                continue
            }
            #expect(problems.list.contains { $0.proposal?.en.contains(word) == true })
        }
    }

    @Test func `a service adds a step of its own to a template, and a misspelt name is still refused`() throws {
        let text = try #require(
            try BrokenDefinitionTests.folder.definitions().first { $0.file == "unknown-key.yaml" }?.text
        ).replacing("labl:", with: "help:")
        let reader = DefinitionReader(library: try Samples.library())
        let added = """
            steps:
              use: short
              with:
                processing: {acts: {look: {title: Xem lại | Look again, to: review}}}
                review: {title: Rà soát | Review, role: head, official: 4, acts: {done: {title: Xong | Done, to: signing}}}
            """
        let service = try #require(
            reader.check(text.replacing("steps: {use: short}", with: added), file: "unknown-key.yaml").definition)
        let template = try Samples.service("dang-ky-tam-tru").definition.steps.map(\.key)
        #expect(service.steps.last?.key == "review" && service.steps.count > 4)
        #expect(!template.contains("review"))
        let wrong = added.replacing("review: {title: Rà soát | Review, role: head", with: "proccessing: {role: head")
        let findings = reader.check(text.replacing("steps: {use: short}", with: wrong), file: "unknown-key.yaml")
            .findings
        #expect(findings.contains { $0.message.vi.contains("proccessing") })
    }

    @Test func `a shared part may speak of owners that a service does not take, and of no others`() throws {
        func findings(_ owner: String) throws -> [DefinitionProblem] {
            var library = DefinitionLibrary()
            library.add(
                component: "who",
                text:
                    "label: Ai | Who\nfields:\n  name: Tên | Name\n  code: {label: Mã | Code, when: owner = \"\(owner)\"}\n",
                file: "components/who.yaml")
            let text = try Self.changed("name: Tên | Name", "who: {use: who}").text
            let check = DefinitionReader(library: library).check(text, file: "thu.yaml")
            // Publication judges the same.
            let errors = check.definition?.errors ?? []
            return check.findings.filter { $0.weight == .error || $0.file != "thu.yaml" } + errors
        }
        #expect(try findings("child") == [])
        #expect(try findings("organisation") == [])
        let misspelt = try findings("organization")
        #expect(misspelt.map(\.weight) == [.error] && misspelt[0].place.description == "components/who.yaml:4:42")
        #expect(misspelt[0].proposal?.en == "write “\"organisation\"”")
    }

    @Test func `what a shared part says for nothing in one service is told with its name`() throws {
        var library = DefinitionLibrary()
        library.add(
            component: "who",
            text:
                "label: Ai | Who\nfields:\n  name: Tên | Name\n  code: {label: Mã | Code, when: channel = \"post\" and channel = \"online\"}\n",
            file: "components/who.yaml")
        let text = try Self.changed("name: Tên | Name", "who: {use: who}").text
        let findings = DefinitionReader(library: library).check(text, file: "thu.yaml").findings
            .filter { $0.file != "thu.yaml" }
        #expect(findings.map(\.weight) == [.warning])
        #expect(findings.first?.message.vi.hasSuffix("không bao giờ đúng (trong dịch vụ “thu”)") == true)
    }

    @Test func `a misspelt question inside a shared part is told once, and nothing of its consequences`() throws {
        var library = DefinitionLibrary()
        library.add(
            component: "who",
            text:
                "label: Ai | Who\nfields:\n  home: {kind: composite, label: Nhà | Home, fields: {street: Đường | Street}}\n",
            file: "components/who.yaml")
        let use = "who: {use: who, with: {home: {fields: {stret: {required: false}}}}}"
        let findings = DefinitionReader(library: library).check(
            try Self.changed("name: Tên | Name", use).text, file: "thu.yaml"
        ).findings
        #expect(findings.map(\.message.en) == ["no key is called “stret” here"])
        #expect(findings.first?.proposal?.en == "did you mean “street”?")
    }

    @Test func `a day without gives is proposed as one`() throws {
        let text = try #require(
            try BrokenDefinitionTests.folder.definitions().first { $0.file == "day-without-gives.yaml" }?.text)
        let findings = DefinitionReader(library: try Samples.library()).check(text, file: "day-without-gives.yaml")
            .findings
        #expect(findings.count == 3 && findings.allSatisfy { $0.proposal?.vi.contains("gives: date") == true })
        let told = text.replacing("written: long}", with: "gives: date, written: long}")
            .replacing("rule: matter.day}", with: "rule: matter.day, gives: date}")
            .replacing("kind: computed,", with: "kind: computed, gives: date,")
        let mended = DefinitionReader(library: try Samples.library()).check(told, file: "day-without-gives.yaml")
        #expect(mended.findings.filter { $0.weight == .error } == [])
    }

    @Test func `a component that uses itself is refused`() throws {
        var library = DefinitionLibrary()
        library.add(
            component: "loop", text: "label: Vòng | Loop\nfields:\n  again: {use: loop}\n", file: "components/loop.yaml"
        )
        let text = try Self.changed("name: Tên | Name", "loop: {use: loop}").text
        guard case .failure(let problems) = DefinitionReader(library: library).read(text, file: "thu.yaml") else {
            Issue.record("accepted")
            return
        }
        #expect(problems.list.contains { $0.message.en.contains("use themselves") })
    }

    @Test func `a code without quotation marks is told with its line, and refuses nothing`() throws {
        let text = Self.good.replacing("procedure: \"1.000001\"", with: "procedure: 1.000001")
        let check = DefinitionReader(library: DefinitionLibrary()).check(text, file: "thu.yaml")
        let finding = try #require(check.findings.first { $0.message.vi.contains("dấu nháy") })
        #expect(finding.line == 2 && finding.weight == .warning)
        #expect(finding.proposal?.vi == "procedure: \"1.000001\"")
        let quoted = DefinitionReader(library: DefinitionLibrary()).check(Self.good, file: "thu.yaml")
        #expect(!quoted.findings.contains { $0.message.vi.contains("dấu nháy") })
    }
}
