import Foundation
import Kernel
import TestKit
import Testing

@testable import Catalogue

/// Addresses as papers of before 1 July 2025 say them.
@Suite struct OldPlaceTests {
    private static let form = """
        form:
          paper:
            title: Giấy tờ cũ | The old paper
            fields:
              written: {use: old_address, required: false}
              now: {use: address}
          people:
            title: Người | People
            fields:
              list:
                kind: group
                label: Người | Person
                fields:
                  province: {kind: old_province, label: Tỉnh | Province}
                  district: {kind: old_district, label: Huyện | District}
                  commune: {kind: old_commune, label: Xã | Commune}

        """

    private static let places = GeneratedReplay.onePlace

    private static func check(_ form: String) throws -> DefinitionCheck {
        let good = DefinitionFindingsTests.good
        let head = try present(good.components(separatedBy: "form:\n").first)
        let tail = try present(good.range(of: "papers:").map { good[$0.lowerBound...] })
        return try DefinitionReader(library: Samples.library()).check(head + form + tail, file: "thu.yaml")
    }

    private static func service() throws -> CompiledService {
        let read = try check(form)
        #expect(read.errors.map { $0.text(.en) } == [])
        return try CompiledService(PublishedDefinition(try present(read.definition)))
    }

    private static func read(
        _ values: [String: String], places: PlaceLookup = places
    ) throws -> (answers: JSON, problems: [FieldProblem]) {
        let reading = try service().reading(
            page: "paper", values: values.mapValues { [$0] }, into: Samples.facts(), places: places)
        return (reading.answers, reading.problems)
    }

    private static let written = [
        "paper.written.old_province": "01", "paper.written.old_district": "001", "paper.written.old_commune": "00004",
        "paper.written.old_street": "Số 5",
    ]

    @Test func `an old address is kept by its codes and read by its names, never by those of today`() throws {
        let read = try Self.read(Self.written)
        #expect(read.problems.filter { $0.field.hasPrefix("paper.written") } == [])
        #expect(read.answers["paper"]?["written"]?["old_commune"] == "00004")
        let rows = try Self.service().checkSections(
            Samples.facts(read.answers), places: Self.places
        ).flatMap(\.rows)
        #expect(
            rows.first { $0.name == "paper.written" }?.value?.vi
                == "Số 5, Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội")
    }

    @Test func `a site without the units of before takes their names as they are typed`() throws {
        let typed = PlaceLookup(
            provinceName: { _ in nil }, commune: { _ in nil }, earlier: { name, _ in (name: name, around: nil) })
        let values = [
            "paper.written.old_province": "Tỉnh Cũ", "paper.written.old_district": "Huyện Cũ",
            "paper.written.old_commune": "Xã Cũ", "paper.written.old_street": "Số 5",
        ]
        #expect(try Self.read(values, places: typed).problems.filter { $0.field.hasPrefix("paper.written") } == [])
    }

    @Test(arguments: [
        ("paper.written.old_province", "02"), ("paper.written.old_district", "002"),
        ("paper.written.old_commune", "00097"),
        ("paper.written.old_commune", "001"), ("paper.written.old_province", ""),
    ])
    func `what lies nowhere or elsewhere is refused`(name: String, typed: String) throws {
        var values = Self.written
        values[name] = typed
        let problems = try Self.read(values).problems.filter { $0.field.hasPrefix("paper.written") }
        #expect(!problems.isEmpty && problems.allSatisfy { $0.message.vi != $0.message.en })
    }

    @Test func `an old address that is optional may be left blank as a whole`() throws {
        #expect(try Self.read([:]).problems.allSatisfy { !$0.field.hasPrefix("paper.written") })
    }

    @Test func `today's address after an old one is where its present names go, and only there`() throws {
        let answers = try Self.read(Self.written).answers
        let page = try present(Self.service().shownPage("paper", Samples.facts(answers)))
        #expect(
            page.presentPlaces == [
                "paper.written.old_commune": PresentPlace(
                    province: "paper.now.province", commune: "paper.now.commune", answer: nil)
            ])
        let people = try present(
            Self.service().shownPage("people", Samples.facts(["people": ["list": [["province": "01"]]]])))
        #expect(people.presentPlaces == [:])
    }

    @Test(arguments: [
        ("{kind: old_commune, label: Xã | Commune}", "old_district"),
        ("{kind: old_district, label: Huyện | District}", "old_province"),
    ])
    func `an old place without the one around it is an error`(field: String, proposed: String) throws {
        let form = """
            form:
              paper:
                title: Giấy tờ cũ | The old paper
                fields:
                  province: {kind: province, label: Tỉnh | Province}
                  place: \(field)

            """
        let errors = try Self.check(form).errors
        #expect(errors.count == 1)
        #expect(errors.first?.text(.en).contains("kind: \(proposed)") == true)
    }

    @Test func `generated answers fill in old addresses`() throws {
        let generated = GeneratedAnswers(try Self.service(), places: Self.places, place: ("01", "00004"))
        var random: any RandomNumberGenerator = SeededRandom(3)
        let facts = try present(
            generated(owner: .`self`, channel: .online, day: Samples.facts().day, &random))
        let first = facts.answers["people"]?["list"]?[0]
        #expect(first?["district"] == "001" && first?["commune"] == "00004")
    }
}
