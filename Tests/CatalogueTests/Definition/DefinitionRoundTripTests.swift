import Kernel
import TestKit
import Testing

@testable import Catalogue

@Suite struct DefinitionRoundTripTests {
    @Test func `a published definition read again is equal and has the same name`() throws {
        for (file, _) in try Samples.folder.definitions() {
            let first = try Samples.service(String(file.dropLast(5))).published
            let again = try PublishedDefinition(document: first.document)
            #expect(again.definition == first.definition)
            #expect(again.hash == first.hash && first.hash.count == 64)
            #expect(try PublishedDefinition(again.definition).document == first.document)
        }
    }

    @Test func `the name changes with the content and with nothing else`() throws {
        let text = DefinitionFindingsTests.good
        let reader = DefinitionReader(library: DefinitionLibrary())
        func hash(_ text: String) throws -> String {
            try PublishedDefinition(try reader.read(text, file: "thu.yaml").get()).hash
        }
        let name = try hash(text)
        #expect(
            try hash(
                "# ghi chú\n"
                    + text.replacing("{title: Tờ khai, form: true}", with: "\n    title: Tờ khai\n    form: true"))
                == name)
        #expect(try hash(text.replacing("3 working_days", with: "4 working_days")) != name)
    }

    @Test func `services are compiled once per name`() throws {
        let service = try Samples.service("chung-thuc-ban-sao")
        let known = CompiledServices()
        var loads = 0
        for _ in 0..<3 {
            let found = try known.service(service.hash) {
                loads += 1
                return service.published.document
            }
            #expect(found?.definition == service.definition)
        }
        #expect(loads == 1)
        #expect(try known.service("absent", load: { nil })?.hash == nil)
        #expect(throws: CompiledServices.WrongDocument.self) {
            try known.service("0000", load: { service.published.document })
        }
    }

    @Test func `damaged definitions are refused and never stop the reader`() throws {
        var random = SeededRandom(7)
        let library = try Samples.library()
        let texts = try Samples.folder.definitions().map(\.text)
        let pieces = [
            "{", "}", "[", "]", ": ", "- ", "\n", "  ", "|", "\"", "'", "&a ", "*a", "~", "if ", "(", "🙂", "\t", "?",
        ]
        for _ in 0..<(longRun ? 20_000 : 400) {
            var scalars = Array(texts[random.below(texts.count)].unicodeScalars)
            for _ in 0...random.below(4) {
                let place = random.below(scalars.count)
                switch random.below(3) {
                case 0: scalars.removeSubrange(place..<min(scalars.count, place + random.below(40)))
                case 1: scalars.insert(contentsOf: pieces[random.below(pieces.count)].unicodeScalars, at: place)
                default: scalars.swapAt(place, random.below(scalars.count))
                }
            }
            let text = String(String.UnicodeScalarView(scalars))
            if case .success(let definition) = DefinitionReader(library: library).read(text, file: "thu.txt") {
                _ = try CompiledService(PublishedDefinition(definition))
            }
        }
        for deep in ["[", "{a: ", "- ", "? "] {
            _ = DefinitionReader(library: library).read(String(repeating: deep, count: 20_000), file: "thu.txt")
        }
    }
}

extension SeededRandom {
    mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }
}
