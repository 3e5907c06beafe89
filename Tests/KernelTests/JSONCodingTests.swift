import Foundation
import Kernel
import Testing

@Suite struct JSONCodingTests {
    /// Something of every shape that the program's records have.
    private struct Sample: Codable, Equatable {
        enum Colour: String, Codable { case red, green }
        enum Event: Codable, Equatable {
            case began
            case moved(to: String, by: Int?, note: Note?)
            case named(Note)
        }
        struct Note: Codable, Equatable {
            var text: String
            var more: [Note] = []
        }

        var text = "Nộp hồ sơ \"mẫu\"\n\u{1F600}"
        var flag = true
        var whole = -42
        var small: UInt8 = 255
        var least = Int64.min
        var most = UInt64.max
        var real = 0.1
        var round = 3.0
        var amount = Decimal(string: "1250000.55")
        var nothing: String?
        var something: Int? = 7
        var colour = Colour.green
        var colours = ["a": Colour.red, "b": .green]
        var events = [
            Event.began, .moved(to: "here", by: nil, note: Note(text: "x")), .moved(to: "", by: 0, note: nil),
            .named(Note(text: "y", more: [Note(text: "z")])),
        ]
        var optionals: [Int?] = [1, nil, 3]
        var tree: JSON = ["a": [1, "two", true, .null], "b": [:]]
        var id = ID<String>(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
        var day = Day("2026-04-22")
        var moment = Instant(seconds: 1_776_000_000)
        var money = Money(dong: 12_000)
        var phrase = Phrase(vi: "hồ sơ", en: "dossier")
    }

    @Test func `encodes what Foundation encodes`() throws {
        let sample = Sample()
        let wanted = try JSON(utf8: Array(JSONEncoder().encode(sample)))
        #expect(try JSON(encoding: sample) == wanted)
        #expect(try JSON(encoding: sample).canonical == wanted.canonical)
        #expect(try JSON(encoding: "alone") == "alone")
        #expect(try JSON(encoding: [sample.phrase]) == [["vi": "hồ sơ", "en": "dossier"]])
    }

    @Test func `reads back what it wrote, and what Foundation wrote`() throws {
        let sample = Sample()
        #expect(try JSON(encoding: sample).decoded(as: Sample.self) == sample)
        #expect(try JSON(utf8: Array(JSONEncoder().encode(sample))).decoded(as: Sample.self) == sample)
        #expect(try JSON.array([1, 2]).decoded(as: [Int].self) == [1, 2])
    }

    @Test func `refuses what Foundation refuses`() throws {
        let wrong: [JSON] = [
            [:], ["text": 1], ["text": .null], .null, [], "text", ["text": "a", "more": "b"],
            ["text": "a", "more": [1]],
        ]
        for json in wrong {
            #expect(throws: (any Error).self) { try json.decoded(as: Sample.Note.self) }
            #expect(throws: (any Error).self) {
                try JSONDecoder().decode(Sample.Note.self, from: Data(json.canonical.utf8))
            }
        }
        #expect(throws: (any Error).self) { try JSON.number(256).decoded(as: UInt8.self) }
        #expect(throws: (any Error).self) { try JSON.number(-1).decoded(as: UInt64.self) }
        #expect(throws: (any Error).self) { try JSON.number(Decimal(string: "1.5") ?? 0).decoded(as: Int.self) }
        #expect(throws: (any Error).self) { try JSON.string("blue").decoded(as: Sample.Colour.self) }
        #expect(throws: (any Error).self) { try JSON(encoding: Double.infinity) }
    }
}
