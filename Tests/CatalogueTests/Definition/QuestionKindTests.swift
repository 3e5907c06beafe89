import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// The kinds of question beyond the simple ones, in a definition that asks each of them.
@Suite struct QuestionKindTests {
    private static let form = """
        form:
          firm:
            title: Tổ chức | Organisation
            fields:
              tax: {kind: tax_code, label: Mã số thuế | Tax code}
              plate: {kind: vehicle_plate, label: Biển số xe | Plate}
              account: {kind: bank_account, label: Tài khoản | Account}
              land: {kind: land_parcel, label: Thửa đất | Parcel}
              point: {kind: map_point, label: Vị trí | Place}
          goods:
            title: Hàng hóa | Goods
            fields:
              rows:
                kind: table
                label: Mặt hàng | Item
                maximum: 5
                fields:
                  name: Tên | Name
                  count: {kind: number, label: Số lượng | Count, minimum: 1, maximum: 9, whole: true}
                  price: {kind: money, label: Đơn giá | Price, maximum: 1000000}
                  cost: {kind: computed, label: Thành tiền | Cost, gives: money, value: this.count * this.price}
              total: {kind: computed, label: Tổng cộng | Total, gives: money, value: sum(this.rows.cost)}
              large: {kind: computed, label: Giá trị lớn | Large, gives: yes_no, value: this.total > 1000000}
              proof: {label: Giải trình | Explanation, when: this.large}
          way:
            title: Cách làm | The way
            fields:
              size: {kind: choice, label: Cỡ | Size, options: {small: Nhỏ | Small, big: Lớn | Large}}
              speed:
                kind: choice
                label: Tốc độ | Speed
                default: if this.size = "big" then "slow" else "fast"
                options:
                  slow: Chậm | Slow
                  fast: Nhanh | Fast
                  at_once: {label: Ngay | At once, when: this.size = "small"}
              copies: {kind: number, label: Số bản | Copies, default: 1 + 1, maximum: 500, whole: true, required: false}
              weight: {kind: number, label: Cân nặng | Weight, maximum: 500, required: false}
              sign: {kind: signature, label: Xác nhận | Confirmation}

        """

    static func service(_ form: String = form) throws -> CompiledService {
        let good = DefinitionFindingsTests.good
        let (head, tail) = (
            try present(good.components(separatedBy: "form:\n").first),
            try present(good.range(of: "papers:").map { good[$0.lowerBound...] })
        )
        let read = DefinitionReader(library: DefinitionLibrary()).check(head + form + tail, file: "thu.yaml")
        #expect(read.errors.map { $0.text(.en) } == [])
        return try CompiledService(PublishedDefinition(try present(read.definition)))
    }

    private static func problems(_ name: String, _ typed: String) throws -> [Phrase] {
        let service = try service()
        let page = String(name.prefix { $0 != "." })
        let reading = service.reading(
            page: page, values: [name: [typed]], into: Samples.facts(), places: Samples.places)
        return reading.problems.filter { $0.field == name }.map(\.message)
    }

