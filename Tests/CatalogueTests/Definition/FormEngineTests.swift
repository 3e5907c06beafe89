import Foundation
import Kernel
import Testing

@testable import Catalogue

@Suite struct FormEngineTests {
    /// One page with a question of every kind.
    static func service(_ fields: String, more: String = "") throws -> CompiledService {
        let text = DefinitionFindingsTests.good.replacing(
            "      name: Tên | Name\n", with: fields.split(separator: "\n").map { "      \($0)\n" }.joined()
        ).replacing("papers:\n  form", with: more + "papers:\n  form")
        let definition = try DefinitionReader(library: Samples.library()).read(text, file: "thu.yaml").get()
        return try CompiledService(PublishedDefinition(definition))
    }

    /// The answer and the problems after typing one value into one question.
    static func typing(_ value: String, into field: String) throws -> (answer: JSON?, problems: [FieldProblem]) {
        let service = try service(field)
        let reading = service.reading(
            page: "one", values: ["one.q": [value], "one.kind": ["b"]], into: Samples.facts(), places: Samples.places)
        return (reading.answers["one"]?["q"], reading.problems)
    }

    @Test(arguments: [
        ("q: Q | Q", "  Nguyễn   Văn\tA ", JSON.string("Nguyễn Văn A")),
        ("q: Q | Q", "Nguye\u{0302}\u{0303}n", "Nguyễn"),
        ("q: {kind: long_text, label: Q | Q}", "một \r\n hai\n", "một\nhai"),
        ("q: {kind: number, label: Q | Q}", "12,5", .number(12.5)),
        ("q: {kind: number, label: Q | Q}", "1.500.000", 1_500_000),
        ("q: {kind: number, label: Q | Q, minimum: -5}", "-3", .number(-3)),
        ("q: {kind: money, label: Q | Q}", "150.000 đồng", 150_000),
        ("q: {kind: money, label: Q | Q}", "2 000 000đ", 2_000_000),
        ("q: {kind: date, label: Q | Q}", "24/4/2026", "2026-04-24"),
        ("q: {kind: date, label: Q | Q}", "24-04-2026", "2026-04-24"),
        ("q: {kind: date, label: Q | Q}", "24042026", "2026-04-24"),
        ("q: {kind: number, label: Q | Q, whole: true}", "2,0", .number(2)),
        ("q: {kind: date, label: Q | Q}", "2026-04-24", "2026-04-24"),
        ("q: {kind: yes_no, label: Q | Q}", "true", true), ("q: {kind: yes_no, label: Q | Q}", "Không", false),
        ("q: {kind: choice, label: Q | Q, options: {x: X | X, y: Y | Y}}", "y", "y"),
        ("q: {kind: citizen_number, label: Q | Q}", "001 090 012345", "001090012345"),
        ("q: {kind: phone, label: Q | Q}", "+84 912.345.678", "0912345678"),
        ("q: {kind: email, label: Q | Q}", " a.b@vidu.vn ", "a.b@vidu.vn"),
        ("q: {kind: province, label: Q | Q}", "79", "79"), ("q: {kind: province, label: Q | Q}", "Hà Nội", "01"),
    ])
    func `what people type is read`(field: String, typed: String, answer: JSON) throws {
        let read = try Self.typing(typed, into: field)
        #expect(read.answer == answer)
        #expect(read.problems == [])
    }

