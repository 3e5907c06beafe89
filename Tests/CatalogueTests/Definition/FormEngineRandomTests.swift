import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Answers and submitted values that no person would send.
@Suite struct FormEngineRandomTests {
    private func anything(_ random: inout SeededRandom, _ depth: Int = 0) -> JSON {
        switch random.below(depth > 3 ? 6 : 8) {
        case 0: .null
        case 1: .bool(random.below(2) == 0)
        case 2: .number([0, 1, -7, 12.5, 999_999_999_999_999, -0.0001][random.below(6)])
        case 3, 4: .string(["", "a", "2026-04-24", "001090012345", "01", "household", "🙂\u{0}", "vn"][random.below(8)])
        case 5: .string(String(repeating: "x", count: random.below(700)))
        case 6: .array((0..<random.below(4)).map { _ in anything(&random, depth + 1) })
        default: .object(["name": anything(&random, depth + 1), "province": anything(&random, depth + 1)])
        }
    }

    /// Answers that follow the form's shape, with something else now and then.
    private func answers(_ fields: [FormField], _ random: inout SeededRandom) -> JSON {
        var members: [String: JSON] = [:]
        for field in fields where random.below(6) > 0 {
            members[field.key] =
                switch (random.below(8) == 0, field.kind) {
                case (true, _): anything(&random)
                case (_, .composite), (_, .landParcel), (_, .bankAccount), (_, .mapPoint), (_, .signature):
                    answers(field.fields, &random)
                case (_, .group), (_, .table): .array((0..<random.below(4)).map { _ in answers(field.fields, &random) })
                case (_, .choice): .string(field.options[random.below(field.options.count)].value)
                case (_, .yesNo): .bool(random.below(2) == 0)
                case (_, .number), (_, .money): .number(Decimal(random.below(3_000)))
                case (_, .date): .string(Day(number: random.below(25_000)).description)
                case (_, .province): "01"
                case (_, .commune): random.below(4) == 0 ? "26740" : "00004"
                case (_, .oldProvince): "01"
                case (_, .oldDistrict): "001"
                case (_, .oldCommune): random.below(4) == 0 ? "26740" : "00004"
                case (_, .phone): "0912345678"
                case (_, .email): "a@vidu.vn"
                case (_, .citizenNumber): "001090012345"
                case (_, .file): .array([["name": "a.pdf"]])
                case (_, .taxCode): "0100109106"
                case (_, .vehiclePlate): "30A-123.45"
                case (_, .text), (_, .longText), (_, .computed): "Chữ số 1"
                }
        }
        return .object(members)
    }

    @Test func `random answers never stop anything, and what is filed stays what it is`() throws {
        var random = SeededRandom(11)
        let services =
            try Samples.folder.definitions().map { try Samples.service(String($0.file.dropLast(5))) } + [
                QuestionKindTests.service()
            ]
        for _ in 0..<(longRun ? 20_000 : 300) {
            let service = services[random.below(services.count)]
            var all: [String: JSON] = ["nowhere": anything(&random)]
            for page in service.definition.form {
                all[page.key] = random.below(9) == 0 ? anything(&random) : answers(page.fields, &random)
            }
            let owners = service.definition.owners
            let facts = CaseFacts(
                answers: .object(all), owner: owners[random.below(owners.count)],
                channel: FilingChannel.allCases[random.below(3)], day: Day(number: 20_000 + random.below(2_000)))
            let filed = service.pruned(facts)
            #expect(service.pruned(filed) == filed)
            #expect(
                service.problems(for: filed, places: Samples.places)
                    == service.problems(for: facts, places: Samples.places))
            #expect(service.fees(for: filed) == service.fees(for: facts))
            #expect(service.papers(for: filed) == service.papers(for: facts))
            _ = service.checkSections(facts, places: Samples.places)
            _ = service.limit(for: facts)
            for step in service.definition.steps { _ = service.acts(in: step.key, for: facts) }
        }
    }

    /// The values that the inputs of a page would send back unchanged.
    private func sent(_ fields: [ShownField], into values: inout [String: [String]]) {
        for field in fields {
            switch field.kind {
            case _ where field.kind.isComposite: sent(field.parts, into: &values)
            case _ where field.kind.isGroup: for entry in field.entries { sent(entry, into: &values) }
            case .file, .computed: continue
            default: values[field.name] = [field.typed]
            }
        }
    }

    @Test func `a page sent back as it was shown changes no answer`() throws {
        var random = SeededRandom(23)
        let services =
            try Samples.folder.definitions().map { try Samples.service(String($0.file.dropLast(5))) } + [
                QuestionKindTests.service()
            ]
        for _ in 0..<(longRun ? 5_000 : 150) {
            let service = services[random.below(services.count)]
            var all: [String: JSON] = [:]
            for page in service.definition.form { all[page.key] = answers(page.fields, &random) }
            let owners = service.definition.owners
            let facts = service.pruned(
                CaseFacts(
                    answers: .object(all), owner: owners[random.below(owners.count)], channel: .online,
                    day: Day(number: 20_500)))
            for page in service.shownPages(facts) {
                var values: [String: [String]] = [:]
                sent(page.fields, into: &values)
                let read = service.reading(page: page.key, values: values, into: facts, places: Samples.places)
                let before = service.problems(page: page.key, for: facts, places: Samples.places)
                guard before.isEmpty else { continue }
                var again = facts
                again.answers = read.answers
                // A question that has not been answered yet shows what is usual, and is answered so when it is sent.
                let changes = service.pruned(again).answers.answersChanged(to: facts.answers).filter {
                    $0.new != nil || service.field($0.name)?.default == nil
                }
                #expect(
                    changes == [],
                    "\(page.key): \(facts.answers.canonical), sent \(values)")
                #expect(read.problems == [])
            }
        }
    }

    @Test func `random submitted values never stop the reader`() throws {
        var random = SeededRandom(5)
        let service = try Samples.service("dang-ky-tam-tru")
        let names = [
            "members.people[0].full_name", "members.people[99999999999999999999].x", "members.people[-1].full_name",
            "members.people[].full_name", "members.people[0", "members..", "members", "[", ".", "members.people[3].sex",
            "members.people[0].residence.street", "kind.case", String(repeating: "members.", count: 50),
        ]
        var answers: JSON = [:]
        for _ in 0..<500 {
            var values: [String: [String]] = [:]
            for _ in 0..<random.below(12) {
                values[names[random.below(names.count)]] = [
                    ["", "x", "list", "\u{0}\u{7}", "1/1/2020", "🙂"][random.below(6)]
                ]
            }
            let page = ["members", "kind", "applicant", "nowhere"][random.below(4)]
            answers =
                service.reading(page: page, values: values, into: Samples.facts(answers), places: Samples.places)
                .answers
        }
        #expect(answers.object != nil)
    }
}
