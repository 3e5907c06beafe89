import Foundation
import Kernel
import Rules
import TestKit
import Testing

@testable import Catalogue

@Suite struct ResultTemplateTests {
    private static func service(_ text: String, variables: String, messages: String = "") throws -> CompiledService {
        let definition = """
            service: thu
            procedure: "1.000001"
            effective_from: 2026-01-01
            title: Thử | Trial
            owners: [self]
            limit: 3 working_days
            result:
              title: Giấy
              template:
                title: Giấy thử
                text: |
            \(text.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }.joined(separator: "\n"))
                variables:
            \(variables.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
            \(messages)
            form:
              matter:
                title: Việc | The matter
                fields:
                  name: {label: Tên | Name}
                  day: {kind: date, label: Ngày | Day}
                  sum: {kind: money, label: Tiền | Money}
                  area: {kind: number, label: Diện tích | Area}
                  kind: {kind: choice, label: Loại | Kind, options: {new: Mới | New, old: Cũ | Old}}
                  note: {label: Ghi chú | Note, required: false}
                  home: {use: address, label: Nhà | Home}
                  is_urgent: {kind: yes_no, label: Gấp? | Urgent?}
            papers: {form: {title: Tờ khai, form: true}, proof: {title: Giấy}}
            steps: {use: short}
            """
        let read = DefinitionReader(library: try Samples.library()).check(definition, file: "thu.yaml")
        #expect(read.errors.map { $0.text(.en) } == [])
        return try CompiledService(PublishedDefinition(present(read.definition)))
    }

    private static let facts = Samples.facts([
        "matter": [
            "name": "Trần Thị\nBưởi (mẫu)", "day": "2026-11-02", "sum": 1_205_000, "area": .number(12_345.5),
            "kind": "old",
            "home": ["province": "01", "commune": "00004"], "is_urgent": false,
        ]
    ])

    private static func lines(_ service: CompiledService, _ known: [TextFact: Phrase] = [:]) throws -> [String] {
        let places = ["01": "Thành phố Hà Nội", "00004": "Phường Ba Đình"]
        return try present(service.resultDraft(for: facts, known: known, place: { code, _ in places[code] })).text.lines
            .map {
                $0.text(blank: "…")
            }
    }

    @Test func `values are written as papers write them`() throws {
        let service = try Self.service(
            """
            {{name}}; {{day}}; {{long}}; {{sum}}; {{words}}; {{area}}; {{storeys}}; {{year}}
            {{kind}} tại {{commune}}, {{province}}. {{twice}}
            """,
            variables: """
                name: matter.name
                day: matter.day
                long: {rule: matter.day, gives: date, written: long}
                sum: matter.sum
                words: {rule: matter.sum, gives: money, written: words}
                area: matter.area
                storeys: {rule: matter.area - 12340.5, gives: number, written: words}
                year: matter.day.year
                kind: matter.kind
                commune: matter.home.commune
                province: matter.home.province
                twice: matter.name + " và " + upper case(matter.kind)
                """)
        #expect(
            try Self.lines(service) == [
                "Trần Thị Bưởi (mẫu); 02/11/2026; ngày 02 tháng 11 năm 2026; 1.205.000 đồng; một triệu hai trăm linh năm nghìn đồng; 12345,5; năm; 2026",
                "Cũ tại Phường Ba Đình, Thành phố Hà Nội. Trần Thị Bưởi (mẫu) và OLD",
            ])
    }

    @Test func `parts stand where they hold, and what is not known is left blank`() throws {
        let service = try Self.service(
            """
            # Mục 1
            = Giữa dòng {{name}}
            {{#note}}
            Ghi chú: {{note}}
            {{/note}}
            {{^note}}Không có ghi chú.{{/note}}{{#urgent}} Gấp.{{/urgent}}{{^urgent}} Không gấp.{{/urgent}}

            Số {{result_number}}, {{#sum}}{{#urgent}}x{{/urgent}}y{{/sum}}, {{note}}
            """,
            variables: """
                name: matter.name
                note: matter.note
                urgent: matter.is_urgent
                sum: matter.sum
                """)
        let draft = try present(
            service.resultDraft(
                for: Self.facts, known: [.resultNumber: Phrase(same: "7/2026/X")], place: { _, _ in nil }))
        #expect(draft.text.lines.map(\.kind) == [.heading, .centred, .paragraph, .paragraph])
        #expect(
            draft.text.lines.map { $0.text(blank: "…") } == [
                "Mục 1", "Giữa dòng Trần Thị Bưởi (mẫu)", "Không có ghi chú. Không gấp.", "Số 7/2026/X, y, …",
            ])
        #expect(try Self.lines(service).last == "Số …, y, …")
    }

    @Test func `what somebody typed makes neither headings nor placeholders`() throws {
        let service = try Self.service("{{name}}", variables: "name: matter.name")
        let facts = Samples.facts(["matter": ["name": "# {{sum}}\n= x"]])
        let line = try present(service.resultDraft(for: facts, known: [:], place: { _, _ in nil })).text.lines
        #expect(line.map { $0.text(blank: "…") } == ["# {{sum}} = x"])
        #expect(line.first?.kind != .heading)
    }

    @Test func `a message says the same in both languages`() throws {
        let service = try Self.service(
            "{{name}}", variables: "name: matter.name",
            messages: """
                messages:
                  finished:
                    text: "Giấy loại {{kind}}, {{day}}, số {{result_number}} | A {{kind}} one, {{day}}, no. {{result_number}}"
                    variables: {kind: matter.kind, day: matter.day}
                """)
        let known: [TextFact: Phrase] = [.resultNumber: Phrase(same: "7/2026/X")]
        let words = service.message(on: .finished, for: Self.facts, known: known, place: { _, _ in nil })
        #expect(words?.vi == "Giấy loại Cũ, 02/11/2026, số 7/2026/X")
        #expect(words?.en == "A Old one, 2 November 2026, no. 7/2026/X")
        #expect(service.message(on: .received, for: Self.facts, known: known, place: { _, _ in nil }) == nil)
    }

    @Test func `the published document keeps templates, messages and registers`() throws {
        for name in ["xac-nhan-tinh-trang-hon-nhan", "dang-ky-khai-tu"] {
            let service = try Samples.service(name)
            let again = try PublishedDefinition(document: service.published.document).definition
            #expect(again == service.definition)
            #expect(again.result.template?.variables.isEmpty == false && again.registers?.count == 1)
            #expect(again.messages?.count == 1)
            // Definitions without them keep the document that they had.
            let plain = try Samples.service("khai-bao-tam-vang").published.document
            #expect(!plain.contains("registers") && !plain.contains("template"))
        }
    }
}