    @Test(arguments: [
        ("q: Q | Q", "   "), ("q: {label: Q | Q, minimum: 3}", "ab"), ("q: {label: Q | Q, maximum: 3}", "abcd"),
        ("q: {kind: number, label: Q | Q}", "mười"), ("q: {kind: number, label: Q | Q}", "1.2.3"),
        ("q: {kind: number, label: Q | Q, minimum: 5}", "4,9"), ("q: {kind: number, label: Q | Q, maximum: 5}", "6"),
        ("q: {kind: money, label: Q | Q}", "-1"), ("q: {kind: money, label: Q | Q}", "1,5"),
        ("q: {kind: number, label: Q | Q, whole: true}", "2,5"), ("q: {kind: date, label: Q | Q}", "31022026"),
        ("q: {kind: date, label: Q | Q}", "31/02/2026"), ("q: {kind: date, label: Q | Q}", "hôm qua"),
        ("q: {kind: yes_no, label: Q | Q}", "có lẽ"),
        ("q: {kind: choice, label: Q | Q, options: {x: X | X, y: Y | Y}}", "z"),
        ("q: {kind: citizen_number, label: Q | Q}", "00109001234"),
        ("q: {kind: citizen_number, label: Q | Q}", "097090012345"),
        ("q: {kind: citizen_number, label: Q | Q}", "001430012345"),
        ("q: {kind: phone, label: Q | Q}", "0112345678"), ("q: {kind: phone, label: Q | Q}", "09123"),
        ("q: {kind: email, label: Q | Q}", "a@b"), ("q: {kind: email, label: Q | Q}", "không có"),
        ("q: {kind: province, label: Q | Q}", "98"),
        ("q: {kind: date, label: Q | Q, checks: [{rule: value <= today(), message: Sau | Late}]}", "23/04/2026"),
    ])
    func `a wrong answer has one problem and stays as it was typed`(field: String, typed: String) throws {
        let read = try Self.typing(typed, into: field)
        #expect(read.problems.map(\.field) == ["one.q"])
        if typed.contains(where: { !$0.isWhitespace }), case .string(let text)? = read.answer {
            let isDay = field.contains("kind: date") && text == "2026-04-23"
            #expect(text == typed || isDay)
        }
    }

    @Test func `texts are kept in Unicode NFC`() throws {
        let read = try Self.typing("Nguye\u{0302}\u{0303}n", into: "q: Q | Q")
        #expect(Array(try present(read.answer?.string).unicodeScalars) == Array("Nguy\u{1EC5}n".unicodeScalars))
    }

    @Test func `a question that an answer newly calls for is told apart from a forgotten one`() throws {
        let service = try Self.service("q: Q | Q")
        let reading = service.reading(
            page: "one", values: ["one.q": ["x"], "one.kind": ["a"]], into: Samples.facts(), places: Samples.places)
        #expect(reading.problems.map(\.field) == ["one.more"])
        #expect(reading.revealed == ["one.more"])
        let again = service.reading(
            page: "one", values: ["one.q": ["x"], "one.kind": ["a"], "one.more": [""]],
            into: Samples.facts(reading.answers), places: Samples.places)
        #expect(again.problems.map(\.field) == ["one.more"] && again.revealed == [])
    }