    @Test(arguments: [
        ("firm.tax", "0100109106"), ("firm.tax", "0100109106-001"), ("firm.tax", "001090000001"),
        ("firm.plate", "30a 123.45"), ("firm.plate", "29X1-4567"), ("firm.plate", "29AA-123.45"),
        ("firm.plate", "59MĐ1-123.45"), ("firm.point.latitude", "21,0285"), ("firm.point.latitude", "21.028"),
        ("firm.point.longitude", "105.8542"), ("firm.account.number", "1903 1234 5678"), ("firm.land.sheet", "12"),
        ("way.weight", "62.125"), ("way.weight", "62,5"),
    ])
    func `what is right is taken`(name: String, typed: String) throws { #expect(try Self.problems(name, typed) == []) }

    @Test(arguments: [
        ("firm.tax", "0100109105"), ("firm.tax", "12345"), ("firm.plate", "10A-123.45"), ("firm.plate", "30-123.45"),
        ("firm.plate", "30I-123.45"), ("firm.plate", "29X14567"), ("way.copies", "2.000"), ("way.copies", "1.500"),
        ("firm.plate", "30A-123"), ("firm.point.latitude", "48,8"),
        ("firm.point.longitude", "2,35"), ("firm.account.number", "abc 123"), ("firm.land.parcel", "0"),
        ("firm.land.sheet", "1,5"), ("way.sign.agreed", "false"), ("way.speed", "at_once"),
    ])
    func `what is wrong is refused with one message in both languages`(name: String, typed: String) throws {
        let told = try Self.problems(name, typed)
        #expect(told.count == 1 && told.allSatisfy { $0.vi != $0.en })
    }

    @Test func `numbers are kept in one form, however they were typed`() throws {
        let values = [
            "firm.tax": ["01 0010 9106 001"], "firm.plate": ["29x1 4567"], "firm.point.latitude": ["21.028"],
        ]
        let answers = try Self.service().reading(
            page: "firm", values: values, into: Samples.facts(), places: Samples.places
        ).answers
        #expect(answers["firm"]?["tax"] == "0100109106-001")
        #expect(answers["firm"]?["plate"] == "29X1-4567")
        #expect(answers["firm"]?["point"]?["latitude"]?.number.map { "\($0)" } == "21.028")
    }

    @Test func `an entry and a composite that hold nothing but what a rule gave are blank`() throws {
        let form = """
            form:
              goods:
                title: Hàng hóa | Goods
                fields:
                  rows:
                    kind: table
                    label: Mặt hàng | Item
                    maximum: 5
                    required: false
                    fields:
                      name: Tên | Name
                      cost: {kind: computed, label: Thành tiền | Cost, gives: money, value: 1000 * 2}
                  note: {label: Ghi chú | Note, required: false}
                  agent:
                    kind: composite
                    label: Đại lý | Agent
                    required: false
                    fields:
                      name: Tên | Name
                      rate: {kind: computed, label: Mức | Rate, value: 1 + 1}

            """
        let service = try Self.service(form)
        var facts = Samples.facts()
        facts.answers = ["goods": ["rows": [["name": "Gạo", "cost": 2_000]]]]
        let emptied = service.reading(
            page: "goods", values: ["goods.rows[0].name": [""], "goods.note": [""]], into: facts,
            places: Samples.places)
        #expect(emptied.problems.map(\.field) == [])
        #expect(emptied.answers["goods"]?["rows"] == nil)
        facts.answers = ["goods": ["agent": ["rate": 2], "rows": [["name": "Gạo", "cost": 2_000]]]]
        #expect(service.problems(for: facts, places: Samples.places).map(\.field) == [])
        facts.answers = ["goods": ["agent": ["name": ""]]]
        #expect(service.problems(for: facts, places: Samples.places).map(\.field) == [])
    }

    @Test func `a computed value is what its rule gives, whatever was sent for it`() throws {
        let service = try Self.service()
        let values = [
            "goods.rows[0].name": ["Gạo"], "goods.rows[0].count": ["3"], "goods.rows[0].price": ["20.000"],
            "goods.rows[0].cost": ["1"], "goods.rows[1].name": ["Muối"], "goods.rows[1].count": ["2"],
            "goods.rows[1].price": ["5000"], "goods.total": ["7"],
        ]
        var facts = Samples.facts()
        facts.answers = service.reading(page: "goods", values: values, into: facts, places: Samples.places).answers
        let filed = service.pruned(facts).answers["goods"]
        #expect(filed?["rows"]?[0]?["cost"] == 60_000 && filed?["rows"]?[1]?["cost"] == 10_000)
        #expect(filed?["total"] == 70_000 && filed?["large"] == false)
        facts.answers = ["goods": ["total": 99, "rows": [["count": 3, "price": 1_000_000, "cost": 1]]]]
        #expect(service.pruned(facts).answers["goods"]?["total"] == 3_000_000)
        #expect(service.shownPage("goods", facts)?.fields.contains { $0.key == "proof" } == true)
        let rows = service.checkSections(facts, places: Samples.places).flatMap(\.rows)
        #expect(rows.first { $0.name == "goods.total" }?.value?.vi == "3.000.000 đồng")
        facts.answers = ["goods": ["rows": [["count": 3]]]]
        #expect(service.pruned(facts).answers["goods"]?["total"] == nil, "nothing while a price is missing")
    }

    @Test func `a default is proposed until somebody answers, and blank stays blank`() throws {
        let service = try Self.service()
        func field(_ key: String, _ answers: JSON) throws -> ShownField {
            try present(service.shownPage("way", Samples.facts(["way": answers]))?.fields.first { $0.key == key })
        }
        #expect(try field("speed", ["size": "big"]).filled == "slow")
        #expect(try field("speed", ["size": "small"]).filled == "fast")
        #expect(try field("speed", ["size": "small", "speed": "slow"]).filled == "slow")
        #expect(try field("copies", [:]).typed == "2")
        #expect(try field("copies", [:]).answer == nil, "it is no answer before the page was sent")
        let blank = service.reading(
            page: "way", values: ["way.copies": [""], "way.size": ["big"]], into: Samples.facts(),
            places: Samples.places)
        #expect(try field("copies", blank.answers["way"] ?? [:]).typed == "")
        var facts = Samples.facts()
        facts.answers = blank.answers
        #expect(service.pruned(facts).answers["way"]?["copies"] == nil)
    }

    @Test func `an option is offered where its rule holds`() throws {
        let service = try Self.service()
        func options(_ size: String) throws -> [String] {
            let shown = service.shownPage("way", Samples.facts(["way": ["size": .string(size)]]))
            return try present(shown?.fields.first { $0.key == "speed" }).options.map(\.value)
        }
        #expect(try options("small") == ["slow", "fast", "at_once"])
        #expect(try options("big") == ["slow", "fast"])
    }

    @Test func `each is told in one line on the check page`() throws {
        let facts = Samples.facts([
            "firm": [
                "land": ["province": "01", "commune": "00004", "sheet": 12, "parcel": 345],
                "account": ["bank": "Ngân hàng (mẫu)", "number": "19031234", "holder": "NGUYEN VAN A"],
                "point": ["latitude": 21, "longitude": 105],
            ],
            "goods": ["rows": [["name": "Gạo", "count": 2, "price": 1000]]],
            "way": ["sign": ["signed_name": "Nguyễn Văn A", "agreed": true]],
        ])
        let rows = try Self.service().checkSections(facts, places: Samples.places).flatMap(\.rows)
        func told(_ name: String) -> String? { rows.first { $0.name == name }?.value?.vi }
        #expect(told("firm.land") == "Thửa đất số 345, tờ bản đồ số 12, Phường Ba Đình, Thành phố Hà Nội")
        #expect(told("firm.account") == "19031234, Ngân hàng (mẫu), NGUYEN VAN A")
        #expect(told("firm.point") == "Vĩ độ 21, kinh độ 105")
        #expect(told("goods.rows[0]") == "Tên: Gạo; Số lượng: 2; Đơn giá: 1.000 đồng; Thành tiền: 2.000 đồng")
        #expect(told("way.sign") == "Nguyễn Văn A đã xác nhận")
    }

    @Test func `generated answers answer every kind`() throws {
        let service = try Self.service()
        let generated = GeneratedAnswers(service, places: Samples.places, place: ("01", "00004"))
        var random: any RandomNumberGenerator = SeededRandom(3)
        var seen: Set<String> = []
        for _ in 0..<30 {
            let facts = try present(generated(owner: .self, channel: .online, day: Samples.facts().day, &random))
            #expect(service.problems(for: facts, places: Samples.places).isEmpty)
            for (key, value) in facts.answers["firm"]?.object ?? [:] where value != .null { seen.insert(key) }
            #expect(facts.answers["way"]?["sign"]?["agreed"] == true)
        }
        #expect(seen == ["tax", "plate", "account", "land", "point"])
    }

    @Test(arguments: [
        ("total: {kind: computed, label: A | B}", "has no rule"),
        ("total: {kind: computed, label: A | B, value: this.nix}", "nix"),
        ("total: {kind: computed, label: A | B, value: \"\\\"a\\\"\"}", ""),
        ("total: {kind: computed, label: A | B, value: 1 + 1, required: true}", "no key “required”"),
        ("total: {label: A | B, value: 1 + 1}", "no key “value”"),
        ("total: {kind: land_parcel, label: A | B, fields: {a: A | B}}", "have questions inside"),
        ("total: {kind: map_point, label: A | B, default: 1}", "no key “default”"),
        ("total: {kind: number, label: A | B, default: true}", ""),
        ("total: {kind: choice, label: A | B, default: '\"c\"', options: {a: A | A, b: B | B}}", ""),
        ("total: {kind: choice, label: A | B, options: {a: {label: A | A, when: this.z}, b: B | B}}", "z"),
        ("total: {kind: choice, label: A | B, options: {a: {label: A | A, when: 1 = 2}, b: B | B}}", "never holds"),
    ])
    func `mistakes are told where they stand`(question: String, words: String) throws {
        let text = DefinitionFindingsTests.good.replacing("name: Tên | Name", with: question)
        let found = DefinitionReader(library: DefinitionLibrary()).check(text, file: "thu.yaml").findings
        #expect(
            found.contains { $0.weight == .error && (words.isEmpty || $0.message.en.contains(words)) && $0.line == 12 },
            "\(found.map { $0.text(.en) })")
    }

    @Test func `a document written before these kinds is read as it was`() throws {
        let old = try PublishedDefinition(document: try Samples.service("dang-ky-tam-tru").published.document)
        #expect(!old.document.contains("\"gives\"") && !old.document.contains("\"default\""))
    }
}