    @Test func `everything wrong with a page is told at once`() throws {
        let service = try Samples.service("dang-ky-lai-khai-sinh")
        let reading = service.reading(
            page: "requester",
            values: [
                "requester.full_name": [""], "requester.birth_day": ["1/13/1990"], "requester.citizen_number": ["12"],
                "requester.residence.province": [""], "requester.residence.commune": [""],
                "requester.residence.street": [""],
            ], into: Samples.facts(owner: .other), places: Samples.places)
        #expect(
            reading.problems.map(\.field) == [
                "requester.full_name", "requester.birth_day", "requester.citizen_number",
                "requester.residence.province", "requester.residence.commune", "requester.relation",
            ])
        let shown = try present(service.shownPage("requester", Samples.facts(reading.answers, owner: .other)))
        #expect(shown.fields[1].typed == "1/13/1990")
    }

    @Test func `a citizen number must agree with birth and sex`() throws {
        let service = try Samples.service("xac-nhan-tinh-trang-hon-nhan")
        func problems(_ number: String, _ birth: String, _ sex: String) -> [String] {
            let facts = Samples.facts([
                "person": ["citizen_number": .string(number), "birth_day": .string(birth), "sex": .string(sex)]
            ])
            return service.problems(page: "person", for: facts, places: Samples.places)
                .filter { $0.field == "person.citizen_number" }.map(\.message.en)
        }
        #expect(problems("001090012345", "1990-05-04", "male") == [])
        #expect(problems("001190012345", "1990-05-04", "female") == [])
        #expect(problems("001201012345", "2001-05-04", "male") == [])
        #expect(problems("001090012345", "1991-05-04", "male").count == 1)
        #expect(problems("001090012345", "1990-05-04", "female").count == 1)
        #expect(problems("001090012345", "", "") == [])
    }

    @Test func `a commune belongs to the province chosen before it`() throws {
        let service = try Self.service("place: {use: address, label: Nơi | Place}")
        func problems(_ province: String, _ commune: String) -> [String] {
            let reading = service.reading(
                page: "one",
                values: ["one.place.province": [province], "one.place.commune": [commune], "one.kind": ["b"]],
                into: Samples.facts(), places: Samples.places)
            return reading.problems.map(\.field)
        }
        #expect(problems("01", "00004") == [])
        #expect(problems("01", "Ba Đình") == [])
        #expect(problems("79", "00004") == ["one.place.commune"])
        #expect(problems("01", "99999") == ["one.place.commune"])
        #expect(problems("", "") == ["one.place.province", "one.place.commune"])
    }

    @Test func `a question inside another reads what its page asked before it`() throws {
        let inner = "fields: {inner: {label: I | I, when: one.q}}"
        let service = try Self.service(
            """
            q: {kind: yes_no, label: Q | Q}
            box: {kind: composite, label: B | B, \(inner)}
            list: {kind: group, label: L | L, \(inner)}
            """)
        for isShown in [true, false] {
            let answers: JSON = ["one": ["q": .bool(isShown), "box": ["inner": "x"], "list": [["inner": "y"]]]]
            let page = try present(service.shownPage("one", Samples.facts(answers)))
            let box = try present(page.fields.first { $0.key == "box" })
            let list = try present(page.fields.first { $0.key == "list" })
            #expect(box.parts.isEmpty == !isShown)
            #expect(list.entries.first?.isEmpty == !isShown)
        }
    }

    @Test func `a composite that is not required may be left out whole`() throws {
        let service = try Self.service("place: {use: address, label: Nơi | Place, required: false}")
        func problems(_ values: [String: [String]]) -> [String] {
            service.reading(
                page: "one", values: values.merging(["one.kind": ["b"]]) { $1 }, into: Samples.facts(),
                places: Samples.places
            ).problems.map(\.field)
        }
        #expect(problems(["one.place.province": [""], "one.place.street": [""]]) == [])
        #expect(problems(["one.place.province": [""], "one.place.street": ["1 Trần Phú"]]).count == 2)
    }

    @Test func `groups are read by number, blank entries drop out, bounds hold`() throws {
        let service = try Self.service(
            "people: {kind: group, label: Người | Person, minimum: 2, maximum: 3, fields: {name: Tên | Name, age: {kind: number, label: Tuổi | Age}}}"
        )
        func read(_ values: [String: [String]]) -> PageReading {
            service.reading(
                page: "one", values: values.merging(["one.kind": ["b"]]) { $1 }, into: Samples.facts(),
                places: Samples.places)
        }
        let two = read([
            "one.people[0].name": ["An"], "one.people[0].age": ["3"], "one.people[1].name": [" "],
            "one.people[1].age": [""], "one.people[7].name": ["Bình"], "one.people[7].age": ["x"],
        ])
        #expect(two.answers["one"]?["people"] == [["name": "An", "age": 3], ["name": "Bình", "age": "x"]])
        #expect(two.problems.map(\.field) == ["one.people[1].age"])
        #expect(
            read(["one.people[0].name": ["An"], "one.people[0].age": ["3"]]).problems.map(\.field) == ["one.people"])
        let more = service.adding(entryOf: "one.people", to: two.answers)
        #expect(more["one"]?["people"]?.array?.count == 3)
        #expect(service.removing(entry: 0, of: "one.people", from: more)["one"]?["people"]?[0]?["name"] == "Bình")
        #expect(service.adding(entryOf: "one.kind", to: more) == more)
        #expect(service.adding(entryOf: "nowhere", to: more) == more)
        #expect(service.field("one.people[1].age")?.label.en == "Age")
    }

    @Test func `what is not shown is not required, not seen by rules, not filed, and kept in the draft`() throws {
        let service = try Self.service(
            "x: {label: X | X, required: false}",
            more: "  two:\n    title: Hai | Two\n    when: one.kind = \"a\"\n    fields: {y: Y | Y}\n")
        let draft: JSON = ["one": ["kind": "b", "more": "cũ"], "two": ["y": "1"]]
        let facts = Samples.facts(draft)
        #expect(service.visiblePages(facts).map(\.key) == ["one"])
        #expect(service.problems(for: facts, places: Samples.places) == [])
        #expect(service.pruned(facts).answers == ["one": ["kind": "b"]])
        let reading = service.reading(
            page: "one", values: ["one.kind": ["a"]], into: facts, places: Samples.places)
        #expect(reading.answers["one"]?["more"] == "cũ")
        let shown = Samples.facts(reading.answers)
        #expect(service.visiblePages(shown).map(\.key) == ["one", "two"])
        #expect(service.page(after: "one", shown)?.key == "two")
        #expect(service.page(before: "two", shown)?.key == "one")
        #expect(service.page(after: "two", shown) == nil && service.page(before: "one", shown) == nil)
        #expect(service.firstUnfinishedPage(shown, places: Samples.places) == nil)
        #expect(
            service.firstUnfinishedPage(Samples.facts(["one": ["kind": "a", "more": "x"]]), places: Samples.places)?.key
                == "two")
    }

    @Test func `a rule of a group's entry sees its own neighbours`() throws {
        let service = try Samples.service("dang-ky-tam-tru")
        let people: JSON = [["birth_day": "2015-01-01"], ["birth_day": "1980-01-01"]]
        let page = try present(
            service.shownPage("members", Samples.facts(["kind": ["case": "household"], "members": ["people": people]])))
        let entries = page.fields[0].entries.map { $0.map(\.key) }
        #expect(entries.count == 2)
        #expect(entries[0].contains("guardian_agrees") && !entries[1].contains("guardian_agrees"))
        #expect(page.fields[0].entries[1][0].name == "members.people[1].full_name")
    }

    @Test func `a group as a whole can be checked`() throws {
        let service = try Samples.service("dang-ky-ho-kinh-doanh")
        func problems(_ mains: [Bool]) -> [String] {
            let trades = mains.map { JSON.object(["name": "Bán lẻ", "code": "4711", "is_main": .bool($0)]) }
            return service.problems(
                page: "lines", for: Samples.facts(["lines": ["trades": .array(trades)]]), places: Samples.places
            ).map(\.field)
        }
        #expect(problems([true, false]) == [])
        #expect(problems([true, true]) == ["lines.trades"])
        #expect(problems([false]) == ["lines.trades"])
        #expect(problems([]) == ["lines.trades"])
    }

    @Test func `the check page shows answers as people write them`() throws {
        let service = try Self.service(
            """
            day: {kind: date, label: Ngày | Day}
            sum: {kind: money, label: Tiền | Sum}
            ok: {kind: yes_no, label: Đồng ý | Agreed}
            place: {use: address, label: Nơi | Place}
            people: {kind: group, label: Người | Person, fields: {name: Tên | Name}}
            scan: {kind: file, label: Ảnh | Scan, required: false}
            """)
        let answers: JSON = [
            "one": [
                "day": "2026-04-24", "sum": 150_000, "ok": true, "kind": "b",
                "place": ["province": "01", "commune": "00004", "street": "1 Hùng Vương"],
                "people": [["name": "An"], ["name": "Bình"]], "scan": [["name": "a.pdf"]],
            ]
        ]
        let sections = service.checkSections(Samples.facts(answers), places: Samples.places)
        let rows = sections[0].rows
        #expect(
            rows.map { "\($0.label.vi): \($0.value?.vi ?? "–")" } == [
                "Ngày: 24/04/2026", "Tiền: 150.000 đồng", "Đồng ý: Có",
                "Nơi: 1 Hùng Vương, Phường Ba Đình, Thành phố Hà Nội", "Người 1: Tên: An", "Người 2: Tên: Bình",
                "Ảnh: –", "Loại: B",
            ])
        #expect(rows[0].value?.en == "24 April 2026" && rows[2].value?.en == "Yes")
        #expect(rows[6].files == [["name": "a.pdf"]])
        #expect(rows[5].name == "one.people[1].name")
    }

    @Test func `changes of answers are listed by name`() {
        let old: JSON = ["a": ["x": "1", "y": "2"], "g": ["l": [["n": "1"]]]]
        let new: JSON = ["a": ["x": "1", "y": "3"], "g": ["l": [["n": "1"], ["n": "2"]]]]
        #expect(
            old.answersChanged(to: new) == [
                AnswerChange(name: "a.y", old: "2", new: "3"), AnswerChange(name: "g.l[1].n", old: nil, new: "2"),
            ])
        #expect(old.answersChanged(to: old) == [])
    }
}
